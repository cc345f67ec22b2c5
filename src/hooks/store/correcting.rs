//! The corpus as the reader corrects it: made by the analyst, answered from by the worker.

use super::Store;
use crate::client::{Analyst as _, Material, Told, WebAnalyst};
use crate::state::Action;
use engine::Overrides;
use std::rc::Rc;

impl Store {
    /// Has a corpus made that is corrected so. What was being made is ended: another one is wanted now.
    pub(super) fn correct(self: &Rc<Self>, corrections: &Overrides) {
        self.correcting.take();
        if corrections.corrections.is_empty() {
            return self.reopen(None, Vec::new());
        }
        let material = Material {
            corpus: Some(self.corpus.to_vec()),
            corrections: corrections.clone(),
            ..Material::default()
        };
        let heard = self.later(|store, told| match told {
            Told::Progress { done, of, .. } => store.dispatch(&Action::Correcting(done, of)),
            Told::Done { corpus, warnings } => store.reopen(Some(corpus), warnings),
            Told::Failed(why) => store.dispatch(&Action::Corrected(Err(why))),
        });
        let task = WebAnalyst::default().analyse(material, Rc::new(move |told| heard.emit(told)));
        self.correcting.replace(Some(task));
    }

    fn reopen(self: &Rc<Self>, corpus: Option<Vec<u8>>, remarks: Vec<String>) {
        let client = self.client.borrow().clone();
        if let Some(client) = client {
            client.reopen(corpus);
        }
        self.dispatch(&Action::Corrected(Ok(remarks)));
    }
}
