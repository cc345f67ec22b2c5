//! HTML written into a string, text always escaped.

use std::fmt::Write as _;

/// Text as it may stand between tags, and between the double quotes of an attribute. Control characters, which HTML
/// does not know, are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

/// A value in the query or the path of an address: all but what never has a meaning there is percent-encoded.
pub(crate) fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~:,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The beginning of a text, at most so many characters, ending with a word and `…` where something is left out.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = plain.char_indices().nth(most) else {
        return plain;
    };
    let cut = plain.get(..end).unwrap_or_default();
    let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    let words = words.trim_end_matches([',', ';', ':', '-', '–', '.']);
    format!("{words}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_text_ends_with_a_word() {
        assert_eq!(beginning("Hai bên  nhất trí", 40), "Hai bên nhất trí");
        assert_eq!(beginning("Hai bên nhất trí", 9), "Hai bên…");
        assert_eq!(beginning("Haibênnhấttrí", 3), "Hai…");
    }

    #[test]
    fn an_address_holds_no_letter_with_a_meaning() {
        assert_eq!(encoded("a b&c=d#e/f?<đ>"), "a%20b%26c%3Dd%23e%2Ff%3F%3C%C4%91%3E");
    }

    proptest! {
        #[test]
        fn escaped_text_has_no_markup(text in any::<String>()) {
            let safe = escaped(&text);
            prop_assert!(!safe.contains(['<', '>', '"', '\'', '\0']));
            let back = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&");
            let shown: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
            prop_assert_eq!(back, shown);
        }
    }
}
