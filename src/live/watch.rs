//! How the keeper comes to know that the folder changed. Owns no reading of articles.

use std::io;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Watching;
use super::keeper::Wish;
use crate::knowledge::is_passing;

/// How often a folder is looked at where the system tells of changes: for links that were set anew, and what it missed.
const BESIDE_EVENTS: Duration = Duration::from_secs(30);
/// … where the folder is gone and may come back.
const ABSENT: Duration = Duration::from_secs(1);
/// … where the system cannot tell.
const INSTEAD_OF_EVENTS: Duration = Duration::from_secs(10);

/// A way to notice changes.
#[derive(Debug)]
pub(crate) enum Watch {
    /// The system tells, as long as this lives.
    Told { _watcher: RecommendedWatcher },
    /// The folder is not there.
    Absent,
    /// Nobody tells; looking is all.
    Looks(Duration),
}

impl Watch {
    /// Begins to watch a folder. Where the system cannot tell of changes, the log says so, and looking has to do.
    pub(crate) fn begin(folder: &Path, watching: Watching, wishes: &Sender<Wish>) -> Self {
        if let Watching::Looks(pause) = watching {
            return Self::Looks(pause);
        }
        if folder.metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            return Self::Absent;
        }
        Self::with(watcher(folder, wishes.clone()))
    }

    fn with(watcher: notify::Result<RecommendedWatcher>) -> Self {
        match watcher {
            Ok(watcher) => Self::Told { _watcher: watcher },
            Err(error) => {
                let seconds = INSTEAD_OF_EVENTS.as_secs();
                tracing::warn!(%error, "the system cannot tell of changed articles; looking every {seconds} seconds");
                Self::Looks(INSTEAD_OF_EVENTS)
            }
        }
    }

    /// Whether it has to begin anew, since the folder may be another one of the same name, or there again.
    pub(crate) fn may_be_stale(&self) -> bool {
        !matches!(self, Self::Looks(_))
    }

    /// How long until the next look.
    pub(crate) fn pause(&self) -> Duration {
        match self {
            Self::Told { .. } => BESIDE_EVENTS,
            Self::Absent => ABSENT,
            Self::Looks(pause) => *pause,
        }
    }
}

fn watcher(folder: &Path, wishes: Sender<Wish>) -> notify::Result<RecommendedWatcher> {
    let whole = folder.to_owned();
    let tell = move |event: notify::Result<Event>| {
        if matters(&event, &whole) {
            // The keeper may have ended meanwhile.
            let _ = wishes.send(Wish::Changed);
        }
    };
    let mut watcher = notify::recommended_watcher(tell)?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Whether an event in the folder may be about an article, or about the whole folder. That somebody reads one is none: the
/// keeper does.
fn matters(event: &notify::Result<Event>, folder: &Path) -> bool {
    let Ok(event) = event else { return true };
    let read = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
    let lasting = |path: &Path| {
        path == folder || !path.file_name().is_some_and(|name| is_passing(&name.to_string_lossy()))
    };
    event.need_rescan() || (!read && event.paths.iter().any(|path| lasting(path)))
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, Flag, ModifyKind, RenameMode};

    use super::*;

    #[track_caller]
    fn check(kind: EventKind, paths: &[&str], expected: bool) {
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(path.into()));
        assert_eq!(matters(&Ok(event), Path::new(".k")), expected, "{kind:?} {paths:?}");
    }

    #[test]
    fn writing_matters_and_reading_does_not() {
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        check(EventKind::Create(CreateKind::File), &[".k/th/a.md"], true);
        check(EventKind::Access(AccessKind::Close(AccessMode::Write)), &[".k/th/a.md"], true);
        check(EventKind::Access(AccessKind::Open(AccessMode::Any)), &[".k/th/a.md"], false);
        check(EventKind::Access(AccessKind::Close(AccessMode::Read)), &[".k/th/a.md"], false);
        check(EventKind::Modify(ModifyKind::Any), &[".k/th/.a.md.swp"], false);
        check(EventKind::Modify(ModifyKind::Any), &[".k/th/a.md~"], false);
        check(renamed, &[".k/th/a.md.tmp", ".k/th/a.md"], true);
        check(EventKind::Remove(notify::event::RemoveKind::Folder), &[".k"], true);
    }

    #[test]
    fn what_was_missed_matters() {
        let folder = Path::new("k");
        assert!(matters(&Err(notify::Error::generic("queue overflow")), folder));
        assert!(matters(&Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)), folder));
    }

    #[test]
    fn where_the_system_cannot_tell_the_folder_is_looked_at() {
        let watch = Watch::with(Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch)));
        assert!(matches!(watch, Watch::Looks(INSTEAD_OF_EVENTS)), "{watch:?}");
        assert!(!watch.may_be_stale());
    }
}
