//! Knowledge that follows its folder while questions are answered from it. Owns no parsing, no searching and no words
//! for people but the lines of the log.
//!
//! [`Live`] hands out [`Snapshot`]s: whoever works on a question takes one and keeps it to the end, so that no question
//! sees two states. The [`keeper`] thread notices changes by the [`watch`], reads and indexes the folder aside ([`rebuild`]),
//! and swaps the whole. Articles with errors change nothing: what was read last without any goes on answering.

mod keeper;
mod rebuild;
mod watch;

use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, SystemTime};

use arc_swap::{ArcSwap, ArcSwapOption};
use tokio::sync::oneshot;

use self::keeper::{Keeper, Wish};
use crate::knowledge::{Changes, Origin, Problems};
use crate::search::{Engine, FacetPhrases};

/// How changes of the folder are noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells of them at once; it cannot where the folder is on another machine.
    Events,
    /// The folder is looked at, so often.
    Looks(Duration),
}

/// One state of the knowledge, whole and never changed.
#[derive(Debug)]
pub struct Snapshot {
    /// What answers.
    pub engine: Arc<Engine>,
    /// Since when.
    pub since: SystemTime,
}

/// Why the newest articles are not in use.
#[derive(Debug)]
pub struct Trouble {
    /// Every problem, errors among them.
    pub problems: Problems,
    /// The folder, as problems name it that are about all of it.
    pub folder: String,
    /// Since when there is trouble.
    pub since: SystemTime,
}

/// What came of reading the folder anew.
#[derive(Debug, Clone)]
pub enum Reloaded {
    /// What was read is in use.
    Changed(Changes),
    /// The articles are as they were.
    Unchanged,
    /// The articles have errors: what was in use stays.
    Broken(Arc<Trouble>),
    /// There is no folder to read: the articles are built in.
    BuiltIn,
    /// Reading failed, which is a mistake of the program; the log has more.
    Failed,
}

/// The knowledge as it is now. A cheap handle; the folder is followed until the last one is dropped.
#[derive(Debug, Clone)]
pub struct Live(Arc<Handle>);

#[derive(Debug)]
struct Handle {
    shared: Arc<Shared>,
    /// Where the keeper listens; nobody does for knowledge that cannot change.
    wishes: Option<Sender<Wish>>,
}

/// What the keeper writes and everybody reads.
#[derive(Debug)]
struct Shared {
    now: ArcSwap<Snapshot>,
    trouble: ArcSwapOption<Trouble>,
}

/// The engine on a knowledge base. What it needs beside the articles is prepared while they are read.
///
/// # Errors
/// All problems, when one of them is an error.
pub fn engine(origin: &Origin) -> Result<Engine, Problems> {
    let (loaded, phrases) = rayon::join(|| origin.load(), FacetPhrases::built_in);
    Ok(Engine::with_phrases(Arc::new(loaded?.knowledge), Some(&phrases)))
}

impl Live {
    /// Knowledge that never changes.
    pub fn fixed(engine: Arc<Engine>) -> Self {
        Self(Arc::new(Handle { shared: Shared::new(engine), wishes: None }))
    }

    /// Reads and indexes a knowledge base, and follows its folder from then on. The articles built into the program are
    /// followed by nobody.
    ///
    /// # Errors
    /// All problems, when one of them is an error.
    pub fn open(origin: Origin, watching: Watching) -> Result<Self, Problems> {
        // Before the reading: what changes meanwhile is noticed afterwards.
        let seen = origin.fingerprint();
        let engine = Arc::new(engine(&origin)?);
        let Origin::Folder(folder) = origin else { return Ok(Self::fixed(engine)) };
        let shared = Shared::new(engine);
        let wishes = Keeper::start(folder, seen, watching, Arc::clone(&shared));
        Ok(Self(Arc::new(Handle { shared, wishes })))
    }

    /// The newest whole state.
    pub fn now(&self) -> Arc<Snapshot> {
        self.0.shared.now.load_full()
    }

    /// Why the newest articles are not in use; `None` while they are.
    pub fn trouble(&self) -> Option<Arc<Trouble>> {
        self.0.shared.trouble.load_full()
    }

    /// Reads the folder anew, at once and whatever is known of it; wishes that come meanwhile share one reading.
    pub async fn reload(&self) -> Reloaded {
        let Some(wishes) = &self.0.wishes else { return Reloaded::BuiltIn };
        let (told, answer) = oneshot::channel();
        if wishes.send(Wish::Asked(told)).is_err() {
            return Reloaded::Failed;
        }
        answer.await.unwrap_or(Reloaded::Failed)
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if let Some(wishes) = &self.wishes {
            // A keeper that is gone needs no word.
            let _ = wishes.send(Wish::Stop);
        }
    }
}

impl Shared {
    fn new(engine: Arc<Engine>) -> Arc<Self> {
        let snapshot = Snapshot { engine, since: SystemTime::now() };
        Arc::new(Self { now: ArcSwap::from_pointee(snapshot), trouble: ArcSwapOption::empty() })
    }
}
