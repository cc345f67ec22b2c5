//! Building the page and serving it while it is worked on.

use crate::{Result, engine, output::note, paths, run, setup::Toolbox};
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

/// The sub-path of a static host that the end-to-end tests try.
pub(crate) const SUB_PATH: &str = "/kho/song-phuong/";

/// Where they find the page whose corpus is apart.
pub(crate) const APART_PATH: &str = "/apart/";

/// Where the pages for tests and measurements are built, apart from the `dist` that people serve.
pub(crate) fn built(name: &str) -> PathBuf {
    paths::root().join("target/page").join(name)
}

/// `cargo xtask serve`
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build that fails.
pub(crate) fn serve(args: &[String]) -> Result<()> {
    let mut port = None;
    let mut flags = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--port" => port = Some(args.next().ok_or("--port wants a number")?),
            "--release" | "--open" => flags.push(arg.as_str()),
            other => return Err(format!("serve does not know {other}")),
        }
    }
    let port = match port {
        Some(text) => text.parse().map_err(|_| format!("{text} is no port"))?,
        None => free_port(8080)?,
    };
    let mut tools = Toolbox::new()?;
    tools.page()?;
    println!("==> Song Phương will be at http://127.0.0.1:{port}/ once it is built; Ctrl+C ends it");
    let mut trunk = trunk(&tools, "serve");
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    run::run(trunk.args(flags))
}

/// `cargo xtask build`
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build that fails.
pub(crate) fn build(args: &[String]) -> Result<()> {
    let public_url = match args {
        [] => None,
        [flag, url] if flag == "--public-url" => Some(url.as_str()),
        other => return Err(format!("build does not know {}", other.join(" "))),
    };
    let mut tools = Toolbox::new()?;
    tools.page()?;
    let dist = paths::root().join("dist");
    release(&tools, &dist, public_url)?;
    engine::build(&tools, &dist.join("engine"))?;
    println!("==> The page is in {}", dist.display());
    Ok(())
}

/// Builds the page as it is published into `dist`.
///
/// # Errors
/// Where the build fails.
pub(crate) fn release(tools: &Toolbox, dist: &Path, public_url: Option<&str>) -> Result<()> {
    let mut trunk = published(tools, dist);
    if let Some(url) = public_url {
        trunk.args(["--public-url", url]);
    }
    run::run(&mut trunk)
}

/// Builds the page as it is published, where the tests look for it, and begins the call of a Node script that looks at it:
/// the call, and where the page is.
///
/// # Errors
/// For tools that are missing, a build that fails.
pub(crate) fn shown_to(script: &str) -> Result<(Command, PathBuf)> {
    let mut tools = Toolbox::new()?;
    tools.page()?;
    tools.suite()?;
    let dist = built("root");
    release(&tools, &dist, None)?;
    let mut node = tools.command("node");
    node.arg(script).env("CHROME", &tools.chrome);
    Ok((node, dist))
}

/// How many articles the page of [`release_apart`] has beside those in `seeds/`.
const REPORTS: usize = 60;

/// Builds the page as it is published of a corpus too large to be embedded: that in `seeds/`, and so many reports of the
/// weather that the list of results goes on and on.
///
/// # Errors
/// Where the build fails.
pub(crate) fn release_apart(tools: &Toolbox, dist: &Path) -> Result<()> {
    let folder = built("articles");
    many(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut trunk = published(tools, dist);
    run::run(
        trunk
            .env("SONGPHUONG_EMBED", "never")
            .env("SONGPHUONG_SEEDS", folder),
    )
}

fn many(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(paths::root().join("seeds"))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    for number in 1..=REPORTS {
        let text = format!(
            "Thời tiết miền Trung, bản tin số {number}\n\nGió nhẹ, trời quang, nhiệt độ {number} độ.\n"
        );
        fs::write(folder.join(format!("{}.txt", 100 + number)), text)?;
    }
    Ok(())
}

fn published(tools: &Toolbox, dist: &Path) -> Command {
    let mut trunk = trunk(tools, "build");
    trunk.arg("--release").arg("--dist").arg(dist);
    trunk
}

fn trunk(tools: &Toolbox, command: &str) -> Command {
    let mut trunk = tools.command("trunk");
    trunk.arg(command).env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("RUST_LOG").is_none() {
        // Its script minifier does not know today's syntax, says so in a warning, and leaves the scripts as they are.
        trunk.env("RUST_LOG", "info,trunk::processing::minify=error");
    }
    trunk
}

/// The first port from `from` on that nobody listens on.
///
/// # Errors
/// Where there is none among the next twenty.
pub(crate) fn free_port(from: u16) -> Result<u16> {
    let last = from.saturating_add(20);
    let port = (from..last)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| format!("no port from {from} to {last} is free: name one with --port"))?;
    if port != from {
        note(&format!("port {from} is taken, so {port} it is"));
    }
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(free_port(port).unwrap(), port);
    }

    #[test]
    fn arguments_that_are_not_known_are_refused() {
        let args = ["--prot".to_owned(), "80".to_owned()];
        assert!(serve(&args).is_err());
        assert!(build(&args).is_err());
    }
}
