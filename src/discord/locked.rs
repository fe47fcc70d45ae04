//! Locks of what handlers share. They are held for a look-up only, never across an await: the standard library's lock is the
//! right one.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks. What another thread left by a panic is still a whole value: each change of it is one call.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
