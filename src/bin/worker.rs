//! The worker: the engine over the embedded corpus, behind a queue.

use engine::Engine;
use engine::protocol::{Failure, Request};

/// The corpus file that the build script made of `seeds/`.
static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

fn main() {
    let engine = Engine::open(CORPUS).map_err(|error| Failure::BadCorpus {
        message: error.to_string(),
    });
    songphuong::worker::run(engine.map(|engine| move |request: Request| engine.answer(&request)));
}
