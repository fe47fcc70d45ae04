//! How long a picture takes, from the first to the PNG, and how long names of ten thousand terms take to complete.
//!
//! Nothing is asserted: machines differ.

#![allow(clippy::expect_used, reason = "a measurement on broken data must stop")]

mod support;

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::Criterion;
use naenaew::knowledge::{ArticleId, Facets, Knowledge, Language, SectionId, parse, starter};
use naenaew::reply::compare::compare;
use naenaew::reply::role::{complete_roles, complete_sections, find_role, show};
use naenaew::reply::role_wording::RoleWording;
use naenaew::reply::wording::Wording;
use naenaew::search::Engine;
use support::Random;

/// Terms, or roles, to complete among.
const TERMS: usize = 10_000;
/// How many names Discord shows below a command.
const COMPLETIONS: usize = 25;
/// What somebody has typed so far.
const TYPED: [&str; 9] =
    ["", "a", "ก", "account", "senior account manager", "acount maneger", "ผู้จัดการ", "ผู้จดการฝ่ายบันชี", "zzzzzz"];
const WORDS: [&str; 24] = [
    "account",
    "manager",
    "senior",
    "junior",
    "credit",
    "risk",
    "analyst",
    "sales",
    "data",
    "cloud",
    "legal",
    "brand",
    "ผู้จัดการ",
    "ฝ่าย",
    "บัญชี",
    "นักวิเคราะห์",
    "การเงิน",
    "สินเชื่อ",
    "อาวุโส",
    "ลูกค้า",
    "ข้อมูล",
    "กฎหมาย",
    "โครงการ",
    "ขาย",
];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    pictures(&mut criterion);
    completions(&mut criterion);
    role_completions(&mut criterion);
    criterion.final_summary();
}

fn pictures(criterion: &mut Criterion) {
    let engine = Engine::new(Arc::new(starter().expect("the starter has no error")));
    let role = |id: &str| ArticleId::parse(id).expect("an id");
    let (wording, texts) = (Wording::of("th"), RoleWording::of("th"));
    let (first, second) = (role("account-executive"), role("accounting-manager"));
    let shown = |section: &str| {
        let section = SectionId::parse(section).expect("an id");
        show(&engine, &first, &section, wording, texts).and_then(|shown| shown.sketch).expect("a picture")
    };
    let compared = || {
        let comparison = compare(&engine, [&first, &second], wording, texts).expect("two roles");
        comparison.sketch.expect("a picture")
    };
    let mut group = criterion.benchmark_group("picture");
    group.sample_size(20).measurement_time(Duration::from_secs(3));
    group.bench_function("lay out a comparison", |bencher| bencher.iter(compared));
    group.bench_function("pay of a role", |bencher| bencher.iter(|| shown("salary").paint()));
    group.bench_function("career path", |bencher| bencher.iter(|| shown("career-path").paint()));
    group.bench_function("comparison", |bencher| bencher.iter(|| compared().paint()));
    group.finish();
}

fn completions(criterion: &mut Criterion) {
    let mut random = Random::new(7);
    let mut text = String::from("---\ntitle: Terms\nkind: glossary\n---\n");
    for number in 0..TERMS {
        let words: Vec<&str> = (0..4).map(|_| *random.pick(&WORDS)).collect();
        // Writing to a String cannot fail.
        let _ = write!(text, "\n## {} {number} {{#t{number}}}\n\nText.\n", words.join(" "));
    }
    let id = ArticleId::parse("terms").expect("an id");
    let (article, _) = parse("en/terms.md", id, Language::english(), &text, &Facets::default());
    let knowledge = Knowledge::new(vec![article.expect("an article")], Facets::default());
    let engine = Engine::new(Arc::new(knowledge));
    let mut group = criterion.benchmark_group("complete 10,000 terms");
    group.sample_size(20).measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(300));
    for typed in TYPED {
        group.bench_function(format!("“{typed}”"), |bencher| {
            bencher.iter(|| engine.complete(black_box(typed), &Language::english(), COMPLETIONS));
        });
    }
    group.finish();
}

/// What `/role` and `/compare` complete, and what they make of a role that is typed without a choice.
fn role_completions(criterion: &mut Criterion) {
    let mut random = Random::new(7);
    let articles = (0..TERMS).map(|number| {
        let words: Vec<&str> = (0..3).map(|_| *random.pick(&WORDS)).collect();
        let text = format!("---\ntitle: {} {number}\n---\n\nText.\n\n## Salary\n\nText.\n", words.join(" "));
        let id = ArticleId::parse(&format!("r{number}")).expect("an id");
        let (article, _) = parse("en/role.md", id, Language::english(), &text, &Facets::default());
        article.expect("an article")
    });
    let knowledge = Knowledge::new(articles.collect(), Facets::default());
    let engine = Engine::new(Arc::new(knowledge));
    let (english, wording) = (Language::english(), Wording::of("en"));
    let role = ArticleId::parse("r0").expect("an id");
    let mut group = criterion.benchmark_group("complete 10,000 roles");
    group.sample_size(20).measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(300));
    for typed in TYPED {
        group.bench_function(format!("“{typed}”"), |bencher| {
            bencher.iter(|| complete_roles(&engine, black_box(typed), &english, COMPLETIONS));
        });
        group.bench_function(format!("a section, “{typed}”"), |bencher| {
            bencher.iter(|| complete_sections(&engine, &role, black_box(typed), wording));
        });
        group.bench_function(format!("the role of a section, “{typed}”"), |bencher| {
            bencher.iter(|| find_role(&engine, black_box(typed), &english).is_ok());
        });
    }
    group.finish();
}
