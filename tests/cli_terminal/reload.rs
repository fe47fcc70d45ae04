//! `chat` while its articles change: a change shows in the next answer, and is told beside it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Duration;

use super::bare;

/// A conversation through pipes that goes on while the test does something else.
struct Talk {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Talk {
    fn about(knowledge: &Path) -> Self {
        let mut prepared = bare(&["--lang", "en", "chat", "--knowledge"]);
        let command = prepared.command.arg(knowledge);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Self { child, to, from }
    }

    /// What is said to a line: up to where the next text begins, which is said to `/explain x`.
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

    /// Asks until the answer holds a text.
    fn says_at_last(&mut self, question: &str, expected: &str) {
        for _ in 0..3000 {
            if self.says(question).contains(expected) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("{expected:?} was never said");
    }

    /// Ends it; what it said on standard error.
    fn ends(mut self) -> String {
        drop(self.to);
        let mut told = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert!(self.child.wait().unwrap().success());
        told
    }
}

fn baker(duties: &str) -> String {
    format!("---\ntitle: Baker\n---\nA baker has a trade.\n\n## Duties {{#duties}}\n\n{duties}\n")
}

#[test]
fn a_changed_article_answers_differently_without_a_new_start() {
    const QUESTION: &str = "what does a baker do";
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
    talk.says_at_last(QUESTION, "Bakes cake.");

    fs::write(articles.join("miller.md"), "---\ntitle: Miller\n---\nMills.\n").unwrap();
    talk.says_at_last("what is a miller", "Mills.");
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
    fs::write(&file, "---\ntitel: Baker\n---\nText.\n").unwrap();
    // The same question as in the log: what is told goes to standard error, which is read at the end.
    for _ in 0..100 {
        assert!(talk.says("what does a baker do").contains("Bakes bread."), "the last good answer");
        std::thread::sleep(Duration::from_millis(20));
    }
    let told = talk.ends();
    assert_eq!(told.matches("cannot be used before this is mended").count(), 1, "{told}");
    for problem in ["en/baker.md:2:1", "titel"] {
        assert!(told.contains(problem), "{told}");
    }
}
