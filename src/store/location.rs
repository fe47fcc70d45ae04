//! Where the database is: the meaning of `DATABASE_URL`. Opens nothing.

use std::fmt;
use std::path::PathBuf;

/// Opens every address of a database file.
const SCHEME: &str = "sqlite://";
/// The database that is gone with the program.
const MEMORY: &str = "sqlite::memory:";
/// The file that is made in the working folder when nothing is said.
const DEFAULT_FILE: &str = "naenaew.db";

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In a file, which is made on first use; the folder must be there.
    File(PathBuf),
    /// In memory alone.
    Memory,
}

impl Location {
    /// What an address may be, for messages.
    pub const RULE: &str =
        "sqlite://naenaew.db, sqlite:///folder/naenaew.db (with three slashes), or sqlite::memory:";

    /// Reads `sqlite://naenaew.db`, `sqlite:///folder/naenaew.db` or `sqlite::memory:`; `None` for anything else.
    pub fn parse(address: &str) -> Option<Self> {
        if address == MEMORY {
            return Some(Self::Memory);
        }
        let path = address.strip_prefix(SCHEME)?;
        // Options behind `?` are known from other programs; as part of a file's name they would only surprise.
        let usable = !path.is_empty()
            && !path.starts_with(':')
            && !path.ends_with('/')
            && !path.contains(['?', '#', '\0']);
        usable.then(|| Self::File(PathBuf::from(path)))
    }
}

impl Default for Location {
    fn default() -> Self {
        Self::File(PathBuf::from(DEFAULT_FILE))
    }
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(formatter, "{}", path.display()),
            Self::Memory => formatter.write_str(MEMORY),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        for (address, path) in [
            ("sqlite://naenaew.db", "naenaew.db"),
            ("sqlite://ข้อมูล/แนะแนว.db", "ข้อมูล/แนะแนว.db"),
            ("sqlite:///var/lib/naenaew/naenaew.db", "/var/lib/naenaew/naenaew.db"),
        ] {
            assert_eq!(Location::parse(address), Some(Location::File(PathBuf::from(path))), "{address}");
        }
        assert_eq!(Location::parse("sqlite::memory:"), Some(Location::Memory));
        assert_eq!(Location::parse("sqlite://naenaew.db"), Some(Location::default()));
    }

    #[test]
    fn everything_else_is_refused() {
        for address in [
            "",
            "naenaew.db",
            "sqlite:naenaew.db",
            "sqlite://",
            "sqlite:///",
            "sqlite://folder/",
            "sqlite://:memory:",
            "sqlite://naenaew.db?mode=rwc",
            "postgres://localhost/naenaew",
            "SQLITE://naenaew.db",
        ] {
            assert_eq!(Location::parse(address), None, "{address}");
        }
    }
}
