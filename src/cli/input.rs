//! Questions from standard input, one a line, in bounded memory. Owns no answering.

use std::io::{self, BufRead, BufReader, Read};

/// How much of a line is kept, in bytes: far more than any question, and all that a line may cost.
const MAX_LINE_BYTES: usize = 64 * 1024;

/// The lines of a stream.
pub(crate) struct Lines<R> {
    reader: BufReader<R>,
}

impl<R: Read> Lines<R> {
    /// Reads from a stream.
    pub(crate) fn new(stream: R) -> Self {
        Self { reader: BufReader::with_capacity(MAX_LINE_BYTES, stream) }
    }

    /// Whether the next line may have to be waited for. Who answers should then send what is written so far.
    pub(crate) fn may_wait(&self) -> bool {
        !self.reader.buffer().contains(&b'\n')
    }

    /// The next line without its end; of a line that is too long the beginning. Bytes that are no UTF-8 become `�`.
    /// `None` at the end of the stream.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut began = false;
        loop {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() {
                return Ok(began.then(|| text(&line)));
            }
            began = true;
            let end = available.iter().position(|byte| *byte == b'\n');
            let kept = end.unwrap_or(available.len()).min(MAX_LINE_BYTES - line.len());
            line.extend_from_slice(available.get(..kept).unwrap_or_default());
            let read = end.map_or(available.len(), |end| end + 1);
            self.reader.consume(read);
            if end.is_some() {
                return Ok(Some(text(&line)));
            }
        }
    }
}

/// The bytes as text. A character that was cut at the limit is no character.
fn text(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_suffix('\r').unwrap_or(&text);
    let whole = if bytes.len() == MAX_LINE_BYTES { text.trim_end_matches('\u{FFFD}') } else { text };
    whole.to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(bytes);
        std::iter::from_fn(|| lines.next_line().unwrap()).collect()
    }

    #[test]
    fn lines_end_as_they_end_anywhere() {
        assert_eq!(lines(b""), Vec::<String>::new());
        assert_eq!(lines(b"a\r\n\nb"), ["a", "", "b"]);
        assert_eq!(lines("ก\nข\n".as_bytes()), ["ก", "ข"]);
        assert_eq!(lines(b"a\xFFb\n"), ["a\u{FFFD}b"]);
    }

    #[test]
    fn an_endless_line_keeps_its_beginning_only() {
        let mut long = "ก".repeat(MAX_LINE_BYTES).into_bytes();
        long.extend(b"\nnext");
        let lines = lines(&long);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.first().map(String::len), Some(MAX_LINE_BYTES / 3 * 3));
        assert_eq!(lines.last().map(String::as_str), Some("next"));
    }
}
