//! Makes `data/telex-english.txt`: the words of a list, one a line, that would be a Vietnamese syllable in Telex.
//!
//! `cargo run -p viet --example telex_words -- WORDS… > crates/viet/data/telex-english.txt`

use std::collections::BTreeSet;
use viet::typing::{Method, syllable};

fn main() -> std::io::Result<()> {
    let mut words = BTreeSet::new();
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(file)?;
        let wanted = |word: &String| syllable(word, Method::Telex).is_some();
        words.extend(text.lines().map(str::to_lowercase).filter(wanted));
    }
    for word in words {
        println!("{word}");
    }
    Ok(())
}
