//! What people see, as Discord shows it: typical replies in both languages, for reading. Everything a message can do
//! wrong is checked by the stand-in on the way.

use naenaew::discord::Options;

use crate::running::{Bot, engine, options, world};
use crate::support::{Posted, World};

/// A message as Discord shows it: text, embed, rows of components.
fn shown(message: &Posted) -> String {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut lines = Vec::new();
    if message.is_ephemeral() {
        lines.push("(only you can see this)".to_owned());
    }
    lines.push(message.content());
    for embed in message.embeds() {
        lines.push(format!("┌ {}", text(&embed["title"])));
        lines.extend(text(&embed["description"]).lines().map(|line| format!("│ {line}")));
    }
    let object = message.object();
    for row in object["components"].as_array().into_iter().flatten() {
        let components = row["components"].as_array().cloned().unwrap_or_default();
        let shown = components.iter().map(|component| match component["options"].as_array() {
            Some(options) => {
                let labels: Vec<String> = options.iter().map(|option| text(&option["label"])).collect();
                format!("[{} ▾ {}]", text(&component["placeholder"]), labels.join(" / "))
            }
            None => format!("[{}]", text(&component["label"])),
        });
        lines.push(shown.collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

/// How sure the matcher is changes whenever it is fitted anew.
fn without_percents(text: &str) -> String {
    let words = text.split_inclusive([' ', '\n']);
    words
        .map(|word| {
            if word.contains("%)") { word.replace(|c: char| c.is_ascii_digit(), "") } else { word.to_owned() }
        })
        .collect()
}

/// Asks by a mention, and gives the reply.
async fn ask(world: &World, question: &str) -> Posted {
    world.user("สมชาย").locale("th").mentions_bot(&world.channel("ทั่วไป"), question).await.reply().await
}

/// The ways to ask for the same in both languages, by name.
#[tokio::test]
async fn typical_answers() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (name, question) in [
        ("short_th", "KPI คืออะไร"),
        ("short_en", "what is churn"),
        ("long_th", "AM ทำอะไรบ้าง"),
        ("long_en", "What does an account manager do?"),
        ("salary_th", "เงินเดอน acount manager เท่าไหร่"),
        ("salary_en", "how much does a credit risk analyst earn"),
        ("offer_th", "ผู้จัดการบัญชีทำอะไร"),
        ("unknown_th", "เงินเดือนแอร์โฮสเตส"),
        ("unknown_en", "how much do pilots earn?"),
        ("layout_en", "ฟแแนีืะ ทฟืฟเำพ หฟสฟพั"),
    ] {
        insta::assert_snapshot!(name, shown(&ask(&world, question).await));
    }
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Jane"));
    let offer = user.slash(&channel, "ask", &[("question", "ผู้จัดการบัญชี")]).await.response().await;
    insta::assert_snapshot!("offer_private_en", shown(&offer));
    world.finish();
}

#[tokio::test]
async fn typical_clicks() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let channel = world.channel("ทั่วไป");
    for (tag, locale, question) in
        [("th", "th", "AM ได้เงินเดือนเท่าไหร่"), ("en", "en-US", "How much does an account manager make?")]
    {
        let asker = world.user("สมชาย").locale(locale);
        let answer = asker.mentions_bot(&channel, question).await.reply().await;
        let action = |letter: &str| {
            let start = format!("n1:{letter}:");
            let buttons = answer.buttons();
            buttons.into_iter().find(|button| button.custom_id.starts_with(&start)).unwrap().label
        };
        for (name, letter) in [("why", "w"), ("liked", "u"), ("disliked", "v")] {
            let told = asker.clicks(&answer, &action(letter)).await.response().await;
            insta::assert_snapshot!(format!("{name}_{tag}"), without_percents(&shown(&told)));
        }
        let other = world.user("คนอื่น").locale(locale);
        let told = other.clicks(&answer, &action("d")).await.response().await;
        insta::assert_snapshot!(format!("not_yours_{tag}"), shown(&told));
        let gone = format!("n1:s:{tag}:{}:account-manager:gone", asker.id);
        let told = asker.forges_click(&answer, &gone).await.response().await;
        insta::assert_snapshot!(format!("gone_{tag}"), shown(&told));
        let told = asker.forges_click(&answer, "n0:s:th:1:a:b").await.response().await;
        insta::assert_snapshot!(format!("outdated_{tag}"), shown(&told));
    }
    world.finish();
}

#[tokio::test]
async fn an_answer_in_the_other_language_says_so() {
    let world = world().await;
    let knowledge = engine().knowledge().clone();
    let articles = knowledge
        .articles()
        .iter()
        .filter(|article| article.id.as_str() != "credit-risk-analyst" || article.language.as_str() == "en");
    let kept = naenaew::knowledge::Knowledge::new(articles.cloned().collect(), knowledge.facets().clone());
    let engine = std::sync::Arc::new(naenaew::search::Engine::new(std::sync::Arc::new(kept)));
    let _bot = Bot::start_with(engine, options(&world));
    let answer = ask(&world, "credit risk analyst เรียนจบอะไรมา").await;
    assert!(answer.content().contains("\n-# เรื่องนี้ยังมีเฉพาะภาษาอังกฤษ\n"), "{}", answer.content());
    insta::assert_snapshot!("other_language_th", shown(&answer));
    world.finish();
}

#[tokio::test]
async fn what_is_old_is_said_to_be() {
    let world = world().await;
    let clock = || chrono::NaiveDate::from_ymd_opt(2029, 1, 1).unwrap();
    let _bot = Bot::start_with(engine(), Options { clock, ..options(&world) });
    let duties = ask(&world, "AM ทำอะไรบ้าง").await;
    assert!(duties.content().contains("-# เนื้อหานี้ไม่ได้ตรวจทานมานาน"), "{}", duties.content());
    let pay = ask(&world, "how much does an account manager make?").await;
    assert!(pay.content().contains("-# The newest figures here are from 2025"), "{}", pay.content());
    world.finish();
}

#[tokio::test]
async fn a_long_answer_is_read_in_full_by_whoever_wants_to() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let answer = ask(&world, "AM ได้เงินเดือนเท่าไหร่").await;
    let before = answer.text();
    let label = "อ่านทั้งหมด";
    assert!(answer.labels().contains(&label.to_owned()), "{before}");
    let reader = world.user("มานี").locale("th");
    let whole = reader.clicks(&answer, label).await.response().await;
    assert!(whole.is_ephemeral());
    let knowledge = engine().knowledge().clone();
    let article = knowledge.article(
        &naenaew::knowledge::ArticleId::parse("account-manager").unwrap(),
        &naenaew::knowledge::Language::thai(),
    );
    let section = article.unwrap().sections.iter().find(|section| section.id.as_str() == "salary").unwrap();
    let last = section.text.lines().last().unwrap();
    let end: String = last.chars().rev().take(15).collect::<Vec<_>>().into_iter().rev().collect();
    assert!(whole.content().contains(end.trim()), "{} ends with {end}", whole.content());
    assert_eq!(answer.text(), before, "the channel stays short");
    // The reader goes on in what only they see.
    reader.selects(&whole, &["account-manager:skills"]).await.response().await;
    assert!(whole.content().contains("ผู้จัดการดูแลลูกค้า · ทักษะ"), "{}", whole.content());
    insta::assert_snapshot!("long_with_read_all_th", shown(&answer));
    world.finish();
}

#[tokio::test]
async fn related_roles_open_from_their_buttons() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let answer = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    assert!(
        answer.choices().iter().all(|choice| choice.value.starts_with("account-manager:")),
        "siblings only"
    );
    asker.clicks(&answer, "ผู้บริหารงานลูกค้า").await.response().await;
    assert!(answer.content().starts_with("**ผู้บริหารงานลูกค้า · "), "{}", answer.content());
    world.finish();
}

/// The stand-in checks each of these against Discord's description, its limits and the budget of bytes.
#[tokio::test]
async fn every_section_of_the_starter_knowledge_is_taken_by_discord() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, asker) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let public = asker.mentions_bot(&channel, "AM ทำอะไรบ้าง").await.reply().await;
    let private = asker.slash(&channel, "ask", &[("question", "AM ทำอะไรบ้าง")]).await.response().await;
    let knowledge = engine().knowledge().clone();
    for article in knowledge.articles() {
        for section in &article.sections {
            for message in [&public, &private] {
                for letter in ["s", "f"] {
                    let id = format!(
                        "n1:{letter}:{}:{}:{}:{}",
                        article.language, asker.id, article.id, section.id
                    );
                    let shown = asker.forges_click(message, &id).await.response().await;
                    assert!(shown.content().starts_with("**"), "{id}: {}", shown.content());
                }
            }
        }
    }
    world.finish();
}
