//! Reading a curator's file of corrections.

use super::merges::Merges;
use super::{Change, Correction, LANGUAGES, Names, Overrides, Surface, kind_name};
use crate::model::MentionKind;
use corpus::{Diagnostic, DiagnosticCode};
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};
use viet::Span;

/// Reads corrections (the format is told in [the module](super)). What cannot be used is said in a diagnostic that names
/// line, table and key, and the rest still counts.
///
/// ```
/// let file = "[[merge]]\nfrom = 'org:ttx'\ninto = 'org:ttxvn'\nwhy = 'the same agency'\n[[merge]]\nfrom = 'org:x'";
/// let (overrides, diagnostics) = entities::overrides::read(file);
/// assert_eq!(overrides.corrections[0].to_string(), "merge org:ttx into org:ttxvn");
/// assert_eq!(diagnostics[0].detail.as_deref(), Some("line 5, [[merge]], `into`: expected a text"));
/// ```
pub fn read(file: &str) -> (Overrides, Vec<Diagnostic>) {
    let mut reader = Reader {
        file,
        diagnostics: Vec::new(),
    };
    let document = match DeTable::parse(file) {
        Ok(document) => document,
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            reader.refuse(span.start, error.message());
            return (Overrides::default(), reader.diagnostics);
        }
    };
    // The parser orders tables by name; people order them by sense.
    let mut found: Vec<(usize, Correction)> = Vec::new();
    for (name, value) in document.into_inner() {
        let at = name.span().start;
        let name = name.into_inner();
        if !matches!(name.as_ref(), "merge" | "split" | "rename" | "retype") {
            let unknown =
                format!("{name}: unknown table, expected [[merge]], [[split]], [[rename]] or [[retype]]");
            reader.refuse(at, &unknown);
            continue;
        }
        let DeValue::Array(tables) = value.into_inner() else {
            reader.refuse(at, &format!("{name}: expected tables, each headed [[{name}]]"));
            continue;
        };
        for table in tables {
            let at = table.span().start;
            let DeValue::Table(table) = table.into_inner() else {
                reader.refuse(at, &format!("{name}: expected tables, each headed [[{name}]]"));
                continue;
            };
            let correction = reader.correction(&name, at, table);
            found.extend(correction.map(|correction| (at, correction)));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let (places, mut corrections): (Vec<usize>, Vec<Correction>) = found.into_iter().unzip();
    for (number, reason) in Merges::of(&corrections).refused.into_iter().rev() {
        let at = places.get(number).copied().unwrap_or_default();
        reader.refuse(at, &format!("[[merge]], {reason}"));
        corrections.remove(number);
    }
    reader.diagnostics.sort_by_key(|d| d.span.map(|span| span.start));
    (Overrides { corrections }, reader.diagnostics)
}

struct Reader<'a> {
    file: &'a str,
    diagnostics: Vec<Diagnostic>,
}

/// The keys of a table that are not used yet, each with its place and its text.
type Keys = BTreeMap<String, (usize, String)>;

impl Reader<'_> {
    fn refuse(&mut self, at: usize, detail: &str) {
        let before = self.file.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        self.diagnostics.push(Diagnostic {
            code: DiagnosticCode::Curation,
            span: Some(Span::new(at, at)),
            count: 1,
            detail: Some(format!("line {line}, {detail}")),
        });
    }

    /// The correction of a table; one that is wrong in any key is left out.
    fn correction(&mut self, name: &str, at: usize, table: DeTable) -> Option<Correction> {
        let before = self.diagnostics.len();
        let mut keys = Keys::new();
        for (key, value) in table {
            let place = key.span().start;
            match value.into_inner() {
                DeValue::String(text) => {
                    keys.insert(key.into_inner().into_owned(), (place, text.into_owned()));
                }
                other => {
                    let detail = format!(
                        "[[{name}]], `{}`: expected a text, but found a value of type {}",
                        key.as_ref(),
                        other.type_str()
                    );
                    self.refuse(place, &detail);
                }
            }
        }
        if self.diagnostics.len() > before {
            return None;
        }
        let change = self.change(name, at, &mut keys);
        let why = self.wanted(name, at, "why", &mut keys);
        for (key, (place, _)) in keys {
            self.refuse(place, &format!("[[{name}]], `{key}`: unknown key"));
        }
        let correction = Correction {
            change: change?,
            why: why?,
        };
        if self.diagnostics.len() > before {
            return None;
        }
        if let Some(problem) = correction.problem() {
            self.refuse(at, &format!("[[{name}]], {problem}"));
            return None;
        }
        Some(correction)
    }

    fn change(&mut self, name: &str, at: usize, keys: &mut Keys) -> Option<Change> {
        match name {
            "merge" => {
                let from = self.wanted(name, at, "from", keys);
                let into = self.wanted(name, at, "into", keys);
                Some(Change::Merge {
                    from: from?,
                    into: into?,
                })
            }
            "split" => {
                let of = self.surface(name, at, keys);
                let from = self.wanted(name, at, "from", keys);
                let into = self.wanted(name, at, "into", keys);
                let names = names(keys);
                Some(Change::Split {
                    of: of?,
                    from: from?,
                    into: into?,
                    names,
                })
            }
            "rename" => {
                let names = names(keys);
                let id = self.wanted(name, at, "id", keys)?;
                Some(Change::Rename { id, names })
            }
            _ => self.retype(name, at, keys),
        }
    }

    fn retype(&mut self, name: &str, at: usize, keys: &mut Keys) -> Option<Change> {
        let kind = match keys.remove("kind") {
            Some((place, word)) => read_kind(&word)
                .map_err(|detail| self.refuse(place, &format!("[[{name}]], `kind`: {detail}")))
                .ok(),
            None => self.wanted(name, at, "kind", keys).and(None),
        };
        if keys.contains_key("surface") {
            let of = self.surface(name, at, keys)?;
            return Some(Change::RetypeSurface { of, kind: kind? });
        }
        let Some((_, id)) = keys.remove("id") else {
            self.refuse(at, &format!("[[{name}]], `id`: expected an id, or a `surface`"));
            return None;
        };
        Some(Change::RetypeEntity { id, kind: kind? })
    }

    fn surface(&mut self, name: &str, at: usize, keys: &mut Keys) -> Option<Surface> {
        let article = keys.remove("article").map(|(_, text)| text);
        let surface = self.wanted(name, at, "surface", keys)?;
        Some(Surface { surface, article })
    }

    fn wanted(&mut self, name: &str, at: usize, key: &str, keys: &mut Keys) -> Option<String> {
        let text = keys.remove(key).map(|(_, text)| text);
        if text.is_none() {
            self.refuse(at, &format!("[[{name}]], `{key}`: expected a text"));
        }
        text
    }
}

/// The kind of this name, `none` among them; else what was expected.
fn read_kind(word: &str) -> Result<Option<MentionKind>, String> {
    let all = || MentionKind::ALL.into_iter().map(Some).chain([None]);
    all().find(|kind| kind_name(*kind) == word).ok_or_else(|| {
        let known: Vec<String> = all().map(kind_name).collect();
        format!("expected one of {}, but found {word:?}", known.join(", "))
    })
}

/// The names of a table.
fn names(keys: &mut Keys) -> Names {
    let names = LANGUAGES.into_iter().filter_map(|language| {
        let (_, name) = keys.remove(language)?;
        Some((language.to_owned(), name))
    });
    names.collect()
}
