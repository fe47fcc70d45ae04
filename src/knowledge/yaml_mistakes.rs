//! What keeps a text from being read as YAML, in the words of those who write articles. Owns no place: the reader has it.

use granit_parser::{ErrorKind, ScanError};

/// What is wrong and what to do about it. Only for mistakes that people hardly make the parser's own words are shown.
pub(crate) fn told(error: &ScanError) -> (String, &'static str) {
    let (what, mend) = match error.kind() {
        ErrorKind::MappingValueNotAllowed => (
            "a colon stands where no value can begin",
            "put a text that holds `: ` in quotes, and begin every key at the start of its line",
        ),
        ErrorKind::InvalidColonPlacement => (
            "a colon stands inside a list in brackets",
            "close the bracket above, or put a text that holds `: ` in quotes",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "a line that is no `key: value`",
            "write every line as `key: value`, with a space behind the colon",
        ),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => (
            "a line that is indented otherwise than those above it",
            "begin keys at the start of the line, and indent the items of a list alike",
        ),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => {
            ("a tab where only spaces can stand", "indent with spaces instead of tabs")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("a quotation mark that is not closed", "close it at the end of the text")
        }
        ErrorKind::UnexpectedEof => ("something is not closed before the end", "close the quote or bracket"),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator => (
            "a list in brackets that is not closed, or lacks a comma",
            "close the bracket, and put commas between the values",
        ),
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => (
            "a bracket that closes what was not opened",
            "remove it, or open the same kind of bracket before it",
        ),
        ErrorKind::UnexpectedCharacter { character } => {
            let what = format!("no text can begin with `{character}`");
            return (what, "put a text that begins with this character in quotes");
        }
        ErrorKind::MissingAnchorOrAliasName => {
            ("no text can begin with & or *", "put a text that begins with this character in quotes")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            ("words behind a closing quotation mark", "put the whole text in quotes")
        }
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
            ("a backslash in quotes that means nothing", "write it twice, or use single quotes")
        }
        ErrorKind::DirectiveDisallowed => ("a line that begins with %", "remove this line"),
        ErrorKind::RecursionLimitExceeded => {
            ("lists inside lists, too deep to read", "nest lists and maps less deeply")
        }
        _ => {
            let what = format!("the front matter cannot be read from here on (details: {})", error.info());
            return (what, "check the indentation, quotes and brackets here");
        }
    };
    (what.to_owned(), mend)
}
