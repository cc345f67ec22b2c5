//! Corrections of what is recognised, as bytes that a browser keeps and hands on.

use crate::unpack::unpack;

pub use entities::MentionKind;
pub use entities::overrides::{Change, Correction, Names, Overrides, Surface};

/// The first of the bytes; another one is another format.
const VERSION: u8 = 1;

/// The bytes of corrections.
pub fn write(corrections: &Overrides) -> Vec<u8> {
    // Only exhausted memory can keep them from being written.
    postcard::to_stdvec(&(VERSION, corrections)).unwrap_or_default()
}

/// The corrections that `bytes` are, all of them; none where they are something else.
///
/// ```
/// use engine::corrections::{Overrides, read, write};
/// let bytes = write(&Overrides::default());
/// assert_eq!(read(&bytes), Some(Overrides::default()));
/// assert_eq!(read(&[bytes, vec![0]].concat()), None);
/// ```
pub fn read(bytes: &[u8]) -> Option<Overrides> {
    let (version, corrections): (u8, Overrides) = unpack(bytes)?;
    (version == VERSION).then_some(corrections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change() -> impl Strategy<Value = Change> {
        let kind = prop::option::of(prop::sample::select(&MentionKind::ALL[..]));
        let of = (".*", prop::option::of(".*")).prop_map(|(surface, article)| Surface { surface, article });
        let names = prop::collection::btree_map("vi|en|ru", ".*", 0..3);
        prop_oneof![
            (".*", ".*").prop_map(|(from, into)| Change::Merge { from, into }),
            (of.clone(), ".*", ".*", names.clone()).prop_map(|(of, from, into, names)| Change::Split {
                of,
                from,
                into,
                names
            }),
            (".*", names).prop_map(|(id, names)| Change::Rename { id, names }),
            (".*", kind.clone()).prop_map(|(id, kind)| Change::RetypeEntity { id, kind }),
            (of, kind).prop_map(|(of, kind)| Change::RetypeSurface { of, kind }),
        ]
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(changes in prop::collection::vec((change(), ".*"), 0..4)) {
            let corrections = changes.into_iter().map(|(change, why)| Correction { change, why }).collect();
            let overrides = Overrides { corrections };
            prop_assert_eq!(read(&write(&overrides)), Some(overrides));
        }

        #[test]
        fn any_bytes_are_corrections_or_none(bytes: Vec<u8>) {
            read(&bytes);
        }
    }
}
