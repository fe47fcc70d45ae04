//! Reads and indexes a knowledge base while questions are answered. Owns no state.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::available_parallelism;

use rayon::ThreadPoolBuilder;

use crate::knowledge::{Changes, Origin, Problems};
use crate::search::Engine;

/// What reading anew gave.
#[derive(Debug)]
pub(crate) enum Rebuilt {
    /// Another state, and how it differs.
    Changed(Arc<Engine>, Changes),
    /// The same.
    Unchanged,
    /// Nothing that can be used.
    Broken(Problems),
    /// It did not end.
    Failed,
}

/// Reads the knowledge base; indexes it only where it differs from the old state.
///
/// The work goes to threads of its own: the usual ones are as many as there are processors, and questions need some. They
/// step back as the calling thread does.
pub(crate) fn rebuild(origin: &Origin, old: &Engine) -> Rebuilt {
    let processors = available_parallelism().map_or(1, usize::from);
    let threads = (processors / 2).max(1);
    let name = |number| format!("reload-{number}");
    let pool = match ThreadPoolBuilder::new().num_threads(threads).thread_name(name).build() {
        Ok(pool) => pool,
        Err(error) => {
            tracing::error!(%error, "no threads to read the articles with");
            return Rebuilt::Failed;
        }
    };
    // A mistake in the program must not end the following of the folder.
    catch_unwind(AssertUnwindSafe(|| pool.install(|| read(origin, old)))).unwrap_or(Rebuilt::Failed)
}

fn read(origin: &Origin, old: &Engine) -> Rebuilt {
    let knowledge = match origin.load() {
        Ok(loaded) => loaded.knowledge,
        Err(problems) => return Rebuilt::Broken(problems),
    };
    let changes = Changes::between(old.knowledge(), &knowledge);
    if changes.is_empty() {
        return Rebuilt::Unchanged;
    }
    let engine = Engine::with_phrases(Arc::new(knowledge), Some(old.phrases()));
    Rebuilt::Changed(Arc::new(engine), changes)
}
