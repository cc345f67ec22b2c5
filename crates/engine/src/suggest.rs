//! What a query may go on with while somebody types: words of the corpus, its entities, fields and their values, and what
//! was perhaps typed for an input method.

use crate::Engine;
use crate::compile::{entity_slug, facet_of};
use crate::engine::{Needs, done};
use crate::names::Name;
use crate::protocol::{SuggestRequest, Suggestion, SuggestionKind, Suggestions};
use crate::wire;
use corpus::ZoneKind;
use search::InOrder as _;
use search::query::Field;
use search::{Detail, Facet, Request};
use std::cmp::Reverse;
use viet::{Span, Syllable};

/// Most words.
const WORDS: usize = 6;
/// Most entities, and most values of a field.
const ENTITIES: usize = 5;
/// Most words of a name that are looked at together.
const NAME_WORDS: usize = 4;
/// Fewest letters of a word that begin something.
const FEWEST: usize = 2;

/// Where the cursor stands in a query.
struct Place<'q> {
    query: &'q str,
    /// Byte of the cursor.
    cursor: usize,
    /// What the cursor stands at the end of: from the last white space, quote or parenthesis on.
    chunk: &'q str,
    /// Between quotation marks.
    quoted: bool,
}

impl<'q> Place<'q> {
    /// `None` where nothing can be suggested: within a word, a regular expression or a literal.
    fn of(query: &'q str, cursor: usize) -> Option<Self> {
        let before = query.get(..cursor)?;
        let after = query.get(cursor..)?;
        if after.starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
        let quoted = before.chars().filter(|c| is_quote(*c)).count() % 2 == 1;
        let opened = before.rfind(is_quote).filter(|_| quoted);
        if opened.is_some_and(|at| before[..at].ends_with(['=', '＝'])) {
            return None;
        }
        let ends = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '|');
        let start = before
            .char_indices()
            .rev()
            .find(|(_, c)| ends(*c))
            .map_or(0, |(at, c)| at + c.len_utf8());
        let chunk = before.get(start..)?;
        let plain = chunk.trim_start_matches(['-', '!', '–', '−']);
        let exact = plain.starts_with(['=', '/']) && !quoted;
        (!exact).then_some(Self {
            query,
            cursor,
            chunk: plain,
            quoted,
        })
    }

    /// The query with `text` in place of what stands from `start` to the cursor.
    fn with(&self, start: usize, text: &str) -> (String, u32) {
        let (before, after) = (&self.query[..start], &self.query[self.cursor..]);
        let cursor = start + text.len();
        (format!("{before}{text}{after}"), cursor as u32)
    }

    /// A suggestion that puts `text` in place of what stands from `start` to the cursor.
    fn suggest(&self, kind: SuggestionKind, start: usize, text: &str, articles: Option<u32>) -> Suggestion {
        let (query, cursor) = self.with(start, text);
        Suggestion {
            kind,
            text: text.trim_end().to_owned(),
            entity: None,
            articles,
            query,
            cursor,
        }
    }
}

impl Engine<'_> {
    /// What a query may go on with.
    pub(crate) fn suggest(&self, request: &SuggestRequest) -> Result<Suggestions, Needs> {
        let mut list = self.typed(&request.query)?;
        if let Some(place) = Place::of(&request.query, request.cursor as usize) {
            if let Some((head, typed)) = field_of(&place) {
                list.extend(self.field_values(&place, head, typed)?);
            } else {
                list.extend(self.words(&place)?);
                if !place.quoted {
                    list.extend(self.entities_named(&place)?);
                    list.extend(self.fields(&place)?);
                }
            }
        }
        list.retain(|suggestion| suggestion.query.trim() != request.query.trim());
        Ok(Suggestions {
            query: request.query.clone(),
            cursor: request.cursor,
            list,
        })
    }

    /// The whole query as an input method would have made it.
    fn typed(&self, query: &str) -> Result<Vec<Suggestion>, Needs> {
        let mut list = Vec::new();
        for reading in viet::typing::readings(query) {
            let request = Request {
                query: reading.text.clone(),
                detail: Detail::Hits,
                ..Request::default()
            };
            let articles = self.search(&request)?.total;
            if articles > 0 {
                list.push(Suggestion {
                    kind: SuggestionKind::Typed,
                    entity: None,
                    articles: Some(articles),
                    cursor: reading.text.len() as u32,
                    query: reading.text.clone(),
                    text: reading.text,
                });
            }
        }
        Ok(list)
    }

    fn words(&self, place: &Place) -> Result<Vec<Suggestion>, Needs> {
        let words = words_before(place);
        let open = !place.query[..place.cursor].ends_with(char::is_whitespace);
        let (typed, before) = if open {
            (words.last(), words.iter().rev().nth(1))
        } else {
            (None, words.last())
        };
        let text = |span: Option<&Span>| span.map(|span| span.of(place.query));
        let (typed, before) = (text(typed).unwrap_or(""), text(before));
        // One letter begins too much, but for what goes on from the word before.
        if typed.chars().count() < FEWEST && before.is_none() {
            return Ok(Vec::new());
        }
        let start = place.cursor - typed.len();
        let found = done(search::completions(&[self.segment()], before, typed, WORDS))?;
        let suggestion = |found: search::Completion| {
            let text = match found.text.split_once(' ') {
                Some((_, second)) if found.continues => second.to_owned(),
                _ => found.text.clone(),
            };
            let suggestion = place.suggest(SuggestionKind::Word, start, &text, Some(found.articles));
            Suggestion {
                text: found.text,
                ..suggestion
            }
        };
        let short = typed.chars().count() < FEWEST;
        Ok(found
            .into_iter()
            .filter(|found| found.continues || !short)
            .map(suggestion)
            .collect())
    }

    /// Entities that the last words before the cursor begin a name of.
    fn entities_named(&self, place: &Place) -> Result<Vec<Suggestion>, Needs> {
        if place.chunk.is_empty() {
            return Ok(Vec::new());
        }
        let words = words_before(place);
        for length in (1..=words.len().min(NAME_WORDS)).rev() {
            let last = &words[words.len() - length..];
            let Some(first) = last.first() else { break };
            let typed: Vec<Syllable> = last
                .iter()
                .map(|span| Syllable::new(span.of(place.query)))
                .collect();
            let letters: usize = typed.iter().map(|word| word.bare().chars().count()).sum();
            let found = self.entities_like(&typed, None);
            if letters >= FEWEST && !found.is_empty() {
                return self.entity_suggestions(place, first.start as usize, &found, "");
            }
        }
        Ok(Vec::new())
    }

    /// The entities one of whose names goes on from these words, at the beginning of any of its own.
    fn entities_like(&self, typed: &[Syllable], field: Option<Field>) -> Vec<usize> {
        let is_asked = |name: &&Name| {
            let facet = self.head.entities.get(name.entity).and_then(|e| facet_of(e.kind));
            match field {
                None => facet.is_some(),
                Some(field) => facet.is_some_and(|facet| Facet::from(field) == facet),
            }
        };
        let names = self.names().all().iter().filter(is_asked);
        let like = names.filter(|name| {
            name.syllables
                .windows(typed.len().max(1))
                .any(|words| goes_on(typed, words))
        });
        // Names come entity by entity.
        let mut found: Vec<usize> = like.map(|name| name.entity).collect();
        found.dedup();
        found
    }

    fn entity_suggestions(
        &self,
        place: &Place,
        start: usize,
        found: &[usize],
        head: &str,
    ) -> Result<Vec<Suggestion>, Needs> {
        let mut counts: Vec<(Facet, Vec<(String, u32)>)> = Vec::new();
        let mut list = Vec::new();
        for entity in found.iter().filter_map(|at| self.head.entities.get(*at)) {
            let Some(facet) = facet_of(entity.kind) else {
                continue;
            };
            if !counts.iter().any(|(known, _)| *known == facet) {
                counts.push((facet, done(search::values(&[self.segment()], facet))?));
            }
            let slug = entity_slug(&entity.id);
            let of_facet = counts.iter().find(|(known, _)| *known == facet);
            let articles = of_facet.and_then(|(_, values)| {
                let at = values.binary_search_by(|(value, _)| value.as_str().cmp(slug));
                Some(values.get(at.ok()?)?.1)
            });
            // What no article names outside its furniture finds nothing.
            let Some(articles) = articles else {
                continue;
            };
            let text = if head.is_empty() {
                format!("{} ", entity.id)
            } else {
                format!("{slug} ")
            };
            list.push(Suggestion {
                entity: Some(wire::entity(entity)),
                ..place.suggest(SuggestionKind::Entity, start, &text, Some(articles))
            });
        }
        list.order_by(|a, b| (b.articles, &a.text).cmp(&(a.articles, &b.text)));
        list.truncate(ENTITIES);
        Ok(list)
    }

    /// Names of fields that begin so, where the corpus has values for them.
    fn fields(&self, place: &Place) -> Result<Vec<Suggestion>, Needs> {
        let typed = place.chunk.to_ascii_lowercase();
        let letters = typed.len() >= FEWEST && typed.bytes().all(|byte| byte.is_ascii_lowercase());
        let start = place.cursor - place.chunk.len();
        let mut list = Vec::new();
        let names = Field::ALL.iter().map(|field| (field.name(), Some(*field)));
        let others = [(ZoneKind::Title.name(), None), ("in", None), ("date", None)];
        for (name, field) in names.chain(others) {
            if !letters || !name.starts_with(&typed) {
                continue;
            }
            let has_values = match field.map(Facet::from) {
                Some(facet) => !done(search::values(&[self.segment()], facet))?.is_empty(),
                None => true,
            };
            if has_values {
                list.push(place.suggest(SuggestionKind::Field, start, &format!("{name}:"), None));
            }
        }
        Ok(list)
    }

    /// Values of a field that begin so.
    fn field_values(&self, place: &Place, head: &str, typed: &str) -> Result<Vec<Suggestion>, Needs> {
        let start = place.cursor - typed.len();
        if let Some(field @ (Field::Person | Field::Org | Field::Place)) = Field::from_name(head) {
            let words: Vec<Syllable> = viet::token_spans(typed)
                .map(|span| Syllable::new(span.of(typed)))
                .collect();
            let found = self.entities_like(&words, Some(field));
            return self.entity_suggestions(place, start, &found, head);
        }
        let slug = if head == "source" {
            viet::dotted_slug(typed)
        } else {
            viet::slug(typed)
        };
        let mut values: Vec<(String, Option<u32>)> = if head == "in" {
            let zones = ZoneKind::ALL.iter();
            zones.map(|zone| (zone.name().to_owned(), None)).collect()
        } else {
            let facet = if head == "date" {
                Some(Facet::Year)
            } else {
                Field::from_name(head).map(Facet::from)
            };
            let values = facet.map(|facet| done(search::values(&[self.segment()], facet)));
            let values = values.transpose()?.unwrap_or_default().into_iter();
            values.map(|(slug, count)| (slug, Some(count))).collect()
        };
        values.retain(|(value, _)| {
            let begins =
                value.starts_with(&slug) || value.split(['-', '.']).any(|word| word.starts_with(&slug));
            begins && !(head == "date" && value == search::UNDATED)
        });
        values.order_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
        values.truncate(ENTITIES);
        let suggestion = |(value, count): (String, Option<u32>)| {
            let named = self.head.source(&value).filter(|_| head == "source").cloned();
            let suggestion = place.suggest(SuggestionKind::Value, start, &format!("{value} "), count);
            Suggestion {
                text: named.unwrap_or(value),
                ..suggestion
            }
        };
        Ok(values.into_iter().map(suggestion).collect())
    }
}

/// The name of the field that the cursor stands behind, and the beginning of a value.
fn field_of<'q>(place: &Place<'q>) -> Option<(&'q str, &'q str)> {
    let (head, values) = place.chunk.split_once(':').filter(|_| !place.quoted)?;
    let known = Field::from_name(head).is_some() || matches!(head, "in" | "date");
    let typed = values.rsplit(',').next().unwrap_or("");
    known.then_some((head, typed.trim_start_matches('-')))
}

/// The words that stand side by side right before the cursor; a sign, a field or an operator ends them.
fn words_before(place: &Place) -> Vec<Span> {
    let before = &place.query[..place.cursor];
    let is_sign = |c: char| !(c.is_alphanumeric() || c.is_whitespace() || viet::is_mark(c) || c == '\'');
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| is_sign(*c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let mut words = Vec::new();
    for span in viet::token_spans(&before[start..]) {
        let span = Span::new(start + span.start as usize, start + span.end as usize);
        if matches!(span.of(before), "OR" | "AND" | "NOT") {
            words.clear();
        } else {
            words.push(span);
        }
    }
    words
}

/// Whether words of a name are as typed, accents aside, the last one perhaps unfinished.
fn goes_on(typed: &[Syllable], words: &[Syllable]) -> bool {
    let Some((last, whole)) = typed.split_last() else {
        return true;
    };
    let mut words = words.iter();
    let all = whole
        .iter()
        .all(|typed| words.next().is_some_and(|word| word.bare() == typed.bare()));
    all && words
        .next()
        .is_some_and(|word| word.bare().starts_with(last.bare()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(query: &str) -> Option<(&str, bool)> {
        Place::of(query, query.len()).map(|place| (place.chunk, place.quoted))
    }

    #[test]
    fn the_chunk_before_the_cursor_is_what_goes_on() {
        assert_eq!(chunk("hop ta"), Some(("ta", false)));
        assert_eq!(chunk("hop -Pu"), Some(("Pu", false)));
        assert_eq!(chunk("\"hop ta"), Some(("ta", true)));
        assert_eq!(chunk("(Nga OR My"), Some(("My", false)));
        assert_eq!(chunk("person:pu"), Some(("person:pu", false)));
        assert_eq!(chunk("hop "), Some(("", false)));
    }

    #[test]
    fn literals_expressions_and_the_inside_of_words_have_no_completions() {
        for query in ["=\"hop ta", "=hop", "/hop"] {
            assert_eq!(chunk(query), None, "{query}");
        }
        assert!(Place::of("hop tac", 1).is_none());
        assert!(Place::of("hợp", 2).is_none(), "not within a character");
        assert!(Place::of("hop tac", 99).is_none());
    }

    #[test]
    fn words_side_by_side_end_at_signs_and_operators() {
        let words = |query: &str| {
            let place = Place::of(query, query.len()).unwrap();
            let spans = words_before(&place);
            spans
                .iter()
                .map(|span| span.of(query).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(words("hop tac Pu"), ["hop", "tac", "Pu"]);
        assert_eq!(words("Nga OR Vladimir Pu"), ["Vladimir", "Pu"]);
        assert_eq!(words("\"hoa binh\" dien ha"), ["dien", "ha"]);
        assert_eq!(words("-Vladimir Pu"), ["Vladimir", "Pu"]);
    }
}
