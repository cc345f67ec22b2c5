//! `tantivy-index ARTICLES.jsonl OUT`: builds the packed index of a corpus and prints the seconds it took.

#[cfg(not(target_arch = "wasm32"))]
mod build {
    use serde::Deserialize;
    use std::{error::Error, fs, time::Instant};
    use tantivy::{
        Index, IndexSettings, IndexWriter, TantivyDocument,
        directory::{Directory, RamDirectory},
    };
    use tantivy_peer::{packed::pack, register, schema};

    /// Memory of the writer in bytes: enough for one segment out of ten thousand articles.
    const BUDGET: usize = 800_000_000;

    #[derive(Deserialize)]
    struct Article {
        #[serde(default)]
        title: String,
        text: String,
    }

    pub(super) fn run(corpus: &str, out: &str) -> Result<(), Box<dyn Error>> {
        let corpus = fs::read_to_string(corpus)?;
        let articles: Vec<Article> = corpus
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        let start = Instant::now();
        let folder = RamDirectory::create();
        let schema = schema();
        let (text, number) = (schema.get_field("text")?, schema.get_field("article")?);
        let index = Index::create(folder.clone(), schema, IndexSettings::default())?;
        register(&index);
        let mut writer: IndexWriter = index.writer_with_num_threads(1, BUDGET)?;
        for (at, article) in articles.iter().enumerate() {
            let mut document = TantivyDocument::default();
            // Two values of one field: no phrase reaches from the title into the text.
            document.add_text(text, &article.title);
            document.add_text(text, &article.text);
            document.add_u64(number, at as u64);
            writer.add_document(document)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.garbage_collect_files().wait()?;
        writer.wait_merging_threads()?;

        let mut files = Vec::new();
        for path in index.directory().list_managed_files() {
            // Files that are written atomically, such as meta.json, are read in the same way.
            if folder.exists(&path)? {
                files.push((path.display().to_string(), folder.atomic_read(&path)?));
            }
        }
        files.sort();
        let files = files
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_slice()));
        fs::write(out, pack(files)?)?;
        println!("{}", start.elapsed().as_secs_f64());
        Ok(())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [corpus, out] = args.as_slice() else {
        eprintln!("usage: tantivy-index ARTICLES.jsonl OUT");
        return std::process::ExitCode::FAILURE;
    };
    if let Err(error) = build::run(corpus, out) {
        eprintln!("error: {error}");
        return std::process::ExitCode::FAILURE;
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(target_arch = "wasm32")]
fn main() {}
