//! How much memory the program takes, where the system tells.

use std::fs;

/// KiB of a MiB.
const MIB: i64 = 1024;

/// Memory that is in use now and the most that ever was, in MiB, as Linux tells; `None` elsewhere.
pub(crate) fn resident() -> Option<(i64, i64)> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<i64>().ok()
    };
    Some((kib("VmRSS:")? / MIB, kib("VmHWM:")? / MIB))
}

/// What came to the memory in use since it was taken before, in MiB.
pub(crate) fn added(before: Option<(i64, i64)>) -> String {
    let difference = before.zip(resident()).map(|((before, _), (now, _))| now - before);
    difference.map_or_else(|| "–".to_owned(), |added| added.to_string())
}

/// The most that ever was in use, in MiB.
pub(crate) fn most() -> String {
    resident().map_or_else(|| "–".to_owned(), |(_, most)| most.to_string())
}
