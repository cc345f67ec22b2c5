//! The worker: the engine over the embedded corpus, behind a queue.

use engine::protocol::{Failure, Request, Response};

fn main() {
    // The engine goes here: `Engine::open(CORPUS)` with the bytes that build.rs made.
    let engine: Result<fn(Request) -> Response, _> = Err(Failure::BadCorpus {
        message: "no corpus is embedded".to_owned(),
    });
    songphuong::worker::run(engine);
}
