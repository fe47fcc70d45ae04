//! Measures a knowledge base of many names: each article has a few, questions name one of them with a typo.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Instant;

use naenaew::knowledge::{Article, Knowledge, built_in_facets};
use naenaew::search::{Engine, Question};

use crate::corpus::{bare, plain};
use crate::memory;
use crate::questions::{QUESTIONS, edited};
use crate::support::{Random, Times};
use crate::words::Vocabulary;

/// Names of an article, its title not counted.
const NAMES: usize = 20;
/// What is asked of a name.
const ASKS: [&str; 3] = ["คืออะไร", "ทำอะไรบ้าง", ""];

/// Builds articles with so many names in all and prints what naming one costs and finds.
pub(crate) fn measure(vocabulary: &Vocabulary, aliases: usize) {
    let articles = articles(vocabulary, aliases);
    let mut random = Random::new(2);
    let questions: Vec<(Question, String)> = (0..QUESTIONS)
        .map(|_| {
            let article = random.pick(&articles);
            let alias: &String = random.pick(&article.aliases);
            let name = edited(alias, 1, &mut random);
            (Question::new(format!("{name}{}", random.pick(&ASKS))), article.id.to_string())
        })
        .collect();
    let knowledge = Arc::new(Knowledge::new(articles, built_in_facets()));
    println!("{aliases} names of {} articles", knowledge.articles().len());

    let before = memory::resident();
    let started = Instant::now();
    let engine = Engine::new(knowledge);
    println!(
        "built in {:.2} s, {} MiB resident, {} MiB at most",
        started.elapsed().as_secs_f64(),
        memory::added(before),
        memory::most()
    );

    let mut times = Times::default();
    let right = questions.iter().filter(|(question, article)| {
        let decision = times.measure(|| engine.ask(question));
        decision.candidates.first().is_some_and(|best| best.article.as_str() == article)
    });
    let right = right.count();
    println!(
        "{QUESTIONS} questions with a typo: {} µs median, {} µs 99 %, the right article first for {:.1} %",
        times.percentile(50),
        times.percentile(99),
        100.0 * right as f64 / QUESTIONS as f64
    );
}

fn articles(vocabulary: &Vocabulary, aliases: usize) -> Vec<Article> {
    let mut random = Random::new(1);
    let mut known = HashSet::new();
    let mut name = || loop {
        let words = 2 + random.below(2);
        let name: String = (0..words).map(|_| vocabulary.any_word(&mut random)).collect();
        if known.insert(name.clone()) {
            return name;
        }
    };
    (0..aliases.div_ceil(NAMES))
        .map(|number| {
            let names = NAMES.min(aliases - number * NAMES);
            let title = name();
            let aliases: Vec<String> = (0..names).map(|_| name()).collect();
            let text = format!("{title} {}", aliases.first().map_or("", String::as_str));
            bare(number, title, aliases, vec![plain("definition", String::new(), text)])
        })
        .collect()
}
