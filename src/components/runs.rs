//! Text with layers of ranges over it: mentions below, matches of the query above, and what is new in it.

/// A stretch of a text that lies in at most one mention and at most one mark, and wholly in what is new or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run<'a> {
    /// The stretch.
    pub(crate) text: &'a str,
    /// Which mention it is part of, by its place in the list.
    pub(crate) mention: Option<usize>,
    /// Which mark it is part of, by its place in the list.
    pub(crate) mark: Option<usize>,
    /// Whether it is part of what is new.
    pub(crate) new: bool,
}

/// Flattens three lists of byte ranges into runs whose texts, one after the other, are the text.
///
/// The lists come from another program: a range may be out of order, empty, reversed, too long or in the middle of a
/// character. Such ranges are cut down to what makes sense; where two of a list overlap, the one that starts first
/// wins.
pub(crate) fn layout<'a>(
    text: &'a str,
    mentions: &[(u32, u32)],
    marks: &[(u32, u32)],
    news: &[(u32, u32)],
) -> Vec<Run<'a>> {
    let [mentions, marks, news] = [mentions, marks, news].map(|ranges| sound(text, ranges));
    let (mut mentions, mut marks) = (Cursor::over(&mentions), Cursor::over(&marks));
    let mut news = Cursor::over(&news);
    let mut runs = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let ((mention, mention_cut), (mark, mark_cut)) = (mentions.at(start), marks.at(start));
        let (new, new_cut) = news.at(start);
        let end = text.len().min(mention_cut).min(mark_cut).min(new_cut);
        runs.push(Run {
            text: text.get(start..end).unwrap_or_default(),
            mention,
            mark,
            new: new.is_some(),
        });
        start = end;
    }
    runs
}

struct Range {
    start: usize,
    end: usize,
    place: usize,
}

/// The ranges in order, disjoint and on character boundaries.
fn sound(text: &str, ranges: &[(u32, u32)]) -> Vec<Range> {
    let mut sound: Vec<Range> = Vec::with_capacity(ranges.len());
    for (place, &(start, end)) in ranges.iter().enumerate() {
        let (start, end) = (boundary(text, start), boundary(text, end));
        // Nearly always the end.
        let at = sound.partition_point(|other| other.start <= start);
        sound.insert(at, Range { start, end, place });
    }
    let mut done = 0;
    sound.retain_mut(|range| {
        range.start = range.start.max(done);
        done = done.max(range.end);
        range.start < range.end
    });
    sound
}

fn boundary(text: &str, offset: u32) -> usize {
    let mut offset = text.len().min(offset as usize);
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

struct Cursor<'a> {
    ranges: std::iter::Peekable<std::slice::Iter<'a, Range>>,
}

impl<'a> Cursor<'a> {
    fn over(ranges: &'a [Range]) -> Self {
        Self {
            ranges: ranges.iter().peekable(),
        }
    }

    /// Which range holds this offset, and the offset up to which it or the gap goes on. Offsets come in ascending
    /// order.
    fn at(&mut self, offset: usize) -> (Option<usize>, usize) {
        while self.ranges.next_if(|range| range.end <= offset).is_some() {}
        match self.ranges.peek() {
            Some(range) if range.start <= offset => (Some(range.place), range.end),
            Some(range) => (None, range.start),
            None => (None, usize::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, mentions: &[(u32, u32)], marks: &[(u32, u32)]) -> String {
        let mut shown = String::new();
        for run in layout(text, mentions, marks, &[]) {
            let mention = run.mention.map_or(String::new(), |n| n.to_string());
            let mark = run.mark.map_or(String::new(), |n| format!("*{n}"));
            shown.extend(["[", &mention, &mark, "|", run.text, "]"]);
        }
        shown
    }

    #[test]
    fn a_mark_across_the_edge_of_a_mention_is_cut_there() {
        assert_eq!(
            shown("ông Tô Lâm thăm", &[(5, 13)], &[(9, 19)]),
            "[|ông ][0|Tô ][0*0|Lâm][*0| thăm]"
        );
    }

    #[test]
    fn text_without_ranges_is_one_run() {
        assert_eq!(shown("Nga", &[], &[]), "[|Nga]");
        assert_eq!(shown("", &[(0, 4)], &[]), "");
    }

    #[test]
    fn of_two_that_overlap_the_first_wins() {
        assert_eq!(shown("abcdef", &[(2, 6), (0, 3)], &[]), "[1|abc][0|def]");
    }

    proptest! {
        #[test]
        fn runs_join_to_the_text(
            text in "(ệ|ử|a|Đ| |e\u{301}|\u{1f600}){0,12}",
            mentions in prop::collection::vec((0u32..40, 0u32..40), 0..6),
            marks in prop::collection::vec((0u32..40, 0u32..40), 0..6),
            news in prop::collection::vec((0u32..40, 0u32..40), 0..6),
        ) {
            let runs = layout(&text, &mentions, &marks, &news);
            let joined: String = runs.iter().map(|run| run.text).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
            prop_assert!(runs.iter().all(|run| run.mention.is_none_or(|n| n < mentions.len())));
        }
    }
}
