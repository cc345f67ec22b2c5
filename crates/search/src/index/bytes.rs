//! Bytes: the checksum, and rows of `u32` read in place.

/// CRC-32 as in IEEE 802.3 (reflected polynomial 0xEDB88320), the one of zip and PNG.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        let slot = (crc ^ u32::from(*byte)) & 0xFF;
        crc = (crc >> 8) ^ TABLE.get(slot as usize).copied().unwrap_or(0);
    }
    !crc
}

const TABLE: [u32; 256] = table();

#[allow(clippy::indexing_slicing)] // evaluated at compile time
const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let mut crc = at as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
            bit += 1;
        }
        table[at] = crc;
        at += 1;
    }
    table
}

/// The little-endian number at byte `at`, 0 beyond the end: an index that lies gives wrong answers, never a panic.
pub(super) fn number(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..)
        .and_then(|rest| rest.first_chunk::<4>())
        .map_or(0, |four| u32::from_le_bytes(*four))
}

/// Rows of equal width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) row_bytes: usize,
}

impl Table<'_> {
    pub(super) const fn rows(&self) -> u32 {
        (self.bytes.len() / self.row_bytes) as u32
    }

    /// Number `field` of row `row`; 0 where there is none.
    pub(super) fn get(&self, row: u32, field: usize) -> u32 {
        (row as usize)
            .checked_mul(self.row_bytes)
            .map_or(0, |start| number(self.bytes, start.saturating_add(field * 4)))
    }

    /// The range in fields `field` and `field + 1`, cut to `limit` rows.
    pub(super) fn range(&self, row: u32, field: usize, limit: u32) -> std::ops::Range<u32> {
        let end = self.get(row, field + 1).min(limit);
        self.get(row, field).min(end)..end
    }

    /// The first row for which `before` is false, where it is true for all rows up to some row.
    pub(super) fn partition(&self, before: impl Fn(u32) -> bool) -> u32 {
        partition(0..self.rows(), before)
    }
}

/// The first number of `range` for which `before` is false, as [`slice::partition_point`] does.
pub(super) fn partition(range: std::ops::Range<u32>, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_common_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn reading_beyond_the_end_gives_nought() {
        let table = Table {
            bytes: &[1, 0, 0, 0, 9],
            row_bytes: 4,
        };
        assert_eq!((table.rows(), table.get(0, 0), table.get(1, 0)), (1, 1, 0));
        assert_eq!(table.get(u32::MAX, 3), 0);
    }
}
