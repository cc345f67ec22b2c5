//! The reader's corrections as a text that the browser keeps.

use engine::corrections::{Overrides, read, write};

/// Two hex digits a byte.
pub(super) fn print(corrections: &Overrides) -> String {
    let bytes = write(corrections);
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// The corrections that a text means; none where it is damaged or of another version.
pub(super) fn parse(text: &str) -> Option<Overrides> {
    let digit = |digit: &u8| char::from(*digit).to_digit(16);
    let pairs = text.as_bytes().chunks(2);
    let bytes: Option<Vec<u8>> = pairs
        .map(|pair| match pair {
            [high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
            _ => None,
        })
        .collect();
    read(&bytes?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::corrections::{Change, Correction};
    use proptest::prelude::*;

    fn corrections(texts: Vec<(String, String)>) -> Overrides {
        let correction = |(id, name): (String, String)| Correction {
            why: name.clone(),
            change: Change::Rename {
                id,
                names: [("vi".to_owned(), name)].into(),
            },
        };
        let corrections = texts.into_iter().map(correction).collect();
        Overrides { corrections }
    }

    proptest! {
        #[test]
        fn what_was_kept_is_read_again(texts: Vec<(String, String)>) {
            let corrections = corrections(texts);
            let kept = print(&corrections);
            prop_assert_eq!(parse(&kept), Some(corrections));
            prop_assert_eq!(parse(&format!("{kept}0")), None);
            prop_assert_eq!(parse(&format!("{kept}00")), None);
        }

        #[test]
        fn any_text_is_corrections_or_none(text: String, digits in "[0-9a-f]*") {
            parse(&text);
            parse(&format!("01{digits}"));
        }
    }
}
