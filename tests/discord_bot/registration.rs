//! Commands are registered only when they changed.

use naenaew::discord::Options;

use crate::running::{Bot, engine, options, world};
use crate::support::Refusal;

#[tokio::test]
async fn the_second_start_registers_nothing() {
    let world = world().await;
    for guild in [None, Some(world.guild("ลองของ").id)] {
        let path =
            if guild.is_some() { "/applications/*/guilds/*/commands" } else { "/applications/*/commands" };
        let begun = world.connections().0;
        for start in 1..=2 {
            let bot = Bot::start_with(engine(), Options { guild_id: guild, ..options(&world) });
            world.identified(begun + start).await;
            // Its answer shows that the start is over: commands come first.
            world.command("ask").await;
            world.user("สมชาย").dm("AM ทำอะไรบ้าง").await.reply().await;
            world.settle().await;
            assert_eq!(world.requests("GET", path).len(), start, "{guild:?}");
            assert_eq!(world.requests("PUT", path).len(), 1, "{guild:?}");
            bot.stop().await;
        }
    }
    world.finish();
}

#[tokio::test]
async fn what_changed_is_registered_again() {
    let world = world().await;
    let bot = Bot::start(&world);
    world.command("ask").await;
    bot.stop().await;
    world.change_command("ask", |command| command["name_localizations"]["th"] = serde_json::json!("ถามหน่อย"));
    let _bot = Bot::start(&world);
    world.identified(2).await;
    world.settle().await;
    assert_eq!(world.requests("PUT", "/applications/*/commands").len(), 2);
    assert_eq!(world.command("ask").await["name_localizations"]["th"], "ถาม");
    world.finish();
}

#[tokio::test]
async fn a_list_that_cannot_be_read_is_replaced() {
    let world = world().await;
    world.fails("GET", "/applications/*/commands", Refusal::server_error(), 1);
    let _bot = Bot::start(&world);
    world.command("ask").await;
    world.finish();
}
