//! What the other commands need: found where it is, else installed, else named with the command to run.
//!
//! Nothing the user has installed is touched: tools of a fitting version on `PATH` are used as they are, others go
//! into folders of the cache that carry their version, where every clone on this machine finds them.

mod browser;
mod cargo_tools;
mod node;
mod wasm_opt;
mod wasm_std;

use crate::{Result, output::note, paths, run};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
    time::Instant,
};

/// The tools found so far and how commands reach them.
pub(crate) struct Toolbox {
    /// Folders to put in front of `PATH`.
    folders: Vec<PathBuf>,
    /// Variables for `cargo` and `trunk` where they build for wasm.
    variables: Vec<(&'static str, OsString)>,
    /// Where the cache keeps tools.
    cache: PathBuf,
    /// What is used, for people: name and where it comes from.
    used: Vec<(String, String)>,
    /// Chromium or Chrome, once [`Toolbox::browser`] was called.
    pub(crate) chrome: PathBuf,
    /// Its driver, once [`Toolbox::driver`] was called.
    pub(crate) chromedriver: PathBuf,
}

impl Toolbox {
    /// An empty toolbox.
    ///
    /// # Errors
    /// Where there is no cache folder.
    pub(crate) fn new() -> Result<Self> {
        Ok(Self {
            folders: Vec::new(),
            variables: Vec::new(),
            cache: paths::cache()?.join("tools"),
            used: Vec::new(),
            chrome: PathBuf::new(),
            chromedriver: PathBuf::new(),
        })
    }

    /// What building the page needs.
    ///
    /// # Errors
    /// Where something is missing and cannot be installed.
    pub(crate) fn page(&mut self) -> Result<()> {
        wasm_std::find_or_install(self)?;
        cargo_tools::trunk(self)?;
        cargo_tools::wasm_bindgen(self)?;
        cargo_tools::wasm_split(self)?;
        wasm_opt::find_or_install(self)
    }

    /// What building another crate for wasm needs.
    ///
    /// # Errors
    /// Where something is missing and cannot be installed.
    pub(crate) fn wasm(&mut self) -> Result<()> {
        wasm_std::find_or_install(self)?;
        cargo_tools::wasm_bindgen(self)?;
        wasm_opt::find_or_install(self)
    }

    /// What tests inside the browser need.
    ///
    /// # Errors
    /// Where something is missing and cannot be installed.
    pub(crate) fn browser_tests(&mut self) -> Result<()> {
        wasm_std::find_or_install(self)?;
        cargo_tools::wasm_bindgen(self)?;
        self.chrome = browser::chrome(self)?;
        self.chromedriver = browser::chromedriver(self)?;
        Ok(())
    }

    /// What driving the built page needs.
    ///
    /// # Errors
    /// Where something is missing and cannot be installed.
    pub(crate) fn suite(&mut self) -> Result<()> {
        node::find(self)?;
        self.chrome = browser::chrome(self)?;
        node::packages("e2e", "the end-to-end tests")
    }

    /// What measuring search needs.
    ///
    /// # Errors
    /// Where something is missing and cannot be installed.
    pub(crate) fn search_bench(&mut self) -> Result<()> {
        node::find(self)?;
        self.chrome = browser::chrome(self)?;
        node::packages("bench", "the measurements")
    }

    /// Whether a tool was found.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.used.iter().any(|(known, _)| known == name)
    }

    /// A command with the tools on its `PATH`, started in the repository's root.
    pub(crate) fn command(&self, program: &str) -> Command {
        let found = self
            .folders
            .iter()
            .find_map(|folder| run::in_folder(folder, program))
            .or_else(|| run::which(program));
        let mut command = Command::new(found.unwrap_or_else(|| program.into()));
        command.current_dir(paths::root()).env("PATH", self.search_path());
        // Trunk takes only `true` and `false` here, where every other program takes any value.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }

    /// Shell lines that let plain `trunk` work.
    pub(crate) fn exports(&self) -> String {
        let mut variables = self.variables.clone();
        variables.push(("TRUNK_SKIP_VERSION_CHECK", "true".into()));
        if !self.folders.is_empty() {
            variables.push(("PATH", self.search_path()));
        }
        let line = |(name, value): &(&str, OsString)| {
            let value = value.to_string_lossy();
            if cfg!(windows) {
                format!("$env:{name} = '{}'\n", value.replace('\'', "''"))
            } else {
                format!("export {name}='{}'\n", value.replace('\'', "'\\''"))
            }
        };
        variables.iter().map(line).collect()
    }

    fn search_path(&self) -> OsString {
        let before = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        // A folder whose name holds the separator cannot be on a PATH; then the old one has to do.
        env::join_paths(folders.chain(env::split_paths(&before))).unwrap_or(before)
    }

    /// Records that `name` comes from the program at `path`; puts its folder on `PATH` if it is one of the cache's.
    fn take(&mut self, name: &str, path: &Path) {
        if self.has(name) {
            return;
        }
        self.used.push((name.to_owned(), path.display().to_string()));
        if let Some(folder) = path.parent()
            && path.starts_with(&self.cache)
            && !self.folders.iter().any(|known| known == folder)
        {
            self.folders.push(folder.to_owned());
        }
    }

    /// Makes `folder` of the cache by filling another one and renaming it, so that it is there whole or not at all,
    /// also where two set-ups run at once.
    fn make(&self, folder: &str, what: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let whole = self.cache.join(folder);
        let partial = self.cache.join(format!(".{folder}.{}", process::id()));
        note(what);
        let start = Instant::now();
        let made = fs::create_dir_all(&partial)
            .map_err(|error| format!("{} cannot be made: {error}", partial.display()))
            .and_then(|()| fill(&partial));
        let moved = made.map(|()| fs::rename(&partial, &whole));
        // After a rename there is nothing left to remove.
        let _ = fs::remove_dir_all(&partial);
        match moved? {
            Err(error) if !whole.is_dir() => Err(format!("{} cannot be made: {error}", whole.display())),
            _ => {
                note(&format!(
                    "done in {} s: {}",
                    start.elapsed().as_secs(),
                    whole.display()
                ));
                Ok(whole)
            }
        }
    }
}

/// `cargo xtask setup`: all that any command needs, and what is used.
///
/// # Errors
/// What is missing and could not be installed, all of it.
pub(crate) fn everything() -> Result<()> {
    let mut tools = Toolbox::new()?;
    let missing: Vec<String> = [tools.page(), tools.browser_tests(), tools.suite()]
        .into_iter()
        .filter_map(Result::err)
        .collect();
    for (name, origin) in &tools.used {
        println!("{name:<14} {origin}");
    }
    if missing.is_empty() {
        println!("Everything is there: cargo xtask serve, cargo xtask test");
        Ok(())
    } else {
        let mut missing = missing;
        missing.dedup();
        Err(missing.join("\n\nerror: "))
    }
}

/// Installs packages of a Debian-like system, where that is what this is and we may.
fn apt_install(packages: &[&str], time: &str) -> Result<()> {
    let list = packages.join(" ");
    if !run::is_root() || run::which("apt-get").is_none() {
        return Err(format!("apt-get install {list}"));
    }
    note(&format!("installing the system's packages {list} ({time})"));
    run::install(Command::new("apt-get").args(["update", "-qq"]))?;
    run::install(
        Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toolbox(cache: &str) -> Toolbox {
        Toolbox {
            cache: env::temp_dir().join(format!("songphuong-{cache}-{}", process::id())),
            ..Toolbox::new().unwrap()
        }
    }

    #[test]
    fn a_folder_is_made_whole_or_not_at_all() {
        let tools = toolbox("make");
        let failed = tools.make("tool-1", "making", |partial| {
            fs::write(partial.join("half"), "").unwrap();
            Err("broken".to_owned())
        });
        assert_eq!(failed, Err("broken".to_owned()));
        assert_eq!(fs::read_dir(&tools.cache).unwrap().count(), 0);

        let made = tools.make("tool-1", "making", |partial| {
            fs::write(partial.join("all"), "").unwrap();
            Ok(())
        });
        assert!(made.unwrap().join("all").exists());
        // Somebody else made it meanwhile.
        assert!(
            tools
                .make("tool-1", "making", |_| Ok(()))
                .unwrap()
                .join("all")
                .exists()
        );
        fs::remove_dir_all(&tools.cache).unwrap();
    }

    #[test]
    fn only_tools_of_the_cache_change_the_search_path() {
        let mut tools = toolbox("path");
        tools.take("trunk", Path::new("/usr/bin/trunk"));
        assert!(tools.folders.is_empty());
        let cached = tools.cache.join("trunk-1/bin/trunk");
        tools.take("wasm-opt", &cached);
        assert_eq!(tools.folders, [cached.parent().unwrap()]);
    }
}
