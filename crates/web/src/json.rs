//! JSON, written straight into one string: a page reads an answer with a single `JSON.parse`.

use std::fmt::Write;

/// Room for what is usual, ten hits with their passages, so that the string need not move while it grows.
const USUAL: usize = 16 << 10;

/// JSON as it is written.
#[derive(Debug)]
pub(crate) struct Json {
    out: String,
}

impl Json {
    /// Nothing so far.
    pub(crate) fn new() -> Self {
        Self {
            out: String::with_capacity(USUAL),
        }
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// An object; `write` gives its members.
    pub(crate) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.out.push('{');
        write(self);
        self.out.push('}');
    }

    /// An array; `each` writes one value for each item.
    pub(crate) fn array<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut each: impl FnMut(&mut Self, T),
    ) {
        self.out.push('[');
        for item in items {
            self.comma();
            each(self, item);
        }
        self.out.push(']');
    }

    /// The name of a member, which needs no escape; its value comes next.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.comma();
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
        self
    }

    /// A string.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            // What is escaped is ASCII, so both sides of it are whole characters.
            self.out.push_str(text.get(from..at).unwrap_or(""));
            match byte {
                b'"' => self.out.push_str("\\\""),
                b'\\' => self.out.push_str("\\\\"),
                b'\n' => self.out.push_str("\\n"),
                // Writing into a string does not fail.
                _ => _ = write!(self.out, "\\u{byte:04x}"),
            }
            from = at + 1;
        }
        self.out.push_str(text.get(from..).unwrap_or(""));
        self.out.push('"');
    }

    /// A string, or null.
    pub(crate) fn maybe_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.out.push_str("null"),
        }
    }

    /// A whole number.
    pub(crate) fn number(&mut self, number: u32) {
        // An answer has hundreds of them: without the machinery of formatting.
        let mut digits = [b'0'; 10];
        let (mut first, mut rest) = (digits.len(), number);
        while rest > 0 || first == digits.len() {
            first -= 1;
            if let Some(digit) = digits.get_mut(first) {
                *digit = b'0' + (rest % 10) as u8;
            }
            rest /= 10;
        }
        let digits = digits.iter().skip(first).map(|digit| char::from(*digit));
        self.out.extend(digits);
    }

    /// A number with at most four decimals; what is no number is nought.
    pub(crate) fn decimal(&mut self, number: f64) {
        let scaled = (number.abs() * 1e4).round();
        #[allow(clippy::cast_sign_loss)] // It was made positive.
        let scaled = if scaled < 1e15 { scaled as u64 } else { 0 };
        if number < 0.0 && scaled > 0 {
            self.out.push('-');
        }
        let (whole, rest) = (scaled / 10_000, (scaled % 10_000) as u32);
        match u32::try_from(whole) {
            Ok(whole) => self.number(whole),
            Err(_) => _ = write!(self.out, "{whole}"),
        }
        if rest > 0 {
            // The nought that stands for the point makes four digits of the rest.
            let at = self.out.len();
            self.number(10_000 + rest);
            self.out.replace_range(at..=at, ".");
        }
    }

    /// A truth value.
    pub(crate) fn flag(&mut self, flag: bool) {
        self.out.push_str(if flag { "true" } else { "false" });
    }

    /// A comma, unless an object or an array has just begun. No value ends in `{` or `[`: strings end in a quote.
    fn comma(&mut self) {
        if !matches!(self.out.as_bytes().last(), Some(b'{' | b'[')) {
            self.out.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn json(write: impl FnOnce(&mut Json)) -> String {
        let mut json = Json::new();
        write(&mut json);
        json.finish()
    }

    #[test]
    fn members_and_items_are_parted_by_commas() {
        let written = json(|json| {
            json.object(|json| {
                json.key("a").array([1, 2], Json::number);
                json.key("b").object(|_| {});
                json.key("c").text("[");
                json.key("d").flag(true);
                json.key("e").maybe_text(None);
            });
        });
        assert_eq!(written, r#"{"a":[1,2],"b":{},"c":"[","d":true,"e":null}"#);
    }

    #[test]
    fn decimals_are_rounded_to_four_places() {
        let decimal = |number| json(|json| json.decimal(number));
        assert_eq!(decimal(0.0), "0");
        assert_eq!(decimal(12.5), "12.5000");
        assert_eq!(decimal(-0.00004), "0");
        assert_eq!(decimal(-1.00005), "-1.0001");
        assert_eq!(decimal(2.99999), "3");
        assert_eq!(decimal(f64::NAN), "0");
        assert_eq!(decimal(f64::INFINITY), "0");
    }

    proptest! {
        #[test]
        fn every_text_is_read_back(text in any::<String>()) {
            let read: Value = serde_json::from_str(&json(|json| json.text(&text))).unwrap();
            prop_assert_eq!(read, Value::String(text));
        }

        #[test]
        fn every_whole_number_is_read_back(number in any::<u32>(), digits in 0..32) {
            let number = number >> digits;
            prop_assert_eq!(json(|json| json.number(number)), number.to_string());
        }

        #[test]
        fn every_decimal_is_read_back_within_its_places(number in -1e9..1e9_f64) {
            let read: f64 = serde_json::from_str(&json(|json| json.decimal(number))).unwrap();
            prop_assert!((read - number).abs() <= 5.1e-5, "{} read as {}", number, read);
        }
    }
}
