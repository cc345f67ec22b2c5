//! The address: [`ViewState`] to query string and fragment and back. Pure.
//!
//! Names and values are ASCII, defaults are left out, and only what the query part of an address cannot hold is
//! percent-encoded, so that a link stays readable and survives being copied into a letter or a chat.
//! Reading never fails: what is not understood is left out with a [`Notice`], and the rest applies.
//!
//! ```
//! use songphuong::url::{parse, print};
//! let (view, notices) = parse("?q=điện+hạt+nhân&person=vladimir-putin,-sergey-lavrov&colour=red", "#p-3fa2");
//! assert_eq!(view.query, "điện hạt nhân");
//! assert_eq!(notices.len(), 2); // no parameter `colour`, and a passage needs an open article
//! assert_eq!(
//!     print(&view),
//!     "?q=%C4%91i%E1%BB%87n+h%E1%BA%A1t+nh%C3%A2n&person=vladimir-putin,-sergey-lavrov"
//! );
//! ```

mod encode;
mod field;
mod look;

pub use field::is_date;

use crate::few::Few;
use crate::state::Notice;
use crate::view::{Lang, Lens, ReadingView, Spot, ViewState};
pub(crate) use encode::data_address;
use encode::{decode, encode, guard_end};
use engine::protocol::{EntityKind, Facet, Sort};
use field::{cut, is_doc, is_entity, is_passage, selection, spot};

/// Longest query string that is read, in bytes; parameters beyond are left out.
const MAX_SEARCH: usize = 1 << 15;
/// Longest query that is read, in characters.
pub const MAX_QUERY: usize = 2000;
/// Notices at most; an address full of nonsense needs no more.
pub const MAX_NOTICES: usize = 5;
/// Longest value quoted in a notice, in characters.
const MAX_QUOTED: usize = 80;

/// The query string and fragment of `view`: `?q=…#p-…`, empty for the view of a first visit.
///
/// ```
/// use songphuong::{url::print, view::ViewState};
/// assert_eq!(print(&ViewState::default()), "");
/// ```
pub fn print(view: &ViewState) -> String {
    let mut out = String::new();
    let mut put = |name: &str, value: &str| add(&mut out, name, value);
    print_criteria(view, &mut put);
    match view.sort {
        Sort::Relevance => {}
        Sort::Newest => put("sort", "-date"),
        Sort::Oldest => put("sort", "date"),
    }
    if let Some(lens) = view.lens.name() {
        put("lens", lens);
    }
    look::print(view, &mut put);
    if let Some(entity) = &view.entity {
        put("entity", &encode(entity));
    }
    if !view.hidden.is_empty() {
        put("hide", &kinds_list(&view.hidden));
    }
    if let Some(doc) = &view.doc {
        put("doc", &encode(doc));
    }
    if let Some(Spot { passage, number }) = &view.mention {
        put("mention", &format!("{}.{number}", encode(passage)));
    }
    for name in switched_on(&view.reading) {
        put(name, "1");
    }
    if let Some(with) = &view.reading.with {
        put("with", &encode(with));
    }
    if let Some(lang) = view.lang {
        put("lang", lang.code());
    }
    if view.embed {
        put("embed", "1");
    }
    if let Some(passage) = &view.passage {
        out.push('#');
        out.push_str(&encode(passage));
    } else {
        guard_end(&mut out);
    }
    out
}

/// What decides which articles `view` finds, as a value of a parameter: `place=russia&to=2020`, `?` for all articles.
pub(crate) fn criteria(view: &ViewState) -> String {
    let mut out = String::new();
    print_criteria(view, &mut |name, value| add(&mut out, name, value));
    if out.is_empty() {
        out.push('?');
    } else {
        out.remove(0);
    }
    out
}

fn add(out: &mut String, name: &str, value: &str) {
    out.push(if out.is_empty() { '?' } else { '&' });
    out.push_str(name);
    out.push('=');
    out.push_str(value);
}

fn print_criteria(view: &ViewState, put: &mut dyn FnMut(&str, &str)) {
    if !view.query.is_empty() {
        put("q", &encode(&view.query));
    }
    for selection in &view.selections {
        let included = selection.include.iter().map(|slug| encode(slug));
        let excluded = selection.exclude.iter().map(|slug| format!("-{}", encode(slug)));
        let values: Vec<String> = included.chain(excluded).collect();
        put(selection.facet.name(), &values.join(","));
        if selection.all {
            put(&format!("{}.all", selection.facet.name()), "1");
        }
    }
    for (name, date) in [("from", &view.from), ("to", &view.to)] {
        if let Some(date) = date {
            put(name, &encode(date));
        }
    }
    if let Some(aliases) = view.aliases {
        put("alias", if aliases { "1" } else { "0" });
    }
}

/// What a link to `view` has for its `href`: like [`print`], but for the plain page `?`, because an empty link
/// leads to where the reader already is.
///
/// ```
/// use songphuong::{url::href, view::ViewState};
/// assert_eq!(href(&ViewState::default()), "?");
/// ```
pub fn href(view: &ViewState) -> String {
    let address = print(view);
    if address.is_empty() {
        "?".to_owned()
    } else {
        address
    }
}

/// The view of an address, given its query string (`?` optional) and its fragment (`#` optional), and what was
/// left out of it. Never fails.
pub fn parse(search: &str, fragment: &str) -> (ViewState, Vec<Notice>) {
    let search = search.strip_prefix('?').unwrap_or(search);
    let kept = cut(search, MAX_SEARCH);
    let mut reader = Reader::default();
    if kept.len() < search.len() {
        reader.refuse("?", search);
    }
    for pair in kept.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        reader.read(name, value);
    }
    reader.finish(fragment.strip_prefix('#').unwrap_or(fragment))
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    view: ViewState,
    /// Parameters seen, with the value of those that wait for others.
    seen: Few<String, String>,
    notices: Vec<Notice>,
}

impl Reader {
    fn refuse(&mut self, parameter: &str, value: &str) {
        let quote = |text: &str| text.chars().take(MAX_QUOTED).collect();
        let notice = Notice::BadParameter {
            parameter: quote(parameter),
            value: quote(value),
        };
        if self.notices.len() < MAX_NOTICES && !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    fn read(&mut self, raw_name: &str, raw_value: &str) {
        let Some(name) = decode(raw_name) else {
            return self.refuse(raw_name, raw_value);
        };
        if is_tracking(&name) {
            return;
        }
        let Some(value) = decode(raw_value) else {
            return self.refuse(&name, raw_value);
        };
        if self.seen.contains(&name) {
            return self.refuse(&name, &value);
        }
        // A facet's list is split before it is decoded, so it is kept as it came.
        self.seen.insert(name.clone(), raw_value.to_owned());
        if value.is_empty() {
            // `?q=` is how a form sends an empty field; nothing is lost by leaving it out.
            return;
        }
        if !self.apply(&name, &value) {
            self.refuse(&name, &value);
        }
    }

    /// Whether the parameter was understood.
    fn apply(&mut self, name: &str, value: &str) -> bool {
        let view = &mut self.view;
        match name {
            "q" => {
                view.query = value.chars().take(MAX_QUERY).collect();
                view.query.len() == value.len()
            }
            "from" | "to" => {
                let ok = is_date(value);
                let field = if name == "from" {
                    &mut view.from
                } else {
                    &mut view.to
                };
                *field = ok.then(|| value.to_owned());
                ok
            }
            "sort" => match value {
                "-date" => set(&mut view.sort, Sort::Newest),
                "date" => set(&mut view.sort, Sort::Oldest),
                _ => false,
            },
            "alias" => match value {
                "0" => set(&mut view.aliases, Some(false)),
                "1" => set(&mut view.aliases, Some(true)),
                _ => false,
            },
            "lens" => {
                let lens = Lens::all().find(|lens| lens.name() == Some(value));
                view.lens = lens.unwrap_or_default();
                lens.is_some()
            }
            // What goes with a lens is read at the end, when it is known which.
            name if look::NAMES.contains(&name) => true,
            "entity" => {
                let ok = is_entity(value);
                view.entity = ok.then(|| value.to_owned());
                ok
            }
            "hide" => {
                view.hidden = kinds(value, &EntityKind::ALL);
                view.hidden.len() == value.split(',').count()
            }
            "doc" => {
                let ok = is_doc(value);
                view.doc = ok.then(|| value.to_owned());
                ok
            }
            "mention" => {
                view.mention = spot(value);
                view.mention.is_some()
            }
            "raw" => set(&mut view.reading.raw, value == "1") && value == "1",
            "beside" => set(&mut view.reading.beside, value == "1") && value == "1",
            "new" => set(&mut view.reading.news, value == "1") && value == "1",
            "with" => {
                let ok = is_doc(value);
                view.reading.with = ok.then(|| value.to_owned());
                ok
            }
            "embed" => {
                view.embed = value == "1";
                view.embed
            }
            "lang" => {
                view.lang = Lang::from_code(value);
                view.lang.is_some()
            }
            _ => {
                let (facet, all) = name
                    .strip_suffix(".all")
                    .map_or((name, false), |facet| (facet, true));
                // Facets are read at the end, when both of their parameters are known.
                Facet::ALL.iter().any(|f| f.name() == facet) && (!all || value == "1")
            }
        }
    }

    fn finish(mut self, fragment: &str) -> (ViewState, Vec<Notice>) {
        for facet in Facet::ALL {
            let Some(raw) = self.seen.get(facet.name()).cloned() else {
                continue;
            };
            let (mut read, refused) = selection(facet, &raw);
            for value in refused {
                self.refuse(facet.name(), &value);
            }
            let all = self.seen.remove(&format!("{}.all", facet.name()));
            read.all = all.as_deref() == Some("1") && !read.include.is_empty();
            if !read.include.is_empty() || !read.exclude.is_empty() {
                self.view.selections.push(read);
            }
        }
        let mut refused = Vec::new();
        look::read(&mut self.view, &self.seen, |name, value| {
            refused.push((name.to_owned(), value.to_owned()));
        });
        for (name, value) in refused {
            self.refuse(&name, &value);
        }
        // Like a passage it needs an open article.
        if self.view.doc.is_none()
            && let Some(Spot { passage, number }) = self.view.mention.take()
        {
            self.refuse("mention", &format!("{passage}.{number}"));
        }
        if self.view.doc.is_none() {
            let reading = std::mem::take(&mut self.view.reading);
            for name in switched_on(&reading) {
                self.refuse(name, "1");
            }
            if let Some(with) = reading.with {
                self.refuse("with", &with);
            }
        }
        // Other fragments are targets within the page, such as that of a skip link.
        if fragment.starts_with("p-") {
            if self.view.doc.is_some() && is_passage(fragment) {
                self.view.passage = Some(fragment.to_owned());
            } else {
                self.refuse("#", fragment);
            }
        }
        (self.view, self.notices)
    }
}

/// The names of what is switched on in the reading of an article.
fn switched_on(reading: &ReadingView) -> impl Iterator<Item = &'static str> + use<> {
    let switches = [
        ("raw", reading.raw),
        ("beside", reading.beside),
        ("new", reading.news),
    ];
    switches.into_iter().filter(|(_, on)| *on).map(|(name, _)| name)
}

/// Those of some kinds of mentions that a list names.
fn kinds(list: &str, all: &[EntityKind]) -> Vec<EntityKind> {
    let named = |kind: &EntityKind| list.split(',').any(|name| name == kind_name(*kind));
    all.iter().copied().filter(named).collect()
}

/// Kinds of mentions as a list.
fn kinds_list(kinds: &[EntityKind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| kind_name(*kind)).collect();
    names.join(",")
}

/// The name of a kind of mention in addresses.
pub(crate) const fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Role => "role",
        EntityKind::Org => "org",
        EntityKind::Place => "place",
        EntityKind::Event => "event",
        EntityKind::Agreement => "agreement",
        EntityKind::Date => "date",
        EntityKind::Money => "money",
        EntityKind::Percent => "percent",
        EntityKind::Quantity => "quantity",
    }
}

fn set<T>(field: &mut T, value: T) -> bool {
    *field = value;
    true
}

/// Whether this parameter is one that mailers and social networks append to links.
fn is_tracking(name: &str) -> bool {
    const EXACT: [&str; 9] = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "zarsrc",
    ];
    name.starts_with("utm_") || EXACT.contains(&name)
}

#[cfg(test)]
mod tests;
