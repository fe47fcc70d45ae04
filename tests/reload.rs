//! Knowledge that changes while questions are answered from it: every question sees one whole state, and none is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use naenaew::knowledge::{ArticleId, Language, Origin, SectionId};
use naenaew::live::{Live, Reloaded, Watching};
use naenaew::search::{Question, Verdict};
use tempfile::TempDir;

/// A folder that the test writes to.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (file, text) in files {
            folder.write(file, text);
        }
        folder
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("knowledge")
    }

    fn write(&self, file: &str, text: &str) {
        write(&self.path(), file, text);
    }

    fn open(&self, watching: Watching) -> Live {
        Live::open(Origin::Folder(self.path()), watching).unwrap()
    }
}

fn write(folder: &Path, file: &str, text: &str) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn job(title: &str, duties: &str) -> String {
    format!("---\ntitle: {title}\n---\nA {title} has a trade.\n\n## Duties {{#duties}}\n\n{duties}\n")
}

/// What a section says now.
fn says(live: &Live, article: &str, section: &str) -> Option<String> {
    let (article, section) = (ArticleId::parse(article).unwrap(), SectionId::parse(section).unwrap());
    let snapshot = live.now();
    let article = snapshot.engine.knowledge().article(&article, &Language::english())?;
    article.section(&section).map(|section| section.text.clone())
}

/// Waits until something holds; how long that takes is nobody's business.
#[track_caller]
fn eventually(awaited: &str, holds: impl Fn() -> bool) {
    for _ in 0..30_000 {
        if holds() {
            return;
        }
        thread::sleep(Duration::from_millis(2));
    }
    panic!("waited in vain: {awaited}");
}

#[track_caller]
fn reload(live: &Live) -> Reloaded {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(live.reload())
}

/// The text of the section that answers; the whole of a question's handling, on one state.
fn answer(live: &Live, question: &str) -> String {
    let snapshot = live.now();
    let decision = snapshot.engine.ask(&Question::new(question));
    let Verdict::Answer { candidate, .. } = decision.verdict else { panic!("{decision:?}") };
    let article = snapshot.engine.knowledge().article(&candidate.article, &candidate.language);
    article.unwrap().section(&candidate.section).unwrap().text.clone()
}

#[test]
fn every_question_through_two_hundred_reloads_sees_one_whole_state() {
    const RELOADS: usize = 200;
    const ASKERS: usize = 2;
    // Each state names itself in two articles, and has a third of its own.
    let states = ["Kneads the first way.", "Kneads the second way."];
    let put = |folder: &Folder, state: usize| {
        folder.write("en/baker.md", &job("Baker", states[state]));
        folder.write("en/miller.md", &job("Miller", states[state]));
        let (there, gone) = if state == 0 { ("diver", "pilot") } else { ("pilot", "diver") };
        folder.write(&format!("en/{there}.md"), &job(there, states[state]));
        let _ = fs::remove_file(folder.path().join(format!("en/{gone}.md")));
    };
    let folder = Folder::new(&[]);
    put(&folder, 0);
    // Readings come when this test says so, not while it writes.
    let live = folder.open(Watching::Looks(Duration::from_secs(86_400)));
    let (over, asked, answered) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    let seen = thread::scope(|scope| {
        let ask = || {
            let mut seen = [0_usize; 2];
            while !over.load(Ordering::Relaxed) {
                asked.fetch_add(1, Ordering::Relaxed);
                let snapshot = live.now();
                let texts = ["what does a baker do", "what does a miller do"].map(|question| {
                    let decision = snapshot.engine.ask(&Question::new(question));
                    let Verdict::Answer { candidate, .. } = decision.verdict else { panic!("{decision:?}") };
                    let article =
                        snapshot.engine.knowledge().article(&candidate.article, &candidate.language);
                    article.unwrap().section(&candidate.section).unwrap().text.clone()
                });
                let state =
                    states.iter().position(|state| *state == texts[0]).expect("one of the two states");
                assert_eq!(texts[0], texts[1], "half of one state and half of the other");
                let names = snapshot.engine.topics(&Language::english(), usize::MAX);
                assert_eq!(names.len(), 3, "{names:?}");
                let own = ["diver", "pilot"][state];
                assert!(names.iter().any(|name| name.article.as_str() == own), "{names:?}");
                seen[state] += 1;
                answered.fetch_add(1, Ordering::Relaxed);
                // Leaves the processors to the reading now and then.
                thread::sleep(Duration::from_micros(500));
            }
            seen
        };
        let askers: Vec<_> = (0..ASKERS).map(|_| scope.spawn(ask)).collect();
        let drive = || {
            for round in 1..=RELOADS {
                put(&folder, round % 2);
                let before = answered.load(Ordering::Relaxed);
                let reloaded = reload(&live);
                let Reloaded::Changed(changes) = reloaded else { panic!("round {round}: {reloaded:?}") };
                assert_eq!(changes.articles.changed, ["en/baker.md", "en/miller.md"]);
                assert_eq!((changes.articles.added.len(), changes.articles.removed.len()), (1, 1));
                assert_eq!(answer(&live, "what does a baker do"), states[round % 2]);
                eventually("questions", || {
                    answered.load(Ordering::Relaxed) > before + ASKERS
                        || askers.iter().any(std::thread::ScopedJoinHandle::is_finished)
                });
            }
        };
        let driven = std::panic::catch_unwind(std::panic::AssertUnwindSafe(drive));
        over.store(true, Ordering::Relaxed);
        let seen: Vec<[usize; 2]> = askers.into_iter().map(|asker| asker.join().unwrap()).collect();
        driven.unwrap();
        seen
    });
    let (asked, answered) = (asked.into_inner(), answered.into_inner());
    assert_eq!(asked, answered, "none is lost");
    assert!(answered > RELOADS * ASKERS);
    for state in 0..2 {
        assert!(seen.iter().map(|seen| seen[state]).sum::<usize>() > 0, "{seen:?}");
    }
}

#[test]
fn a_broken_article_keeps_what_was_good() {
    let folder = Folder::new(&[("en/baker.md", &job("Baker", "Bakes bread."))]);
    let live = folder.open(Watching::Looks(Duration::from_secs(86_400)));
    assert!(matches!(reload(&live), Reloaded::Unchanged));
    folder.write("en/miller.md", "---\naliases: [\n---\nText.\n");
    folder.write("en/baker.md", &job("Baker", "Bakes cake."));
    let Reloaded::Broken(trouble) = reload(&live) else { panic!("broken") };
    assert!(trouble.problems.iter().all(|problem| problem.file == "en/miller.md"), "{:?}", trouble.problems);
    assert_eq!(says(&live, "baker", "duties").unwrap(), "Bakes bread.", "all or nothing");
    assert!(live.trouble().is_some());
    let Reloaded::Broken(again) = reload(&live) else { panic!("still broken") };
    assert_eq!(again.since, trouble.since);

    folder.write("en/miller.md", &job("Miller", "Mills."));
    assert!(matches!(reload(&live), Reloaded::Changed(_)));
    assert_eq!(says(&live, "baker", "duties").unwrap(), "Bakes cake.");
    assert!(live.trouble().is_none());

    folder.write("en/miller.md", "no front matter");
    assert!(matches!(reload(&live), Reloaded::Broken(_)));
    folder.write("en/miller.md", &job("Miller", "Mills."));
    assert!(matches!(reload(&live), Reloaded::Unchanged), "put back as it was");
    assert!(live.trouble().is_none());
}

#[test]
fn a_question_keeps_its_state_for_as_long_as_it_takes() {
    let folder = Folder::new(&[("en/baker.md", &job("Baker", "Bakes bread."))]);
    let live = folder.open(Watching::Looks(Duration::from_secs(86_400)));
    let held = live.now();
    folder.write("en/baker.md", &job("Baker", "Bakes cake."));
    assert!(matches!(reload(&live), Reloaded::Changed(_)));
    let baker = ArticleId::parse("baker").unwrap();
    let text = |knowledge: &naenaew::knowledge::Knowledge| {
        let article = knowledge.article(&baker, &Language::english()).unwrap();
        article.section(&SectionId::parse("duties").unwrap()).unwrap().text.clone()
    };
    assert_eq!(text(held.engine.knowledge()), "Bakes bread.");
    assert_eq!(text(live.now().engine.knowledge()), "Bakes cake.");
    assert!(held.since <= live.now().since);
}

/// Does to a folder what people and their tools do, and waits for the effect; both ways of noticing must.
#[track_caller]
fn assert_noticed(watching: Watching) {
    let folder = Folder::new(&[("en/baker.md", &job("Baker", "Bakes bread."))]);
    let path = folder.path();
    let live = folder.open(watching);
    let duties = |text: &str| says(&live, "baker", "duties").as_deref() == Some(text);

    folder.write("en/baker.md", &job("Baker", "Writes in place."));
    eventually("a file written in place", || duties("Writes in place."));

    // As editors save: the text goes to another file, which then takes the name.
    folder.write("en/.baker.md.swp", "hidden");
    folder.write("en/4913~", "whether the folder can be written to");
    folder.write("en/baker.md.tmp", &job("Baker", "Renamed into place."));
    fs::rename(path.join("en/baker.md.tmp"), path.join("en/baker.md")).unwrap();
    eventually("a renamed file", || duties("Renamed into place."));

    folder.write("th/baker.md", &job("Baker (คนทำขนม)", "ทำขนม"));
    let thai = || live.now().engine.knowledge().articles().len() == 2;
    eventually("an article in a new language", thai);
    folder.write("th/baker.md", &job("Baker (คนทำขนม)", "ทำขนมปัง"));
    let bread = || live.now().engine.knowledge().articles()[1].sections[1].text == "ทำขนมปัง";
    eventually("a change in a folder that is new", bread);
    fs::remove_dir_all(path.join("th")).unwrap();
    eventually("a language that goes", || live.now().engine.knowledge().articles().len() == 1);

    // The folder goes, and comes back.
    fs::remove_dir_all(&path).unwrap();
    eventually("a folder that is gone", || live.trouble().is_some());
    assert!(duties("Renamed into place."), "what was good goes on");
    folder.write("en/baker.md", &job("Baker", "Came back."));
    eventually("a folder that is back", || duties("Came back.") && live.trouble().is_none());
    folder.write("en/baker.md", &job("Baker", "Goes on."));
    eventually("a change in the folder that came back", || duties("Goes on."));

    // Another folder takes its name.
    let other = path.with_file_name("other");
    write(&other, "en/baker.md", &job("Baker", "Swapped."));
    fs::rename(&path, path.with_file_name("old")).unwrap();
    fs::rename(&other, &path).unwrap();
    eventually("a folder in its place", || duties("Swapped."));
    folder.write("en/baker.md", &job("Baker", "The end."));
    eventually("a change in the folder in its place", || duties("The end."));
}

#[test]
fn changes_are_told_of() {
    assert_noticed(Watching::Events);
}

#[test]
fn changes_are_found_by_looking() {
    assert_noticed(Watching::Looks(Duration::from_millis(20)));
}

#[test]
fn states_that_nobody_needs_are_freed() {
    let folder = Folder::new(&[("en/baker.md", &job("Baker", "Bakes bread."))]);
    let live = folder.open(Watching::Events);
    let held = live.now();
    let old = std::sync::Arc::downgrade(&held.engine);
    folder.write("en/baker.md", &job("Baker", "Bakes cake."));
    eventually("the change", || says(&live, "baker", "duties").as_deref() == Some("Bakes cake."));
    assert!(old.upgrade().is_some(), "a question is being answered from it");
    drop(held);
    eventually("the old state to go", || old.strong_count() == 0);
    let last = std::sync::Arc::downgrade(&live.now().engine);
    drop(live);
    eventually("the last state to go with the last handle", || last.strong_count() == 0);
}

#[test]
fn built_in_articles_are_not_followed() {
    let live = Live::open(Origin::Starter, Watching::Events).unwrap();
    assert!(matches!(reload(&live), Reloaded::BuiltIn));
    assert!(live.trouble().is_none());
}
