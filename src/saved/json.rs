//! JSON (RFC 8259) as far as a file of ours needs it: read whole, numbers as they are written.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Text(String),
    List(Vec<Json>),
    /// Members in their order.
    Object(Vec<(String, Json)>),
    /// Numbers and the three words.
    Other(String),
}

/// Deeper files are none of ours.
const DEEPEST: usize = 16;

impl Json {
    /// The value that a text is; none where it is no JSON.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text };
        let value = reader.value(DEEPEST)?;
        reader.blank();
        reader.rest.is_empty().then_some(value)
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        let (_, value) = members.iter().rev().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// A text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The values of a list; of anything else none.
    pub(super) fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn blank(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Whether this comes next; if so it is read.
    fn takes(&mut self, what: char) -> bool {
        self.blank();
        let after = self.rest.strip_prefix(what);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn value(&mut self, deep: usize) -> Option<Json> {
        let deep = deep.checked_sub(1)?;
        if self.takes('"') {
            return Some(Json::Text(self.string()?));
        }
        if self.takes('[') {
            let mut list = Vec::new();
            if self.takes(']') {
                return Some(Json::List(list));
            }
            loop {
                list.push(self.value(deep)?);
                if self.takes(']') {
                    return Some(Json::List(list));
                }
                self.takes(',').then_some(())?;
            }
        }
        if self.takes('{') {
            let mut members = Vec::new();
            if self.takes('}') {
                return Some(Json::Object(members));
            }
            loop {
                self.takes('"').then_some(())?;
                let name = self.string()?;
                self.takes(':').then_some(())?;
                members.push((name, self.value(deep)?));
                if self.takes('}') {
                    return Some(Json::Object(members));
                }
                self.takes(',').then_some(())?;
            }
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
        let end = self.rest.find(|c: char| !plain(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        let number = word.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        (number || matches!(word, "true" | "false" | "null")).then(|| Json::Other(word.to_owned()))
    }

    /// The rest of a string whose first quotation mark was read.
    fn string(&mut self) -> Option<String> {
        let mut out = String::new();
        let mut chars = self.rest.chars();
        loop {
            match chars.next()? {
                '"' => break,
                '\\' => out.push(match chars.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'u' => {
                        let high = unit(&mut chars)?;
                        if (0xd800..0xdc00).contains(&high) {
                            (chars.next()? == '\\' && chars.next()? == 'u').then_some(())?;
                            let low = unit(&mut chars)?.checked_sub(0xdc00)?;
                            char::from_u32(0x10000 + (high - 0xd800) * 0x400 + low)?
                        } else {
                            char::from_u32(high)?
                        }
                    }
                    same @ ('"' | '\\' | '/') => same,
                    _ => return None,
                }),
                control if control < ' ' => return None,
                plain => out.push(plain),
            }
        }
        self.rest = chars.as_str();
        Some(out)
    }
}

/// Four hex digits.
fn unit(chars: &mut std::str::Chars<'_>) -> Option<u32> {
    (0..4).try_fold(0, |unit, _| Some(unit * 16 + chars.next()?.to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_json_is_none() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "\"a",
            "[1] 2",
            "{,}",
            "\"\\x\"",
            "\"\\ud800\"",
        ] {
            assert_eq!(Json::read(text), None, "{text}");
        }
        assert_eq!(Json::read(&"[".repeat(1_000_000)), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text: String, list: Vec<String>) {
            let object = serde_json::json!({ "a": text, "b": list, "c": 1.5, "d": null });
            for written in [object.to_string(), serde_json::to_string_pretty(&object).unwrap()] {
                let read = Json::read(&written).unwrap();
                prop_assert_eq!(read.get("a").and_then(Json::text), Some(text.as_str()));
                let texts: Vec<&str> = read.get("b").unwrap().list().iter().filter_map(Json::text).collect();
                prop_assert_eq!(&texts, &list);
            }
        }

        #[test]
        fn escapes_are_what_they_stand_for(text: String) {
            let escaped: Vec<String> = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            let escaped = escaped.concat();
            let read = Json::read(&format!("\"{escaped}\"")).unwrap();
            prop_assert_eq!(read.text(), Some(text.as_str()));
        }

        #[test]
        fn any_bytes_are_json_or_none(text: String) {
            Json::read(&text);
        }
    }
}
