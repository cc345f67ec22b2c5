//! A client without a worker.

use super::{Answered, Client};
use crate::worker::{Answerer, Deed, Desk};
use engine::protocol::{Envelope, Request, Response};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The content of a file of the corpus, or why there is none.
type Files = Box<dyn Fn(&str) -> Result<Vec<u8>, String>>;

/// Answers in this program, at the same desk as a worker, whenever [`LocalClient::settle`] is called.
pub struct LocalClient<A> {
    desk: RefCell<Desk<A>>,
    files: Files,
    last: Cell<u32>,
    waiting: RefCell<BTreeMap<u32, Answered>>,
}

impl<A: Answerer> LocalClient<A> {
    /// A client that asks `answerer`, who has all that is needed.
    pub fn new(answerer: A) -> Self {
        Self::with_files(answerer, |name| Err(format!("there is no file {name}")))
    }

    /// A client that asks `answerer` and gives it the chunks it needs from `files`.
    pub fn with_files(answerer: A, files: impl Fn(&str) -> Result<Vec<u8>, String> + 'static) -> Self {
        Self {
            desk: RefCell::new(Desk::new(answerer)),
            files: Box::new(files),
            last: Cell::new(0),
            waiting: RefCell::default(),
        }
    }

    /// Answers all that waits, and what is asked on account of the answers.
    pub fn settle(&self) {
        loop {
            let deeds = self.desk.borrow_mut().work();
            if deeds.is_empty() {
                return;
            }
            self.carry_out(deeds);
        }
    }

    fn carry_out(&self, deeds: Vec<Deed>) {
        for deed in deeds {
            match deed {
                Deed::Respond(Envelope { id, body }) => self.tell(id, body),
                Deed::Tell(_) => {}
                Deed::Fetch { chunks, file, .. } => {
                    let deeds = self.desk.borrow_mut().fetched(&chunks, (self.files)(&file));
                    self.carry_out(deeds);
                }
            }
        }
    }

    fn tell(&self, id: u32, answer: Response) {
        let then = self.waiting.borrow_mut().remove(&id);
        if let Some(then) = then {
            then(answer);
        }
    }
}

impl<A: Answerer> Client for LocalClient<A> {
    fn ask(&self, body: Request, then: Answered) {
        let id = self.last.get() + 1;
        self.last.set(id);
        self.waiting.borrow_mut().insert(id, then);
        let cancelled = self.desk.borrow_mut().take(Envelope { id, body });
        self.carry_out(cancelled.into_iter().collect());
    }

    fn restart(&self) {}

    /// Whoever answers here has a corpus for good.
    fn reopen(&self, _: Option<Vec<u8>>) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::{ArticleRequest, Failure, Profile, SearchRequest};
    use engine::{Engine, SourceFile};
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

    fn search(query: &str) -> Request {
        Request::Search(SearchRequest {
            query: query.to_owned(),
            limit: 10,
            ..SearchRequest::default()
        })
    }

    fn articles() -> Vec<SourceFile> {
        let article = |name: &str, text: &str| SourceFile {
            name: name.into(),
            bytes: text.into(),
        };
        vec![
            article("a.txt", "Hai bên bàn về điện hạt nhân tại Hà Nội."),
            article("b.txt", "Hai bên mong muốn hòa bình và hợp tác lâu dài."),
        ]
    }

    /// What is answered to one request.
    fn answer(client: &LocalClient<Engine<'static>>, request: Request) -> Response {
        let heard = Rc::new(RefCell::new(None));
        let said = Rc::clone(&heard);
        client.ask(request, Box::new(move |answer| drop(said.replace(Some(answer)))));
        client.settle();
        heard.take().unwrap()
    }

    fn open(bytes: Vec<u8>) -> Engine<'static> {
        Engine::open(bytes.leak()).unwrap()
    }

    #[test]
    fn a_corpus_apart_is_fetched_piece_by_piece_and_answers_as_one_in_one_piece() {
        let apart = engine::compile_apart(articles()).unwrap();
        let files: BTreeMap<_, _> = apart.chunks.into_iter().collect();
        let asked = Rc::new(RefCell::new(Vec::new()));
        let log = Rc::clone(&asked);
        let client = LocalClient::with_files(open(apart.bytes), move |name| {
            log.borrow_mut().push(name.to_owned());
            files.get(name).cloned().ok_or_else(|| "none".to_owned())
        });
        let whole = LocalClient::new(open(engine::compile(articles()).unwrap().bytes));
        let read = Request::Article(ArticleRequest {
            doc: "b".into(),
            query: "hoa binh".into(),
            aliases: true,
            selections: Vec::new(),
        });
        for request in [search("dien hat nhan"), search("hoà"), search(""), read] {
            assert_eq!(answer(&client, request.clone()), answer(&whole, request));
        }
        let mut names = asked.borrow().clone();
        assert!(!names.is_empty());
        names.sort();
        names.dedup();
        assert_eq!(names.len(), asked.borrow().len(), "none is fetched twice");
    }

    #[test]
    fn a_missing_file_is_named_and_the_rest_keeps_working() {
        let apart = engine::compile_apart(articles()).unwrap();
        let files: BTreeMap<_, _> = apart.chunks.into_iter().collect();
        let gone = Rc::new(Cell::new(true));
        let still = Rc::clone(&gone);
        let client = LocalClient::with_files(open(apart.bytes), move |name| {
            let there = files.get(name).filter(|_| !still.get());
            there.cloned().ok_or_else(|| "the host answered 404".to_owned())
        });
        let failed = answer(&client, search("hoa binh"));
        let Response::Failed(Failure::ChunkMissing { file, message }) = failed else {
            panic!("{failed:?}");
        };
        assert!(file.contains('-'), "{file}");
        assert_eq!(message, "the host answered 404");
        assert!(matches!(answer(&client, Request::Profile), Response::Profile(_)));
        gone.set(false);
        assert!(matches!(answer(&client, search("hoa binh")), Response::Search(found) if found.total == 1));
    }
}
