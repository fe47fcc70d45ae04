//! Painted pictures: made off the async threads, and kept for the next who asks. Owns no chart and no message.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use super::locked::lock;
use crate::picture::Sketch;

/// Pictures kept; each takes 20 to 60 kilobytes.
const KEPT: usize = 64;

/// The name of the picture of one role, as people save it.
pub(crate) const OF_A_ROLE: &str = "career.png";
/// The same of two.
pub(crate) const OF_TWO_ROLES: &str = "compare.png";

/// A PNG.
pub(crate) type Png = Arc<[u8]>;

/// The last pictures, by what they show: a picture of changed knowledge is another picture.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    /// The last used at the front. Few enough to look through.
    painted: Mutex<VecDeque<(Sketch, Png)>>,
}

impl Pictures {
    /// The picture of a sketch, if it was painted before.
    pub(crate) fn painted(&self, sketch: &Sketch) -> Option<Png> {
        let mut painted = lock(&self.painted);
        let place = painted.iter().position(|(known, _)| known == sketch)?;
        let entry = painted.remove(place)?;
        let png = Arc::clone(&entry.1);
        painted.push_front(entry);
        Some(png)
    }

    /// Paints a sketch on a thread that may be busy for a while; `None`, and a line in the log, where that fails.
    pub(crate) async fn paint(&self, sketch: &Sketch) -> Option<Png> {
        let wanted = sketch.clone();
        let png: Png = match tokio::task::spawn_blocking(move || wanted.paint()).await {
            Ok(Ok(png)) => png.into(),
            Ok(Err(error)) => {
                tracing::error!(%error, "a picture could not be painted");
                return None;
            }
            Err(error) => {
                tracing::error!(%error, "painting a picture did not end");
                return None;
            }
        };
        let mut painted = lock(&self.painted);
        // Two may have painted the same at once.
        painted.retain(|(known, _)| known != sketch);
        painted.push_front((sketch.clone(), Arc::clone(&png)));
        painted.truncate(KEPT);
        Some(png)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::picture::{Ladder, Rung, ladder};

    fn sketch(label: &str) -> Sketch {
        let rungs = vec![Rung { label: label.to_owned(), present: true }];
        ladder(&Ladder { title: String::new(), here: String::new(), rungs, alt: label.to_owned() })
    }

    #[tokio::test]
    async fn pictures_are_painted_once_and_the_oldest_go() {
        let pictures = Pictures::default();
        assert!(pictures.painted(&sketch("0")).is_none());
        let png = pictures.paint(&sketch("0")).await.unwrap();
        assert!(Arc::ptr_eq(&png, &pictures.painted(&sketch("0")).unwrap()));
        for number in 1..=KEPT {
            pictures.paint(&sketch(&number.to_string())).await.unwrap();
        }
        assert!(pictures.painted(&sketch("0")).is_none(), "the oldest is gone");
        assert!(pictures.painted(&sketch("1")).is_some());
        assert_eq!(pictures.painted.lock().unwrap().len(), KEPT);
    }
}
