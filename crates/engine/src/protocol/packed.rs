//! An answer that only its reader unpacks.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;

/// A value in postcard's format. Who only passes it on needs no code that knows what is in it.
///
/// ```
/// use engine::protocol::Packed;
/// let packed = Packed::new(&("Nga".to_owned(), 3_u32));
/// assert_eq!(packed.open(), Some(("Nga".to_owned(), 3)));
/// ```
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Packed<T> {
    bytes: Vec<u8>,
    #[serde(skip)]
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize> Packed<T> {
    /// Packs a value. Types of the protocol always can be packed.
    pub fn new(value: &T) -> Self {
        Self {
            bytes: postcard::to_stdvec(value).unwrap_or_default(),
            of: PhantomData,
        }
    }
}

impl<T: DeserializeOwned> Packed<T> {
    /// The value; none where the bytes are not one, which those of [`Packed::new`] always are.
    pub fn open(&self) -> Option<T> {
        crate::unpack(&self.bytes)
    }
}

impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Self {
            bytes: self.bytes.clone(),
            of: PhantomData,
        }
    }
}

impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> Debug for Packed<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "Packed({} bytes)", self.bytes.len())
    }
}
