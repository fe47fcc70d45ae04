//! Articles that change while the bot runs: the next answer has them, `/knowledge` tells of them.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use naenaew::knowledge::Origin;
use naenaew::live::{Live, Watching};
use tempfile::TempDir;

use crate::running::{Bot, engine, options, world};
use crate::support::{Channel, User};

/// A bot's folder of articles.
struct Articles(TempDir);

impl Articles {
    /// A baker, in one language.
    fn new() -> Self {
        let articles = Self(tempfile::tempdir().unwrap());
        fs::create_dir(articles.path().join("en")).unwrap();
        articles.baker("Bakes bread.");
        articles
    }

    fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.path().join(file), text).unwrap();
    }

    fn baker(&self, duties: &str) {
        let text =
            format!("---\ntitle: Baker\n---\nA baker has a trade.\n\n## Duties {{#duties}}\n\n{duties}\n");
        self.write("en/baker.md", &text);
    }

    /// Followed; by looks that never come, the articles are read on demand alone.
    fn open(&self, watching: Watching) -> Live {
        Live::open(Origin::Folder(self.path()), watching).unwrap()
    }
}

const ON_DEMAND: Watching = Watching::Looks(Duration::from_secs(86_400));
const QUESTION: &str = "what does a baker do";

async fn reload(channel: &Channel, manager: &User) -> String {
    let told = manager.slash(channel, "knowledge reload", &[]).await.followup(0).await;
    assert!(told.is_ephemeral());
    told.content()
}

/// The status, with times in place of their numbers.
async fn status(channel: &Channel, manager: &User) -> String {
    let told = manager.slash(channel, "knowledge status", &[]).await.response().await;
    assert!(told.is_ephemeral());
    let content = told.content();
    let mut parts = content.split("<t:");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(':').unwrap();
        assert!(number.parse::<u64>().is_ok(), "{content}");
        text.push_str("<t:0:");
        text.push_str(rest);
    }
    text
}

#[tokio::test]
async fn a_changed_article_answers_differently_without_a_new_start() {
    let (world, articles) = (world().await, Articles::new());
    let live = articles.open(Watching::Events);
    let bot = Bot::start_on(live.clone(), options(&world));
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    let before = user.mentions_bot(&channel, QUESTION).await.reply().await;
    assert!(before.content().contains("Bakes bread."), "{}", before.content());

    let old = live.now();
    articles.baker("Bakes cake.");
    while std::sync::Arc::ptr_eq(&old, &live.now()) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let after = user.mentions_bot(&channel, QUESTION).await.reply().await;
    assert!(after.content().contains("Bakes cake."), "{}", after.content());
    let command = user.slash(&channel, "ask", &[("question", QUESTION)]).await.response().await;
    assert!(command.content().contains("Bakes cake."), "{}", command.content());
    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn managers_have_the_articles_read_anew() {
    let (world, articles) = (world().await, Articles::new());
    let _bot = Bot::start_on(articles.open(ON_DEMAND), options(&world));
    let (channel, jane) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    let manager = world.user("ผู้ดูแล").locale("th").manager();
    assert_eq!(reload(&channel, &jane).await, "The knowledge base was read anew. Nothing changed");
    articles.baker("Bakes cake.");
    let miller = "---\ntitle: Miller\n---\nMills.\n\n## Duties {#duties}\n\nMills corn.\n";
    articles.write("en/miller.md", miller);
    let told = manager.slash(&channel, "คลังความรู้ อ่านใหม่", &[]).await.followup(0).await;
    assert_eq!(told.content(), "อ่านคลังความรู้ใหม่แล้ว บทความ: เพิ่ม 1, แก้ไข 1 · หัวข้อ: เพิ่ม 2, แก้ไข 1");
    let answer = jane.mentions_bot(&channel, QUESTION).await.reply().await;
    assert!(answer.content().contains("Bakes cake."), "{}", answer.content());
    let completed = jane.autocompletes(&channel, "define", "term", "mil").await;
    assert!(completed.iter().any(|(name, _)| name == "Miller"), "{completed:?}");
    fs::remove_file(articles.path().join("en/miller.md")).unwrap();
    assert_eq!(
        reload(&channel, &jane).await,
        "The knowledge base was read anew. Articles: 1 removed · Sections: 2 removed"
    );
    world.finish();
}

#[tokio::test]
async fn broken_articles_show_in_the_status_until_they_are_mended() {
    let (world, articles) = (world().await, Articles::new());
    let _bot = Bot::start_on(articles.open(ON_DEMAND), options(&world));
    let (channel, jane) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    let thai = world.user("ผู้ดูแล").locale("th").manager();
    let good = status(&channel, &jane).await;
    articles.write("en/baker.md", "---\ntitel: *Baker*\nrelated: [a, B C, D E, F G]\n---\nText.\n");
    let broken = reload(&channel, &jane).await;
    let told = status(&channel, &jane).await;
    insta::assert_snapshot!("broken_articles_en", told);
    insta::assert_snapshot!("broken_articles_th", status(&channel, &thai).await);
    assert_eq!(broken.lines().count() + good.lines().count(), told.lines().count(), "{broken}");
    let answer = jane.mentions_bot(&channel, QUESTION).await.reply().await;
    assert!(answer.content().contains("Bakes bread."), "the last good one: {}", answer.content());

    articles.baker("Bakes bread.");
    assert_eq!(reload(&channel, &jane).await, "The knowledge base was read anew. Nothing changed");
    assert_eq!(status(&channel, &jane).await, good);
    world.finish();
}

#[tokio::test]
async fn where_the_folder_lies_is_told_to_nobody() {
    let (world, articles) = (world().await, Articles::new());
    let _bot = Bot::start_on(articles.open(ON_DEMAND), options(&world));
    let (channel, jane) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    let path = articles.path();
    drop(articles);
    let told = reload(&channel, &jane).await + &status(&channel, &jane).await;
    assert!(told.contains("the folder of articles: there is no such folder"), "{told}");
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(!told.contains(name), "{told}");
    world.finish();
}

#[tokio::test]
async fn built_in_articles_have_nothing_to_read() {
    let world = world().await;
    let _bot = Bot::start_with(engine(), options(&world));
    let (channel, jane) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    let told = reload(&channel, &jane).await;
    assert_eq!(told, "The articles built into the program are in use, so there is nothing to read anew");
    world.finish();
}

#[tokio::test]
async fn reading_anew_is_for_managers_and_paced() {
    let (world, articles) = (world().await, Articles::new());
    let _bot = Bot::start_on(articles.open(ON_DEMAND), options(&world));
    let channel = world.channel("ทั่วไป");
    let member = world.user("สมาชิก").locale("th").manager();
    let told = member.slash_as_nobody(&channel, "knowledge reload").await.response().await;
    assert_eq!(told.content(), "คำสั่งนี้ใช้ได้เฉพาะผู้ที่มีสิทธิ์จัดการเซิร์ฟเวอร์");
    // All servers share the articles, and the pace.
    for number in 0..5 {
        let jane = world.user(&format!("Jane {number}")).manager();
        assert!(reload(&channel, &jane).await.contains("Nothing changed"), "{number}");
    }
    let told = world.user("John").manager().slash(&channel, "knowledge reload", &[]).await.response().await;
    assert_eq!(
        told.content(),
        "The knowledge base was read anew a moment ago. Please try again in half a minute"
    );
    world.finish();
}

#[cfg(unix)]
#[tokio::test]
async fn the_signal_for_it_has_the_articles_read_anew() {
    use std::process::{Child, Command};

    let signal = |bot: &Child, name: &str| {
        let kill = format!("kill -{name} {}", bot.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    };
    let (world, articles) = (world().await, Articles::new());
    let mut bot = Command::new(env!("CARGO_BIN_EXE_naenaew"))
        .arg("bot")
        .current_dir(articles.path())
        .env_clear()
        .env("DISCORD_TOKEN", world.token())
        .env("DISCORD_PROXY_URL", world.proxy_url())
        .env("DATABASE_URL", "sqlite::memory:")
        .env("KNOWLEDGE_DIR", articles.path())
        // So seldom that the signal alone can be why.
        .env("KNOWLEDGE_POLL_SECONDS", "86400")
        .env("LOG", "error")
        .stdin(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    let before = user.mentions_bot(&channel, QUESTION).await.reply().await;
    assert!(before.content().contains("Bakes bread."), "{}", before.content());
    articles.write("en/miller.md", "---\ntitle: Miller\n---\nMills.\n");
    signal(&bot, "HUP");
    for round in 0.. {
        let completed = user.autocompletes(&channel, "define", "term", "mil").await;
        if completed.iter().any(|(name, _)| name == "Miller") {
            break;
        }
        assert!(round < 1000, "the signal had no effect");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    signal(&bot, "TERM");
    assert!(bot.wait().unwrap().success());
    world.finish();
}
