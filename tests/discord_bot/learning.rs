//! What the bot learns from use, and `/knowledge`, which tells those who look after the knowledge.

use naenaew::discord::{Options, today};
use naenaew::knowledge::{ArticleId, SectionId};
use naenaew::store::{Occasion, Rating, SectionRef, Store};

use crate::running::{Bot, engine, open_world, options, world};
use crate::support::{Channel, Posted, User, World};

pub(crate) fn section(article: &str, section: &str) -> SectionRef {
    SectionRef { article: ArticleId::parse(article).unwrap(), section: SectionId::parse(section).unwrap() }
}

/// A person's rating of an answer about an account manager's salary.
pub(crate) fn rating(person: u64, message: u64, liked: bool, question: Option<&str>) -> Rating {
    Rating {
        person,
        message,
        section: section("account-manager", "salary"),
        liked,
        question: question.map(str::to_owned),
        guild: None,
        today: today(),
    }
}

/// A bot on a store that the test can look into.
pub(crate) fn start(world: &World) -> (Bot, Store) {
    let store = Store::in_memory().unwrap();
    let bot = Bot::start_with(engine(), Options { store: store.clone(), ..options(world) });
    (bot, store)
}

/// Waits until the store has learned as many questions as answers.
async fn learned(store: &Store, answers: u64, questions: usize) {
    for _ in 0..2000 {
        let usage = store.report(today()).await.unwrap();
        let asked: u64 = usage.asked.iter().map(|used| used.asked).sum();
        if (asked, usage.questions.len()) == (answers, questions) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("learned {:#?}", store.report(today()).await);
}

pub(crate) async fn report(channel: &Channel, manager: &User) -> Posted {
    let name = "knowledge report";
    manager.slash(channel, name, &[]).await.followup(0).await
}

/// What people use a server for in a week.
pub(crate) async fn a_week(store: &Store, guild: u64) {
    let here = Occasion { guild: Some(guild), today: today() };
    let questions = [
        ("แอร์โฮสเตสเงินเดือนเท่าไหร่", 4),
        ("แอร์โฮสเตสได้เงินเดือนเท่าไร", 2),
        ("how do I become a vet", 3),
        ("AM ต้องพกโน้ตบุ๊กไหม **ทัก** @someone", 1),
        ("นักบินใส่ชุดสีอะไร **ทัก** @someone", 1),
    ];
    for (question, times) in questions {
        for _ in 0..times {
            let nearest = Some(section("account-manager", "salary"));
            store.unanswered(question.to_owned(), nearest, here).await.unwrap();
        }
    }
    for (article, id, times) in [("account-manager", "salary", 5), ("account-executive", "duties", 2)] {
        for _ in 0..times {
            store.asked(section(article, id), here).await.unwrap();
        }
    }
    store.chosen(section("account-executive", "duties"), here).await.unwrap();
    for rating in [rating(1, 1, false, Some("KAM ต่างจาก AM ทั่วไปไหม")), rating(2, 1, true, None)]
    {
        store.rate(Rating { guild: Some(guild), ..rating }).await.unwrap();
    }
}

#[tokio::test]
async fn answers_and_open_questions_are_counted() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    user.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    user.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    let open = user.mentions_bot(&channel, "เงินเดือนแอร์โฮสเตส โทร 081-234-5678").await;
    open.reply().await;
    learned(&store, 2, 1).await;
    let usage = store.report(today()).await.unwrap();
    assert_eq!(usage.asked[0].section, section("account-manager", "duties"));
    assert_eq!(usage.questions[0].question, "เงินเดือนแอร์โฮสเตส โทร");
    user.edits(&open, &format!("<@{}> เงินเดือนสจ๊วต", world.bot_id())).await;
    world.settle().await;
    assert_eq!(store.report(today()).await.unwrap().questions[0].times, 1, "an edit is no new question");
    world.finish();
}

#[tokio::test]
async fn the_words_of_somebody_who_did_not_ask_are_not_kept() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (channel, reader) = (world.channel("ทั่วไป"), world.user("มานี").locale("th"));
    for text in ["เมื่อวานไปกินหมูกระทะกับสมหญิงมา", "AM ทำอะไรบ้าง"]
    {
        let message = world.user("สมชาย").says(&channel, text).await;
        reader.message_command("Answer this", &message).await.response().await;
    }
    learned(&store, 1, 0).await;
    reader.slash(&channel, "define", &[("term", "ROAS")]).await.response().await;
    reader.slash(&channel, "define", &[("term", "KPI")]).await.response().await;
    learned(&store, 2, 1).await;
    assert_eq!(store.report(today()).await.unwrap().questions[0].question, "roas");
    world.finish();
}

#[tokio::test]
async fn what_is_only_overheard_is_not_kept() {
    let world = open_world().await;
    let channel = world.channel("ถามตอบ");
    let store = Store::in_memory().unwrap();
    let options = Options { ask_channels: vec![channel.id], store: store.clone(), ..options(&world) };
    let _bot = Bot::start_with(engine(), options);
    let user = world.user("สมชาย");
    for chatter in ["เงินเดือนแอร์โฮสเตส", "เมื่อวานไปกินหมูกระทะกับสมหญิงมา", "เจอกันพรุ่งนี้นะ"]
    {
        user.says(&channel, chatter).await;
    }
    user.says(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    world.settle().await;
    learned(&store, 1, 0).await;
    world.finish();
}

#[tokio::test]
async fn the_report_reads_well_in_both_languages() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let channel = world.channel("ทั่วไป");
    store.unanswered("how do I become a vet".to_owned(), None, today()).await.unwrap();
    let nothing = report(&channel, &world.user("ผู้ดูแล").locale("th").manager()).await;
    insta::assert_snapshot!(nothing.content(), @"
    **รายงานคลังความรู้ของเซิร์ฟเวอร์นี้ 90 วันล่าสุด**
    ยังไม่มีอะไรให้รายงาน เมื่อมีคนถามในเซิร์ฟเวอร์นี้แล้วจะเห็นที่นี่
    ");
    a_week(&store, world.guild_of(&channel)).await;
    for locale in ["th", "en-US"] {
        let manager = world.user("ผู้ดูแล").locale(locale).manager();
        let told = report(&channel, &manager).await;
        assert!(told.is_ephemeral());
        let description = told.embeds()[0]["description"].as_str().unwrap().to_owned();
        let labels = told.labels().join("] [");
        insta::assert_snapshot!(
            format!("the_report_{locale}"),
            format!("{}\n--\n{description}\n--\n[{labels}]", told.content())
        );
    }
    world.finish();
}

#[tokio::test]
async fn those_who_manage_a_server_see_what_was_asked_in_it_alone() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let here = world.channel("ทั่วไป");
    let elsewhere = world.guild("อีกที่").channel("ทั่วไป");
    let asker = world.user("สมชาย").locale("th");
    // By a mention, by a command, by thumbs and by an offer that held nothing of use.
    asker.mentions_bot(&here, "เงินเดือนแอร์โฮสเตส").await.reply().await;
    asker.slash(&elsewhere, "ask", &[("question", "นักบินทำงานอะไร")]).await.response().await;
    asker.dm("เงินเดือนหมอฟัน").await.reply().await;
    asker.slash(&asker.dm_channel(), "ask", &[("question", "ครูอนุบาลเงินเดือนเท่าไหร่")]).await.response().await;
    let answer = asker.mentions_bot(&elsewhere, "AM ทำอะไรบ้าง").await.reply().await;
    asker.clicks(&answer, "👎 ไม่ตรง").await.response().await;
    let offer = asker.mentions_bot(&elsewhere, "ผู้จัดการบัญชี").await.reply().await;
    asker.clicks(&offer, &offer.labels()[0]).await.response().await;
    let offer = asker.mentions_bot(&here, "ผู้จัดการบัญชี").await.reply().await;
    asker.clicks(&offer, "ไม่ใช่สักข้อ").await.response().await;
    let guild = |channel| world.guild_of(channel);
    let told = async |usage: naenaew::store::Usage| {
        let mut questions: Vec<String> = usage.questions.into_iter().map(|open| open.question).collect();
        questions.sort();
        (
            questions,
            usage.asked.iter().map(|used| used.asked + used.chosen).sum::<u64>(),
            usage.disliked.len(),
        )
    };
    learned(&store, 1, 6).await;
    world.settle().await;
    let of = async |channel| told(store.report_of(guild(channel), today()).await.unwrap()).await;
    assert_eq!(of(&here).await, (vec!["ผู้จัดการบัญชี".to_owned(), "เงินเดือนแอร์โฮสเตส".to_owned()], 0, 0));
    assert_eq!(of(&elsewhere).await, (vec!["am ทำอะไรบ้าง".to_owned(), "นักบินทำงานอะไร".to_owned()], 2, 1));
    let manager = world.user("ผู้ดูแล").locale("th").manager();
    for (channel, seen, hidden) in [(&here, "แอร์โฮสเตส", "นักบิน"), (&elsewhere, "นักบิน", "แอร์โฮสเตส")]
    {
        let told = report(channel, &manager).await;
        assert!(told.content().contains(seen) && !told.content().contains(hidden), "{}", told.content());
        assert!(!told.content().contains("หมอฟัน") && !told.content().contains("อนุบาล"), "{}", told.content());
        let export = manager.clicks(&told, "ส่งออกทุกข้อเป็นไฟล์").await.followup(0).await;
        let text = String::from_utf8(export.files()[0].bytes.clone()).unwrap();
        assert!(text.contains(seen) && !text.contains(hidden), "{text}");
    }
    world.finish();
}

#[tokio::test]
async fn what_is_asked_where_the_bot_is_a_guest_is_of_no_server() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let user = world.user("สมชาย").locale("th");
    let foreign = world.foreign_channel(&user);
    user.slash(&foreign, "ask", &[("question", "เงินเดือนแอร์โฮสเตส")]).await.response().await;
    learned(&store, 0, 1).await;
    let usage = store.report_of(world.guild_of(&foreign), today()).await.unwrap();
    assert_eq!(usage, naenaew::store::Usage::default());
    world.finish();
}

#[tokio::test]
async fn thai_names_work_for_the_report_and_the_status() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, manager) = (world.channel("ทั่วไป"), world.user("ผู้ดูแล").locale("th").manager());
    manager.slash(&channel, "คลังความรู้ รายงาน", &[]).await.followup(0).await;
    let status = manager.slash(&channel, "คลังความรู้ สถานะ", &[]).await.response().await;
    assert!(status.is_ephemeral());
    let lines: Vec<String> = status.content().lines().map(str::to_owned).collect();
    insta::assert_snapshot!(lines[..lines.len() - 1].join("\n"));
    assert!(lines.last().unwrap().starts_with("ใช้ข้อมูลชุดนี้มาตั้งแต่ <t:"), "{lines:?}");
    world.finish();
}

#[tokio::test]
async fn only_those_who_may_manage_the_server_see_the_report() {
    const MANAGE_GUILD: &str = "32";
    let world = world().await;
    let (_bot, store) = start(&world);
    a_week(&store, world.guild_of(&world.channel("ทั่วไป"))).await;
    let command = world.command("knowledge").await;
    assert_eq!(command["default_member_permissions"], MANAGE_GUILD);
    assert_eq!(command["contexts"], serde_json::json!([0]), "in servers alone");
    // A member who forges the buttons is told so, in a server and in a direct message.
    let (channel, member) = (world.channel("ทั่วไป"), world.user("สมาชิก").locale("th"));
    let in_server = member.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    let in_private = member.dm("AM ทำอะไรบ้าง").await.reply().await;
    for (message, id) in
        [(&in_server, "n1:k:th:1"), (&in_server, "n1:k:th:1:~00000000000000ff"), (&in_private, "n1:k:th:1")]
    {
        let told = member.forges_click(message, id).await.response().await;
        assert!(told.is_ephemeral() && told.files().is_empty());
        assert_eq!(told.content(), "คำสั่งนี้ใช้ได้เฉพาะผู้ที่มีสิทธิ์จัดการเซิร์ฟเวอร์");
    }
    world.finish();
}

#[tokio::test]
async fn a_store_that_fails_keeps_nobody_from_reading() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("naenaew.db");
    let location = naenaew::store::Location::File(path.clone());
    let store = Store::open(&location).unwrap();
    let world = world().await;
    let _bot = Bot::start_with(engine(), Options { store, ..options(&world) });
    world.ready().await;
    let other = rusqlite::Connection::open(path).unwrap();
    other.execute_batch("DROP TABLE section_use; DROP TABLE question; DROP TABLE rating;").unwrap();
    let (channel, manager) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    for _ in 0..2 {
        let answer = manager.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
        assert!(answer.content().contains("หน้าที่"), "{}", answer.content());
    }
    let told = report(&channel, &manager).await;
    assert!(told.content().starts_with("The data cannot be read"), "{}", told.content());
    let told = manager.slash(&channel, "privacy", &[]).await.response().await;
    assert!(told.content().starts_with("The data cannot be read"), "{}", told.content());
    world.finish();
}

#[tokio::test]
async fn what_is_too_old_is_deleted_at_the_start() {
    let world = world().await;
    let store = Store::in_memory().unwrap();
    let long_ago = naenaew::discord::date(1_700_000_000);
    store.rate(Rating { today: long_ago, ..rating(7, 70, true, None) }).await.unwrap();
    store.rate(rating(7, 71, true, None)).await.unwrap();
    let _bot = Bot::start_with(engine(), Options { store: store.clone(), ..options(&world) });
    world.user("สมชาย").dm("AM ทำอะไรบ้าง").await.reply().await;
    assert_eq!(store.kept_about(7).await.unwrap().ratings, 1);
    world.finish();
}
