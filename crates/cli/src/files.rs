//! Reading articles and folders from disk.

use corpus::Article;
use engine::{Overrides, SourceFile, compile};
use entities::Analysis;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Reads one article, with its curator's corrections where there are any.
pub(crate) fn article(path: &Path) -> Result<Article, String> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = read(path)?;
    corpus::check_size(&name, bytes.len() as u64).map_err(|error| error.to_string())?;
    let beside = path.with_extension("toml");
    let curation = if beside != path && beside.is_file() {
        Some(read(&beside)?)
    } else {
        None
    };
    let curation = curation.as_deref().map(String::from_utf8_lossy);
    let article = corpus::read_curated(&name, &bytes, curation.as_deref());
    for diagnostic in &article.diagnostics {
        eprintln!(
            "songphuong: {}",
            engine::remark(&path.to_string_lossy(), diagnostic)
        );
    }
    Ok(article)
}

/// Corrections over all articles.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Corrections {
    /// A curator's corrections over all articles: merges, splits, renames and retypes of what is found, as TOML; what
    /// cannot be used, or hits nothing, is said on standard error.
    #[arg(long, value_name = "FILE.toml")]
    overrides: Option<PathBuf>,
}

impl Corrections {
    /// Whether there are any.
    pub(crate) fn are_given(&self) -> bool {
        self.overrides.is_some()
    }

    /// Reads them.
    pub(crate) fn read(&self) -> Result<Overrides, String> {
        let Some(path) = &self.overrides else {
            return Ok(Overrides::default());
        };
        let (overrides, remarks) = engine::read_overrides(&path.to_string_lossy(), &read(path)?);
        for remark in remarks {
            eprintln!("songphuong: {remark}");
        }
        Ok(overrides)
    }

    /// Analyses articles as one corpus, and corrects that.
    pub(crate) fn analyse(&self, articles: &[Article]) -> Result<Analysis, String> {
        let overrides = self.read()?;
        let (analysis, unused) = entities::analyse_with(articles, &overrides, &mut |_| {});
        for correction in unused {
            eprintln!("songphuong: {}", engine::unused_remark(correction));
        }
        Ok(analysis)
    }
}

/// Compiles the articles of a folder into a corpus; what was left out is said on standard error.
pub(crate) fn folder(path: &Path) -> Result<Vec<u8>, String> {
    let compiled = compile(sources(path)?).map_err(|error| error.to_string())?;
    for warning in &compiled.warnings {
        eprintln!("songphuong: {warning}");
    }
    Ok(compiled.bytes)
}

/// Reads the files of a folder; folders in it are named on standard error.
pub(crate) fn sources(path: &Path) -> Result<Vec<SourceFile>, String> {
    let entries = std::fs::read_dir(path)
        .map_err(|error| format!("cannot read the folder {}: {error}", path.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry
            .map_err(|error| format!("cannot read the folder {}: {error}", path.display()))?
            .path();
        if path.is_file() {
            let name = path
                .file_name()
                .unwrap_or(OsStr::new(""))
                .to_string_lossy()
                .into_owned();
            files.push(SourceFile {
                name,
                bytes: read(&path)?,
            });
        } else {
            eprintln!("songphuong: {} was left out: it is not a file", path.display());
        }
    }
    Ok(files)
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
