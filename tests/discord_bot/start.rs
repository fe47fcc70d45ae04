//! How the bot starts, ends and gives up.

use std::time::Duration;

use naenaew::cli::Outcome;
use naenaew::discord::{Failure, Options};
use naenaew::live::Live;
use naenaew::reply::discord_wording::{ENGLISH, THAI};
use naenaew::settings::Secret;
use naenaew::store::GuildSettings;

use crate::running::{Bot, engine, open_world, options, world};
use crate::support::{World, WorldOptions};

#[tokio::test]
async fn a_wrong_token_ends_in_one_sentence() {
    let world = world().await;
    for token in
        ["wrong", "MTUwMDAwMDAwMDAwMDAwMDAwMA.GaBcDe.of-the-right-form-but-wrong-abcdefg", "new\nline", ""]
    {
        let failure = Bot::start_with(engine(), Options { token: Secret::new(token), ..options(&world) })
            .gives_up()
            .await;
        assert!(matches!(failure, Failure::WrongToken), "{token}: {failure:?}");
        assert!(failure.sentence(&THAI).contains("DISCORD_TOKEN"));
        assert!(failure.sentence(&ENGLISH).contains("DISCORD_TOKEN"));
    }
    world.finish();
}

#[tokio::test]
async fn without_the_intent_the_bot_goes_on_and_says_so() {
    const MESSAGE_CONTENT: u64 = 1 << 15;
    let world = world().await;
    let channel = world.channel("ถามตอบ");
    let bot = Bot::listening(&world, &channel);
    world.identified(2).await;
    assert_eq!(world.intents() & MESSAGE_CONTENT, 0);
    let user = world.user("สมชาย");
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    user.says(&channel, "AM ทำอะไรบ้าง").await;
    channel.stays_silent().await;
    // Those who manage the server learn why nothing is heard.
    let (manager, id) = (world.user("Jane").manager(), channel.id.to_string());
    let told =
        manager.slash(&channel, "settings ask-channels add", &[("channel", &id)]).await.response().await;
    assert!(told.content().contains("Message Content Intent"), "{}", told.content());
    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn ask_channels_of_a_server_need_the_intent_too() {
    const MESSAGE_CONTENT: u64 = 1 << 15;
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let options = options(&world);
    let settings = GuildSettings { ask_channels: [channel.id].into(), ..GuildSettings::default() };
    let guild = world.guild_of(&channel);
    options.store.change_guild(guild, |kept| *kept = settings).await.unwrap();
    let _bot = Bot::start_with(engine(), options);
    world.user("สมชาย").says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert_ne!(world.intents() & MESSAGE_CONTENT, 0);
    world.finish();
}

#[tokio::test]
async fn the_first_ask_channel_of_a_server_is_heard_at_once() {
    const MESSAGE_CONTENT: u64 = 1 << 15;
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let bot = Bot::start(&world);
    let (manager, id) = (world.user("Jane").manager(), channel.id.to_string());
    let asked = manager.mentions_bot(&channel, "AM ทำอะไรบ้าง").await;
    let answer = asked.reply().await;
    let told =
        manager.slash(&channel, "settings ask-channels add", &[("channel", &id)]).await.response().await;
    assert!(!told.content().contains("Message Content Intent"), "{}", told.content());
    world.identified(2).await;
    assert_ne!(world.intents() & MESSAGE_CONTENT, 0);
    world.user("สมชาย").says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    // Connecting anew forgets nothing.
    let next = manager.says(&channel, "แล้วเงินเดือนล่ะ").await.reply().await;
    assert!(next.content().contains("ผู้จัดการดูแลลูกค้า · เงินเดือน"), "{}", next.content());
    manager.deletes(&asked).await;
    answer.deleted().await;
    assert!(world.requests("GET", "/channels/*/messages").is_empty(), "nothing had to be looked up");
    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn the_command_line_tells_one_sentence_and_ends_with_a_problem() {
    let world = world().await;
    let wrong = Options { token: Secret::new("wrong"), ..options(&world) };
    for (options, wording, sentence) in
        [(wrong.clone(), &THAI, THAI.wrong_token), (wrong, &ENGLISH, ENGLISH.wrong_token)]
    {
        let run = move || {
            let mut err = Vec::new();
            let outcome = naenaew::cli::bot::run(Live::fixed(engine()), options, wording, &mut err);
            (outcome, String::from_utf8(err).unwrap())
        };
        let (outcome, told) = tokio::task::spawn_blocking(run).await.unwrap();
        assert_eq!(outcome, Outcome::Problem);
        assert_eq!(told, format!("{sentence}\n"));
    }
    world.finish();
}

#[tokio::test]
async fn a_token_that_is_revoked_meanwhile_ends_in_one_sentence() {
    let world = world().await;
    let bot = Bot::start(&world);
    world.ready().await;
    world.close_connection(4004, "Authentication failed.");
    assert!(matches!(bot.gives_up().await, Failure::WrongToken));
}

#[tokio::test]
async fn nobody_at_the_other_end_ends_in_one_sentence() {
    let world = world().await;
    let nowhere = Some("http://127.0.0.1:1".to_owned());
    let bot = Bot::start_with(engine(), Options { proxy_url: nowhere, ..options(&world) });
    assert!(matches!(bot.gives_up().await, Failure::Unreachable(_)));
    world.finish();
}

#[tokio::test]
async fn silence_ends_in_one_sentence() {
    let world = World::start(WorldOptions { heartbeat_interval_ms: 100, ..WorldOptions::default() }).await;
    world.acknowledge_heartbeats(false);
    let bot = Bot::start_with(engine(), Options { patience: Duration::from_millis(800), ..options(&world) });
    assert!(matches!(bot.gives_up().await, Failure::Silent(_)));
    world.finish();
}

#[tokio::test]
async fn stopping_ends_well_whenever_it_comes() {
    let world = world().await;
    Bot::start(&world).stop().await;
    let bot = Bot::start(&world);
    world.ready().await;
    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn the_message_content_intent_is_asked_for_only_with_ask_channels() {
    const MESSAGE_CONTENT: u64 = 1 << 15;
    let world = open_world().await;
    let bot = Bot::start(&world);
    world.ready().await;
    assert_eq!(world.intents() & MESSAGE_CONTENT, 0);
    bot.stop().await;
    let channel = world.channel("ถามตอบ");
    let _bot = Bot::listening(&world, &channel);
    world.identified(2).await;
    assert_ne!(world.intents() & MESSAGE_CONTENT, 0);
    world.finish();
}

#[tokio::test]
async fn the_status_is_told_once() {
    let world = world().await;
    let _bot = Bot::start(&world);
    world.user("สมชาย").dm("AM ทำอะไรบ้าง").await.reply().await;
    assert_eq!(world.presences().len(), 1);
    world.finish();
}

#[tokio::test]
async fn the_status_stays_when_the_connection_is_made_anew() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย");
    user.dm("AM ทำอะไรบ้าง").await.reply().await;
    world.invalidate_session(false);
    world.identified(2).await;
    user.dm("account manager salary").await.reply().await;
    world.drop_connection();
    world.resumed(1).await;
    user.dm("AM ต้องเรียนอะไร").await.reply().await;
    let presences = world.presences();
    assert_eq!(presences.len(), 2, "with each IDENTIFY, and at no other time");
    assert_eq!(presences[0]["activities"], presences[1]["activities"]);
    world.finish();
}

#[tokio::test]
async fn the_bot_hears_while_its_commands_are_registered() {
    let world = world().await;
    world.holds("GET", "/applications/*/commands");
    let _bot = Bot::start(&world);
    world.held(1).await;
    world.user("สมชาย").dm("AM ทำอะไรบ้าง").await.reply().await;
    world.release();
    world.command("ask").await;
    world.finish();
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_nothing_is_lost() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("สมชาย");
    user.dm("AM ทำอะไรบ้าง").await.reply().await;
    world.drop_connection();
    world.resumed(1).await;
    user.dm("account manager salary").await.reply().await;
    world.finish();
}
