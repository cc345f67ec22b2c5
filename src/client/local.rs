//! A client without a worker.

use super::{Answered, Client};
use crate::worker::{Answerer, Queue};
use engine::protocol::{Envelope, Request, Response};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Answers in this program, through the same queue as a worker, whenever [`LocalClient::settle`] is called.
pub struct LocalClient<A> {
    answerer: RefCell<A>,
    inner: RefCell<Inner>,
}

#[derive(Default)]
struct Inner {
    last: u32,
    queue: Queue,
    waiting: BTreeMap<u32, Answered>,
}

impl<A: Answerer> LocalClient<A> {
    /// A client that asks `answerer`.
    pub fn new(answerer: A) -> Self {
        Self {
            answerer: RefCell::new(answerer),
            inner: RefCell::default(),
        }
    }

    /// Answers all that waits, and what is asked on account of the answers.
    pub fn settle(&self) {
        loop {
            let Some(Envelope { id, body }) = self.inner.borrow_mut().queue.pop() else {
                return;
            };
            let answer = self.answerer.borrow_mut().answer(body);
            self.tell(id, answer);
        }
    }

    fn tell(&self, id: u32, answer: Response) {
        let then = self.inner.borrow_mut().waiting.remove(&id);
        if let Some(then) = then {
            then(answer);
        }
    }
}

impl<A: Answerer> Client for LocalClient<A> {
    fn ask(&self, body: Request, then: Answered) {
        let cancelled = {
            let mut inner = self.inner.borrow_mut();
            inner.last += 1;
            let id = inner.last;
            inner.waiting.insert(id, then);
            inner.queue.push(Envelope { id, body })
        };
        if let Some(id) = cancelled {
            self.tell(id, Response::Cancelled);
        }
    }

    fn restart(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::{Profile, SearchRequest};
    use std::rc::Rc;

    #[test]
    fn answers_the_newest_and_cancels_the_rest() {
        let client = LocalClient::new(|request: Request| match request {
            Request::Search(search) => Response::Profile(Profile {
                version: search.query,
                ..Profile::default()
            }),
            _ => Response::Cancelled,
        });
        let heard = Rc::new(RefCell::new(Vec::new()));
        for query in ["n", "ng", "nga"] {
            let heard = Rc::clone(&heard);
            let request = Request::Search(SearchRequest {
                query: query.to_owned(),
                ..SearchRequest::default()
            });
            client.ask(
                request,
                Box::new(move |answer| heard.borrow_mut().push((query, answer))),
            );
        }
        client.settle();
        let answer = Response::Profile(Profile {
            version: "nga".into(),
            ..Profile::default()
        });
        let expected = [
            ("n", Response::Cancelled),
            ("ng", Response::Cancelled),
            ("nga", answer),
        ];
        assert_eq!(*heard.borrow(), expected);
    }
}
