//! Corrections as the file a curator would write.

use super::{Change, Names, Overrides, Surface, kind_name};
use std::fmt::Write;

impl Overrides {
    /// The TOML that reads as these corrections (see [the module](super)).
    ///
    /// ```
    /// use entities::overrides::{Change, Correction, Overrides};
    /// let change = Change::Merge { from: "org:ttx".into(), into: "org:ttxvn".into() };
    /// let why = "the same agency".into();
    /// let toml = Overrides { corrections: vec![Correction { change, why }] }.to_toml();
    /// assert_eq!(toml, "[[merge]]\nfrom = \"org:ttx\"\ninto = \"org:ttxvn\"\nwhy = \"the same agency\"\n");
    /// ```
    pub fn to_toml(&self) -> String {
        let tables: Vec<String> = self
            .corrections
            .iter()
            .map(|correction| {
                let mut table = Table::default();
                table.change(&correction.change);
                table.key("why", &correction.why);
                table.0
            })
            .collect();
        tables.join("\n")
    }
}

#[derive(Default)]
struct Table(String);

impl Table {
    fn change(&mut self, change: &Change) {
        match change {
            Change::Merge { from, into } => {
                self.head("merge");
                self.key("from", from);
                self.key("into", into);
            }
            Change::Split {
                of,
                from,
                into,
                names,
            } => {
                self.head("split");
                self.surface(of);
                self.key("from", from);
                self.key("into", into);
                self.names(names);
            }
            Change::Rename { id, names } => {
                self.head("rename");
                self.key("id", id);
                self.names(names);
            }
            Change::RetypeEntity { id, kind } => {
                self.head("retype");
                self.key("id", id);
                self.key("kind", &kind_name(*kind));
            }
            Change::RetypeSurface { of, kind } => {
                self.head("retype");
                self.surface(of);
                self.key("kind", &kind_name(*kind));
            }
        }
    }

    fn head(&mut self, name: &str) {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(self.0, "[[{name}]]");
    }

    fn surface(&mut self, of: &Surface) {
        self.key("surface", &of.surface);
        if let Some(article) = &of.article {
            self.key("article", article);
        }
    }

    fn names(&mut self, names: &Names) {
        for (language, name) in names {
            self.key(language, name);
        }
    }

    fn key(&mut self, key: &str, value: &str) {
        let _ = write!(self.0, "{key} = \"");
        for c in value.chars() {
            let _ = match c {
                '"' | '\\' => write!(self.0, "\\{c}"),
                '\n' => write!(self.0, "\\n"),
                c if c.is_control() => write!(self.0, "\\u{:04X}", u32::from(c)),
                c => write!(self.0, "{c}"),
            };
        }
        self.0.push_str("\"\n");
    }
}
