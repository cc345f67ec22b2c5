//! Persons who are named together.

use crate::ledger::people::Somebody;
use crate::ledger::reading::Reading;
use crate::text::Gap;
use std::ops::Range;

/// Persons named together: `X và Y`.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) tokens: Range<usize>,
    pub(super) ids: Vec<String>,
}

/// Those who are named together.
pub(super) fn groups(reading: &Reading, people: &[Somebody]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (number, somebody) in people.iter().enumerate() {
        let spouse = somebody
            .tokens
            .clone()
            .any(|at| reading.says(at, &["phu", "nhân"]) || reading.says(at, &["phu", "quân"]));
        let id = somebody.id.clone().filter(|_| !spouse || groups.is_empty());
        if let Some(last) = groups.last_mut()
            && (joined(reading, last.tokens.end, somebody.tokens.start)
                || listed(reading, last.tokens.end, somebody.tokens.start)
                    && list_ends(reading, people.get(number..).unwrap_or_default()))
        {
            last.tokens.end = somebody.tokens.end;
            if let Some(id) = id.filter(|id| !last.ids.contains(id)) {
                last.ids.push(id);
            }
            continue;
        }
        groups.push(Group {
            tokens: somebody.tokens.clone(),
            ids: id.into_iter().collect(),
        });
    }
    groups
}

/// Whether a list of persons with commas goes on to `và` and its last member.
fn list_ends(reading: &Reading, people: &[Somebody]) -> bool {
    people
        .windows(2)
        .map(|pair| (pair[0].tokens.end, pair[1].tokens.start))
        .find(|(end, start)| !listed(reading, *end, *start))
        .is_some_and(|(end, start)| joined(reading, end, start))
}

/// Whether only a comma stands between two.
fn listed(reading: &Reading, end: usize, start: usize) -> bool {
    end == start && matches!(reading.text.gap(start), Gap::CommaSpace | Gap::Stop)
}

/// Whether `và` joins two, with at most `(phải)` between them.
fn joined(reading: &Reading, end: usize, start: usize) -> bool {
    let text = &reading.text;
    let mut at = end;
    // `(phải)`, `, phải,`.
    if matches!(text.gap(at), Gap::Open | Gap::CommaSpace)
        && matches!(
            text.norm(at),
            "phải" | "trái" | "thứ" | "bên" | "ảnh" | "giữa" | "đứng" | "ngồi"
        )
    {
        while at < start && matches!(text.gap(at + 1), Gap::Space) && text.norm(at) != "và" && at < end + 8 {
            at += 1;
        }
        if text.norm(at) != "và" {
            at += 1;
        }
    }
    match start.checked_sub(at) {
        Some(1) => text.norm(at) == "và" || text.norm(at) == "cùng",
        _ => false,
    }
}
