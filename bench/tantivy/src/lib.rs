//! tantivy as a peer of the benchmark: an index packed into one file, opened from memory, asked for ten hits and a total.
//!
//! The browser has no folder to open, so the builder packs tantivy's files one after the other and [`packed::Packed`]
//! serves them from the bytes as they are, without a second copy.

pub mod packed;
pub mod words;

use packed::Packed;
use tantivy::{
    DocId, Index, IndexReader, ReloadPolicy, SegmentReader, TantivyError, Term,
    collector::{Count, TopDocs},
    columnar::Column,
    query::{BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RegexQuery, TermQuery},
    schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::TextAnalyzer,
};
use words::AccentFree;

/// What the words of the text are cut and folded by, as the schema calls it.
const ANALYSER: &str = "accent-free";

/// An index that answers.
pub struct Searcher {
    reader: IndexReader,
    text: Field,
}

/// One field of words with their positions, and the number of the article as a column.
pub fn schema() -> Schema {
    let words = TextFieldIndexing::default()
        .set_tokenizer(ANALYSER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let mut schema = Schema::builder();
    schema.add_text_field("text", TextOptions::default().set_indexing_options(words));
    schema.add_u64_field("article", FAST);
    schema.build()
}

/// Tells an index how its words are made, which its files do not say.
pub fn register(index: &Index) {
    let analyser = TextAnalyzer::builder(AccentFree::default()).build();
    index.tokenizers().register(ANALYSER, analyser);
}

impl Searcher {
    /// Opens what the builder packed.
    ///
    /// # Errors
    /// For bytes that are no packed index.
    pub fn open(bytes: Vec<u8>) -> tantivy::Result<Self> {
        let index = Index::open(Packed::open(bytes)?)?;
        register(&index);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let text = index.schema().get_field("text")?;
        Ok(Self { reader, text })
    }

    /// The total, then the numbers of the best articles, best first.
    ///
    /// All words are wanted; `kind` says how: `phrase` one after the other, `prefix` the last one unfinished, `typo`
    /// each with at most one edit.
    ///
    /// # Errors
    /// Where tantivy fails.
    pub fn search(&self, query: &str, kind: &str, limit: usize) -> tantivy::Result<Vec<u32>> {
        let query = self.query(query, kind)?;
        let searcher = self.reader.searcher();
        let best = TopDocs::with_limit(limit).order_by_score();
        let (best, total) = searcher.search(query.as_ref(), &(best, Count))?;
        let mut answer = vec![narrow(total as u64)?];
        for (_, address) in best {
            let segment = searcher.segment_reader(address.segment_ord);
            answer.push(narrow(article(segment, address.doc_id)?)?);
        }
        Ok(answer)
    }

    fn query(&self, query: &str, kind: &str) -> tantivy::Result<Box<dyn Query>> {
        let words = words::accent_free(query);
        let term = |word: &str| Term::from_field_text(self.text, word);
        if kind == "phrase" && words.len() > 1 {
            let terms = words.iter().map(|word| term(word)).collect();
            return Ok(Box::new(PhraseQuery::new(terms)));
        }
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let part: Box<dyn Query> = if kind == "typo" {
                Box::new(FuzzyTermQuery::new(term(word), 1, true))
            } else if kind == "prefix" && at + 1 == words.len() {
                // Words are letters and digits only, which a pattern takes as they are.
                Box::new(RegexQuery::from_pattern(&format!("{word}.*"), self.text)?)
            } else {
                Box::new(TermQuery::new(term(word), IndexRecordOption::WithFreqs))
            };
            parts.push((Occur::Must, part));
        }
        Ok(Box::new(BooleanQuery::new(parts)))
    }
}

/// The number of an article, read from its column.
fn article(segment: &SegmentReader, doc: DocId) -> tantivy::Result<u64> {
    let numbers: Column<u64> = segment.fast_fields().u64("article")?;
    numbers
        .first(doc)
        .ok_or_else(|| TantivyError::InternalError(format!("document {doc} has no number")))
}

fn narrow(number: u64) -> tantivy::Result<u32> {
    u32::try_from(number).map_err(|_| TantivyError::InternalError(format!("{number} is no 32-bit number")))
}

#[cfg(target_arch = "wasm32")]
mod web {
    //! What the page calls.

    use wasm_bindgen::prelude::*;

    /// An open index.
    #[wasm_bindgen]
    pub struct Peer(super::Searcher);

    #[wasm_bindgen]
    impl Peer {
        /// Opens the packed index.
        #[wasm_bindgen(constructor)]
        pub fn new(bytes: Vec<u8>) -> Result<Peer, JsError> {
            Ok(Self(super::Searcher::open(bytes)?))
        }

        /// The total, then the best ten.
        pub fn search(&self, query: &str, kind: &str) -> Result<Vec<u32>, JsError> {
            Ok(self.0.search(query, kind, 10)?)
        }
    }
}
