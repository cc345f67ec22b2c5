//! How requests and answers cross from the page to the worker and back.
//!
//! Both are the bytes of an [`Envelope`] in postcard's format, in a buffer that is handed over and not copied. Such
//! bytes mean something to the same program only. What a worker says unasked, a [`Notice`], is a plain value, for its
//! script may have to say it before there is a program: `"ready"` once it listens, `{panicked: message}` with its last
//! breath, `{fetching: {id, come, of}}`.

use engine::protocol::{Envelope, Fetching, Notice, Response};
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};

/// Whether parts of the corpus are files beside the page, which are fetched when a question wants them.
pub const APART: bool = match option_env!("SONGPHUONG_CHUNKS") {
    Some(chunks) => !matches!(chunks.as_bytes(), b"0"),
    None => false,
};

/// What a worker can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It listens, or it dies.
    Notice(Notice),
    /// An answer.
    Answer(Envelope<Response>),
    /// Something else: what is wrong with it.
    Unreadable(String),
}

/// The bytes of a message.
///
/// # Errors
///
/// What cannot be expressed, in English. The types of the protocol always can.
pub fn encode<T: Serialize>(message: &Envelope<T>) -> Result<Vec<u8>, String> {
    postcard::to_stdvec(message).map_err(|error| error.to_string())
}

/// The message that `bytes` are, all of them.
///
/// # Errors
///
/// What is wrong with the bytes, in English.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<Envelope<T>, String> {
    engine::unpack(bytes).ok_or_else(|| {
        format!(
            "these {} bytes are not a message, or not all of them",
            bytes.len()
        )
    })
}

/// The number of a message of which nothing else may be readable.
pub fn id_of(bytes: &[u8]) -> Option<u32> {
    postcard::take_from_bytes(bytes).ok().map(|(id, _)| id)
}

/// `message` in a buffer that can be handed over.
///
/// # Errors
///
/// As [`encode`].
pub fn to_js<T: Serialize>(message: &Envelope<T>) -> Result<ArrayBuffer, String> {
    encode(message).map(|bytes| Uint8Array::from(bytes.as_slice()).buffer())
}

/// The bytes in a message that is a buffer.
pub fn bytes_of(message: &JsValue) -> Option<Vec<u8>> {
    let buffer = message.dyn_ref::<ArrayBuffer>()?;
    Some(Uint8Array::new(buffer).to_vec())
}

/// A worker's notice as a plain value. There is none that cannot be one.
pub fn notice(notice: &Notice) -> JsValue {
    serde_wasm_bindgen::to_value(notice).unwrap_or_default()
}

/// What `message` of a worker means.
pub fn hear(message: &JsValue) -> Heard {
    if let Some(bytes) = bytes_of(message) {
        return decode(&bytes).map_or_else(Heard::Unreadable, Heard::Answer);
    }
    // By hand: a reader of objects in general says what it met instead, with a printer for every kind of number.
    let said = |name: &str| Reflect::get(message, &name.into()).ok()?.as_string();
    if message.as_string().is_some_and(|word| word == "ready") {
        return Heard::Notice(Notice::Ready);
    }
    if let Some(fetching) = fetching(message) {
        return Heard::Notice(Notice::Fetching(fetching));
    }
    said("panicked").map_or_else(
        || Heard::Unreadable("neither bytes nor a notice".to_owned()),
        |why| Heard::Notice(Notice::Panicked(why)),
    )
}

fn fetching(message: &JsValue) -> Option<Fetching> {
    let fetching = Reflect::get(message, &"fetching".into()).ok()?;
    // It was a `u32` when it was sent.
    #[allow(clippy::cast_sign_loss)]
    let number = |name: &str| Some(Reflect::get(&fetching, &name.into()).ok()?.as_f64()? as u32);
    Some(Fetching {
        id: number("id")?,
        come: number("come")?,
        of: number("of")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use engine::protocol::{Failure, Request, SearchRequest};
    use proptest::prelude::*;

    fn responses() -> [Response; 5] {
        [
            Response::Profile(fixtures::profile()),
            Response::Search(fixtures::results()),
            Response::Article(Box::new(fixtures::article())),
            Response::Cancelled,
            Response::Failed(Failure::NoSuchArticle { doc: "x".into() }),
        ]
    }

    #[test]
    fn an_answer_survives_its_bytes() {
        for (id, body) in (0..).zip(responses()) {
            let answer = Envelope { id, body };
            assert_eq!(decode(&encode(&answer).unwrap()), Ok(answer));
        }
    }

    #[test]
    fn what_is_wrong_with_bytes_is_said() {
        let answer = Envelope {
            id: 300,
            body: Response::Cancelled,
        };
        let mut bytes = encode(&answer).unwrap();
        assert_eq!(
            decode::<Response>(&bytes[..2]).unwrap_err(),
            "these 2 bytes are not a message, or not all of them"
        );
        assert_eq!(id_of(&bytes[..2]), Some(300));
        bytes.push(0);
        assert_eq!(
            decode::<Response>(&bytes).unwrap_err(),
            "these 4 bytes are not a message, or not all of them"
        );
        assert_eq!(id_of(&[]), None);
    }

    proptest! {
        #[test]
        fn a_request_survives_its_bytes(id: u32, query: String, from: Option<String>, limit: u32) {
            let search = SearchRequest { query, from, limit, ..SearchRequest::default() };
            let request = Envelope { id, body: Request::Search(search) };
            let bytes = encode(&request).unwrap();
            prop_assert_eq!(id_of(&bytes), Some(id));
            prop_assert_eq!(decode(&bytes), Ok(request));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_as_another_message(
            which in 0_usize..5, at: prop::sample::Index, byte: u8, cut: prop::sample::Index,
        ) {
            let answer = Envelope { id: 1, body: responses()[which].clone() };
            let mut bytes = encode(&answer).unwrap();
            let length = bytes.len();
            prop_assert!(decode::<Response>(&bytes[..cut.index(length)]).is_err());
            bytes[at.index(length)] = byte;
            if let Ok(other) = decode::<Response>(&bytes) {
                // What is read is read whole: it has one form in bytes, or a longer one of the same value.
                prop_assert!(encode(&other).unwrap().len() <= length);
            }
        }
    }
}
