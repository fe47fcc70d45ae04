//! How long questions wait while articles are read anew: asks at a steady pace, on the runtime that the bot has, first in
//! peace and then through many reloads, and prints how late the answers were.
//!
//! `cargo run --release --example reload -- [--copies N] [--reloads N] [--pause-us N]`: the starter articles, so many times
//! over, so many reloads, one question each so many microseconds.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use clap::Parser;
use naenaew::knowledge::{Knowledge, Origin, starter};
use naenaew::live::{Live, Reloaded, Watching};
use naenaew::search::Question;
use tokio::runtime::Handle;

/// How long questions wait while articles are read anew
#[derive(Debug, Parser)]
struct Arguments {
    /// How often the starter articles stand in the folder, under other names
    #[arg(long, default_value_t = 1)]
    copies: usize,
    /// How often they change
    #[arg(long, default_value_t = 200)]
    reloads: usize,
    /// How far apart questions are, in microseconds
    #[arg(long, default_value_t = 1000)]
    pause_us: u64,
}

/// The bot's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const QUESTIONS: [&str; 5] = [
    "เงินเดีอน acount manager เท่าไหร่",
    "what does a financial analyst do",
    "ผู้จัดการบัญชีทำอะไร",
    "ต้องจบอะไรถึงเป็นนักวิเคราะห์สินเชื่อ",
    "เงินเดือนแอร์โฮสเตส",
];
/// How long is asked in peace.
const PEACE: Duration = Duration::from_secs(12);
/// What no answer may be delayed by.
const BOUND: Duration = Duration::from_millis(5);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let folder = std::env::temp_dir().join(format!("naenaew-reload-{}", std::process::id()));
    let measured = measure(&arguments, &folder);
    fs::remove_dir_all(&folder)?;
    measured
}

fn measure(arguments: &Arguments, folder: &Path) -> Result<(), Box<dyn Error>> {
    let starter = starter()?;
    write(folder, &starter, arguments.copies, 0)?;
    let pause = Duration::from_micros(arguments.pause_us);
    // Readings come when this example says so.
    let live = Live::open(Origin::Folder(folder.to_owned()), Watching::Looks(Duration::from_secs(86_400)))?;
    println!("sections: {}", live.now().engine.section_count());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let asking = Asking::begin(&live, runtime.handle(), pause);
    std::thread::sleep(PEACE);
    print("in peace", asking.end());
    let asking = Asking::begin(&live, runtime.handle(), pause);
    let mut times = Vec::new();
    for round in 1..=arguments.reloads {
        write(folder, &starter, arguments.copies, round)?;
        let begun = Instant::now();
        match runtime.block_on(live.reload()) {
            Reloaded::Changed(_) => times.push(begun.elapsed()),
            other => return Err(format!("round {round}: {other:?}").into()),
        }
    }
    print("through reloads", asking.end());
    times.sort_unstable();
    println!("a reload: p50 {:?}, max {:?}", at(&times, 50), at(&times, 100));
    Ok(())
}

/// Writes the starter articles; the state's number stands in the first.
fn write(folder: &Path, starter: &Knowledge, copies: usize, state: usize) -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    for (number, article) in starter.articles().iter().enumerate() {
        if state > 0 && number > 0 {
            break;
        }
        let text = fs::read_to_string(root.join(&article.file))?;
        for copy in 0..if state > 0 { 1 } else { copies } {
            let language = folder.join(article.language.as_str());
            fs::create_dir_all(&language)?;
            let (name, text) = if copy == 0 {
                (article.id.to_string(), format!("{text}\n\nState {state}.\n"))
            } else {
                // A name in two articles would be a mistake: copies keep their text alone.
                let body = text.splitn(3, "---\n").nth(2).unwrap_or_default();
                (
                    format!("{}-{copy}", article.id),
                    format!("---\ntitle: Copy {copy} of {}\n---\n{body}", article.id),
                )
            };
            fs::write(language.join(format!("{name}.md")), text)?;
        }
    }
    Ok(())
}

/// Questions that come at a pace, as messages do: by no timer of the runtime, which would be late by itself.
struct Asking {
    ended: Arc<AtomicBool>,
    coming: JoinHandle<()>,
    late: Receiver<Duration>,
}

impl Asking {
    fn begin(live: &Live, runtime: &Handle, pause: Duration) -> Self {
        let ended = Arc::new(AtomicBool::new(false));
        let (told, late) = channel();
        let (live, runtime, until) = (live.clone(), runtime.clone(), Arc::clone(&ended));
        let coming = std::thread::spawn(move || {
            let mut due = Instant::now();
            for text in QUESTIONS.iter().cycle() {
                if until.load(Ordering::Relaxed) {
                    break;
                }
                due += pause;
                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                let (live, told) = (live.clone(), told.clone());
                runtime.spawn(async move {
                    std::hint::black_box(live.now().engine.ask(&Question::new(*text)));
                    // Nobody listens any more when the example fails.
                    let _ = told.send(due.elapsed());
                });
            }
        });
        Self { ended, coming, late }
    }

    /// How late each answer was: from when the question was due to when it was answered.
    fn end(self) -> Vec<Duration> {
        self.ended.store(true, Ordering::Relaxed);
        // The thread's own sender ends with it, the others with their questions.
        let _ = self.coming.join();
        self.late.iter().collect()
    }
}

fn print(name: &str, mut late: Vec<Duration>) {
    late.sort_unstable();
    let over = late.iter().filter(|late| **late > BOUND).count();
    println!(
        "{name}: questions {}, p50 {:?}, p99 {:?}, p99.9 {:?}, max {:?}, later than {BOUND:?}: {over}",
        late.len(),
        at(&late, 50),
        at(&late, 99),
        late.get(late.len() * 999 / 1000).copied().unwrap_or_default(),
        at(&late, 100),
    );
}

/// The value that so many percent of the ordered values do not exceed.
fn at(ordered: &[Duration], percent: usize) -> Duration {
    let last = ordered.len().saturating_sub(1);
    ordered.get(last * percent / 100).copied().unwrap_or_default()
}
