//! YAML as a tree that knows the place of every key and value. Owns no meaning of any key.
//!
//! It is built from the parser's events, not through serde: serde stops at the first value of a wrong type and knows
//! no place of a key, while an author wants every problem of a file at once. What this tree leaves out on purpose
//! (anchors, aliases, tags, several documents) is reported, so nothing can be expanded and a small file stays small.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span};

use super::problem::Notes;
use super::yaml_mistakes;

/// Deepest nesting of lists and maps; the format needs four.
const MAX_DEPTH: usize = 16;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// What was written.
    pub(crate) value: Value,
    /// In bytes of the file.
    pub(crate) span: Range<usize>,
}

/// What was written. Numbers, dates and truth values are texts: their reader knows what they should be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Nothing after the colon, `~` or `null`.
    Nothing,
    /// A text, unquoted.
    Text(String),
    /// In their order.
    List(Vec<Node>),
    /// In their order; keys are unique.
    Map(Vec<Entry>),
    /// Something that was already reported.
    Unusable,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// The key's text.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_span: Range<usize>,
    /// What it holds.
    pub(crate) value: Node,
}

/// What was read of a YAML text.
#[derive(Debug)]
pub(crate) struct Tree {
    /// The outermost value; `None` for an empty text.
    pub(crate) root: Option<Node>,
    /// False when the text breaks off: then the root holds the entries before that place, and one that is missing
    /// may well be in the rest.
    pub(crate) complete: bool,
}

/// Reads a part of the file as YAML; reports what is no YAML, twice-written keys and what the format leaves out.
pub(crate) fn read(notes: &mut Notes<'_>, part: Range<usize>) -> Tree {
    let mut options = granit_parser::Options::default();
    options.set_emit_comments(false);
    options.emit_unresolved_aliases = true;
    options.disallow_directives = true;
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    let text = notes.source().part(part.clone());
    let mut builder = Builder { notes, part, open: Vec::new(), root: None, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => builder.take(event, &span),
            Err(error) => return builder.broken(&error),
        }
    }
    Tree { root: builder.root, complete: true }
}

/// A list or map whose end has not come yet.
enum Open {
    List { start: usize, items: Vec<Node> },
    Map { start: usize, entries: Vec<Entry>, seen: BTreeMap<String, Range<usize>>, key: Option<Key> },
}

/// A key whose value has not come yet.
struct Key {
    /// `None` when the key was reported, so its value is left out.
    text: Option<String>,
    span: Range<usize>,
}

struct Builder<'n, 't> {
    notes: &'n mut Notes<'t>,
    part: Range<usize>,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

impl Builder<'_, '_> {
    fn take(&mut self, event: Event<'_>, span: &Span) {
        if let Some(tag) = span.tag_span() {
            let tag = self.bytes(&tag);
            self.notes.error(&tag, "a YAML tag", "remove it: texts, lists and maps need none");
        }
        let range = self.bytes(span);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents == 2 {
                    self.notes.error(&range, "a second YAML document", "write all keys in one");
                }
            }
            Event::Scalar(text, style, ..) => {
                let nothing = style == ScalarStyle::Plain && is_nothing(&text);
                let value = if nothing { Value::Nothing } else { Value::Text(text.into_owned()) };
                self.place(Node { value, span: range });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let what = format!("`{}` is a YAML alias", self.notes.source().part(range.clone()));
                self.notes.error(
                    &range,
                    what,
                    "write the value out, or put it in quotes if it begins with *",
                );
                self.place(Node { value: Value::Unusable, span: range });
            }
            Event::SequenceStart(..) => self.open.push(Open::List { start: range.start, items: Vec::new() }),
            Event::MappingStart(..) => self.open.push(Open::Map {
                start: range.start,
                entries: Vec::new(),
                seen: BTreeMap::new(),
                key: None,
            }),
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            _ => {}
        }
    }

    fn close(&mut self, end: usize) {
        let Some(open) = self.open.pop() else { return };
        let (start, value) = match open {
            Open::List { start, items } => (start, Value::List(items)),
            Open::Map { start, entries, .. } => (start, Value::Map(entries)),
        };
        self.place(Node { value, span: start..end.max(start) });
    }

    /// Puts a finished value where it belongs: into the innermost open list or map.
    fn place(&mut self, node: Node) {
        match self.open.last_mut() {
            None => {
                self.root.get_or_insert(node);
            }
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, seen, key, .. }) => match key.take() {
                None => *key = Some(read_key(self.notes, seen, node)),
                Some(Key { text: Some(text), span }) => {
                    entries.push(Entry { key: text, key_span: span, value: node });
                }
                Some(Key { text: None, .. }) => {}
            },
        }
    }

    /// Keeps the outermost entries that were complete before the text broke off.
    fn broken(mut self, error: &ScanError) -> Tree {
        let at = self.offset(error.marker()).min(self.part.end);
        let rest = self.notes.source().part(at..self.part.end);
        let length = rest.chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
        let (what, mend) = yaml_mistakes::told(error);
        self.notes.error(&(at..at + length), what, mend);
        if let Some(Open::Map { start, mut entries, .. }) = self.open.into_iter().next() {
            // A value that ends in the line of the break was most probably meant to go on.
            let line = self.notes.source().line_of(at);
            entries.pop_if(|last| self.notes.source().line_of(last.value.span.end) == line);
            self.root = Some(Node { value: Value::Map(entries), span: start..at });
        }
        Tree { root: self.root, complete: false }
    }

    fn bytes(&self, span: &Span) -> Range<usize> {
        let start = self.offset(&span.start);
        let end = self.offset(&span.end).max(start);
        // A plain text's span may reach over the white space behind it.
        let written = self.notes.source().part(start..end).trim_end().len();
        start..start + written
    }

    fn offset(&self, marker: &Marker) -> usize {
        self.part.start + marker.byte_offset().unwrap_or_default()
    }
}

fn read_key(notes: &mut Notes<'_>, seen: &mut BTreeMap<String, Range<usize>>, node: Node) -> Key {
    let text = match node.value {
        Value::Text(text) => text,
        Value::Unusable => return Key { text: None, span: node.span },
        Value::Nothing | Value::List(_) | Value::Map(_) => {
            notes.error(&node.span, "a key that is no text", "write `key: value`");
            return Key { text: None, span: node.span };
        }
    };
    if let Some(first) = seen.get(&text) {
        let line = notes.source().line_of(first.start);
        let what = format!("`{text}` is written twice, first in line {line}");
        notes.error(&node.span, what, "keep one of the two");
        return Key { text: None, span: node.span };
    }
    seen.insert(text.clone(), node.span.clone());
    Key { text: Some(text), span: node.span }
}

/// YAML's ways to write nothing.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

#[cfg(test)]
mod tests {
    use super::super::problem::{Notes, Problems};
    use super::super::source::SourceText;
    use super::*;

    /// The tree in short, with the source text of every value's span, and the problems.
    fn show(node: &Node, source: &SourceText<'_>) -> String {
        match &node.value {
            Value::Nothing => "nothing".to_owned(),
            Value::Unusable => "unusable".to_owned(),
            Value::Text(text) => format!("{text:?}@{}", source.part(node.span.clone())),
            Value::List(items) => {
                format!("[{}]", items.iter().map(|item| show(item, source)).collect::<Vec<_>>().join(", "))
            }
            Value::Map(entries) => {
                let entries = entries.iter().map(|entry| {
                    format!(
                        "{}@{}: {}",
                        entry.key,
                        source.part(entry.key_span.clone()),
                        show(&entry.value, source)
                    )
                });
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[track_caller]
    fn assert_tree(yaml: &str, tree: &str, problems: &str) {
        let source = SourceText::new(yaml);
        let mut notes = Notes::new("f", &source);
        let read = read(&mut notes, 0..yaml.len());
        let root = read.root.as_ref().map(|root| show(root, &source)).unwrap_or_default();
        assert_eq!(root, tree, "tree of {yaml:?}");
        assert_eq!(Problems::new(notes.finish(), []).to_string(), problems, "problems of {yaml:?}");
    }

    #[test]
    fn keys_and_values_know_their_places() {
        assert_tree("title: กำไร (Profit)  # note\n", r#"{title@title: "กำไร (Profit)"@กำไร (Profit)}"#, "");
        assert_tree("a: [x, 'y z', \"ก\"]", r#"{a@a: ["x"@x, "y z"@'y z', "ก"@"ก"]}"#, "");
        assert_tree("a:\n  - x\n  - k: 1\n", r#"{a@a: ["x"@x, {k@k: "1"@1}]}"#, "");
        assert_tree("a:\r\n- x\r\nb: 2\r\n", r#"{a@a: ["x"@x], b@b: "2"@2}"#, "");
        assert_tree(
            "a:\nb: ~\nc: null\nd: ''",
            r#"{a@a: nothing, b@b: nothing, c@c: nothing, d@d: ""@''}"#,
            "",
        );
        assert_tree("", "", "");
        assert_tree("just text", r#""just text"@just text"#, "");
    }

    #[test]
    fn what_the_format_leaves_out_is_reported() {
        assert_tree(
            "a: 1\nb: 2\na: 3\n",
            r#"{a@a: "1"@1, b@b: "2"@2}"#,
            "f:3:1: error: `a` is written twice, first in line 1; keep one of the two",
        );
        assert_tree(
            "a: &x [1]\nb: *x\nc: *y\n",
            r#"{a@a: ["1"@1], b@b: unusable, c@c: unusable}"#,
            "f:2:4: error: `*x` is a YAML alias; write the value out, or put it in quotes if it begins with *\n\
             f:3:4: error: `*y` is a YAML alias; write the value out, or put it in quotes if it begins with *",
        );
        assert_tree(
            "a: !!int 3\n",
            r#"{a@a: "3"@3}"#,
            "f:1:4: error: a YAML tag; remove it: texts, lists and maps need none",
        );
        assert_tree(
            "[a]: 1\nb: 2\n",
            r#"{b@b: "2"@2}"#,
            "f:1:1: error: a key that is no text; write `key: value`",
        );
        assert_tree(
            "a: 1\n...\nb: 2\n",
            r#"{a@a: "1"@1}"#,
            "f:3:1: error: a second YAML document; write all keys in one",
        );
    }

    #[test]
    fn what_stands_before_the_break_is_kept() {
        const ONE: &str = r#"{a@a: "1"@1}"#;
        for (yaml, tree, problem) in [
            (
                "a: 1\nb: [1, 2\nc: 3\n",
                ONE,
                "3:2: error: a colon stands inside a list in brackets; close the bracket above, or put a text that holds `: ` in quotes",
            ),
            (
                "a: 1\nb: [1, 2\n",
                ONE,
                "2:4: error: a list in brackets that is not closed, or lacks a comma; close the bracket, and put commas between the values",
            ),
            (
                "title: a: b\n",
                "{}",
                "1:9: error: a colon stands where no value can begin; put a text that holds `: ` in quotes, and begin every key at the start of its line",
            ),
            (
                "a: 1\nb: 'x\n",
                ONE,
                "2:4: error: a quotation mark that is not closed; close it at the end of the text",
            ),
            (
                "a: @x\n",
                "{}",
                "1:4: error: no text can begin with `@`; put a text that begins with this character in quotes",
            ),
            (
                "a:\n\t- x\n",
                "{}",
                "2:2: error: a tab where only spaces can stand; indent with spaces instead of tabs",
            ),
            (
                "a: 1\n b: 2\n",
                "{}",
                "2:3: error: a colon stands where no value can begin; put a text that holds `: ` in quotes, and begin every key at the start of its line",
            ),
            (
                "a: 1\nbc\n",
                ONE,
                "2:1: error: a line that is no `key: value`; write every line as `key: value`, with a space behind the colon",
            ),
            (
                "a: 'x' y\n",
                "{}",
                "1:8: error: words behind a closing quotation mark; put the whole text in quotes",
            ),
        ] {
            assert_tree(yaml, tree, &format!("f:{problem}"));
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = "[".repeat(100_000);
        let source = SourceText::new(&deep);
        let mut notes = Notes::new("f", &source);
        assert!(!read(&mut notes, 0..deep.len()).complete);
        assert_eq!(notes.finish().len(), 1);
    }
}
