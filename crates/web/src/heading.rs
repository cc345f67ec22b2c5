//! What stands above an article: its title, or what comes closest to one.

use corpus::{Zone, ZoneKind};
use std::borrow::Cow;
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
    /// The zones of kind title, one after the other; else the title beside the text; else the first sentence. `text`
    /// gives what stands at a span of so many bytes of text.
    pub(crate) fn new<'t>(
        text: impl Fn(Span) -> Cow<'t, str>,
        length: usize,
        zones: &[Zone],
        marks: &[Span],
        beside: (&str, &[Span]),
    ) -> Self {
        let mut heading = Self::default();
        let titles = zones.iter().filter(|zone| zone.kind == ZoneKind::Title);
        titles.for_each(|zone| {
            let written = text(zone.span);
            let title = Span::new(0, written.len()).trimmed(&written);
            heading.add(title.of(&written), zone.span.start + title.start, marks);
        });
        if heading.text.is_empty() && !beside.0.is_empty() {
            heading.text.push_str(beside.0);
            heading.marks.extend(beside.1);
        }
        if heading.text.is_empty() {
            let paragraphs = zones.iter().filter(|zone| zone.kind == ZoneKind::Body);
            let written = paragraphs.map(|zone| (text(zone.span), zone.span.start));
            let first = written
                .into_iter()
                .find(|(written, _)| !written.trim().is_empty());
            let (block, start) = first.unwrap_or_else(|| (text(Span::new(0, length)), 0));
            let sentence = first_sentence(&block);
            heading.add(sentence.of(&block), start + sentence.start, marks);
        }
        heading
    }

    /// Adds a stretch that begins at byte `start` of the text with those of the text's marks that lie within.
    fn add(&mut self, stretch: &str, start: u32, marks: &[Span]) {
        if stretch.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let base = self.text.len() as u32;
        self.text.push_str(stretch);
        let span = Span::new(0, stretch.len()).shifted(start);
        let within = marks.iter().filter(|mark| span.contains(**mark));
        self.marks.extend(within.map(|mark| Span {
            start: base + mark.start - span.start,
            end: base + mark.end - span.start,
        }));
    }
}

/// The first sentence of a paragraph.
fn first_sentence(paragraph: &str) -> Span {
    let mut head = Span::new(0, paragraph.len()).trimmed(paragraph);
    head.end = head.end.min(head.start + FIRST_SENTENCE as u32);
    while !paragraph.is_char_boundary(head.end as usize) {
        head.end -= 1;
    }
    let sentence = viet::sentences(head.of(paragraph)).first().copied();
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

    fn read(text: &str, zones: &[Zone], marks: &[Span], beside: (&str, &[Span])) -> Heading {
        Heading::new(|span| span.of(text).into(), text.len(), zones, marks, beside)
    }

    #[test]
    fn titles_are_joined_and_marks_move_with_them() {
        let text = "Nga đến\nẢnh\nThăm Nga\nNga nói.";
        let zones = [
            zone(ZoneKind::Title, text, "Nga đến\n"),
            zone(ZoneKind::Title, text, "Thăm Nga"),
            zone(ZoneKind::Body, text, "Nga nói."),
        ];
        let heading = read(text, &zones, &marks(text, "Nga"), ("Bên cạnh", &[]));
        assert_eq!(heading.text, "Nga đến Thăm Nga");
        assert_eq!(heading.marks, marks(&heading.text, "Nga"));
    }

    #[test]
    fn a_title_beside_the_text_comes_before_its_first_sentence() {
        let text = "Nga nói.";
        let beside = [Span::new(0, 4)];
        let heading = read(text, &[], &marks(text, "Nga"), ("Thăm Nga", &beside));
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
        let heading = read(text, &zones, &marks(text, "Putin"), ("", &[]));
        assert_eq!(heading.text, "Ông V. Putin đến.");
        assert_eq!(heading.marks, marks(&heading.text, "Putin"));
        assert_eq!(read("", &[], &[], ("", &[])), Heading::default());
    }

    #[test]
    fn a_sentence_without_end_is_cut_at_a_character() {
        let text = "ở".repeat(3000);
        let heading = read(&text, &[], &[], ("", &[]));
        assert_eq!(heading.text.len(), FIRST_SENTENCE / 3 * 3);
    }
}
