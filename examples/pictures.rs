//! Paints every picture of the starter knowledge into a folder, to be looked at: `cargo run --example pictures -- DIR`.

#![allow(clippy::expect_used, reason = "an example on broken data must stop")]

use std::path::PathBuf;
use std::sync::Arc;

use naenaew::knowledge::{Language, SectionId, starter};
use naenaew::picture::Sketch;
use naenaew::reply::compare::compare;
use naenaew::reply::role::show;
use naenaew::reply::role_wording::RoleWording;
use naenaew::reply::wording::Wording;
use naenaew::search::Engine;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    std::fs::create_dir_all(&folder).expect("a folder that can be made");
    let paint = |name: String, sketch: Option<Sketch>| {
        let Some(sketch) = sketch else { return };
        let png = sketch.paint().expect("a picture");
        println!("{name}: {} bytes", png.len());
        std::fs::write(folder.join(name), png).expect("a folder that can be written to");
    };
    let engine = Engine::new(Arc::new(starter().expect("the starter has no error")));
    let roles: Vec<_> =
        engine.topics(&Language::english(), usize::MAX).into_iter().map(|topic| topic.article).collect();
    for tag in ["th", "en"] {
        let (wording, texts) = (Wording::of(tag), RoleWording::of(tag));
        for first in &roles {
            for section in ["salary", "career-path"] {
                let id = SectionId::parse(section).expect("an id");
                let shown = show(&engine, first, &id, wording, texts);
                paint(format!("{first}-{section}-{tag}.png"), shown.and_then(|shown| shown.sketch));
            }
            for second in roles.iter().filter(|second| *second != first) {
                let comparison = compare(&engine, [first, second], wording, texts).ok();
                paint(format!("{first}-{second}-{tag}.png"), comparison.and_then(|both| both.sketch));
            }
        }
    }
}
