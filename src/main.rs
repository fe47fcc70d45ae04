//! Starts the program; all logic is in the library.

fn main() {}
