//! Rebuilds when an article of the starter knowledge is added, changed or removed: `include_dir` alone is not told.

fn main() {
    println!("cargo::rerun-if-changed=knowledge");
}
