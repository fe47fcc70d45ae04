//! Pictures of pay ranges and of career ladders. Pure: the same chart always gives the same picture.
//!
//! A chart is plain data with every text in it; [`pay_bars`] and [`ladder`] lay it out as a [`Sketch`], an SVG that is
//! made in microseconds, and [`Sketch::paint`] turns that into a PNG, which takes milliseconds. Owns no wording.

mod bars;
mod chart;
mod figure;
mod font;
mod lines;
mod rungs;
mod svg;

pub use bars::{MAX_BARS, pay_bars};
pub use chart::{Ladder, PayBar, PayChart, Rung, Series};
pub use figure::grouped;
pub use rungs::{MAX_RUNGS, ladder};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Characters of an alternative text (Discord's "Attachment Object", description).
pub const ALT_CHARACTERS: usize = 1024;

/// A picture that is laid out but not painted. Sketches of the same chart are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    svg: String,
    /// What the picture says, for people who do not see it; at most [`ALT_CHARACTERS`].
    pub alt: String,
}

/// Why a sketch could not be painted: a mistake of ours, never of who asked.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The sketch is no SVG that the painter reads.
    #[error("the sketch cannot be read: {0}")]
    Unreadable(String),
    /// The sketch has no size.
    #[error("the sketch has no size")]
    Empty,
    /// The PNG could not be written.
    #[error("the PNG cannot be written: {0}")]
    Unwritable(String),
}

impl Sketch {
    /// The sketch as SVG.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// Paints the sketch and gives a PNG, without transparency.
    ///
    /// # Errors
    /// A [`PictureError`] when the sketch is none that this module makes.
    pub fn paint(&self) -> Result<Vec<u8>, PictureError> {
        let options = Options { fontdb: font::fonts(), ..Options::default() };
        let tree = Tree::from_str(&self.svg, &options)
            .map_err(|reason| PictureError::Unreadable(reason.to_string()))?;
        let size = tree.size().to_int_size();
        let mut canvas = Pixmap::new(size.width(), size.height()).ok_or(PictureError::Empty)?;
        resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
        canvas.encode_png().map_err(|reason| PictureError::Unwritable(reason.to_string()))
    }
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
