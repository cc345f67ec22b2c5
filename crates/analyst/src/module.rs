//! What the script calls.

use crate::Steps;
use engine::{Compiled, Overrides, Progress, SourceFile, StoreError, corrections};
use js_sys::{Error, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is to be analysed.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Analyst {
    corpus: Option<Vec<u8>>,
    files: Vec<SourceFile>,
    corrections: Overrides,
}

#[wasm_bindgen]
impl Analyst {
    /// Begins with the articles of a corpus file in one piece, or with none.
    #[wasm_bindgen(constructor)]
    pub fn new(corpus: Option<Vec<u8>>) -> Self {
        // A panic would end in a trap that says nothing.
        #[cfg(target_arch = "wasm32")]
        std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
        Self {
            corpus,
            files: Vec::new(),
            corrections: Overrides::default(),
        }
    }

    /// Adds a file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push(SourceFile { name, bytes });
    }

    /// Corrects what is recognised, behind the corrections that the corpus was made with: the bytes of
    /// [`engine::corrections::write`].
    ///
    /// # Errors
    /// That they are something else, perhaps of another version of the page.
    pub fn correct(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.corrections =
            corrections::read(bytes).ok_or_else(|| Error::new("the corrections cannot be read"))?;
        Ok(())
    }

    /// Analyses everything. `tell` is called with a stage's name, the articles done, and of how many.
    ///
    /// # Errors
    /// What is wrong with the corpus.
    pub fn analyse(self, tell: &Function) -> Result<Analysed, Error> {
        let compiled = self.compile(&mut |Progress { stage, done, of }| {
            // Nothing depends on whether anybody listens.
            let _ = tell.call3(&JsValue::NULL, &stage.name().into(), &done.into(), &of.into());
        });
        compiled
            .map(Analysed)
            .map_err(|error| Error::new(&error.to_string()))
    }
}

impl Analyst {
    fn compile(self, tell: &mut dyn FnMut(Progress)) -> Result<Compiled, StoreError> {
        let mut steps = Steps::default();
        engine::again(
            self.corpus.as_deref(),
            self.files,
            self.corrections,
            &mut |progress| {
                if steps.is_news(progress) {
                    tell(progress);
                }
            },
        )
    }
}

/// A corpus, analysed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Analysed(Compiled);

#[wasm_bindgen]
impl Analysed {
    /// One message a file that was left out or read with difficulty, naming the file.
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> Vec<String> {
        self.0.warnings.clone()
    }

    /// The corpus file.
    #[wasm_bindgen(js_name = intoBytes)]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Size;
    use engine::corrections::{Change, Correction, Surface};

    fn files() -> Vec<SourceFile> {
        let file = |name: &str, text: &str| SourceFile {
            name: name.into(),
            bytes: text.into(),
        };
        vec![
            file("a.txt", "Hai bên bàn về điện hạt nhân."),
            file("b.txt", "Ông Putin thăm Hà Nội."),
        ]
    }

    fn analysed(corpus: Option<Vec<u8>>, files: Vec<SourceFile>) -> Result<Compiled, StoreError> {
        let mut analyst = Analyst::new(corpus);
        for SourceFile { name, bytes } in files {
            analyst.add(name, bytes);
        }
        analyst.compile(&mut |_| {})
    }

    #[test]
    fn files_alone_and_files_beside_a_corpus_come_to_what_the_build_makes() {
        let all = engine::compile(files()).unwrap().bytes;
        assert_eq!(analysed(None, files()).unwrap().bytes, all);
        let [first, second] = files().try_into().unwrap();
        let corpus = engine::compile(vec![first]).unwrap().bytes;
        assert_eq!(analysed(Some(corpus), vec![second]).unwrap().bytes, all);
    }

    #[test]
    fn corrections_come_to_what_the_build_makes_with_them_in_its_file() {
        let of = Surface {
            surface: "Hà Nội".into(),
            article: Some("b".into()),
        };
        let change = Change::RetypeSurface { of, kind: None };
        let why = "test".into();
        let overrides = Overrides {
            corrections: vec![Correction { change, why }],
        };
        let mut analyst = Analyst::new(Some(engine::compile(files()).unwrap().bytes));
        analyst.correct(&corrections::write(&overrides)).unwrap();
        let built = engine::compile_corrected(files(), Size::ANY, overrides).unwrap();
        assert!(!built.warnings.iter().any(|warning| warning.contains("nothing")));
        assert_eq!(analyst.compile(&mut |_| {}).unwrap().bytes, built.bytes);
    }

    #[test]
    fn a_corpus_that_is_none_is_refused() {
        assert!(analysed(Some(vec![1, 2, 3]), files()).is_err());
    }
}
