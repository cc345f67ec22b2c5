//! Regular expressions, and those whose letters stand for both cases, which the engine for them knows of ASCII alone.

use regex_lite::Regex;
use std::borrow::Cow;
use viet::{Span, to_lower};

/// An expression that texts are tried with.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    regex: Regex,
    any_case: bool,
}

impl Expression {
    /// One whose letters are as they stand; `None` where it is none.
    pub(crate) fn new(pattern: &str) -> Option<Self> {
        let regex = Regex::new(pattern).ok()?;
        let any_case = false;
        Some(Self { regex, any_case })
    }

    /// One whose letters stand for both cases: what is not ASCII is lowered in the expression and in the text.
    pub(crate) fn any_case(pattern: &str) -> Option<Self> {
        let regex = Regex::new(&format!("(?i){}", lowered(pattern))).ok()?;
        let any_case = true;
        Some(Self { regex, any_case })
    }

    /// Calls `then` with each stretch of a text that matches, in bytes.
    pub(crate) fn each(&self, text: &str, mut then: impl FnMut(Span)) {
        let text = if self.any_case { lowered(text) } else { text.into() };
        for found in self.regex.find_iter(&text) {
            then(Span {
                start: found.start() as u32,
                end: found.end() as u32,
            });
        }
    }
}

/// A text with its letters beyond ASCII in lower case, each as many bytes as it had: one that would be longer or
/// shorter stays. ASCII is left, so that `\D` in an expression means what it did.
fn lowered(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let lower = |c: char| {
        let lower = if c.is_ascii() { c } else { to_lower(c) };
        if lower.len_utf8() == c.len_utf8() {
            lower
        } else {
            c
        }
    };
    text.chars().map(lower).collect::<String>().into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(expression: &Expression, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        expression.each(text, |span| found.push(span.of(text).to_owned()));
        found
    }

    #[test]
    fn letters_with_accents_stand_for_both_cases() {
        let text = "Điện hạt nhân, ĐIỆN LỰC, điện 3";
        let any = |pattern: &str| found(&Expression::any_case(pattern).unwrap(), text);
        assert_eq!(any("điện"), ["Điện", "ĐIỆN", "điện"]);
        assert_eq!(any("ĐIỆN"), any("điện"));
        assert_eq!(any(r"[Đ-Đ]IỆN \D"), ["Điện h", "ĐIỆN L"]);
        assert_eq!(any("lực|NHÂN"), ["nhân", "LỰC"]);
        assert_eq!(found(&Expression::new("điện").unwrap(), text), ["điện"]);
        assert!(Expression::any_case("(").is_none());
    }

    proptest! {
        #[test]
        fn what_matches_as_it_stands_matches_in_any_case(text in "[aAđĐạẠßİ .]{0,12}", pattern in "[aAđĐạẠ.]{1,3}") {
            let first = |expression: Option<Expression>| {
                let mut first = None;
                expression.unwrap().each(&text, |span| first = first.or(Some(span.start)));
                first
            };
            let (exact, any) = (first(Expression::new(&pattern)), first(Expression::any_case(&pattern)));
            prop_assert!(exact.is_none() || any.is_some_and(|any| Some(any) <= exact), "{:?} {:?}", exact, any);
            prop_assert_eq!(first(Expression::any_case(&lowered(&pattern))), any);
        }
    }
}
