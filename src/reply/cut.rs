//! Cutting text to a limit of characters and bytes at paragraph, sentence or grapheme borders.
