//! Names of files: what every file system and every host takes as it is.

use std::fmt::Write as _;

/// Longer names are cut; file systems take 255 bytes.
const LONGEST: usize = 100;

/// The file of the article with this id, as addresses write it. Ids of small ASCII letters, digits, `-` and `_` are their
/// own names. Of others the letters are made plain, and a number that only the id decides is added, because two ids
/// may differ in capitals or accents alone, which file systems take for one.
///
/// ```
/// assert_eq!(static_pages::file_name("003"), "003.html");
/// assert_eq!(static_pages::file_name("Bài 1"), "bai-1-7808c0b2.html");
/// ```
pub fn file_name(doc: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
    if !doc.is_empty() && doc.len() <= LONGEST && doc.bytes().all(plain) && !is_taken(doc) {
        return format!("{doc}.html");
    }
    let mut name = viet::slug(doc);
    name.truncate(LONGEST);
    // Writing to a string cannot fail.
    let _ = write!(name, "-{:08x}.html", hash(doc));
    name
}

/// Lists of articles have these names, or a system keeps them for its devices, or hosts do not show them.
fn is_taken(doc: &str) -> bool {
    let device = |name: &str| {
        matches!(name, "con" | "prn" | "aux" | "nul")
            || name
                .strip_prefix("com")
                .or_else(|| name.strip_prefix("lpt"))
                .is_some_and(|rest| rest.len() == 1)
    };
    doc.starts_with("index") || doc.starts_with('_') || device(doc)
}

/// FNV-1a (Fowler, Noll, Vo; 32 bits).
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_that_differ_in_capitals_have_names_that_differ_in_more() {
        let names = ["a1", "A1", "á1"].map(|doc| file_name(doc).to_lowercase());
        assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);
    }

    #[test]
    fn names_of_lists_and_devices_are_left_alone() {
        for doc in ["index", "index-2", "con", "com1", "_a", "", "..", "a/b"] {
            assert_ne!(file_name(doc), format!("{doc}.html"));
        }
    }

    proptest! {
        #[test]
        fn names_are_plain(doc in any::<String>()) {
            let name = file_name(&doc);
            let stem = name.strip_suffix(".html").unwrap();
            prop_assert!(!stem.is_empty() && stem.len() <= LONGEST + 9);
            prop_assert!(stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b)));
        }
    }
}
