//! The environment, read raw, resolved once. Owns the meaning of every variable; reads none itself.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use tracing_subscriber::EnvFilter;
use url::Url;

use crate::live::Watching;
use crate::store::Location;

/// The longest pause between two looks at the articles, in seconds: a day.
const LONGEST_PAUSE: u64 = 24 * 60 * 60;
/// How much of a wrong value a message repeats, in characters.
const SHOWN_CHARACTERS: usize = 60;

/// What the program runs with.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// `DISCORD_TOKEN`: only the bot needs it.
    pub discord_token: Option<Secret>,
    /// `KNOWLEDGE_DIR`: the folder of articles.
    pub knowledge_dir: Option<PathBuf>,
    /// `KNOWLEDGE_POLL_SECONDS`: how changed articles are noticed; the system tells of them unless this says how often to look.
    pub watching: Watching,
    /// `DATABASE_URL`: where the settings of servers and what is learned are kept.
    pub database: Location,
    /// `ASK_CHANNELS`: channels in which every message is read as a possible question; without duplicates.
    pub ask_channels: Vec<u64>,
    /// `DISCORD_GUILD_ID`: commands are registered in this guild only.
    pub guild_id: Option<u64>,
    /// `DISCORD_PROXY_URL`: an `http` or `https` address with a host, without a `/` at its end.
    pub proxy_url: Option<String>,
    /// `LOG`: a filter that [`EnvFilter`] accepts.
    pub log: Option<String>,
    /// `LOG_FORMAT`.
    pub log_format: LogFormat,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For machines: an object a line.
    Json,
}

/// A value that cannot print.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// Every variable that holds what it may not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct InvalidSettings(Vec<InvalidSetting>);

/// One variable that holds what it may not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name} holds {held}: it may hold {rule}")]
struct InvalidSetting {
    name: &'static str,
    held: String,
    rule: &'static str,
}

impl Settings {
    /// Resolves the environment. Empty values, and values of white space alone, mean the same as none.
    ///
    /// # Errors
    /// [`InvalidSettings`] with every bad value at once; a secret's value is never part of it.
    pub fn resolve(environment: impl Fn(&str) -> Option<OsString>) -> Result<Self, InvalidSettings> {
        let mut raw = Raw { environment, invalid: Vec::new() };
        let settings = Self {
            discord_token: raw.token("DISCORD_TOKEN"),
            knowledge_dir: raw.path("KNOWLEDGE_DIR"),
            watching: raw
                .read("KNOWLEDGE_POLL_SECONDS", "a whole number of seconds from 1 to 86400 (a day)", looks)
                .unwrap_or(Watching::Events),
            database: raw.read("DATABASE_URL", Location::RULE, Location::parse).unwrap_or_default(),
            ask_channels: raw
                .read("ASK_CHANNELS", "Discord channel ids (numbers), with commas between them", channels)
                .unwrap_or_default(),
            guild_id: raw.read("DISCORD_GUILD_ID", "one Discord server id (a number)", snowflake),
            proxy_url: raw.read(
                "DISCORD_PROXY_URL",
                "an address such as http://localhost:8080, without user name, query or fragment",
                proxy_url,
            ),
            log: raw.read("LOG", "a tracing filter such as info or naenaew=debug,serenity=warn", log_filter),
            log_format: raw.read("LOG_FORMAT", "text or json", log_format).unwrap_or_default(),
        };
        if raw.invalid.is_empty() { Ok(settings) } else { Err(InvalidSettings(raw.invalid)) }
    }
}

/// The environment, and what was found wrong with it.
struct Raw<E> {
    environment: E,
    invalid: Vec<InvalidSetting>,
}

impl<E: Fn(&str) -> Option<OsString>> Raw<E> {
    /// The value of a variable, when it has one and `parse` accepts it.
    fn read<T>(&mut self, name: &'static str, rule: &'static str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let raw = (self.environment)(name)?;
        let text = raw.to_string_lossy();
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let value = parse(text);
        if value.is_none() {
            self.invalid.push(InvalidSetting { name, held: shown(text), rule });
        }
        value
    }

    fn token(&mut self, name: &'static str) -> Option<Secret> {
        let raw = (self.environment)(name)?;
        let text = raw.to_string_lossy();
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if text.chars().all(|c| c.is_ascii_graphic()) {
            return Some(Secret::new(text));
        }
        self.invalid.push(InvalidSetting {
            name,
            held: "a value with spaces or unusual characters (not shown here)".to_owned(),
            rule: "the bot token alone, as the Discord developer portal shows it",
        });
        None
    }

    /// A path may hold what is no text.
    fn path(&self, name: &str) -> Option<PathBuf> {
        (self.environment)(name).filter(|raw| !raw.to_string_lossy().trim().is_empty()).map(PathBuf::from)
    }
}

/// A value as a message repeats it: visible characters only, and not too many. An address with a user name is not
/// repeated, since a password may follow.
fn shown(text: &str) -> String {
    if text.contains('@') {
        return "a value with a user name (not shown here)".to_owned();
    }
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(SHOWN_CHARACTERS).collect();
    if text.chars().count() > SHOWN_CHARACTERS {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// A Discord id: a positive whole number.
fn snowflake(text: &str) -> Option<u64> {
    text.parse().ok().filter(|id| *id > 0)
}

fn looks(text: &str) -> Option<Watching> {
    let seconds = text.parse().ok().filter(|seconds| (1..=LONGEST_PAUSE).contains(seconds))?;
    Some(Watching::Looks(Duration::from_secs(seconds)))
}

fn channels(text: &str) -> Option<Vec<u64>> {
    let mut channels = Vec::new();
    for part in text.split([',', ' ', ';']).filter(|part| !part.is_empty()) {
        let id = snowflake(part)?;
        if !channels.contains(&id) {
            channels.push(id);
        }
    }
    Some(channels)
}

fn proxy_url(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let usable = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    usable.then(|| url.as_str().trim_end_matches('/').to_owned())
}

fn log_filter(text: &str) -> Option<String> {
    EnvFilter::builder().parse(text).ok().map(|_| text.to_owned())
}

fn log_format(text: &str) -> Option<LogFormat> {
    match text.to_ascii_lowercase().as_str() {
        "text" => Some(LogFormat::Text),
        "json" => Some(LogFormat::Json),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn resolve(environment: &[(&str, &str)]) -> Result<Settings, InvalidSettings> {
        Settings::resolve(|name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(*value))
        })
    }

    #[test]
    fn an_empty_environment_is_enough() {
        let nothing = resolve(&[]).unwrap();
        assert_eq!(nothing.discord_token, None);
        assert_eq!(nothing.database, Location::File(PathBuf::from("naenaew.db")));
        assert_eq!(nothing.watching, Watching::Events);
        assert_eq!(nothing.ask_channels, Vec::<u64>::new());
        assert_eq!(nothing.log, None);
        let empty = [
            "DISCORD_TOKEN",
            "KNOWLEDGE_DIR",
            "KNOWLEDGE_POLL_SECONDS",
            "DATABASE_URL",
            "ASK_CHANNELS",
            "DISCORD_GUILD_ID",
            "LOG",
            "LOG_FORMAT",
        ];
        assert_eq!(resolve(&empty.map(|name| (name, " "))).unwrap(), nothing);
    }

    #[test]
    fn good_values_are_taken() {
        let settings = resolve(&[
            ("DISCORD_TOKEN", " abc.def.ghi\n"),
            ("KNOWLEDGE_DIR", "คลัง"),
            ("KNOWLEDGE_POLL_SECONDS", " 30 "),
            ("DATABASE_URL", "sqlite:///srv/แนะแนว.db"),
            ("ASK_CHANNELS", "12, 34 ,12,"),
            ("DISCORD_GUILD_ID", "56"),
            ("DISCORD_PROXY_URL", "http://localhost:8080/"),
            ("LOG", "naenaew=debug"),
            ("LOG_FORMAT", "JSON"),
        ])
        .unwrap();
        assert_eq!(settings.discord_token.as_ref().map(Secret::reveal), Some("abc.def.ghi"));
        assert_eq!(settings.knowledge_dir, Some(PathBuf::from("คลัง")));
        assert_eq!(settings.watching, Watching::Looks(Duration::from_secs(30)));
        assert_eq!(settings.database, Location::File(PathBuf::from("/srv/แนะแนว.db")));
        assert_eq!(settings.ask_channels, [12, 34]);
        assert_eq!(settings.guild_id, Some(56));
        assert_eq!(settings.proxy_url.as_deref(), Some("http://localhost:8080"));
        assert_eq!(settings.log.as_deref(), Some("naenaew=debug"));
        assert_eq!(settings.log_format, LogFormat::Json);
    }

    #[test]
    fn every_bad_value_is_named_at_once() {
        let problems = resolve(&[
            ("DISCORD_TOKEN", "hush hush"),
            ("KNOWLEDGE_POLL_SECONDS", "0"),
            ("DATABASE_URL", "naenaew.db"),
            ("ASK_CHANNELS", "12,general"),
            ("DISCORD_GUILD_ID", "0"),
            ("DISCORD_PROXY_URL", "localhost:8080"),
            ("LOG", "naenaew=loud"),
            ("LOG_FORMAT", "xml"),
        ])
        .unwrap_err();
        insta::assert_snapshot!(problems, @"
        DISCORD_TOKEN holds a value with spaces or unusual characters (not shown here): it may hold the bot token alone, as the Discord developer portal shows it
        KNOWLEDGE_POLL_SECONDS holds `0`: it may hold a whole number of seconds from 1 to 86400 (a day)
        DATABASE_URL holds `naenaew.db`: it may hold sqlite://naenaew.db, sqlite:///folder/naenaew.db (with three slashes), or sqlite::memory:
        ASK_CHANNELS holds `12,general`: it may hold Discord channel ids (numbers), with commas between them
        DISCORD_GUILD_ID holds `0`: it may hold one Discord server id (a number)
        DISCORD_PROXY_URL holds `localhost:8080`: it may hold an address such as http://localhost:8080, without user name, query or fragment
        LOG holds `naenaew=loud`: it may hold a tracing filter such as info or naenaew=debug,serenity=warn
        LOG_FORMAT holds `xml`: it may hold text or json
        ");
    }

    #[test]
    fn secrets_do_not_print() {
        let settings = resolve(&[("DISCORD_TOKEN", "hush.hush")]).unwrap();
        assert!(!format!("{settings:?}").contains("hush"));
        for bad in ["http://me:hush@host", "ftp://hush@host"] {
            let problem = resolve(&[("DISCORD_PROXY_URL", bad)]).unwrap_err();
            assert!(!format!("{problem} {problem:?}").contains("hush"), "{bad}");
        }
        let problem = resolve(&[("DATABASE_URL", "postgres://me:hush@host")]).unwrap_err();
        assert!(!format!("{problem} {problem:?}").contains("hush"));
        let problem = resolve(&[("DISCORD_TOKEN", "hush\u{1B}hush")]).unwrap_err();
        assert!(!format!("{problem} {problem:?}").contains("hush"));
    }
}
