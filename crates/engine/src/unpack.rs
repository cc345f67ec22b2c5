//! Reading what postcard wrote, with little code.
//!
//! A reader that stops where something is wrong needs, at every field of every type, a way out that drops what was read
//! so far; in the page those ways out weigh more than all the rest. This one never stops: it takes noughts for what is
//! not there or means nothing, and only at the end it says that something was wrong.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::fmt::{self, Display, Formatter};

/// The value that `bytes` are in postcard's format, all of them; `None` where they are not one.
///
/// `T` is made of structs, enums, sequences, maps, options, strings, `bool`, `f64` and unsigned numbers of fixed width,
/// and takes every value of those: what refuses values by itself cannot be read here. It does not hold itself.
///
/// ```
/// let bytes = postcard::to_stdvec(&("Nga", Some(1994_u16)))?;
/// assert_eq!(engine::unpack(&bytes), Some(("Nga".to_owned(), Some(1994_u16))));
/// assert_eq!(engine::unpack::<(String, Option<u16>)>(&bytes[..5]), None);
/// # Ok::<(), postcard::Error>(())
/// ```
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader {
        rest: bytes,
        wrong: false,
    };
    let Ok(value) = T::deserialize(&mut reader);
    (reader.rest.is_empty() && !reader.wrong).then_some(value)
}

/// What never happens. The compiler knows, and leaves out what would have to be done then.
#[derive(Debug)]
enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut Formatter) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        unreachable!("a type refused what it was to be made of")
    }
}

struct Reader<'b> {
    rest: &'b [u8],
    wrong: bool,
}

impl<'b> Reader<'b> {
    fn spoil(&mut self) {
        self.rest = &[];
        self.wrong = true;
    }

    fn byte(&mut self) -> u8 {
        let [byte] = self.bytes(1).try_into().unwrap_or_default();
        byte
    }

    /// So many bytes, or none where there are fewer.
    fn bytes(&mut self, count: usize) -> &'b [u8] {
        let Some((bytes, rest)) = self.rest.split_at_checked(count) else {
            self.spoil();
            return &[];
        };
        self.rest = rest;
        bytes
    }

    /// A byte that is 0 or 1.
    fn flag(&mut self) -> bool {
        let byte = self.byte();
        if byte > 1 {
            self.spoil();
        }
        byte == 1
    }

    /// A number that is at most `most`: seven bits a byte, the lowest first.
    fn number(&mut self, most: u64) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F) << shift;
            let beyond = shift == 63 && byte > 1;
            if byte < 0x80 && number <= most && !beyond {
                return number;
            }
            if byte < 0x80 || beyond {
                break;
            }
        }
        self.spoil();
        0
    }

    /// The length of something whose parts have a byte each at least.
    fn length(&mut self) -> usize {
        let length = self.number(u64::from(u32::MAX)) as usize;
        if length > self.rest.len() {
            self.spoil();
            return 0;
        }
        length
    }

    fn text(&mut self) -> &'b str {
        let length = self.length();
        std::str::from_utf8(self.bytes(length)).unwrap_or_else(|_| {
            self.spoil();
            ""
        })
    }

    fn items(&mut self) -> Items<'_, 'b> {
        let left = self.length();
        Items {
            reader: self,
            left,
            fixed: false,
        }
    }

    fn fields(&mut self, left: usize) -> Items<'_, 'b> {
        Items {
            reader: self,
            left,
            fixed: true,
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    fn is_human_readable(&self) -> bool {
        false
    }

    /// Nothing says what comes next.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.spoil();
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.flag())
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u16(self.number(u64::from(u16::MAX)) as u16)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u32(self.number(u64::from(u32::MAX)) as u32)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u64(self.number(u64::MAX))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let bytes = self.bytes(8).try_into().unwrap_or_default();
        visitor.visit_f64(f64::from_le_bytes(bytes))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.flag() {
            visitor.visit_some(self)
        } else {
            visitor.visit_none()
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.items())
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_map(self.items())
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.fields(len))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(self.fields(fields.len()))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let last = variants.len().saturating_sub(1);
        let variant = self.number(last as u64) as u32;
        visitor.visit_enum(Chosen {
            reader: self,
            variant,
        })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// The items of a sequence or a map, or the fields of a struct.
struct Items<'r, 'b> {
    reader: &'r mut Reader<'b>,
    left: usize,
    /// Whether there are always that many.
    fixed: bool,
}

impl Items<'_, '_> {
    fn another(&mut self) -> bool {
        let another = self.left > 0 && (self.fixed || !self.reader.wrong);
        self.left = self.left.saturating_sub(1);
        another
    }
}

impl<'b> SeqAccess<'b> for Items<'_, 'b> {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'b>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        if self.another() {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'b> MapAccess<'b> for Items<'_, 'b> {
    type Error = Never;

    fn next_key_seed<S: DeserializeSeed<'b>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'b>>(&mut self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(&mut *self.reader)
    }
}

/// A variant of an enum.
struct Chosen<'r, 'b> {
    reader: &'r mut Reader<'b>,
    variant: u32,
}

impl<'r, 'b> EnumAccess<'b> for Chosen<'r, 'b> {
    type Error = Never;
    type Variant = &'r mut Reader<'b>;

    fn variant_seed<S: DeserializeSeed<'b>>(self, seed: S) -> Result<(S::Value, Self::Variant), Never> {
        let variant: U32Deserializer<Never> = self.variant.into_deserializer();
        Ok((seed.deserialize(variant)?, self.reader))
    }
}

impl<'b> VariantAccess<'b> for &mut Reader<'b> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'b>>(self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'b>>(self, len: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self.fields(len))
    }

    fn struct_variant<V: Visitor<'b>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(self.fields(fields.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct All {
        numbers: (u8, u16, u32, u64, bool),
        share: f64,
        texts: Vec<String>,
        names: BTreeMap<String, u32>,
        kinds: Vec<Option<Box<Kind>>>,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Unit,
        New(String),
        Pair(u32, Vec<u8>),
        Named { a: u16, b: Option<bool> },
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Unit),
            any::<String>().prop_map(Kind::New),
            any::<(u32, Vec<u8>)>().prop_map(|(a, b)| Kind::Pair(a, b)),
            any::<(u16, Option<bool>)>().prop_map(|(a, b)| Kind::Named { a, b }),
        ]
    }

    prop_compose! {
        fn all()(
            numbers: (u8, u16, u32, u64, bool),
            share in -1e9..1e9,
            texts: Vec<String>,
            names: BTreeMap<String, u32>,
            kinds in prop::collection::vec(prop::option::of(kind().prop_map(Box::new)), 0..5),
        ) -> All {
            All { numbers, share, texts, names, kinds }
        }
    }

    proptest! {
        #[test]
        fn what_postcard_wrote_is_read(all in all(), cut: prop::sample::Index) {
            let bytes = postcard::to_stdvec(&all).unwrap();
            prop_assert_eq!(unpack::<All>(&bytes[..cut.index(bytes.len())]), None);
            prop_assert_eq!(unpack::<All>(&[bytes.as_slice(), &[0]].concat()), None);
            prop_assert_eq!(unpack(&bytes), Some(all));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_as_another_value(all in all(), at: prop::sample::Index, byte: u8) {
            let mut bytes = postcard::to_stdvec(&all).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let read = unpack::<All>(&bytes);
            if let Ok((all, [])) = postcard::take_from_bytes::<All>(&bytes) {
                prop_assert!(read.as_ref() == Some(&all) || all.share.is_nan());
            }
            if let Some(all) = read {
                // A number may be written longer than it has to be.
                prop_assert!(postcard::to_stdvec(&all).unwrap().len() <= bytes.len());
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let read = unpack::<Vec<Kind>>(&bytes);
            if let Ok((kinds, [])) = postcard::take_from_bytes::<Vec<Kind>>(&bytes) {
                prop_assert_eq!(read, Some(kinds));
            } else if let Some(kinds) = read {
                prop_assert!(postcard::to_stdvec(&kinds).unwrap().len() < bytes.len());
            }
        }
    }
}
