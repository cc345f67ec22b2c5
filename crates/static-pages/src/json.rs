//! JSON-LD, as it may stand in a `script` element.

use std::fmt::Write as _;

/// An object of members in their order; values are made by [`text`], [`object`] and the like.
pub(crate) fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", text(name)))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// A list of values.
pub(crate) fn list(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

/// A string. Whatever could end the element, or begin markup, is written as a code point.
pub(crate) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => unicode(&mut out, c),
            _ if c.is_control() => unicode(&mut out, c),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Only for characters of the basic plane.
fn unicode(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "\\u{:04x}", c as u32);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_back_and_never_ends_its_element(any in any::<String>()) {
            let written = text(&any);
            prop_assert!(!written.contains(['<', '>', '&']));
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), any);
        }
    }
}
