//! The worker: the engine over the embedded corpus, behind a desk.

use engine::Engine;
use engine::protocol::Failure;

/// The corpus file that the build script made of `seeds/`; of a large corpus what has to be there first.
static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

fn main() {
    songphuong::worker::run(Engine::open(CORPUS).map_err(|error| Failure::BadCorpus {
        message: error.to_string(),
    }));
}
