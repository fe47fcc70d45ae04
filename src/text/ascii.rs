//! Words of ASCII text by the rules that Unicode's word borders come down to there (UAX #29, version 16, WB5–WB13b): most of a
//! Latin text is ASCII, and takes a fraction of the time.

/// The ends of the words and of the stretches between them, in order.
#[derive(Debug)]
pub(super) struct AsciiBorders<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> AsciiBorders<'t> {
    /// Those of a text of nothing but ASCII.
    pub(super) fn of(text: &'t str) -> Self {
        Self { text: text.as_bytes(), at: 0 }
    }

    fn byte(&self, place: usize) -> u8 {
        self.text.get(place).copied().unwrap_or(b' ')
    }

    /// Whether the word in front of a place goes on over what stands there: a mark between two letters or two digits.
    fn joins(&self, place: usize) -> bool {
        let before = place.checked_sub(1).map_or(b' ', |before| self.byte(before));
        let after = self.byte(place + 1);
        match self.byte(place) {
            b'.' | b'\'' => {
                (before.is_ascii_alphabetic() && after.is_ascii_alphabetic())
                    || (before.is_ascii_digit() && after.is_ascii_digit())
            }
            b':' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
            b',' | b';' => before.is_ascii_digit() && after.is_ascii_digit(),
            _ => false,
        }
    }
}

/// Whether a word is made of such bytes.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

impl Iterator for AsciiBorders<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.at >= self.text.len() {
            return None;
        }
        if is_part(self.byte(self.at)) {
            while is_part(self.byte(self.at)) || (self.at < self.text.len() && self.joins(self.at)) {
                self.at += 1;
            }
        } else {
            while self.at < self.text.len() && !is_part(self.byte(self.at)) {
                self.at += 1;
            }
        }
        Some(self.at)
    }
}
