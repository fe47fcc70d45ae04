//! Fits the confidence: how much each thing that speaks for a section weighs in the probability that it is right.
//!
//! `cargo run --release --example calibrate` prints the models in the form in which they stand in
//! `src/search/confidence.rs`, `unnamed.rs`, `follow_up.rs` and `described.rs`, with their expected calibration error on questions
//! that had no part in the fit, and the shares that stand in `calibration.rs`. All but one are fitted on `tests/golden/fitted.jsonl`; the
//! model for texts needs the development data in `../shared/eval`, and is left out with a word where that is missing. Thresholds
//! need no fit: they follow from the costs in `src/search/decide.rs`.

#![allow(clippy::expect_used, clippy::print_stdout)]

#[path = "../benches/support/labelled.rs"]
#[allow(dead_code)]
mod labelled;
#[path = "support/wording.rs"]
#[allow(clippy::indexing_slicing)]
mod wording;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use naenaew::knowledge::{Language, load, starter};
use naenaew::search::{
    DESCRIBED_MODEL, Engine, Evidence, FOLLOWED_MODEL, NAMED_MODEL, TEXT_MODEL, UNNAMED_MODEL, WordingModel,
};

use labelled::Labelled;
use wording::Worded;

/// Keeps weights small that the questions do not support.
const SHRINKAGE: f64 = 5e-4;
/// Steps of the descent; the last ones change no printed figure.
const STEPS: usize = 20_000;
/// Of a step, how much is taken. All features lie within -1..=1.
const RATE: f64 = 2.0;
/// How much a message that must not be answered counts beside a golden question: there are many, and all alike.
const CHATTER_WEIGHT: f64 = 0.5;
/// The same where no name speaks for a section, be it that a role is described: chatter is nearly all there is, and an offer to
/// it a smaller fault than an answer.
const UNNAMED_CHATTER_WEIGHT: f64 = 0.5;
/// How sure a name must make, so that the text alone is not asked: from there on sections are offered.
const NAME_SUFFICES: f32 = 0.23;
/// A section that is offered may be one of so many.
const CHOICES: usize = 3;
/// Of those messages, every so many is put to articles that are no roles.
const CHATTER_STEP: usize = 4;

/// What the wording says of a golden question is asked of a model that was fitted without it and every other that is so many
/// places away: of its own questions a model is too sure.
const FOLDS: usize = 5;

/// What spoke for the first candidate, whether it was right, and how much the question counts.
struct Case {
    features: Vec<f64>,
    right: f64,
    weight: f64,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared/eval");
    let chatter = Labelled::read(&shared.join("must-not-answer.jsonl"));
    if chatter.is_empty() {
        println!("skipped: the messages that must not be answered are not in {}", shared.display());
    }

    let engine = Engine::new(Arc::new(starter().expect("the starter knowledge has no error")));
    // A described role is offered, whatever the model says.
    let named: fn(Evidence) -> Option<Vec<f64>> = |evidence| {
        evidence
            .named
            .filter(|_| evidence.described.is_none())
            .map(|features| features.map(f64::from).to_vec())
    };
    let golden = Labelled::read(&root.join("tests/golden/fitted.jsonl"));
    let held_out = Labelled::read(&root.join("tests/golden/held-out.jsonl"));
    let folds = folds(&golden);
    let of_folds = |features: fn(Evidence) -> Option<Vec<f64>>| -> Vec<Case> {
        folds.iter().flat_map(|(engine, fold)| cases(engine, fold, (1.0, 1), features)).collect()
    };
    let mut fitted = of_folds(named);
    fitted.extend(cases(&engine, &chatter, (CHATTER_WEIGHT, 1), named));
    report("NAMED_MODEL", &NAMED_MODEL, &fitted, &cases(&engine, &held_out, (1.0, 1), named));

    report_shares(of_folds(|evidence| Some(vec![f64::from(evidence.confidence())])));

    // Where a name makes sure enough, or something else does, the text alone is not asked.
    let unnamed: fn(Evidence) -> Option<Vec<f64>> = |evidence| {
        let by_text_only = !evidence.alone && evidence.described.is_none() && evidence.least == 0.0;
        let unsure = evidence.by_name() < NAME_SUFFICES;
        evidence.unnamed.filter(|_| by_text_only && unsure).map(|features| features.map(f64::from).to_vec())
    };
    // What is asked on has a model of its own.
    let begins = |questions: &[Labelled]| -> Vec<Labelled> {
        questions.iter().filter(|labelled| labelled.about.is_none()).cloned().collect()
    };
    let of_fold =
        |(engine, fold): &(Engine, Vec<Labelled>)| cases(engine, &begins(fold), (1.0, CHOICES), unnamed);
    let mut fitted: Vec<Case> = folds.iter().flat_map(of_fold).collect();
    fitted.extend(cases(&engine, &chatter, (UNNAMED_CHATTER_WEIGHT, CHOICES), unnamed));
    let held_out_cases = cases(&engine, &begins(&held_out), (1.0, CHOICES), unnamed);
    report("UNNAMED_MODEL", &UNNAMED_MODEL, &fitted, &held_out_cases);

    let followed: fn(Evidence) -> Option<Vec<f64>> =
        |evidence| evidence.followed.map(|features| features.map(f64::from).to_vec());
    let asked_on = |engine: &Engine, questions: &[Labelled]| {
        let mut all = cases(engine, questions, (1.0, 1), followed);
        all.extend(cases(engine, &in_conversations(engine, questions), (CHATTER_WEIGHT, 1), followed));
        all
    };
    let mut fitted: Vec<Case> = folds.iter().flat_map(|(engine, fold)| asked_on(engine, fold)).collect();
    fitted.extend(cases(&engine, &in_conversations(&engine, &chatter), (CHATTER_WEIGHT, 1), followed));
    report("FOLLOWED_MODEL", &FOLLOWED_MODEL, &fitted, &asked_on(&engine, &held_out));

    let mut fitted: Vec<Case> =
        folds.iter().flat_map(|(engine, fold)| described(engine, fold, 1.0)).collect();
    fitted.extend(described(&engine, &chatter, UNNAMED_CHATTER_WEIGHT));
    report("DESCRIBED_MODEL", &DESCRIBED_MODEL, &fitted, &described(&engine, &held_out, 1.0));

    let by_text = |evidence: Evidence| Some(evidence.text.map(f64::from).to_vec());
    let (mut fitted, mut held_out) = (Vec::new(), Vec::new());
    for data in ["xquad-th", "xquad-en", "iapp-th"] {
        let folder = shared.join(data);
        let Ok(loaded) = load(&folder.join("knowledge")) else {
            println!("skipped: {} is missing, so the model for texts is not fitted", folder.display());
            return;
        };
        let engine = Engine::new(Arc::new(loaded.knowledge));
        let questions: Vec<Labelled> =
            question_files(&folder).iter().flat_map(|file| Labelled::read(file)).collect();
        let unasked: Vec<Labelled> = chatter.iter().step_by(CHATTER_STEP).cloned().collect();
        let mut all = cases(&engine, &questions, (1.0, 1), by_text);
        all.extend(cases(&engine, &unasked, (CHATTER_WEIGHT, 1), by_text));
        for (number, case) in all.into_iter().enumerate() {
            if number % 2 == 0 { fitted.push(case) } else { held_out.push(case) }
        }
    }
    report("TEXT_MODEL", &TEXT_MODEL, &fitted, &held_out);
}

/// Every part of the questions with an engine whose model of how questions are worded was fitted on the other parts. Which reading of a
/// question that model is fitted on is still chosen with the built-in one.
fn folds(questions: &[Labelled]) -> Vec<(Engine, Vec<Labelled>)> {
    let knowledge = Arc::new(starter().expect("the starter knowledge has no error"));
    let engine = || Engine::new(Arc::clone(&knowledge));
    let known = engine();
    let worded: Vec<Worded> = questions.iter().map(|labelled| Worded::labelled(&known, labelled)).collect();
    let phrases = Worded::phrases();
    let fold = |number: usize| {
        let others = worded.iter().enumerate().filter(|(place, _)| place % FOLDS != number);
        let texts: Vec<&Worded> = phrases.iter().chain(others.map(|(_, worded)| worded)).collect();
        let own = questions.iter().skip(number).step_by(FOLDS).cloned().collect();
        (engine().with_wording(WordingModel::of_weights(wording::fit(&texts))), own)
    };
    (0..FOLDS).map(fold).collect()
}

/// Prints how many first candidates are right of those of which the models are so sure, made to rise with what the models say:
/// isotonic regression by pooling neighbours that fall.
fn report_shares(cases: Vec<Case>) {
    let count = cases.len();
    let mut judged: Vec<(f64, f64)> =
        cases.into_iter().filter_map(|case| Some((*case.features.first()?, case.right))).collect();
    judged.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Of each pool how many there are, what the models say of them together, and how many are right.
    let mut pools: Vec<(f64, f64, f64)> = Vec::new();
    for (confidence, right) in judged {
        pools.push((1.0, confidence, right));
        while let [.., before, last] = pools.as_mut_slice()
            && before.2 / before.0 >= last.2 / last.0
        {
            *before = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            pools.pop();
        }
    }
    println!("SHARES, of {count} first candidates (how many, what the models say, share right):");
    for (count, confidence, right) in pools {
        println!("    {count:5} ({:.3}, {:.3})", confidence / count, right / count);
    }
    println!();
}

/// Of questions the messages that must not be answered, each in a conversation about one of the roles.
fn in_conversations(engine: &Engine, questions: &[Labelled]) -> Vec<Labelled> {
    let language = Language::english();
    let roles: Vec<String> =
        engine.topics(&language, usize::MAX).into_iter().map(|role| role.article.to_string()).collect();
    let chatter = questions.iter().filter(|labelled| labelled.article.is_none());
    chatter
        .zip(roles.iter().cycle())
        .map(|(labelled, role)| Labelled { about: Some(role.clone()), ..labelled.clone() })
        .collect()
}

/// Every file of questions of a folder, but for those in the wrong layout, whose readings are another matter.
fn question_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is readable")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .filter(|path| path.file_stem().is_some_and(|name| name != "layout"))
        .collect();
    files.sort();
    files
}

/// Puts questions to the engine and keeps those with the evidence that the model is about. Each counts so much, and is right
/// if one of its first so many candidates is.
fn cases(
    engine: &Engine,
    questions: &[Labelled],
    (weight, choices): (f64, usize),
    features: impl Fn(Evidence) -> Option<Vec<f64>>,
) -> Vec<Case> {
    questions
        .iter()
        .filter_map(|labelled| {
            let question = labelled.question();
            let features = features(engine.evidence(&question)?)?;
            let decision = engine.ask(&question);
            let right = decision
                .candidates
                .iter()
                .take(choices)
                .any(|choice| labelled.accepts(choice.article.as_str(), choice.section.as_str()));
            Some(Case { features, right: f64::from(u8::from(right)), weight })
        })
        .collect()
}

/// Keeps the questions that may describe a role, whatever a name found loosely makes of them, with what speaks for that. Each
/// counts so much, and is right if one of the roles that may be meant is asked about.
fn described(engine: &Engine, questions: &[Labelled], weight: f64) -> Vec<Case> {
    let case = |labelled: &Labelled| {
        let (features, roles) = engine.described(&labelled.question())?;
        let right = roles.iter().any(|role| labelled.article.as_deref() == Some(role.as_str()));
        let features = features.map(f64::from).to_vec();
        Some(Case { features, right: f64::from(u8::from(right)), weight })
    };
    questions.iter().filter_map(case).collect()
}

/// Logistic regression by gradient descent, with shrinkage of every weight but the constant.
fn fit(cases: &[Case], features: usize) -> Vec<f64> {
    let all: f64 = cases.iter().map(|case| case.weight).sum();
    let mut weights = vec![0.0; features];
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| 2.0 * SHRINKAGE * weight).collect();
        if let Some(constant) = slope.first_mut() {
            *constant = 0.0;
        }
        for case in cases {
            let error = case.weight * (probability(&weights, &case.features) - case.right) / all;
            for (slope, feature) in slope.iter_mut().zip(&case.features) {
                *slope += error * feature;
            }
        }
        for (weight, slope) in weights.iter_mut().zip(&slope) {
            *weight -= RATE * slope;
        }
    }
    weights
}

fn probability(weights: &[f64], features: &[f64]) -> f64 {
    let sum: f64 = weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Mean difference between confidence and share of right ones over ten bins, cases by their weight.
fn calibration_error(cases: &[Case], weights: &[f64]) -> f64 {
    let mut bins = [(0.0, 0.0); 10];
    for case in cases {
        let confidence = probability(weights, &case.features);
        let full = (1..bins.len()).take_while(|&bin| confidence * 10.0 >= bin as f64).count();
        if let Some(bin) = bins.get_mut(full) {
            *bin = (bin.0 + case.weight * confidence, bin.1 + case.weight * case.right);
        }
    }
    let all: f64 = cases.iter().map(|case| case.weight).sum();
    let gaps: f64 = bins.iter().map(|(confidence, right)| f64::abs(confidence - right)).sum();
    gaps / all.max(f64::EPSILON)
}

fn report(name: &str, model: &[(&str, f32)], fitted: &[Case], held_out: &[Case]) {
    let weights = fit(fitted, model.len());
    println!("{name}, fitted on {} questions:", fitted.len());
    for ((label, _), weight) in model.iter().zip(&weights) {
        println!("    (\"{label}\", {weight:.2}),");
    }
    let before: Vec<f64> = model.iter().map(|(_, weight)| f64::from(*weight)).collect();
    println!(
        "expected calibration error: {:.3} fitted, {:.3} on {} held out (as it stands now: {:.3})\n",
        calibration_error(fitted, &weights),
        calibration_error(held_out, &weights),
        held_out.len(),
        calibration_error(held_out, &before),
    );
}
