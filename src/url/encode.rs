//! Percent-encoding as forms do it, with what an address may show left readable.

/// Characters besides letters and digits that stand for themselves: allowed in a query by the URL standard, without
/// a meaning in it (`&`, `=`, `+`, `%`), and not what ends a link in running text (quotes, angle brackets).
const READABLE: &[u8] = b"-_.~,:;!()*/@";

/// `text` for the query part of an address: spaces as `+`, other bytes percent-encoded unless readable.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            _ if byte.is_ascii_alphanumeric() || READABLE.contains(&byte) => out.push(char::from(byte)),
            _ => escape(&mut out, byte),
        }
    }
    out
}

/// A `data:` address of a text: whoever follows it has the text as a file, from nowhere.
pub(crate) fn data_address(kind: &str, text: &str) -> String {
    let mut out = format!("data:{kind};charset=utf-8,");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            escape(&mut out, byte);
        }
    }
    out
}

fn escape(out: &mut String, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    out.push(char::from(HEX[usize::from(byte >> 4)]));
    out.push(char::from(HEX[usize::from(byte & 15)]));
}

/// Programs that find links in running text leave out punctuation at their end, so a last character of that sort
/// is encoded.
pub(super) fn guard_end(address: &mut String) {
    let Some(last) = address.bytes().last() else {
        return;
    };
    if last.is_ascii_alphanumeric() || last == b'=' {
        return;
    }
    address.pop();
    escape(address, if last == b'+' { b' ' } else { last });
}

/// The text that `encoded` stands for; none if a `%` is not followed by two hex digits or the bytes are not UTF-8.
/// Letters that were never encoded stay as they are.
pub(super) fn decode(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = char::from(rest.next()?).to_digit(16)?;
                let low = char::from(rest.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_readable_punctuation() {
        assert_eq!(encode("\"Việt - Nga\" (2018)"), "%22Vi%E1%BB%87t+-+Nga%22+(2018)");
        assert_eq!(encode("a&b=c+d%#"), "a%26b%3Dc%2Bd%25%23");
    }

    #[test]
    fn refuses_broken_encodings() {
        for broken in ["%", "%4", "%zz", "%C4", "%C4a", "%+1"] {
            assert_eq!(decode(broken), None, "{broken}");
        }
        assert_eq!(decode("đ%C4%91+%2B").as_deref(), Some("đđ +"));
    }

    #[test]
    fn protects_the_last_character() {
        for (address, guarded) in [
            ("?q=a)", "?q=a%29"),
            ("?q=a+", "?q=a%20"),
            ("?q=a", "?q=a"),
            ("", ""),
        ] {
            let mut address = address.to_owned();
            guard_end(&mut address);
            assert_eq!(address, guarded);
        }
    }
}
