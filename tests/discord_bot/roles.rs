//! `/role` and `/compare`: what people see, with pictures and without.

use naenaew::search::Engine;
use std::sync::Arc;

use crate::running::{Bot, engine, engine_without, options, world};
use crate::support::state::permissions;
use crate::support::{Posted, Refusal, User, World};

/// Roles whose articles have everything; what they look like is in the snapshots.
const ROLES: [&str; 5] = [
    "account-executive",
    "account-manager",
    "accounting-manager",
    "credit-risk-analyst",
    "financial-analyst",
];
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const DEFERRED: u64 = 5;
const AT_ONCE: u64 = 4;

/// What a reader sees, and what a screen reader reads of the picture.
pub(crate) fn seen(message: &Posted) -> String {
    let mut lines = vec![message.content()];
    lines.extend(message.choices().iter().map(|choice| format!("  ▾ {}", choice.label)));
    lines.extend(message.labels().iter().map(|label| format!("  [{label}]")));
    lines.extend(message.files().iter().map(|file| format!("[{}] {}", file.name, file.description)));
    lines.join("\n")
}

/// Every figure that the picture shows stands in the text.
#[track_caller]
pub(crate) fn assert_tells_the_figures(message: &Posted) {
    let content = message.content();
    let files = message.files();
    for line in files.iter().flat_map(|file| file.description.lines().skip(1)) {
        let figures = line.split(|c: char| !(c.is_ascii_digit() || c == ','));
        for figure in figures.map(|figure| figure.trim_matches(',')).filter(|figure| figure.len() > 4) {
            assert!(content.contains(figure), "{figure} in {content}");
        }
    }
}

async fn role(world: &World, user: &User, options: &[(&str, &str)]) -> Posted {
    user.slash(&world.channel("ทั่วไป"), "role", options).await.response().await
}

async fn compare(world: &World, user: &User, first: &str, second: &str) -> Posted {
    let options = [("first", first), ("second", second)];
    user.slash(&world.channel("ทั่วไป"), "compare", &options).await.response().await
}

#[tokio::test]
async fn a_role_opens_at_what_it_is_for_the_asker_alone() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (locale, typed, title) in [
        ("th", "account-manager", "ผู้จัดการดูแลลูกค้า"),
        ("th", "ผู้จัดการดูแลลูกค้า", "ผู้จัดการดูแลลูกค้า"),
        ("en-US", "account-manager:definition", "Account Manager"),
        ("en-US", "AM", "Account Manager"),
        ("en-US", "acount manager", "Account Manager"),
    ] {
        let answer = role(&world, &world.user("สมชาย").locale(locale), &[("role", typed)]).await;
        assert!(answer.is_ephemeral());
        assert!(answer.content().contains(title), "{typed}: {}", answer.content());
        assert!(answer.files().is_empty());
    }
    world.finish();
}

#[tokio::test]
async fn thai_names_of_the_commands_and_options_work() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย").locale("th"));
    let options = [("ชื่ออาชีพ", "นักวิเคราะห์การเงิน"), ("เรื่อง", "คุณสมบัติ")];
    let answer = user.slash(&channel, "อาชีพ", &options).await.response().await;
    assert!(answer.content().contains("คุณสมบัติ"), "{}", answer.content());
    let options = [("อาชีพแรก", "AM"), ("อาชีพที่สอง", "AE")];
    let compared = user.slash(&channel, "เปรียบเทียบ", &options).await.response().await;
    assert!(compared.content().contains("ต่างกันอย่างไร"), "{}", compared.content());
    world.finish();
}

#[tokio::test]
async fn roles_and_their_sections_complete_while_typing() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Ann").locale("en-US"));
    let names =
        |choices: Vec<(String, String)>| choices.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let all = names(user.autocompletes(&channel, "role", "role", "").await);
    assert_eq!(all.len(), all_roles().len().min(25), "{all:?}");
    let begun = user.autocompletes(&channel, "compare", "second", "acc").await;
    assert!(
        begun.contains(&("Account Manager".to_owned(), "account-manager:definition".to_owned())),
        "{begun:?}"
    );
    assert!(names(user.autocompletes(&channel, "role", "role", "KPI").await).is_empty(), "a term is no role");

    let sections = |role: &'static str, typed: &'static str| {
        let options = [("role", role), ("section", typed)];
        user.autocompletes_beside(&channel, "role", options, "section")
    };
    let of_manager = sections("account-manager:definition", "").await;
    assert!(
        of_manager.contains(&("Example".to_owned(), "account-manager:example".to_owned())),
        "{of_manager:?}"
    );
    assert_eq!(names(sections("AM", "sal").await), ["Salary"]);
    assert!(sections("no such role at all", "").await.is_empty());
    world.finish();
}

#[tokio::test]
async fn pay_and_career_come_with_pictures_that_say_the_same_in_text() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (locale, user) in
        [("th", world.user("สมชาย").locale("th")), ("en", world.user("Ann").locale("en-US"))]
    {
        for section in ["salary", "career-path"] {
            for article in ROLES {
                let answer = role(&world, &user, &[("role", article), ("section", section)]).await;
                let [file] = answer.files().try_into().ok().unwrap();
                assert!(file.bytes.starts_with(PNG) && file.content_type == "image/png");
                // Every figure and every step of the picture stands in the text.
                assert_tells_the_figures(&answer);
                let content = answer.content().replace('\\', "");
                for line in file.description.lines().skip(1) {
                    if let Some((_, step)) = line.split_once(". ").filter(|_| section == "career-path") {
                        let step = step.split(" (ตำแหน่งนี้)").next().unwrap();
                        assert!(
                            content.contains(step.split(" (this role)").next().unwrap()),
                            "{step} in {content}"
                        );
                    }
                }
                if article == "account-manager" || article == "accounting-manager" {
                    insta::assert_snapshot!(format!("role_{article}_{section}_{locale}"), seen(&answer));
                }
            }
        }
    }
    world.finish();
}

#[tokio::test]
async fn a_picture_is_painted_once_and_the_first_time_deferred() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("สมชาย"));
    let options = [("role", "account-manager"), ("section", "salary")];
    let first = user.slash(&channel, "role", &options).await;
    assert_eq!(first.acknowledged().await, DEFERRED);
    assert!(first.response().await.is_ephemeral());
    let second = user.slash(&channel, "role", &options).await;
    assert_eq!(second.acknowledged().await, AT_ONCE);
    assert_eq!(first.response().await.files()[0].bytes, second.response().await.files()[0].bytes);
    world.finish();
}

#[tokio::test]
async fn where_files_are_not_allowed_the_text_goes_alone() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let (channel, user) = (world.channel("ทั่วไป"), world.user("Ann"));
    channel.deny(permissions::ATTACH_FILES);
    let options = [("first", "AM"), ("second", "AE")];
    let answer = user.slash(&channel, "compare", &options).await.response().await;
    assert!(answer.files().is_empty());
    assert!(answer.content().contains("66,260"), "{}", answer.content());

    // Where only Discord itself knows, it is asked twice.
    let elsewhere = world.channel("อื่น ๆ");
    world.fails("POST", "/webhooks/*/*", Refusal::missing_permissions(), 1);
    let answer = user.slash(&elsewhere, "compare", &options).await.response().await;
    assert!(answer.files().is_empty());
    assert!(answer.content().contains("66,260"), "{}", answer.content());
    world.finish();
}

#[tokio::test]
async fn two_roles_compare_with_a_picture() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (locale, user) in
        [("th", world.user("สมชาย").locale("th")), ("en", world.user("Ann").locale("en-US"))]
    {
        for first in ROLES {
            for second in ROLES.into_iter().filter(|second| *second != first) {
                let message = compare(&world, &user, first, second).await;
                assert!(message.is_ephemeral());
                assert_eq!(message.files().len(), 1, "all have US figures");
                assert_tells_the_figures(&message);
                let bold = |line: &&str| line.starts_with("**") && line.ends_with("**");
                assert_eq!(message.content().lines().filter(bold).count(), 6, "{}", message.content());
                if first == "account-executive"
                    || (first, second) == ("financial-analyst", "accounting-manager")
                {
                    insta::assert_snapshot!(format!("compare_{first}_{second}_{locale}"), seen(&message));
                }
            }
        }
    }
    // The stand-in has checked each against Discord's description, its limits and the byte budget.
    world.finish();
}

/// Each role once as the first and once as the second; any two are compared beside the code, without pictures.
#[tokio::test]
async fn every_role_compares_with_another() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let roles = all_roles();
    for user in [world.user("สมชาย").locale("th"), world.user("Ann").locale("en-US")] {
        for (first, second) in roles.iter().zip(roles.iter().cycle().skip(1)) {
            let message = compare(&world, &user, first, second).await;
            assert_tells_the_figures(&message);
            let bold = |line: &&str| line.starts_with("**") && line.ends_with("**");
            assert_eq!(message.content().lines().filter(bold).count(), 6, "{}", message.content());
        }
    }
    world.finish();
}

#[tokio::test]
async fn a_comparison_leads_on() {
    let world = world().await;
    let _bot = Bot::start(&world);
    let user = world.user("Ann").locale("en-US");
    let compared = compare(&world, &user, "AM", "AE").await;
    let chosen = user.selects(&compared, &["Account Manager · Salary"]).await.response().await;
    assert!(chosen.content().contains("Account Manager · Salary"), "{}", chosen.content());
    let names: Vec<String> = chosen.files().into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["career.png"], "the comparison's picture went with it");
    world.finish();
}

#[tokio::test]
async fn what_cannot_be_compared_or_shown_is_told_kindly() {
    let world = world().await;
    let _bot = Bot::start(&world);
    for (locale, user) in
        [("th", world.user("สมชาย").locale("th")), ("en", world.user("Ann").locale("en-US"))]
    {
        let told = [
            compare(&world, &user, "AM", "account-manager").await,
            compare(&world, &user, "AM", "**@everyone** zzz").await,
            role(&world, &user, &[("role", "zzzzz")]).await,
            role(&world, &user, &[("role", "KPI")]).await,
            role(&world, &user, &[("role", "ผู้จัดการบัญชี")]).await,
            role(&world, &user, &[("role", "AM"), ("section", "[x](https://evil.example)")]).await,
            role(&world, &user, &[("role", "AM"), ("section", "accounting-manager:salary")]).await,
            role(&world, &user, &[("role", "AM"), ("section", "เงินเดือนเท่าไหร่")]).await,
            role(&world, &user, &[("role", "gone:definition")]).await,
        ];
        let told = told.iter().map(seen).collect::<Vec<_>>().join("\n———\n");
        insta::assert_snapshot!(format!("told_kindly_{locale}"), told);
    }
    world.finish();
}

#[tokio::test]
async fn a_role_that_is_gone_is_not_compared() {
    let world = world().await;
    let _bot = Bot::start_with(engine_without("account-executive"), options(&world));
    let message = compare(&world, &world.user("Ann"), "AM", "account-executive:definition").await;
    assert!(message.files().is_empty());
    assert!(!message.content().is_empty());
    world.finish();
}

/// Articles that lack nearly everything, hold markup in their names, or have figures that share nothing.
fn bare() -> Arc<Engine> {
    use naenaew::knowledge::{ArticleId, Facets, Knowledge, Language, parse};
    let read = |id: &str, text: &str| {
        let id = ArticleId::parse(id).unwrap();
        parse("en/x.md", id, Language::english(), text, &Facets::default()).0.unwrap()
    };
    let long = "ก".repeat(3000);
    let articles = vec![
        read("diver", "---\ntitle: Diver\n---\nDives.\n"),
        read(
            "baker",
            "---\ntitle: \"**Baker** <@1>\"\npay:\n  - {region: TH, currency: THB, period: month, low: 15000, high: 20000}\n---\nBakes.\n",
        ),
        read(
            "miner",
            &format!(
                "---\ntitle: Miner\npay:\n  - {{region: XX, currency: XAU, period: shift, median: 0.5}}\nladder: [{long}, miner]\n---\n{long}\n\n## Salary {{#salary}}\n\n{long}\n"
            ),
        ),
    ];
    Arc::new(Engine::new(Arc::new(Knowledge::new(articles, Facets::default()))))
}

#[tokio::test]
async fn articles_that_lack_nearly_everything_compare_too() {
    let world = world().await;
    let _bot = Bot::start_with(bare(), options(&world));
    let user = world.user("Ann").locale("en-US");
    for (first, second) in [("diver", "baker"), ("baker", "miner"), ("miner", "diver")] {
        let message = compare(&world, &user, first, second).await;
        assert!(message.files().is_empty(), "nothing shares an axis");
        if second != "diver" {
            insta::assert_snapshot!(format!("compare_bare_{first}_{second}"), seen(&message));
        }
    }
    role(&world, &user, &[("role", "miner"), ("section", "salary")]).await;
    world.finish();
}

/// Every role of the starter articles.
fn all_roles() -> Vec<String> {
    let topics = engine().topics(&naenaew::knowledge::Language::english(), usize::MAX);
    topics.iter().map(|topic| topic.article.to_string()).collect()
}

#[test]
fn the_starter_has_the_roles_that_are_tested() {
    let known = all_roles();
    assert!(ROLES.iter().all(|role| known.iter().any(|known| known == role)), "{known:?}");
}
