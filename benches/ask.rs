//! How long the engine takes on the starter knowledge: to start, to answer, to complete a name, and at worst.
//!
//! `cargo bench` measures everything, `cargo bench -- worst` what has that in its name. Nothing is asserted: machines
//! differ.

#![allow(clippy::expect_used, reason = "a measurement on broken data must stop")]

mod support;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use naenaew::knowledge::{ArticleId, Knowledge, Language, load, starter};
use naenaew::search::{Engine, MAX_QUESTION_CHARACTERS, Question};
use support::{Labelled, Random};

/// What people type, one of each sort: what it shows, the question, the article of the answer before.
const QUESTIONS: [(&str, &str, Option<&str>); 15] = [
    ("plain", "เงินเดือน account manager เท่าไหร่", None),
    ("plain Thai", "นักวิเคราะห์การเงินทำอะไร", None),
    ("plain English", "What does an account manager do?", None),
    ("typo", "ผุ้จัดการฝ่ายบันชี ต้องจบอะไร", None),
    ("English typo", "acount manger salry", None),
    ("ambiguous name", "ผู้จัดการบัญชีคืออะไร", None),
    ("term", "ROI คืออะไร", None),
    ("name alone", "AM", None),
    ("follow-up", "แล้วเงินเดือนล่ะ", Some("account-manager")),
    ("sounds like", "แอคเค้าท์แมเนเจอร์ ทำอะไรบ้าง", None),
    ("wrong layout", "ฟแแนีืะ ทฟืฟเำพ หฟสฟพั", None),
    ("wrong layout in part", "g'bogfnvo account manager gmjkwsij", None),
    ("another role", "เงินเดือนแอร์โฮสเตส", None),
    ("no question", "ใครว่างไปกินข้าวกัน", None),
    ("job ad", "รับสมัคร Account Manager เงินเดือน 25,000-35,000 สนใจส่ง CV มาได้เลย", None),
];

/// What somebody has typed of a name so far.
const BEGINNINGS: [(&str, &str); 4] =
    [("nothing", ""), ("prefix", "นักวิเคราะห์การเ"), ("typo", "acount manager"), ("no name", "zzzzzz")];

/// How many names Discord shows below a command.
const COMPLETIONS: usize = 25;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let knowledge = Arc::new(starter().expect("the starter has no error"));
    let engine = Engine::new(Arc::clone(&knowledge));
    start(&mut criterion, &knowledge);
    ask(&mut criterion, &engine);
    worst(&mut criterion, &engine);
    complete(&mut criterion, &engine);
    wikipedia(&mut criterion);
    criterion.final_summary();
}

fn start(criterion: &mut Criterion, knowledge: &Arc<Knowledge>) {
    let mut group = criterion.benchmark_group("start");
    group.sample_size(20);
    group.bench_function("read the starter", |bencher| bencher.iter(starter));
    group.bench_function("index the starter", |bencher| {
        bencher.iter(|| Engine::new(Arc::clone(black_box(knowledge))));
    });
    group.finish();
}

fn ask(criterion: &mut Criterion, engine: &Engine) {
    let mut group = criterion.benchmark_group("ask");
    for (name, text, about) in QUESTIONS {
        let about = about.and_then(|article| ArticleId::parse(article).ok());
        let question = Question::new(text).about(about);
        group.bench_function(name, |bencher| bencher.iter(|| engine.ask(black_box(&question))));
    }
    group.finish();
}

/// The longest questions that are read, of the kinds that cost most.
fn worst(criterion: &mut Criterion, engine: &Engine) {
    let mut group = criterion.benchmark_group("worst");
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for (name, text) in worst_texts() {
        let question = Question::new(text);
        group.bench_function(name, |bencher| bencher.iter(|| engine.ask(black_box(&question))));
    }
    group.finish();
}

/// Of the kinds that were tried these cost most, with random Thai to compare: question words, one name or letter again and
/// again, marks alone and random Latin stay below.
fn worst_texts() -> Vec<(&'static str, String)> {
    let mut random = Random::new(1);
    let thai: Vec<char> = "กขคงจชซญดตถทธนบปผพฟมยรลวศสหอะาเแโใไ่้็ิีุู์ั".chars().collect();
    vec![
        ("names by their sound", filled(&["แอคเค้าท์", "แมเนเจอร์", "ไฟแนนเชียล", "อนาลิส"])),
        ("names by their sound, misheard", filled(&["แอ๊กเคาส์", "แมนะเจ้อ", "ไฟเน่นเชี่ยว", "อะนาไล้ "])),
        ("names on the wrong layout", filled(&["ฟแแนีืะ ", "ทฟืฟเำพ ", "หฟสฟพั "])),
        ("Thai on the wrong layout", filled(&["z^h0yfdki", "g'bogfnvo", "gmjkwsij "])),
        ("words without spaces", filled(&["whatdoesanauditordo", "loanofficersalary "])),
        ("accents between words", filled(&["é account ü ", "ñ นัก ö "])),
        ("every name in turn", filled(&["account manager ", "ผู้จัดการฝ่ายบัญชี ", "financial analyst ", "AE "])),
        ("random Thai", (0..MAX_QUESTION_CHARACTERS).map(|_| *random.pick(&thai)).collect()),
    ]
}

/// These words in turn, up to the length that is read.
fn filled(words: &[&str]) -> String {
    words.iter().cycle().flat_map(|word| word.chars()).take(MAX_QUESTION_CHARACTERS).collect()
}

fn complete(criterion: &mut Criterion, engine: &Engine) {
    let mut group = criterion.benchmark_group("complete");
    for (name, typed) in BEGINNINGS {
        group.bench_function(name, |bencher| {
            bencher.iter(|| engine.complete(black_box(typed), &Language::thai(), COMPLETIONS));
        });
    }
    group.finish();
}

/// Questions on encyclopedia articles, where they are present: no names help, all is found by text.
fn wikipedia(criterion: &mut Criterion) {
    const NAME: &str = "xquad-th";
    let Some(folder) = support::data(env!("CARGO_MANIFEST_DIR"), NAME) else {
        println!("{NAME} is skipped: its articles are not beside the repository");
        return;
    };
    let loaded = load(&folder.join("knowledge")).expect("the articles have no error");
    let engine = Engine::new(Arc::new(loaded.knowledge));
    let mut group = criterion.benchmark_group(NAME);
    group.sample_size(10);
    for kind in ["clean", "edit8", "layout"] {
        let labelled = Labelled::read(&folder.join(format!("{kind}.jsonl")));
        let questions: Vec<Question> = labelled.iter().map(Labelled::question).collect();
        group.throughput(Throughput::Elements(questions.len() as u64));
        group.bench_function(kind, |bencher| {
            bencher.iter(|| questions.iter().map(|question| engine.ask(question).confidence).sum::<f64>());
        });
    }
    group.finish();
}
