//! The developers' vocabulary: `cargo xtask serve|test|bench|build|cli|engine|env|setup`, the same for people and for CI.

mod bench;
mod browser_tests;
mod engine;
mod finish;
mod output;
mod page;
mod parts;
mod paths;
mod pictures;
mod program;
mod run;
mod setup;
mod statics;
mod test;

use setup::Toolbox;
use std::process::ExitCode;

/// What goes wrong is told in one message for the person at the terminal.
type Result<T> = std::result::Result<T, String>;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--release] [--open]   build the explorer and serve it on 127.0.0.1, again after every change
  test [native|browser|e2e] [ARGS]        run every test, or one kind of them with ARGS for its runner:
                                            native   formatting, clippy, cargo test, the scripts of bench/
                                            browser  unit tests inside a headless browser
                                            e2e      what a user does; --no-build tests the pages built last
  bench [--save]                          measure the page and search, each as below
  bench page [--save] [--runs N]          measure the page's weight and speed; --save writes them into README.md
  bench analysis [--save] [OPTIONS]       measure the analysis in the browser; --save writes into docs/benchmarks.md
                                            --corpus FILE.jsonl[.xz]|FOLDER   instead of made-up articles
                                            --runs N        new browsers for each row (5)
  bench search [--save] [OPTIONS]         measure search beside its peers; --save writes into docs/benchmarks.md
                                            --corpus FILE.jsonl[.xz]|FOLDER   instead of made-up articles
                                            --size N        so many articles of it (10000 where they are made up)
                                            --rounds N      sessions of each engine (3)
                                            --peers a,b     beside ours these peers alone
                                            --budget N      seconds for one pass over the queries (8)
                                            --minutes N     no round is begun later than that (15)
  pictures                                build the page and take the pictures of README.md into docs/, and draw
                                          the one of previews of links, static/social.png
  build [--public-url URL]                build the page for a static host into dist/, the module beside it
  cli                                     build the command line for speed and print where it is
  engine                                  build the search as a module for other pages into dist/engine/
  env                                     print what plain `trunk serve` and `trunk build --release` need:
                                            eval \"$(cargo xtask env)\"
  setup                                   install what is missing for all of the above and say what is used

Tools are looked for on PATH, then in a cache folder of yours, else installed there
(SONGPHUONG_CACHE overrides the folder). CHROME and CHROMEDRIVER name another browser and its driver.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let Some((command, rest)) = args.split_first() else {
        return Err(format!("no command given\n\n{HELP}"));
    };
    match command.as_str() {
        "serve" => page::serve(rest),
        // Not for people: Trunk calls it.
        "finish" => finish::finish(rest),
        "build" => page::build(rest),
        "engine" => engine::engine(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "cli" => program::cli(rest),
        "pictures" => pictures::pictures(rest),
        "env" => {
            let mut tools = Toolbox::new()?;
            tools.page()?;
            print!("{}", tools.exports());
            Ok(())
        }
        "setup" => setup::everything(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("`{other}` is no command\n\n{HELP}")),
    }
}
