//! The worker: a desk in front of the engine.

mod desk;

pub use desk::{Deed, Desk};

use crate::browser::{Scope, complain};
use crate::parts;
use crate::wire;
use engine::Engine;
use engine::protocol::{Envelope, Failure, Notice, Request, Response};
use std::cell::{OnceCell, RefCell};
use std::mem::forget;
use std::ops::Range;
use std::rc::Rc;

/// The folder with the chunks of a corpus, beside the worker's script.
const CHUNKS: &str = "corpus";

/// Answers requests: the engine, or what stands for it in tests.
pub trait Answerer {
    /// The answer to `request`. Takes as long as it takes.
    ///
    /// # Errors
    /// The numbers of the chunks that have to be added first.
    fn answer(&mut self, request: &Request) -> Result<Response, Vec<u32>>;

    /// The files to fetch for chunks, ascending: each the chunks in it.
    fn files(&self, wanted: &[u32]) -> Vec<Range<u32>>;

    /// The name of the file with these chunks.
    fn file_name(&self, chunks: &Range<u32>) -> String;

    /// Adds the chunks of a file; what is good of it stays.
    ///
    /// # Errors
    /// What is wrong with the bytes, in English.
    fn add(&mut self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), String>;
}

impl Answerer for Engine<'_> {
    fn answer(&mut self, request: &Request) -> Result<Response, Vec<u32>> {
        self.try_answer_by(request, parts::close_up())
    }

    fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        Engine::files(self, wanted)
    }

    fn file_name(&self, chunks: &Range<u32>) -> String {
        Engine::file_name(self, chunks)
    }

    fn add(&mut self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), String> {
        Engine::add(self, chunks, bytes).map_err(|error| error.to_string())
    }
}

/// An engine that could not be opened says so to every request.
impl<A: Answerer> Answerer for Result<A, Failure> {
    fn answer(&mut self, request: &Request) -> Result<Response, Vec<u32>> {
        match self {
            Ok(answerer) => answerer.answer(request),
            Err(failure) => Ok(Response::Failed(failure.clone())),
        }
    }

    fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        self.as_ref()
            .map_or_else(|_| Vec::new(), |answerer| answerer.files(wanted))
    }

    fn file_name(&self, chunks: &Range<u32>) -> String {
        self.as_ref()
            .map_or_else(|_| String::new(), |answerer| answerer.file_name(chunks))
    }

    fn add(&mut self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), String> {
        self.as_mut()
            .map_or(Ok(()), |answerer| answerer.add(chunks, bytes))
    }
}

/// A function needs no chunks.
impl<F: FnMut(Request) -> Response> Answerer for F {
    fn answer(&mut self, request: &Request) -> Result<Response, Vec<u32>> {
        Ok(self(request.clone()))
    }

    fn files(&self, _: &[u32]) -> Vec<Range<u32>> {
        Vec::new()
    }

    fn file_name(&self, _: &Range<u32>) -> String {
        String::new()
    }

    fn add(&mut self, _: &Range<u32>, _: Vec<u8>) -> Result<(), String> {
        Ok(())
    }
}

/// The desk and the world around it.
struct Shell<A> {
    desk: RefCell<Desk<A>>,
    scope: Scope,
    /// Has the desk work, behind the messages that have already come.
    serve: OnceCell<Box<dyn Fn()>>,
}

/// Runs in a worker as long as the worker lives: listens, then says that it is ready, then answers. Each request is
/// a task of its own, behind the messages that have already come, so that newer requests overtake older ones.
pub fn run(scope: &Scope, answerer: impl Answerer + 'static) {
    announce_panics();
    let shell = Rc::new(Shell {
        desk: RefCell::new(Desk::new(answerer)),
        scope: scope.clone(),
        serve: OnceCell::new(),
    });
    let worker = Rc::clone(&shell);
    let work = move || {
        let deeds = worker.desk.borrow_mut().work();
        worker.carry_out(deeds);
        if worker.desk.borrow().is_ready() {
            worker.serve();
        }
    };
    let Some((serve, port)) = scope.task(work) else {
        return complain("the browser has no message channels");
    };
    _ = shell.serve.set(Box::new(serve));
    let listener = scope.on_message(move |message| {
        let bytes = wire::bytes_of(&message).unwrap_or_default();
        let shell = Rc::clone(&shell);
        wasm_bindgen_futures::spawn_local(async move {
            let deed = match accept(&bytes) {
                Ok(request) if parts::load_answers(&request.body).await.is_err() => {
                    Some(failed(request.id, Failure::PartMissing))
                }
                Ok(request) => shell.desk.borrow_mut().take(request),
                Err((id, message)) => Some(failed(id, Failure::BadMessage { message })),
            };
            shell.carry_out(deed);
            shell.serve();
        });
    });
    // Both listen until the worker is terminated.
    forget((port, listener));
    scope.post(&wire::notice(&Notice::Ready));
}

impl<A: Answerer + 'static> Shell<A> {
    fn carry_out(self: &Rc<Self>, deeds: impl IntoIterator<Item = Deed>) {
        for deed in deeds {
            match deed {
                Deed::Respond(answer) => respond(&self.scope, &answer),
                Deed::Tell(coming) => drop(self.scope.post(&wire::notice(&Notice::Fetching(coming)))),
                Deed::Fetch { chunks, file, fresh } => {
                    let shell = Rc::clone(self);
                    wasm_bindgen_futures::spawn_local(async move {
                        let bytes = shell.scope.fetch(&format!("{CHUNKS}/{file}"), fresh).await;
                        let deeds = shell.desk.borrow_mut().fetched(&chunks, bytes);
                        shell.carry_out(deeds);
                        shell.serve();
                    });
                }
            }
        }
    }

    fn serve(&self) {
        if let Some(serve) = self.serve.get() {
            serve();
        }
    }
}

/// The request in a message.
///
/// # Errors
/// What is wrong with it, behind its number.
fn accept(bytes: &[u8]) -> Result<Envelope<Request>, (u32, String)> {
    wire::decode(bytes).map_err(|message| (wire::id_of(bytes).unwrap_or_default(), message))
}

fn failed(id: u32, failure: Failure) -> Deed {
    let body = Response::Failed(failure);
    Deed::Respond(Envelope { id, body })
}

fn respond(scope: &Scope, answer: &Envelope<Response>) {
    let sent = wire::to_js(answer).is_ok_and(|message| scope.hand_over(&message));
    if !sent {
        complain("an answer could not be sent");
    }
}

/// A panic ends the program without a word to the page; so the word is sent before.
fn announce_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string();
        complain(&message);
        if let Some(scope) = Scope::current() {
            scope.post(&wire::notice(&Notice::Panicked(message)));
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::SearchRequest;

    fn search(id: u32) -> Envelope<Request> {
        let body = Request::Search(SearchRequest::default());
        Envelope { id, body }
    }

    #[test]
    fn a_message_that_is_not_understood_is_answered_at_once() {
        let bytes = wire::encode(&search(7)).unwrap();
        for (damaged, number) in [(&bytes[..bytes.len() - 1], 7), (&[], 0)] {
            let (id, message) = accept(damaged).unwrap_err();
            assert!(message.contains("not a message"), "{message}");
            assert_eq!(id, number);
        }
        assert_eq!(accept(&bytes), Ok(search(7)));
    }

    #[test]
    fn an_engine_that_did_not_open_says_why_each_time() {
        let failure = Failure::BadCorpus {
            message: "checksum".into(),
        };
        let mut broken: Result<fn(Request) -> Response, Failure> = Err(failure.clone());
        for _ in 0..2 {
            assert_eq!(
                broken.answer(&Request::Profile),
                Ok(Response::Failed(failure.clone()))
            );
        }
    }
}
