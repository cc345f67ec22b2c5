//! The checksum of the project's files: CRC-32 as in Ethernet and gzip (reflected polynomial 0xEDB88320).
//!
//! Its tables are reckoned when they are first wanted, in microseconds: they look random, so that a page that brought
//! them along would carry each of their bytes.

use std::sync::LazyLock;

/// What each value of a byte adds, by how many bytes follow it in its group of eight.
static TABLES: LazyLock<[[u32; 256]; 8]> = LazyLock::new(tables);

/// The CRC-32 of `bytes`.
///
/// ```
/// assert_eq!(search::checksum(b"123456789"), 0xCBF4_3926);
/// ```
pub fn checksum(bytes: &[u8]) -> u32 {
    let tables = &*TABLES;
    let (groups, rest) = bytes.as_chunks::<8>();
    let crc = groups.iter().fold(u32::MAX, |crc, group| {
        let group = (u64::from_le_bytes(*group) ^ u64::from(crc)).to_le_bytes();
        let each = group.iter().zip(tables.iter().rev());
        each.fold(0, |crc, (byte, table)| crc ^ table[usize::from(*byte)])
    });
    !rest
        .iter()
        .fold(crc, |crc, byte| shifted(&tables[0], crc ^ u32::from(*byte)))
}

fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    for (byte, entry) in (0..).zip(&mut tables[0]) {
        *entry = (0..8).fold(byte, |crc: u32, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        });
    }
    let first = tables[0];
    for at in 1..tables.len() {
        tables[at] = tables[at - 1].map(|crc| shifted(&first, crc));
    }
    tables
}

/// A checksum after one more byte, which was added to its lowest one.
fn shifted(table: &[u32; 256], crc: u32) -> u32 {
    (crc >> 8) ^ table[usize::from(crc as u8)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Bit by bit, as the polynomial says.
    fn by_bits(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
            })
        })
    }

    #[test]
    fn agrees_with_published_values() {
        // CRC-32/ISO-HDLC of https://reveng.sourceforge.io/crc-catalogue, and two runs reckoned with zlib.
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum(&[0; 32]), 0x190A_55AD);
        assert_eq!(checksum(&[0xFF; 32]), 0xFF6C_AB0B);
    }

    proptest! {
        #[test]
        fn groups_of_eight_give_what_single_bits_give(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            prop_assert_eq!(checksum(&bytes), by_bits(&bytes));
        }

        #[test]
        fn any_changed_byte_shows(mut bytes in prop::collection::vec(any::<u8>(), 1..60), at: prop::sample::Index, flip in 1..=u8::MAX) {
            let before = checksum(&bytes);
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            prop_assert_ne!(checksum(&bytes), before);
        }
    }
}
