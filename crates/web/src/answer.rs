//! Answers as JSON: what `songphuong.d.ts` describes.

use crate::heading::Heading;
use crate::json::Json;
use crate::names;
use crate::units::Units;
use corpus::{CivilDate, ZoneKind};
use search::{Answer, Change, Detail, Hit, Marked, Offer, Part, Passage, Reading, Request, ScorePart};
use viet::Span;

/// The answer to a request.
pub(crate) fn answer(answer: &Answer, request: &Request) -> String {
    let mut json = Json::new();
    json.object(|json| {
        json.key("total").number(answer.total);
        json.key("hits")
            .array(&answer.hits, |json, one| hit(json, one, request));
        json.key("near")
            .array(&answer.near, |json, one| hit(json, one, request));
        if request.detail == Detail::Full {
            match answer.passages {
                Some(count) => json.key("sentences").number(count),
                None => json.key("sentences").maybe_text(None),
            }
            facets(json, answer);
            histogram(json, answer);
            json.key("parts").array(&answer.parts, part);
            json.key("offers").array(&answer.offers, offer);
        }
        diagnostics(json, answer, &request.query);
        json.key("unknown")
            .array(&answer.unknown_values, |json, (facet, value)| {
                json.object(|json| {
                    json.key("facet").text(names::facet(*facet));
                    json.key("value").text(value);
                });
            });
        json.key("corrected").flag(answer.corrected);
        json.key("partial").flag(answer.partial);
    });
    json.finish()
}

/// An article; `null` where there is none.
pub(crate) fn article(marked: Option<&Marked>) -> String {
    let mut json = Json::new();
    let Some(marked) = marked else {
        json.maybe_text(None);
        return json.finish();
    };
    let text = &marked.text;
    let heading = Heading::new(
        |span| span.of(text).into(),
        text.len(),
        &marked.zones,
        &marked.marks,
        (marked.title, &marked.title_marks),
    );
    json.object(|json| {
        json.key("id").text(marked.id);
        title(json, &heading);
        json.key("text").text(text);
        marks(json, text, &marked.marks);
        let mut units = Units::new(text);
        json.key("zones").array(&marked.zones, |json, zone| {
            let (start, end) = units.span(zone.span);
            json.object(|json| {
                json.key("kind").text(zone.kind.name());
                json.key("start").number(start);
                json.key("end").number(end);
            });
        });
    });
    json.finish()
}

fn hit(json: &mut Json, hit: &Hit, request: &Request) {
    json.object(|json| {
        json.key("id").text(hit.id);
        json.key("document").number(hit.document);
        json.key("score").decimal(hit.score);
        json.key("level").maybe_text(hit.level.map(names::level));
        if request.detail == Detail::Ids {
            return;
        }
        let heading = Heading::new(
            |span| hit.text.of(span),
            hit.text.len(),
            &hit.zones,
            &hit.marks,
            (hit.title, &hit.title_marks),
        );
        title(json, &heading);
        json.key("passages").array(&hit.passages, passage);
        json.key("more").number(hit.more);
        if request.explain {
            json.key("explanation").array(&hit.explanation, score_part);
        }
    });
}

fn title(json: &mut Json, heading: &Heading) {
    json.key("title").text(&heading.text);
    let mut units = Units::new(&heading.text);
    let pairs = heading.marks.iter().map(|mark| units.span(*mark));
    json.key("titleMarks").array(pairs, pair);
}

fn passage(json: &mut Json, passage: &Passage) {
    let (text, base) = (&passage.text, passage.span.start);
    let within = |mark: &Span| Span {
        start: mark.start.saturating_sub(base),
        end: mark.end.saturating_sub(base),
    };
    let moved: Vec<Span> = passage.marks.iter().map(within).collect();
    json.object(|json| {
        json.key("text").text(text);
        marks(json, text, &moved);
        json.key("before").flag(passage.cut.0);
        json.key("after").flag(passage.cut.1);
        json.key("zone").text(passage.kind.name());
    });
}

fn marks(json: &mut Json, text: &str, marks: &[Span]) {
    let mut units = Units::new(text);
    json.key("marks")
        .array(marks, |json, mark| pair(json, units.span(*mark)));
}

fn pair(json: &mut Json, (start, end): (u32, u32)) {
    json.array([start, end], Json::number);
}

fn score_part(json: &mut Json, part: &ScorePart) {
    json.object(|json| {
        json.key("text").text(&part.text);
        json.key("documents").number(part.documents);
        for (name, factor) in [
            ("idf", part.idf),
            ("frequency", part.frequency),
            ("level", part.level),
            ("continued", part.continued),
            ("cohesion", part.cohesion),
            ("score", part.score),
        ] {
            json.key(name).decimal(f64::from(factor));
        }
    });
}

fn facets(json: &mut Json, answer: &Answer) {
    json.key("facets").object(|json| {
        for (facet, values) in &answer.facets {
            json.key(names::facet(*facet))
                .array(values, |json, (value, count, total)| {
                    json.object(|json| {
                        json.key("value").text(value);
                        json.key("count").number(*count);
                        json.key("total").number(*total);
                    });
                });
        }
    });
}

fn histogram(json: &mut Json, answer: &Answer) {
    json.key("histogram").object(|json| {
        json.key("unit").text(names::unit(answer.histogram.unit));
        json.key("bars").array(&answer.histogram.bars, |json, bar| {
            json.object(|json| {
                json.key("from").text(&bar.from.to_string());
                json.key("count").number(bar.count);
                json.key("partial").number(bar.partial);
            });
        });
        json.key("undated").number(answer.histogram.undated);
    });
}

fn part(json: &mut Json, part: &Part) {
    json.object(|json| {
        json.key("text").text(&part.text);
        json.key("reading").object(|json| reading(json, &part.reading));
        json.key("forms").array(&part.forms, |json, (form, count)| {
            json.object(|json| {
                json.key("form").text(form);
                json.key("count").number(*count);
            });
        });
        json.key("without").text(&part.without);
    });
}

fn reading(json: &mut Json, reading: &Reading) {
    let name = match reading {
        Reading::Terms => "terms",
        Reading::Phrase => "phrase",
        Reading::Near(_) => "near",
        Reading::Literal => "literal",
        Reading::Regex => "regex",
        Reading::Excluded => "excluded",
        Reading::Value { .. } => "value",
        Reading::Dates { .. } => "dates",
        Reading::Zones(_) => "zones",
        Reading::Prefix => "prefix",
        Reading::Corrected { .. } => "corrected",
        Reading::Transliterated { .. } => "transliterated",
    };
    json.key("as").text(name);
    match reading {
        Reading::Near(slop) => json.key("slop").number(*slop),
        Reading::Value { field, any } => {
            json.key("field").text(field.name());
            json.key("any").array(any, |json, value| json.text(value));
        }
        Reading::Dates { from, to, strict } => {
            json.key("from").maybe_text(day(*from).as_deref());
            json.key("to").maybe_text(day(*to).as_deref());
            json.key("strict").flag(*strict);
        }
        Reading::Zones(zones) => {
            let names = zones.iter().copied().map(ZoneKind::name);
            json.key("zones").array(names, Json::text);
        }
        Reading::Corrected { to } | Reading::Transliterated { to } => json.key("to").text(to),
        Reading::Terms
        | Reading::Phrase
        | Reading::Literal
        | Reading::Regex
        | Reading::Excluded
        | Reading::Prefix => {}
    }
}

fn day(day: Option<CivilDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn offer(json: &mut Json, offer: &Offer) {
    json.object(|json| {
        let name = match &offer.change {
            Change::RelaxAccents { .. } => "relax-accents",
            Change::Respell { .. } => "respell",
            Change::Typed { .. } => "typed",
            Change::Unquote { .. } => "unquote",
            Change::DropPart { .. } => "drop-part",
            Change::DropFacet(_) => "drop-facet",
            Change::DropDates => "drop-dates",
            Change::AllZones => "all-zones",
        };
        json.key("change").text(name);
        match &offer.change {
            Change::RelaxAccents { query }
            | Change::Respell { query }
            | Change::Typed { query, .. }
            | Change::Unquote { query } => json.key("query").text(query),
            Change::DropPart { part, query } => {
                json.key("part").text(part);
                json.key("query").text(query);
            }
            Change::DropFacet(facet) => json.key("facet").text(names::facet(*facet)),
            Change::DropDates | Change::AllZones => {}
        }
        json.key("total").number(offer.total);
    });
}

fn diagnostics(json: &mut Json, answer: &Answer, query: &str) {
    json.key("diagnostics").array(&answer.diagnostics, |json, one| {
        let (start, end) = Units::new(query).span(one.span);
        json.object(|json| {
            json.key("code").text(one.code.name());
            json.key("message").text(&one.message(query));
            json.key("start").number(start);
            json.key("end").number(end);
        });
    });
}
