//! A hash that is the same on every machine: FNV-1a, 32 bits, with the avalanche of `MurmurHash3` at its end.

/// The hash of what was written so far.
pub(crate) struct Fnv(u32);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x811C_9DC5)
    }
}

impl Fnv {
    /// Takes in `bytes`.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// The hash; all its bits depend on all that was written.
    pub(crate) fn finish(self) -> u32 {
        avalanche(self.0)
    }
}

/// The hash of two hashes in this order.
pub(crate) const fn pair(first: u32, second: u32) -> u32 {
    avalanche(first.wrapping_mul(0x9E37_79B1).rotate_left(15) ^ second)
}

const fn avalanche(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ (hash >> 16)
}
