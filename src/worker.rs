//! The worker: a queue in front of the engine.

use crate::browser::{Scope, complain};
use crate::wire;
use engine::protocol::{Envelope, Failure, Notice, Request, Response};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::mem::{discriminant, forget};
use std::rc::Rc;

/// Answers requests: the engine, or what stands for it in tests.
pub trait Answerer {
    /// The answer to `request`. Takes as long as it takes.
    fn answer(&mut self, request: Request) -> Response;
}

/// An engine that could not be opened says so to every request.
impl<A: Answerer> Answerer for Result<A, Failure> {
    fn answer(&mut self, request: Request) -> Response {
        match self {
            Ok(answerer) => answerer.answer(request),
            Err(failure) => Response::Failed(failure.clone()),
        }
    }
}

impl<F: FnMut(Request) -> Response> Answerer for F {
    fn answer(&mut self, request: Request) -> Response {
        self(request)
    }
}

/// Requests that wait. Of each kind there is at most one: what the reader wants now is in the newest.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Envelope<Request>>,
}

impl Queue {
    /// Adds a request; if it makes an older one pointless, the number of that one.
    pub fn push(&mut self, request: Envelope<Request>) -> Option<u32> {
        let kind = discriminant(&request.body);
        let older = self
            .waiting
            .iter()
            .position(|other| discriminant(&other.body) == kind);
        let cancelled = older.and_then(|place| self.waiting.remove(place));
        self.waiting.push_back(request);
        cancelled.map(|request| request.id)
    }

    /// The request to be answered next.
    pub fn pop(&mut self) -> Option<Envelope<Request>> {
        self.waiting.pop_front()
    }
}

/// Runs in a worker as long as the worker lives: listens, then says that it is ready, then answers. Each request is
/// a task of its own, behind the messages that have already come, so that newer requests overtake older ones.
///
/// Outside a worker it does nothing.
pub fn run(answerer: impl Answerer + 'static) {
    let Some(scope) = Scope::current() else {
        return complain("this program runs in a worker");
    };
    announce_panics();
    let queue = Rc::new(RefCell::new(Queue::default()));
    let Some((serve, port)) = scope.task(server(answerer, Rc::clone(&queue), scope.clone())) else {
        return complain("the browser has no message channels");
    };
    let receiver = scope.clone();
    let listener = scope.on_message(move |message| {
        let bytes = wire::bytes_of(&message).unwrap_or_default();
        let answer = accept(&bytes, &mut queue.borrow_mut());
        if let Some(answer) = answer {
            respond(&receiver, &answer);
        }
        serve();
    });
    // Both listen until the worker is terminated.
    forget((port, listener));
    scope.post(&wire::notice(&Notice::Ready(wire::BUILD.to_owned())));
}

/// Answers one request of the queue each time it is called.
fn server(mut answerer: impl Answerer, queue: Rc<RefCell<Queue>>, scope: Scope) -> impl FnMut() {
    move || {
        let request = queue.borrow_mut().pop();
        if let Some(Envelope { id, body }) = request {
            let body = answerer.answer(body);
            respond(&scope, &Envelope { id, body });
        }
    }
}

/// Puts a message into the queue. Gives what must be answered at once: that an older request is pointless now, or
/// that the message was not understood.
fn accept(bytes: &[u8], queue: &mut Queue) -> Option<Envelope<Response>> {
    let (id, body) = match wire::decode(bytes) {
        Ok(request) => (queue.push(request)?, Response::Cancelled),
        Err(message) => {
            let id = wire::id_of(bytes).unwrap_or_default();
            (id, Response::Failed(Failure::BadMessage { message }))
        }
    };
    Some(Envelope { id, body })
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
    use engine::protocol::{ArticleRequest, SearchRequest};

    fn search(id: u32) -> Envelope<Request> {
        let body = Request::Search(SearchRequest::default());
        Envelope { id, body }
    }

    #[test]
    fn a_newer_request_takes_the_place_of_an_older_one_of_its_kind() {
        let article = |id| Envelope {
            id,
            body: Request::Article(ArticleRequest::default()),
        };
        let mut queue = Queue::default();
        let cancelled: Vec<_> = [search(1), article(2), search(3), article(4), search(5)]
            .into_iter()
            .map(|request| queue.push(request))
            .collect();
        assert_eq!(cancelled, [None, None, Some(1), Some(2), Some(3)]);
        let left: Vec<_> = std::iter::from_fn(|| queue.pop())
            .map(|request| request.id)
            .collect();
        assert_eq!(left, [4, 5]);
    }

    #[test]
    fn a_message_that_is_not_understood_is_answered_at_once() {
        let mut queue = Queue::default();
        let mut bytes = wire::encode(&search(7)).unwrap();
        let failed = |bytes: &[u8], queue: &mut Queue| match accept(bytes, queue) {
            Some(Envelope {
                id,
                body: Response::Failed(Failure::BadMessage { .. }),
            }) => Some(id),
            _ => None,
        };
        assert_eq!(failed(&bytes[..bytes.len() - 1], &mut queue), Some(7));
        assert_eq!(failed(&[], &mut queue), Some(0));
        assert!(queue.pop().is_none());
        assert_eq!(accept(&bytes, &mut queue), None);
        bytes[0] = 8;
        let cancelled = Envelope {
            id: 7,
            body: Response::Cancelled,
        };
        assert_eq!(accept(&bytes, &mut queue), Some(cancelled));
    }

    #[test]
    fn an_answered_request_is_not_cancelled() {
        let mut queue = Queue::default();
        queue.push(search(1));
        queue.pop();
        assert_eq!(queue.push(search(2)), None);
    }

    #[test]
    fn an_engine_that_did_not_open_says_why_each_time() {
        let failure = Failure::BadCorpus {
            message: "checksum".into(),
        };
        let mut broken: Result<fn(Request) -> Response, Failure> = Err(failure.clone());
        for _ in 0..2 {
            assert_eq!(broken.answer(Request::Profile), Response::Failed(failure.clone()));
        }
    }
}
