//! What stands above an article: its title, or what comes closest to one.

use corpus::{Zone, ZoneKind};
use viet::Span;

/// Most bytes of a paragraph in which its first sentence is looked for.
const FIRST_SENTENCE: usize = 4000;

/// A heading with what to mark in it, in bytes of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) text: String,
    pub(crate) marks: Vec<Span>,
}

impl Heading {
    /// The zones of kind title, one after the other; else the title beside the text; else the first sentence.
    pub(crate) fn new(text: &str, zones: &[Zone], marks: &[Span], beside: (&str, &[Span])) -> Self {
        let mut heading = Self::default();
        let titles = zones.iter().filter(|zone| zone.kind == ZoneKind::Title);
        titles.for_each(|zone| heading.add(text, zone.span.trimmed(text), marks));
        if heading.text.is_empty() && !beside.0.is_empty() {
            heading.text.push_str(beside.0);
            heading.marks.extend(beside.1);
        }
        if heading.text.is_empty() {
            heading.add(text, first_sentence(text, zones), marks);
        }
        heading
    }

    /// Adds a stretch of the text with those of its marks that lie within.
    fn add(&mut self, text: &str, span: Span, marks: &[Span]) {
        if span.of(text).is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let base = self.text.len() as u32;
        self.text.push_str(span.of(text));
        let within = marks.iter().filter(|mark| span.contains(**mark));
        self.marks.extend(within.map(|mark| Span {
            start: base + mark.start - span.start,
            end: base + mark.end - span.start,
        }));
    }
}

/// The first sentence of the first paragraph; of the text, where it has none.
fn first_sentence(text: &str, zones: &[Zone]) -> Span {
    let has_text = |zone: &&Zone| zone.kind == ZoneKind::Body && !zone.span.trimmed(text).is_empty();
    let whole = Span::new(0, text.len());
    let block = zones.iter().find(has_text).map_or(whole, |zone| zone.span);
    let block = block.trimmed(text);
    let mut head = block;
    head.end = head.end.min(head.start + FIRST_SENTENCE as u32);
    while !text.is_char_boundary(head.end as usize) {
        head.end -= 1;
    }
    let sentence = viet::sentences(head.of(text)).first().copied();
    sentence.map_or(head, |sentence| sentence.shifted(head.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(kind: ZoneKind, text: &str, part: &str) -> Zone {
        let start = text.find(part).unwrap();
        Zone {
            span: Span::new(start, start + part.len()),
            kind,
        }
    }

    fn marks(text: &str, part: &str) -> Vec<Span> {
        let all = text.match_indices(part);
        all.map(|(at, part)| Span::new(at, at + part.len())).collect()
    }

    #[test]
    fn titles_are_joined_and_marks_move_with_them() {
        let text = "Nga đến\nẢnh\nThăm Nga\nNga nói.";
        let zones = [
            zone(ZoneKind::Title, text, "Nga đến\n"),
            zone(ZoneKind::Title, text, "Thăm Nga"),
            zone(ZoneKind::Body, text, "Nga nói."),
        ];
        let heading = Heading::new(text, &zones, &marks(text, "Nga"), ("Bên cạnh", &[]));
        assert_eq!(heading.text, "Nga đến Thăm Nga");
        assert_eq!(heading.marks, marks(&heading.text, "Nga"));
    }

    #[test]
    fn a_title_beside_the_text_comes_before_its_first_sentence() {
        let text = "Nga nói.";
        let beside = [Span::new(0, 4)];
        let heading = Heading::new(text, &[], &marks(text, "Nga"), ("Thăm Nga", &beside));
        assert_eq!(
            (heading.text.as_str(), &heading.marks[..]),
            ("Thăm Nga", &beside[..])
        );
    }

    #[test]
    fn without_a_title_the_first_sentence_of_the_first_paragraph_stands_there() {
        let text = "Menu\n Ông V. Putin đến. Rồi đi.";
        let zones = [
            zone(ZoneKind::Navigation, text, "Menu\n"),
            zone(ZoneKind::Body, text, " Ông V. Putin đến. Rồi đi."),
        ];
        let heading = Heading::new(text, &zones, &marks(text, "Putin"), ("", &[]));
        assert_eq!(heading.text, "Ông V. Putin đến.");
        assert_eq!(heading.marks, marks(&heading.text, "Putin"));
        assert_eq!(Heading::new("", &[], &[], ("", &[])), Heading::default());
    }

    #[test]
    fn a_sentence_without_end_is_cut_at_a_character() {
        let text = "ở".repeat(3000);
        let heading = Heading::new(&text, &[], &[], ("", &[]));
        assert_eq!(heading.text.len(), FIRST_SENTENCE / 3 * 3);
    }
}
