//! Makes an index of a folder of `.txt` files: `index.bin` with its parts beside it, and all of it in `packed.bin`.
//!
//! `cargo run --package songphuong-web --example index -- seeds target/index`
//!
//! A third argument says how many times each article is taken: of many articles there are packs.

use search::{Builder, Document, Facet, Preparer};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let (texts, out, times) = match args.as_slice() {
        [texts, out] => (texts, out, 1),
        [texts, out, times] => (texts, out, times.parse()?),
        _ => return Err("expected two folders: one with .txt files, one for the index".into()),
    };
    let mut files: Vec<_> = fs::read_dir(texts)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for (round, path) in (0..times).flat_map(|round| files.iter().map(move |path| (round, path))) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let article = corpus::read(&name, &fs::read(path)?);
        let id = if round == 0 {
            article.id.clone()
        } else {
            format!("{}-{round}", article.id)
        };
        builder.add(preparer.prepare(&Document {
            id: &id,
            text: &article.text,
            zones: &article.zones,
            title: None,
            date: article.date().map(|date| (date.from, date.to)),
            payload: &[],
            facets: vec![(Facet::Lang, article.language.code().to_owned())],
        }));
    }
    let (index, out) = (builder.finish(), Path::new(out));
    fs::create_dir_all(out)?;
    fs::write(out.join("index.bin"), &index.root)?;
    fs::write(out.join("packed.bin"), index.packed())?;
    for (name, bytes) in index.files(0)? {
        fs::write(out.join(name), bytes)?;
    }
    Ok(())
}
