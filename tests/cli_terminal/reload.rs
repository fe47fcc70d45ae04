//! `chat` while its articles change: a change shows in the next answer, and is told beside it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::bare;

const QUESTION: &str = "what does a baker do";
const BROKEN: &str = "cannot be used before this is mended";

/// A conversation through pipes that goes on while the test does something else.
struct Talk {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    /// What came on standard error so far.
    told: Arc<Mutex<String>>,
    listener: JoinHandle<()>,
}

impl Talk {
    fn about(knowledge: &Path) -> Self {
        let mut prepared = bare(&["--lang", "en", "chat", "--knowledge"]);
        let command = prepared.command.arg(knowledge);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let told = Arc::<Mutex<String>>::default();
        let (heard, err) = (Arc::clone(&told), BufReader::new(child.stderr.take().unwrap()));
        let listener = thread::spawn(move || {
            for line in err.lines() {
                *heard.lock().unwrap() += &(line.unwrap() + "\n");
            }
        });
        Self { child, to, from, told, listener }
    }

    /// What is said to a line: up to where the next text begins, which is said to a command that there is not.
    fn says(&mut self, line: &str) -> String {
        const NEXT: &str = "There is no command /x";
        self.to.write_all(format!("{line}\n/x\n").as_bytes()).unwrap();
        let mut said = String::new();
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).unwrap() > 0, "the end after {said:?}");
            if line.starts_with(NEXT) {
                return said;
            }
            said.push_str(&line);
        }
    }

    /// Asks until the answer, or what was told beside it, is as expected.
    #[track_caller]
    fn says_at_last(&mut self, question: &str, expected: impl Fn(&str, &str) -> bool) {
        for _ in 0..3000 {
            let said = self.says(question);
            if expected(&said, &self.told.lock().unwrap()) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        panic!("never said; told: {}", self.told.lock().unwrap());
    }

    /// Ends it; what it told on standard error.
    fn ends(mut self) -> String {
        drop(self.to);
        assert!(self.child.wait().unwrap().success());
        self.listener.join().unwrap();
        self.told.lock().unwrap().clone()
    }
}

fn baker(duties: &str) -> String {
    format!("---\ntitle: Baker\n---\nA baker has a trade.\n\n## Duties {{#duties}}\n\n{duties}\n")
}

#[test]
fn a_changed_article_answers_differently_without_a_new_start() {
    let folder = tempfile::tempdir().unwrap();
    let (articles, file) = (folder.path().join("en"), folder.path().join("en/baker.md"));
    fs::create_dir(&articles).unwrap();
    fs::write(&file, baker("Bakes bread.")).unwrap();
    let mut talk = Talk::about(folder.path());
    assert!(talk.says(QUESTION).contains("Bakes bread."));

    // Another article is broken: the changed one has to wait.
    fs::write(articles.join("miller.md"), "---\naliases: [\n---\nText.\n").unwrap();
    fs::write(&file, baker("Bakes cake.")).unwrap();
    assert!(talk.says(QUESTION).contains("Bakes bread."));
    fs::remove_file(articles.join("miller.md")).unwrap();
    talk.says_at_last(QUESTION, |said, _| said.contains("Bakes cake."));

    fs::write(articles.join("miller.md"), "---\ntitle: Miller\n---\nMills.\n").unwrap();
    talk.says_at_last("what is a miller", |said, _| said.contains("Mills."));
    let told = talk.ends();
    let changes: Vec<&str> = told.lines().filter(|line| line.contains("read anew")).collect();
    assert_eq!(
        changes,
        [
            "The knowledge base was read anew. Articles: 1 changed · Sections: 1 changed",
            "The knowledge base was read anew. Articles: 1 added · Sections: 1 added",
        ],
        "{told}"
    );
}

#[test]
fn broken_articles_are_told_of_with_every_problem() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("en")).unwrap();
    let file = folder.path().join("en/baker.md");
    fs::write(&file, baker("Bakes bread.")).unwrap();
    let mut talk = Talk::about(folder.path());
    assert!(talk.says(QUESTION).contains("Bakes bread."));
    fs::write(&file, "---\ntitel: Baker\n---\nText.\n").unwrap();
    talk.says_at_last(QUESTION, |said, told| {
        assert!(said.contains("Bakes bread."), "the last good answer: {said}");
        told.contains(BROKEN)
    });
    talk.says(QUESTION);
    fs::write(&file, baker("Bakes bread.")).unwrap();
    talk.says_at_last(QUESTION, |_, told| told.contains("The articles can be used again"));
    let told = talk.ends();
    assert_eq!(told.matches(BROKEN).count(), 1, "{told}");
    for problem in ["en/baker.md:2:1", "titel"] {
        assert!(told.contains(problem), "{told}");
    }
}
