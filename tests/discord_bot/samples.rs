//! From a question without a good answer to the line that an author pastes.

use std::path::Path;
use std::sync::Arc;

use naenaew::discord::today;
use naenaew::knowledge::{Article, ArticleId, Knowledge, Language, Level, parse};
use naenaew::search::{Engine, Question};
use naenaew::store::{Occasion, Rating};

use crate::learning::{a_week, rating, report, start};
use crate::running::{engine, world};

/// The lines between the fences of a block of code.
fn block(text: &str) -> String {
    let (_, rest) = text.split_once("```yaml\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// An article of the starter knowledge with other `questions`.
fn with_questions(file: &str, questions: &str) -> Article {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let mut kept = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        inside = line == "questions:" || (inside && line.starts_with(' '));
        if !inside {
            kept.push(line);
        }
    }
    let text = kept.join("\n").replacen("\n---\n", &format!("\n{questions}---\n"), 1);
    let (language, name) = file.split_once('/').unwrap();
    let id = ArticleId::parse(name.strip_suffix(".md").unwrap()).unwrap();
    let (article, problems) =
        parse(file, id, Language::parse(language).unwrap(), &text, engine().knowledge().facets());
    assert!(problems.iter().all(|problem| problem.level != Level::Error), "{problems:?}\n{text}");
    article.unwrap()
}

/// The starter knowledge with an article in place of its old self.
fn engine_with(article: Article) -> Arc<Engine> {
    let old = engine();
    let mut articles = old.knowledge().articles().to_vec();
    let place = articles.iter_mut().find(|old| old.file == article.file).unwrap();
    *place = article;
    Arc::new(Engine::new(Arc::new(Knowledge::new(articles, old.knowledge().facets().clone()))))
}

#[tokio::test]
async fn a_disliked_answer_becomes_a_sample_question_that_answers() {
    let world = world().await;
    let (bot, store) = start(&world);
    let (channel, manager) = (world.channel("ทั่วไป"), world.user("ผู้ดูแล").locale("th").manager());
    let question = "am เลื่อนขั้นแล้วได้ตังเพิ่มมั้ย";
    let guild = Some(world.guild_of(&channel));
    store.rate(Rating { guild, ..rating(7, 70, false, Some(question)) }).await.unwrap();
    let told = report(&channel, &manager).await;
    let sample = manager.clicks(&told, &told.labels()[0]).await.followup(0).await;
    assert!(sample.is_ephemeral());
    insta::assert_snapshot!(sample.content());
    let file = &sample.files()[0];
    assert_eq!(file.name, "naenaew-questions.md");
    let export = String::from_utf8(file.bytes.clone()).unwrap();
    let path = export.lines().find_map(|line| line.strip_prefix("## ")).unwrap();

    // Both ways to paste give an article that is read without a mistake, with the question in it.
    let short = with_questions(path, &block(&sample.content()));
    let whole = with_questions(path, &block(&export));
    let holder = |article: &Article| {
        let mut sections = article.sections.iter();
        sections.find(|section| section.questions.iter().any(|asked| asked == question)).unwrap().id.clone()
    };
    assert_eq!(holder(&short), holder(&whole));
    let before: usize = engine()
        .knowledge()
        .article(&whole.id, &whole.language)
        .unwrap()
        .sections
        .iter()
        .map(|section| section.questions.len())
        .sum();
    let after: usize = whole.sections.iter().map(|section| section.questions.len()).sum();
    assert_eq!(after, before + 1, "nothing is lost");
    let wanted = holder(&whole);
    let improved = engine_with(whole);
    assert_eq!(improved.ask(&Question::new(question)).candidates[0].section, wanted);

    bot.stop().await;
    world.finish();
}

#[tokio::test]
async fn what_the_knowledge_answers_by_now_is_no_longer_open() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let channel = world.channel("ทั่วไป");
    let here = Occasion { guild: Some(world.guild_of(&channel)), today: today() };
    store.unanswered("AM ทำอะไรบ้าง".to_owned(), None, here).await.unwrap();
    let told = report(&channel, &world.user("Jane").manager()).await;
    assert!(told.content().contains("There is nothing to report yet"), "{}", told.content());
    world.finish();
}

#[tokio::test]
async fn all_questions_are_exported_as_a_file() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (channel, manager) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    a_week(&store, world.guild_of(&channel)).await;
    let told = report(&channel, &manager).await;
    let export = manager.clicks(&told, "Export all as a file").await.followup(0).await;
    assert!(export.is_ephemeral());
    let text = String::from_utf8(export.files()[0].bytes.clone()).unwrap();
    insta::assert_snapshot!(format!("{}\n--\n{text}", export.content()));
    world.finish();
}

#[tokio::test]
async fn a_question_that_is_gone_says_so() {
    let world = world().await;
    let (_bot, store) = start(&world);
    let (channel, manager) = (world.channel("ทั่วไป"), world.user("Jane").manager());
    a_week(&store, world.guild_of(&channel)).await;
    let told = report(&channel, &manager).await;
    let gone = manager.forges_click(&told, "n1:k:en:1:~00000000000000ff").await.followup(0).await;
    assert!(gone.content().starts_with("This question is no longer in the report"), "{}", gone.content());
    let forged = manager.forges_click(&told, "n1:k:en:1:account-manager:salary").await.response().await;
    assert!(forged.content().starts_with("This button no longer works"), "{}", forged.content());
    world.finish();
}
