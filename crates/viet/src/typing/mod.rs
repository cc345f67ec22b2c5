//! Text typed for an input method that was not on: `vieejt nam` (Telex), `vie65t nam` (VNI).
//!
//! What is offered is a second reading beside the text itself. It is careful: a token is read only where the outcome is
//! a well-formed syllable and the token neither is one as it stands nor looks like a word or a name of another
//! language. One token with only a letter at its end that could be a tone (`nams`) is no evidence; two are.

mod keys;
#[cfg(test)]
mod tests;

use crate::phonology::is_bare_syllable;
use crate::{Span, token_spans};
use keys::{Typed, read};

/// A way to type Vietnamese with plain keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Letters: s f r x j for the tones, aa ee oo dd, w, and z to take a tone back.
    Telex,
    /// Digits: 1–5 for the tones, 6 circumflex, 7 horn, 8 breve, 9 stroke, and 0 to take a tone back.
    Vni,
}

/// A text with what was typed for an input method converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The input method.
    pub method: Method,
    /// The whole text.
    pub text: String,
    /// Which tokens of the text **as typed** were converted, in bytes.
    pub converted: Vec<Span>,
}

/// What `text` says if it was typed for an input method, at most one reading for each. Where it ends in a letter or
/// digit, its last syllable may be unfinished.
///
/// ```
/// use viet::typing::{Method, readings};
/// let found = readings("vieejt nam");
/// assert_eq!((found[0].method, found[0].text.as_str()), (Method::Telex, "việt nam"));
/// assert_eq!(readings("doi1 tac1")[0].text, "dói tác");
/// assert!(readings("taxi Moscow 2018").is_empty());
/// ```
pub fn readings(text: &str) -> Vec<Reading> {
    let methods = [Method::Telex, Method::Vni];
    methods
        .into_iter()
        .filter_map(|method| reading(text, method))
        .collect()
}

/// The syllable that the keys of one token make, whatever else the token may be; `None` where they make none.
///
/// ```
/// use viet::typing::{Method, syllable};
/// assert_eq!(syllable("Ddieenj", Method::Telex).as_deref(), Some("Điện"));
/// assert_eq!(syllable("class", Method::Telex), None);
/// ```
pub fn syllable(token: &str, method: Method) -> Option<String> {
    read(token, method, false).map(|typed| typed.text)
}

/// What speaks for a token being typed for an input method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// Enough alone.
    Strong,
    /// Enough with another like it, where all else is Vietnamese.
    Weak,
    /// Enough where another is strong.
    Faint,
}

fn reading(text: &str, method: Method) -> Option<Reading> {
    let spans: Vec<Span> = token_spans(text).collect();
    let open = |span: &Span| span.end as usize == text.len();
    let found: Vec<(Span, Typed, Evidence)> = spans
        .iter()
        .filter_map(|span| {
            let (typed, evidence) = token(span.of(text), method, open(span))?;
            Some((*span, typed, evidence))
        })
        .collect();
    let count = |wanted| found.iter().filter(|(.., evidence)| *evidence == wanted).count();
    let vietnamese =
        |span: &&Span| is_vietnamese(span.of(text)) || found.iter().any(|(own, ..)| own == *span);
    let together = || count(Evidence::Weak) >= 2 && spans.iter().all(|span| vietnamese(&span));
    if count(Evidence::Strong) == 0 && !together() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, typed, _) in &found {
        out.push_str(text.get(done..span.start as usize)?);
        out.push_str(&typed.text);
        done = span.end as usize;
    }
    out.push_str(text.get(done..)?);
    Some(Reading {
        method,
        text: out,
        converted: found.iter().map(|(span, ..)| *span).collect(),
    })
}

/// What a token makes and what speaks for it.
fn token(token: &str, method: Method, open: bool) -> Option<(Typed, Evidence)> {
    let lower = token.to_ascii_lowercase();
    let bare = is_bare_syllable(&lower);
    // `coong` is a syllable of loans, and how Telex writes a frequent one.
    if bare && !lower.contains("oo") {
        return None;
    }
    let typed = read(token, method, open)?;
    let capital = token.starts_with(|c: char| c.is_ascii_uppercase());
    let capitals = token
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .all(|byte| byte.is_ascii_uppercase());
    if bare || is_english(&lower) {
        // Where another token shows that the input method was meant, it was meant here too: `cos theer`.
        return (!capital && !typed.partial).then_some((typed, Evidence::Faint));
    }
    let evidence = match method {
        Method::Telex => telex_evidence(&lower, &typed, capital),
        Method::Vni => vni_evidence(&lower, &typed, capital),
    };
    // Words in capitals are abbreviations, and beginnings can be anything, unless much speaks for them.
    let both = typed.shapes > 0 && typed.tone_key.is_some();
    match evidence {
        Evidence::Strong if (capitals || typed.partial) && !both => None,
        Evidence::Weak | Evidence::Faint if capitals || typed.partial => None,
        _ => Some((typed, evidence)),
    }
}

fn telex_evidence(lower: &str, typed: &Typed, capital: bool) -> Evidence {
    let both = typed.shapes > 0 && typed.tone_key.is_some();
    // Few words of other languages end in f or j; names may.
    let rare = matches!(typed.tone_key, Some('f' | 'j'));
    let strong = if capital {
        typed.stroke || both && !typed.partial
    } else {
        typed.stroke || both || rare || lower.contains("uw")
    };
    match (strong, capital) {
        (true, _) => Evidence::Strong,
        (false, false) => Evidence::Weak,
        (false, true) => Evidence::Faint,
    }
}

fn vni_evidence(lower: &str, typed: &Typed, capital: bool) -> Evidence {
    let letters = lower.bytes().filter(u8::is_ascii_alphabetic).count();
    let trailing = lower.trim_end_matches(|c: char| c.is_ascii_digit()).len() == letters;
    let both = typed.shapes > 0 && typed.tone_key.is_some();
    let digits = lower.len() - letters;
    // `su27`, `an26` and `u17` are names.
    match (trailing, letters) {
        (false, 3..) => Evidence::Strong,
        _ if typed.stroke => Evidence::Strong,
        (true, 3..) if both && !capital => Evidence::Strong,
        (_, 3..) if !capital => Evidence::Weak,
        (_, 2) if !capital && digits == 1 => Evidence::Weak,
        _ => Evidence::Faint,
    }
}

/// Whether a token is Vietnamese as it stands, or a number.
fn is_vietnamese(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit()) || is_bare_syllable(crate::Syllable::new(token).bare())
}

/// Whether a word is English and would be a syllable in Telex.
fn is_english(lower: &str) -> bool {
    // 3 KB, gone through once for each token of a query that makes a syllable.
    include_str!("../../data/telex-english.txt")
        .lines()
        .any(|word| word == lower)
}
