//! The corpus as the reader corrects it: made by the analyst, answered from by the worker.

use super::Store;
use crate::client::{Analyse, Material, Told};
use crate::parts::load_analyst;
use crate::state::Action;
use engine::Overrides;
use std::rc::Rc;
use yew::platform::spawn_local;

impl Store {
    /// Has a corpus made that is corrected so. What was being made is ended: another one is wanted now.
    pub(super) fn correct(self: &Rc<Self>, corrections: Rc<Overrides>) {
        self.correcting.take();
        if corrections.corrections.is_empty() {
            return self.reopen(None, Vec::new());
        }
        let store = Rc::downgrade(self);
        spawn_local(async move {
            let analyse = load_analyst().await;
            // They may have been corrected again meanwhile.
            let wanted = |store: &Rc<Self>| Rc::ptr_eq(&store.state().corrections, &corrections);
            let Some(store) = store.upgrade().filter(wanted) else {
                return;
            };
            let Ok(analyse) = analyse else {
                let why = "the part of the program that analyses could not be loaded".to_owned();
                return store.dispatch(&Action::Corrected(Err(why)));
            };
            let material = Material {
                corpus: Some(store.corpus.to_vec()),
                corrections: (*corrections).clone(),
                ..Material::default()
            };
            store.analyse(material, analyse);
        });
    }

    fn analyse(self: &Rc<Self>, material: Material, analyse: Analyse) {
        let heard = self.later(|store, told| match told {
            Told::Progress { done, of, .. } => store.dispatch(&Action::Correcting(done, of)),
            Told::Done { corpus, warnings } => store.reopen(Some(corpus), warnings),
            Told::Failed(why) => store.dispatch(&Action::Corrected(Err(why))),
        });
        let task = analyse(material, Rc::new(move |told| heard.emit(told)));
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
