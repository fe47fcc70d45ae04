//! The thread that keeps the knowledge in step with its folder. Owns when the folder is read, and what the log says of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::oneshot;

use super::rebuild::{Rebuilt, rebuild};
use super::watch::Watch;
use super::{Reloaded, Shared, Snapshot, Trouble, Watching};
use crate::knowledge::{Origin, Problems};
use crate::search::Engine;

/// A folder that was not written to for so long is read: whoever saves several files is done with them.
const QUIET: Duration = Duration::from_millis(300);
/// A folder that is written to all the time is read nevertheless.
const LONGEST_UNREST: Duration = Duration::from_secs(5);
/// How often old states are looked at whether nobody needs them any more.
const TIDYING: Duration = Duration::from_secs(1);

/// What the keeper is to do.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Something in the folder may have changed.
    Changed,
    /// Somebody wants the folder read, and to know what came of it.
    Asked(oneshot::Sender<Reloaded>),
    /// Nobody needs the knowledge any more.
    Stop,
}

/// Nobody needs the knowledge any more.
struct Stopped;

/// The thread's state.
pub(crate) struct Keeper {
    origin: Origin,
    folder: PathBuf,
    watching: Watching,
    watch: Watch,
    shared: Arc<Shared>,
    wishes: Receiver<Wish>,
    /// For watchers.
    sender: Sender<Wish>,
    /// The fingerprint of what was read last.
    seen: u64,
    next_look: Instant,
    /// Whoever waits for the next reading.
    askers: Vec<oneshot::Sender<Reloaded>>,
    /// Old states that questions may still be answered from. Kept so that the last one to drop them is this thread:
    /// freeing a large index takes a while.
    retired: Vec<Arc<Engine>>,
}

impl Keeper {
    /// Follows a folder whose fingerprint was `seen` before it was read; gives where the thread listens. Where no thread
    /// can be had, the log says so and the knowledge stays as it is.
    pub(crate) fn start(
        folder: PathBuf,
        seen: u64,
        watching: Watching,
        shared: Arc<Shared>,
    ) -> Option<Sender<Wish>> {
        let (sender, wishes) = channel();
        let keeper = Self {
            origin: Origin::Folder(folder.clone()),
            folder,
            watching,
            watch: Watch::Absent,
            shared,
            wishes,
            sender: sender.clone(),
            seen,
            next_look: Instant::now(),
            askers: Vec::new(),
            retired: Vec::new(),
        };
        match thread::Builder::new().name("knowledge".to_owned()).spawn(move || keeper.run()) {
            Ok(_) => Some(sender),
            Err(error) => {
                tracing::error!(%error, "changed articles will not be noticed");
                None
            }
        }
    }

    fn run(mut self) {
        step_back();
        while self.step().is_ok() {}
    }

    /// Waits for something to do, and does it.
    fn step(&mut self) -> Result<(), Stopped> {
        match self.wait(self.pause())? {
            Some(()) if self.askers.is_empty() => {
                self.settle()?;
                self.read();
            }
            Some(()) => self.read(),
            None if Instant::now() >= self.next_look => self.look()?,
            None => {}
        }
        self.retired.retain(|engine| Arc::strong_count(engine) > 1);
        Ok(())
    }

    /// How long there is nothing to do unless somebody wishes something.
    fn pause(&self) -> Duration {
        let until_look = self.next_look.saturating_duration_since(Instant::now());
        if self.retired.is_empty() { until_look } else { until_look.min(TIDYING) }
    }

    /// Waits for the next wish, so long at most, and takes all that came.
    fn wait(&mut self, pause: Duration) -> Result<Option<()>, Stopped> {
        let mut next = match self.wishes.recv_timeout(pause) {
            Ok(wish) => Some(wish),
            Err(RecvTimeoutError::Timeout) => return Ok(None),
            Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
        };
        while let Some(wish) = next {
            match wish {
                Wish::Changed => {}
                Wish::Asked(asker) => self.askers.push(asker),
                Wish::Stop => return Err(Stopped),
            }
            next = self.wishes.try_recv().ok();
        }
        Ok(Some(()))
    }

    /// Waits until nobody writes to the folder any more, or somebody asks for it to be read.
    fn settle(&mut self) -> Result<(), Stopped> {
        let latest = Instant::now() + LONGEST_UNREST;
        let mut seen = self.origin.fingerprint();
        while self.askers.is_empty() && Instant::now() < latest {
            let told = self.wait(QUIET)?.is_some();
            let now = self.origin.fingerprint();
            if !told && now == seen {
                break;
            }
            seen = now;
        }
        Ok(())
    }

    /// Looks whether something changed that nobody told of.
    fn look(&mut self) -> Result<(), Stopped> {
        if matches!(self.watch, Watch::Absent) {
            self.watch = Watch::begin(&self.folder, self.watching, &self.sender);
        }
        if self.origin.fingerprint() == self.seen {
            self.next_look = Instant::now() + self.watch.pause();
            return Ok(());
        }
        self.settle()?;
        self.read();
        Ok(())
    }

    /// Reads the folder and puts to use what it holds.
    fn read(&mut self) {
        if self.watch.may_be_stale() {
            // The old watch goes first: systems allow few. What is missed in between is read now.
            self.watch = Watch::Absent;
            self.watch = Watch::begin(&self.folder, self.watching, &self.sender);
        }
        self.seen = self.origin.fingerprint();
        // Whoever asks from now on may have written after the reading began, and waits for the next one.
        let askers = std::mem::take(&mut self.askers);
        let old = Arc::clone(&self.shared.now.load().engine);
        let reloaded = match rebuild(&self.origin, &old) {
            Rebuilt::Changed(engine, changes) => {
                self.shared.now.store(Arc::new(Snapshot { engine, since: SystemTime::now() }));
                self.retired.push(old);
                self.mended();
                tracing::info!("{} was read anew: {changes}", self.origin);
                Reloaded::Changed(changes)
            }
            Rebuilt::Unchanged => {
                if self.mended() {
                    tracing::info!("{} can be used again, and nothing in it changed", self.origin);
                }
                Reloaded::Unchanged
            }
            Rebuilt::Broken(problems) => Reloaded::Broken(self.broken(problems)),
            Rebuilt::Failed => {
                tracing::error!("{} could not be read anew", self.origin);
                Reloaded::Failed
            }
        };
        for asker in askers {
            // Whoever asked may not wait for it any more.
            let _ = asker.send(reloaded.clone());
        }
        self.next_look = Instant::now() + self.watch.pause();
    }

    /// Notes that the folder can be used; whether it could not before.
    fn mended(&self) -> bool {
        self.shared.trouble.swap(None).is_some()
    }

    /// Notes why the folder cannot be used. The log lists every problem, once.
    fn broken(&self, problems: Problems) -> Arc<Trouble> {
        let known = self.shared.trouble.load_full();
        if let Some(known) = &known
            && known.problems.to_string() == problems.to_string()
        {
            return Arc::clone(known);
        }
        for problem in problems.iter() {
            tracing::error!("{problem}");
        }
        tracing::error!(
            "{} cannot be used before its errors are mended; what was read before goes on answering",
            self.origin
        );
        let since = known.map_or_else(SystemTime::now, |known| known.since);
        let trouble = Arc::new(Trouble { problems, folder: self.origin.to_string(), since });
        self.shared.trouble.store(Some(Arc::clone(&trouble)));
        trouble
    }
}

/// Lets every other thread go before this one and those that it starts, where the system can be told so: a question gets in
/// at once instead of after the few milliseconds that each thread is given.
fn step_back() {
    #[cfg(target_os = "linux")]
    {
        use thread_priority::unix::{
            NormalThreadSchedulePolicy, ThreadSchedulePolicy, set_thread_priority_and_policy,
        };
        use thread_priority::{ThreadPriority, thread_native_id};
        let idle = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
        if let Err(error) = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, idle) {
            tracing::warn!(?error, "articles are read at the priority of questions");
        }
    }
}
