//! What a reader keeps in his browser: views under a name, and passages with a star.
//!
//! The text that the browser keeps has a line for each: `v`, the address and the name, or `s`, the article, the
//! passage and how it begins, with tabs between. A line that is damaged costs nothing but itself.

mod file;
mod shelf;

pub(crate) use file::{LARGEST, Refused, export, import};
pub(crate) use shelf::{change, saved};

use crate::url::{parse, print};
use crate::view::ViewState;

/// Longer names, and beginnings of passages, are cut. In characters.
const LONGEST: usize = 200;

/// A view under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: String,
    /// As the page writes it.
    pub(crate) address: String,
}

impl Named {
    /// The view.
    pub(crate) fn view(&self) -> ViewState {
        view(&self.address)
    }
}

/// The view of an address that the page wrote.
pub(crate) fn view(address: &str) -> ViewState {
    let (search, fragment) = address.split_once('#').unwrap_or((address, ""));
    parse(search, fragment).0
}

/// A passage that was marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Star {
    /// The short id of its article.
    pub(crate) doc: String,
    /// Its anchor.
    pub(crate) passage: String,
    /// How it begins.
    pub(crate) text: String,
}

/// All that is kept, in the order in which it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Saved {
    pub(crate) views: Vec<Named>,
    pub(crate) stars: Vec<Star>,
}

impl Star {
    /// The view that shows it: its article alone.
    pub(crate) fn view(&self) -> ViewState {
        ViewState::default().opened(&self.doc, Some(&self.passage))
    }
}

impl Saved {
    /// Keeps a view under a name.
    pub(crate) fn keep(&mut self, name: &str, view: &ViewState) {
        self.name(name, &print(view));
    }

    /// Keeps a view; one of the same name and address is there already. `false` where there is no name.
    fn name(&mut self, name: &str, address: &str) -> bool {
        let named = Named {
            name: line(name),
            address: line(address),
        };
        let new = !named.name.is_empty() && !self.views.contains(&named);
        if new {
            self.views.push(named);
        }
        new
    }

    /// Gives a view another name, unless that is none.
    pub(crate) fn rename(&mut self, at: usize, name: &str) {
        let name = line(name);
        if let Some(named) = self.views.get_mut(at).filter(|_| !name.is_empty()) {
            named.name = name;
        }
    }

    /// Whether a passage has a star.
    pub(crate) fn has_star(&self, doc: &str, passage: &str) -> bool {
        self.star_at(doc, passage).is_some()
    }

    /// Gives a passage a star, or takes it.
    pub(crate) fn toggle(&mut self, doc: &str, passage: &str, text: &str) {
        match self.star_at(doc, passage) {
            Some(at) => drop(self.stars.remove(at)),
            None => self.stars.push(Star {
                doc: line(doc),
                passage: line(passage),
                text: line(text),
            }),
        }
    }

    fn star_at(&self, doc: &str, passage: &str) -> Option<usize> {
        let is_it = |star: &Star| star.doc == doc && star.passage == passage;
        self.stars.iter().position(is_it)
    }

    /// Adds what is not there yet; how much that is.
    pub(crate) fn merge(&mut self, other: &Self) -> u32 {
        let before = self.views.len() + self.stars.len();
        for view in &other.views {
            self.name(&view.name, &view.address);
        }
        for star in &other.stars {
            if !self.has_star(&star.doc, &star.passage) {
                self.stars.push(star.clone());
            }
        }
        (self.views.len() + self.stars.len() - before) as u32
    }

    fn print(&self) -> String {
        let views = self
            .views
            .iter()
            .map(|view| format!("v\t{}\t{}\n", view.address, view.name));
        let stars = self
            .stars
            .iter()
            .map(|star| format!("s\t{}\t{}\t{}\n", star.doc, star.passage, star.text));
        views.chain(stars).collect()
    }

    fn parse(text: &str) -> Self {
        let mut saved = Self::default();
        for line in text.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields.as_slice() {
                ["v", address, name] => {
                    saved.name(name, address);
                }
                ["s", doc, passage, text] if !saved.has_star(doc, passage) => {
                    saved.toggle(doc, passage, text);
                }
                _ => {}
            }
        }
        saved
    }
}

/// The address as the page writes it, if it is one; another site's, or with parameters that mean nothing, is none.
fn address(text: &str) -> Option<String> {
    let (search, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (view, notices) = parse(search, fragment);
    let is_one = text.is_empty() || text.starts_with('?');
    (is_one && notices.is_empty()).then(|| print(&view))
}

/// A text in one line, without blanks around it, and not too long.
fn line(text: &str) -> String {
    let plain = text.split(|c: char| c.is_whitespace() || c.is_control());
    let plain: Vec<&str> = plain.filter(|word| !word.is_empty()).collect();
    plain.join(" ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn saved() -> Saved {
        let mut saved = Saved::default();
        assert!(saved.name("  Điện\thạt nhân\n", "?q=hat+nhan"));
        saved.toggle("003", "p-3fa2", "Hai bên nhất trí");
        saved
    }

    #[test]
    fn what_was_kept_is_read_again_and_damaged_lines_cost_themselves_alone() {
        let text = saved().print();
        assert_eq!(
            text,
            "v\t?q=hat+nhan\tĐiện hạt nhân\ns\t003\tp-3fa2\tHai bên nhất trí\n"
        );
        assert_eq!(Saved::parse(&text), saved());
        assert_eq!(Saved::parse(&format!("x\nv\t?q\n{text}s\t\t\n\u{0}")), saved());
    }

    #[test]
    fn a_star_is_given_and_taken() {
        let mut saved = saved();
        assert!(saved.has_star("003", "p-3fa2") && !saved.has_star("001", "p-3fa2"));
        saved.toggle("003", "p-3fa2", "");
        assert!(saved.stars.is_empty());
    }

    #[test]
    fn a_view_has_a_name_that_can_be_changed() {
        let mut saved = saved();
        assert!(!saved.name(" \n", "?q=a") && !saved.name("Điện hạt nhân", "?q=hat+nhan"));
        saved.rename(0, "Hạt nhân");
        saved.rename(0, " ");
        saved.rename(7, "x");
        assert_eq!(saved.views[0].name, "Hạt nhân");
    }

    #[test]
    fn merging_overwrites_nothing() {
        let mut own = saved();
        let mut other = saved();
        other.name("Điện hạt nhân", "?q=dien+hat+nhan");
        other.toggle("001", "p-1", "x");
        assert_eq!(own.merge(&other), 2);
        assert_eq!(own.merge(&other), 0);
        assert_eq!((own.views.len(), own.stars.len()), (2, 2));
        assert_eq!(own.views[0].address, "?q=hat+nhan");
    }

    #[test]
    fn only_addresses_of_the_page_are_kept() {
        assert_eq!(
            address("?q=a&doc=003#p-3fa2").as_deref(),
            Some("?q=a&doc=003#p-3fa2")
        );
        assert_eq!(address("").as_deref(), Some(""));
        for other in [
            "https://example.org/",
            "javascript:alert(1)",
            "?colour=red",
            "?q=a#p-3fa2",
        ] {
            assert_eq!(address(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_kept_text_is_read(text: String, names: Vec<(String, String)>) {
            Saved::parse(&text);
            let mut saved = Saved::default();
            for (name, address) in names {
                saved.name(&name, &address);
                saved.toggle(&name, &address, &name);
            }
            let known = |star: &Star| !star.doc.is_empty();
            saved.stars.retain(known);
            prop_assert_eq!(Saved::parse(&saved.print()).print(), saved.print());
        }
    }
}
