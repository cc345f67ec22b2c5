//! The analysis of a corpus and files: a program of its own, in a worker that is started for it and ended after it.
//!
//! The two programs may be of different builds where a browser keeps an old one, so what they exchange are plain
//! values (see `crates/analyst/js/worker.js`), and of the analyst's address a part is the name of this program.

use crate::browser::{WorkerHandle, WorkerNews, program_name, resolve};
use crate::wire::bytes_of;
use engine::{Compiled, Overrides, SourceFile, corrections};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast as _, JsValue};

/// The script that an analyst begins with, beside the page.
const SCRIPT: &str = "analyst/worker.js";

/// What is analysed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material {
    /// A corpus file in one piece, whose articles are analysed again; perhaps none.
    pub corpus: Option<Vec<u8>>,
    /// Further files.
    pub files: Vec<SourceFile>,
    /// What is corrected of what is recognised in all of them.
    pub corrections: Overrides,
}

/// What is heard of an analysis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// How far it is.
    Progress {
        /// What is being done (see [`engine::Stage::name`]).
        stage: String,
        /// Number of articles that are done.
        done: u32,
        /// Of how many.
        of: u32,
    },
    /// The end: a new corpus, in one piece.
    Done {
        /// The corpus file.
        corpus: Vec<u8>,
        /// What is to be said of files, in English.
        warnings: Vec<String>,
    },
    /// The end: there will be no corpus. Why, in English.
    Failed(String),
}

/// What is done with what is heard.
pub type Listening = Rc<dyn Fn(Told)>;

/// Somebody who analyses.
pub trait Analyst {
    /// Begins an analysis; `then` is called with its progress and once, last, with its end, never before this returns.
    fn analyse(&self, material: Material, then: Listening) -> Task;
}

/// An analysis; dropping it ends it, and nothing more is heard.
#[must_use]
pub struct Task {
    _worker: Rc<RefCell<Option<WorkerHandle>>>,
}

/// Begins an analysis in a worker of its own.
pub type Analyse = fn(Material, Listening) -> Task;

/// [`WebAnalyst`] with the page's script.
pub(crate) fn analyse(material: Material, then: Listening) -> Task {
    WebAnalyst::default().analyse(material, then)
}

/// Analyses in a worker.
#[derive(Clone, Debug)]
pub struct WebAnalyst {
    script: String,
}

impl Default for WebAnalyst {
    fn default() -> Self {
        Self::with_script(&resolve(&format!("{SCRIPT}?{}", program_name())))
    }
}

impl WebAnalyst {
    /// One whose workers begin with the script at this address.
    pub fn with_script(script: &str) -> Self {
        let script = script.to_owned();
        Self { script }
    }
}

impl Analyst for WebAnalyst {
    fn analyse(&self, material: Material, then: Listening) -> Task {
        let worker = Rc::new(RefCell::new(None));
        let weak: Weak<RefCell<Option<WorkerHandle>>> = Rc::downgrade(&worker);
        let heard = Rc::clone(&then);
        let started = WorkerHandle::start_other(&self.script, move |news| {
            let told = match news {
                WorkerNews::Message(message) => hear(&message),
                WorkerNews::Broken(why) => Told::Failed(why),
            };
            if !matches!(told, Told::Progress { .. }) {
                // Its memory is given back at once, whatever becomes of the task.
                drop(weak.upgrade().and_then(|worker| worker.take()));
            }
            heard(told);
        });
        let (message, owned) = message(material);
        let failed = match started {
            Ok(handle) if handle.send(&message, &owned) => {
                worker.replace(Some(handle));
                None
            }
            Ok(_) => Some("the articles could not be sent to the analyst".to_owned()),
            Err(why) => Some(why),
        };
        if let Some(why) = failed {
            let weak = Rc::downgrade(&worker);
            wasm_bindgen_futures::spawn_local(async move {
                if weak.upgrade().is_some() {
                    then(Told::Failed(why));
                }
            });
        }
        Task { _worker: worker }
    }
}

/// The message, and the buffers of it that change hands.
fn message(material: Material) -> (Object, Array) {
    let owned = Array::new();
    let buffer = |bytes: Vec<u8>| {
        let buffer: ArrayBuffer = Uint8Array::from(bytes.as_slice()).buffer();
        owned.push(&buffer);
        JsValue::from(buffer)
    };
    let message = Object::new();
    let corpus = material.corpus.map_or(JsValue::UNDEFINED, buffer);
    let corrections = buffer(corrections::write(&material.corrections));
    let files: Array = material
        .files
        .into_iter()
        .map(|file| Array::of2(&file.name.into(), &buffer(file.bytes)))
        .collect();
    for (name, value) in [
        ("corpus", &corpus),
        ("files", &files),
        ("corrections", &corrections),
    ] {
        // Setting fails on frozen objects alone.
        _ = Reflect::set(&message, &name.into(), value);
    }
    (message, owned)
}

/// What a message of an analyst means.
fn hear(message: &JsValue) -> Told {
    let part = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    if let Some(corpus) = bytes_of(&part("corpus")) {
        let warnings = Array::from(&part("warnings"));
        let warnings = warnings.iter().filter_map(|warning| warning.as_string());
        return Told::Done {
            corpus,
            warnings: warnings.collect(),
        };
    }
    if let Ok(progress) = part("progress").dyn_into::<Array>() {
        #[allow(clippy::cast_sign_loss)] // They were `u32` when they were sent.
        let number = |at| progress.get(at).as_f64().unwrap_or_default() as u32;
        return Told::Progress {
            stage: progress.get(0).as_string().unwrap_or_default(),
            done: number(1),
            of: number(2),
        };
    }
    let failed = part("failed").as_string();
    Told::Failed(failed.unwrap_or_else(|| "the analyst said what means nothing here".to_owned()))
}

/// Analyses in this program, whenever [`LocalAnalyst::settle`] is called.
#[derive(Default)]
pub struct LocalAnalyst {
    waiting: RefCell<Vec<Waiting>>,
}

struct Waiting {
    task: Weak<RefCell<Option<WorkerHandle>>>,
    material: Material,
    then: Listening,
}

impl LocalAnalyst {
    /// Analyses all that waits and was not ended.
    pub fn settle(&self) {
        for Waiting { task, material, then } in self.waiting.take() {
            if task.strong_count() > 0 {
                then(end(material, &|told| then(told)));
            }
        }
    }
}

impl Analyst for LocalAnalyst {
    fn analyse(&self, material: Material, then: Listening) -> Task {
        let worker = Rc::default();
        let task = Rc::downgrade(&worker);
        self.waiting.borrow_mut().push(Waiting { task, material, then });
        Task { _worker: worker }
    }
}

fn end(material: Material, tell: &dyn Fn(Told)) -> Told {
    let compiled = engine::again(
        material.corpus.as_deref(),
        material.files,
        material.corrections,
        &mut |progress| {
            tell(Told::Progress {
                stage: progress.stage.name().to_owned(),
                done: progress.done,
                of: progress.of,
            });
        },
    );
    match compiled {
        Ok(Compiled { bytes, warnings, .. }) => Told::Done {
            corpus: bytes,
            warnings,
        },
        Err(error) => Told::Failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> SourceFile {
        SourceFile {
            name: name.into(),
            bytes: text.into(),
        }
    }

    fn begin(analyst: &LocalAnalyst, material: Material) -> (Task, Rc<RefCell<Vec<Told>>>) {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let log = Rc::clone(&heard);
        let task = analyst.analyse(material, Rc::new(move |told| log.borrow_mut().push(told)));
        (task, heard)
    }

    #[test]
    fn a_corpus_and_a_file_come_to_what_the_build_makes_of_both() {
        let (a, b) = (
            file("a.txt", "Hai bên hội đàm."),
            file("b.txt", "Ông Putin thăm Hà Nội."),
        );
        let material = Material {
            corpus: Some(engine::compile(vec![a.clone()]).unwrap().bytes),
            files: vec![b.clone(), file("c.md", "x")],
            ..Material::default()
        };
        let analyst = LocalAnalyst::default();
        let (_task, heard) = begin(&analyst, material);
        assert!(heard.borrow().is_empty());
        analyst.settle();
        let heard = heard.take();
        let Some(Told::Done { corpus, warnings }) = heard.last() else {
            panic!("{heard:?}");
        };
        assert_eq!(
            corpus,
            &engine::compile(vec![a, b, file("c.md", "x")]).unwrap().bytes
        );
        assert!(warnings.iter().any(|warning| warning.contains("c.md")));
        assert!(heard.len() > 3 && matches!(&heard[0], Told::Progress { stage, .. } if stage == "reading"));
    }

    #[test]
    fn what_is_no_corpus_fails_with_a_reason() {
        let analyst = LocalAnalyst::default();
        let material = Material {
            corpus: Some(vec![1]),
            ..Material::default()
        };
        let (_task, heard) = begin(&analyst, material);
        analyst.settle();
        assert!(matches!(heard.borrow().last(), Some(Told::Failed(why)) if why.contains("corpus")));
    }

    #[test]
    fn of_an_analysis_that_was_ended_nothing_is_heard() {
        let analyst = LocalAnalyst::default();
        let (task, heard) = begin(&analyst, Material::default());
        drop(task);
        analyst.settle();
        assert!(heard.borrow().is_empty());
    }
}
