//! Words as numbers.

use super::lexis::is_listed;
use std::collections::BTreeMap;

/// The words of an answer, numbered as they come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    ids: BTreeMap<String, u32>,
    /// Syllables as they are written, so that each is brought to its form once.
    written: BTreeMap<String, u32>,
    forms: Vec<String>,
    listed: Vec<bool>,
    /// Only words of several syllables are wanted.
    several: bool,
}

impl Vocabulary {
    /// An empty one; whether only words of several syllables are wanted.
    pub(crate) fn new(several: bool) -> Self {
        Self {
            several,
            ..Self::default()
        }
    }

    /// The number of a form of one syllable, or of a number.
    pub(crate) fn id(&mut self, form: &str) -> u32 {
        self.numbered(form, is_listed)
    }

    /// The number of a syllable as it is written.
    pub(crate) fn id_of_written(&mut self, written: &str) -> u32 {
        if let Some(id) = self.written.get(written) {
            return *id;
        }
        let id = self.id(&viet::normalise(written));
        self.written.insert(written.to_owned(), id);
        id
    }

    /// The number of a form of several syllables with a space between.
    pub(crate) fn compound(&mut self, form: &str) -> u32 {
        self.numbered(form, |_| true)
    }

    fn numbered(&mut self, form: &str, is_listed: impl FnOnce(&str) -> bool) -> u32 {
        if let Some(id) = self.ids.get(form) {
            return *id;
        }
        let id = self.forms.len() as u32;
        self.ids.insert(form.to_owned(), id);
        self.forms.push(form.to_owned());
        self.listed.push(is_listed(form));
        id
    }

    /// The form with a number.
    pub(crate) fn form(&self, id: u32) -> &str {
        self.forms.get(id as usize).map_or("", String::as_str)
    }

    /// Whether a word is listed.
    pub(crate) fn is_listed(&self, id: u32) -> bool {
        self.listed.get(id as usize).copied().unwrap_or(false)
    }

    /// The words that are listed and wanted.
    pub(crate) fn listed(&self) -> impl Iterator<Item = u32> {
        let wanted = |id: &u32| !self.several || self.form(*id).contains(' ');
        (0..self.forms.len() as u32).filter(move |id| self.is_listed(*id) && wanted(id))
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.forms.len()
    }
}
