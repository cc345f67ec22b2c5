//! Captions: by their credit, by who stands where, by what they repeat.

use super::lexicon::{POSITIONS, SCENE_STARTS, begins};
use super::piece::{End, Piece};
use super::sentence::Sentence;
use rustc_hash::FxHashMap;
use viet::{Span, Syllable};

/// The most words of a caption.
const LONGEST: usize = 60;

/// How many bytes at the end of a text are searched for a credit.
const REACH: usize = 240;

/// Where the credit of a picture (`Ảnh: TTXVN`, `(Nguồn: VOV)`, `ảnh 1`) begins at the end of `text`.
pub(crate) fn credit(text: &str) -> Option<usize> {
    let mut start = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let tail = text.get(start..)?;
    let spans: Vec<Span> = viet::token_spans(tail).collect();
    let credit = spans
        .iter()
        .enumerate()
        .rev()
        .take(16)
        .find_map(|(index, span)| {
            let rest = spans.get(index + 1..)?;
            is_credit(tail, *span, spans.get(..index)?, rest).then_some(span.start as usize)
        })?;
    // The bracket or dash before it belongs to it.
    let before = tail.get(..credit)?;
    let cut = before
        .trim_end_matches(|c: char| c.is_whitespace() || "([-–—|/".contains(c))
        .len();
    let opened = before.get(cut..)?.trim_start();
    Some(start + credit - opened.len())
}

fn is_credit(text: &str, span: Span, before: &[Span], rest: &[Span]) -> bool {
    if !may_be_credit(span.of(text)) {
        return false;
    }
    let word = viet::normalise(span.of(text));
    let previous = || {
        before
            .last()
            .map_or_else(String::new, |span| viet::normalise(span.of(text)))
    };
    let lead = text.get(..span.start as usize).unwrap_or("").trim_end();
    let after = text.get(span.end as usize..).unwrap_or("");
    let apart =
        lead.is_empty() || lead.ends_with(['(', '[', '-', '–', '—', '|', '/', '.', ')', '”', '"', ';']);
    let colon = after.trim_start().starts_with(':');
    let bracketed = lead.ends_with(['(', '[']);
    match word.as_str() {
        // `Bài, ảnh: …` signs the text too.
        "ảnh" if matches!(previous().as_str(), "bài" | "tin" | "và") => false,
        "ảnh" | "photo" | "фото" | "hình" if is_number(text, rest) => true,
        "ảnh" | "photo" | "photos" | "фото" if colon => {
            apart || span.of(text).starts_with(char::is_uppercase)
        }
        "ảnh" => apart && (bracketed || span.of(text).starts_with('Ả')) && is_attribution(text, rest),
        "họa" | "hoạ" => colon && previous() == "đồ",
        "nguồn" | "source" | "источник" | "video" | "clip" | "infographic" => colon && bracketed,
        "getty" | "shutterstock" => bracketed,
        _ => false,
    }
}

/// Whether a token begins as one of the words of a credit, which most do not: that is soon known.
fn may_be_credit(token: &str) -> bool {
    let first = token.chars().next().and_then(|first| first.to_lowercase().next());
    // `a` also begins a decomposed `ả`.
    first.is_some_and(|first| "ảaphnsvcigфи".contains(first))
}

/// `ảnh 1`, `- Ảnh 12.`: a number is all that follows.
fn is_number(text: &str, rest: &[Span]) -> bool {
    let number = |span: &Span| span.len() <= 3 && span.of(text).bytes().all(|b| b.is_ascii_digit());
    rest.len() == 1 && rest.iter().all(number)
}

/// `Ảnh TTXVN phát`, `ảnh minh họa`: names, or how the picture came about.
fn is_attribution(text: &str, rest: &[Span]) -> bool {
    const WORDS: &[&str] = &[
        "minh", "họa", "hoạ", "tư", "liệu", "chụp", "màn", "hình", "phát", "cung", "cấp", "của", "từ", "tác",
        "giả", "do", "báo", "vệ", "tinh", "cắt", "clip",
    ];
    let known = |span: &Span| {
        let token = span.of(text);
        token.starts_with(char::is_uppercase) || WORDS.contains(&viet::normalise(token).as_str())
    };
    (1..=6).contains(&rest.len()) && rest.iter().all(known)
}

/// Whether a line is a caption by what it says itself.
pub(crate) fn is_caption(text: &str, piece: &Piece) -> bool {
    let own = piece.span.of(text);
    if piece.key.is_empty() || piece.words > LONGEST {
        return false;
    }
    let begins_with_credit = [
        "ảnh:",
        "photo:",
        "фото:",
        "trong ảnh:",
        "ảnh trên:",
        "ảnh dưới:",
        "nguồn ảnh:",
    ]
    .iter()
    .any(|start| piece.key.starts_with(start));
    let placed = piece.sentences == 1 && POSITIONS.within(&piece.key);
    begins_with_credit || placed || credit(own).is_some()
}

/// Whether a line is only a credit (`ẢNH: TTXVN`) or the text for a picture that is missing (`… ảnh 1`), so that the
/// line beside it is a caption.
pub(crate) fn is_credit_only(text: &str, piece: &Piece) -> bool {
    credit(piece.span.of(text)) == Some(0)
}

/// Whether it ends in a picture's number: `… - Ảnh 1.`
pub(crate) fn is_numbered(piece: &Piece) -> bool {
    let bare = piece.key.trim_end_matches('.');
    let words = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    words.len() < bare.len() && words.trim_end().ends_with("ảnh")
}

/// The parts of a paragraph that are captions glued to it, in bytes of `own`.
pub(crate) fn glued(own: &str) -> Vec<Span> {
    let sentences = viet::sentences(own);
    let mut found: Vec<Span> = Vec::new();
    let mut last: Option<Span> = None;
    for span in sentences {
        let sentence = span.of(own);
        let previous = last.replace(span);
        // A caption holds at most a few hundred bytes: a longer sentence need not be taken apart.
        if sentence.len() > 500 {
            continue;
        }
        if credit(sentence) == Some(0) {
            let described = previous.filter(|p| p.len() <= 400 && !Sentence::new(p.of(own)).has_predicate());
            let start = described.map_or(span.start, |p| p.start);
            found.retain(|caption| caption.start < start);
            found.push(Span { start, end: span.end });
        } else if credit(sentence).is_some()
            || POSITIONS.within(&super::piece::key_of(sentence))
            || Sentence::new(sentence).only_names()
        {
            found.push(span);
        }
    }
    found
}

/// Whether a line of its own names what a picture shows and states nothing: `Toàn cảnh cuộc hội đàm.`
pub(crate) fn names_a_picture(text: &str, piece: &Piece) -> bool {
    if piece.key.is_empty() || piece.words > 40 || piece.sentences > 1 || piece.end != End::Stop {
        // Without a full stop it may be a heading.
        return false;
    }
    let sentence = Sentence::new(piece.span.of(text));
    let posing = [
        "chụp ảnh chung",
        "chụp ảnh lưu niệm",
        "chụp hình lưu niệm",
        "chụp ảnh kỷ niệm",
    ];
    let shows = || begins_a_scene(piece) || posing.iter().any(|words| piece.key.contains(words));
    sentence.only_names() || (shows() && !sentence.has_predicate())
}

/// Whether it begins as captions do: `Toàn cảnh …`, `Lễ ký …`.
pub(crate) fn begins_a_scene(piece: &Piece) -> bool {
    SCENE_STARTS.iter().any(|start| begins(&piece.key, start))
}

/// Which of the candidates tell of somebody in a scene in words most of which stand elsewhere in the article.
pub(crate) fn repeated_scenes(text: &str, candidates: &[Span]) -> Vec<bool> {
    let sentences: Vec<Sentence<'_>> = candidates
        .iter()
        .map(|span| Sentence::new(span.of(text)))
        .collect();
    // Words of the scenes by number, so that the whole text is compared without copying it.
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    for norm in sentences
        .iter()
        .filter(|sentence| sentence.is_scene())
        .flat_map(Sentence::norms)
    {
        let next = numbers.len() as u32;
        numbers.entry(norm).or_insert(next);
    }
    if numbers.is_empty() {
        return vec![false; candidates.len()];
    }
    let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut before = None;
    let mut syllable = Syllable::default();
    for span in viet::token_spans(text) {
        syllable.read(span.of(text));
        let number = numbers.get(syllable.norm()).copied();
        if let Some(pair) = before.zip(number) {
            *counts.entry(pair).or_insert(0) += 1;
        }
        before = number;
    }
    let repeated = |sentence: &Sentence<'_>| {
        let norms: Vec<Option<u32>> = sentence.norms().map(|norm| numbers.get(norm).copied()).collect();
        let pairs = norms
            .iter()
            .zip(norms.iter().skip(1))
            .filter_map(|(a, b)| a.zip(*b));
        let (mut all, mut again) = (0, 0);
        for pair in pairs {
            all += 1;
            again += usize::from(counts.get(&pair).is_some_and(|count| *count > 1));
        }
        sentence.is_scene() && all > 0 && again * 100 >= all * 65
    };
    sentences.iter().map(repeated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(credit(text).map(|at| &text[at..]), expected, "{text}");
    }

    #[test]
    fn credits_are_found_at_the_end() {
        check("Cuộc hội đàm ngày 10/5. Ảnh: Kremlin", Some("Ảnh: Kremlin"));
        check(
            "Bộ trưởng hội kiến Tổng thống (Ảnh: Bộ Ngoại giao).",
            Some("(Ảnh: Bộ Ngoại giao)."),
        );
        check("ẢNH: TTXVN", Some("ẢNH: TTXVN"));
        check("Lễ đón (Nguồn: TTXVN)", Some("(Nguồn: TTXVN)"));
        check("Việt Nam và Nga - Ảnh 1.", Some("- Ảnh 1."));
        check("giai đoạn hợp tác mới ảnh 12", Some("ảnh 12"));
        check(
            "Thủ tướng phát biểu - Ảnh: VGP/Nhật Bắc",
            Some("- Ảnh: VGP/Nhật Bắc"),
        );
        check("Các đại biểu dự lễ. Ảnh TTXVN phát", Some("Ảnh TTXVN phát"));
        check("Ngoại trưởng Nga. (Ảnh tư liệu)", Some("(Ảnh tư liệu)"));
        check("Ảnh: Reuters.", Some("Ảnh: Reuters."));
    }

    #[test]
    fn other_pictures_and_sources_are_no_credits() {
        check("Bài, ảnh: Hà Linh", None);
        check("Ông xem các bức ảnh về Nga.", None);
        check("Nguồn: TTXVN", None);
        check("Ảnh hưởng của cấm vận", None);
        check("Vụ phóng được ghi hình năm 2025.", None);
    }

    #[test]
    fn captions_glued_to_a_paragraph_are_cut_out() {
        let cut = |text: &str| {
            glued(text)
                .iter()
                .map(|s| s.of(text).to_owned())
                .collect::<Vec<_>>()
        };
        let text = "Hai bên nhất trí. Ngoại trưởng Nga Sergey Lavrov và Bộ trưởng Phạm Bình Minh.";
        assert_eq!(
            cut(text),
            ["Ngoại trưởng Nga Sergey Lavrov và Bộ trưởng Phạm Bình Minh."]
        );
        let text = "Hai bên nhất trí. Toàn cảnh cuộc hội đàm. Ảnh: TTXVN";
        assert_eq!(cut(text), ["Toàn cảnh cuộc hội đàm. Ảnh: TTXVN"]);
        let text = "Ông Trump (trái) và ông Putin. Hai bên nhất trí.";
        assert_eq!(cut(text), ["Ông Trump (trái) và ông Putin."]);
        assert!(cut("Hai bên nhất trí. Ông Putin cảm ơn.").is_empty());
    }
}
