//! Thai texts whose words `build.rs` has found already: those of the starter articles. Finding them by dictionary would take a
//! fifth of every start.

use std::hash::{DefaultHasher, Hasher};

/// Sixteen bytes a slot: the number of a text and the characters with which its words begin. A text lies in the slot of its
/// number's lowest bits or in the next that is free; a slot of zeros is free.
const CUT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// Bytes of a Thai character.
const CHARACTER: usize = '\u{0E01}'.len_utf8();

/// The borders of the words in a text of nothing but Thai letters and marks: a bit for each character with which a word begins.
#[derive(Debug)]
pub(super) struct Cuts(u64);

impl Cuts {
    /// The borders that were found in advance; `None` for a text that is none of the starter's.
    pub(super) fn known(text: &str) -> Option<Self> {
        if text.len() > CHARACTER * u64::BITS as usize {
            return None;
        }
        let (slots, _) = CUT.as_chunks::<16>();
        let number = number(text);
        let last = slots.len().checked_sub(1)?;
        let first = usize::try_from(number & last as u64).ok()?;
        let (before, after) = slots.split_at_checked(first)?;
        for slot in after.iter().chain(before) {
            let (halves, _) = slot.as_chunks::<8>();
            match halves {
                [key, cuts] if *key == number.to_le_bytes() => return Some(Self(u64::from_le_bytes(*cuts))),
                [key, _] if *key == [0; 8] => return None,
                _ => {}
            }
        }
        None
    }
}

impl Iterator for Cuts {
    /// The byte with which a word begins.
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let character = (self.0 != 0).then(|| self.0.trailing_zeros())?;
        self.0 &= self.0 - 1;
        Some(character as usize * CHARACTER)
    }
}

/// The number of a text; `build.rs` has the same.
fn number(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}
