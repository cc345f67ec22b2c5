//! The client over a Web Worker.

use super::{Answered, Client, Deed, Event, News, Supervisor, Watch};
use crate::browser::{Timer, WorkerHandle, WorkerNews, complain, resolve};
use crate::few::Few;
use crate::wire;
use engine::protocol::Request;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// The script that a worker begins with, beside the page.
pub const WORKER: &str = "worker.js";

/// How a client starts and watches its worker.
#[derive(Clone, Debug)]
pub struct Options {
    /// The worker's script, relative to the page.
    pub script: String,
    /// Milliseconds until a worker that has not said a word counts as dead. It is loaded in them, on any line.
    pub patience_to_start: i32,
    /// Milliseconds until a worker that has not answered counts as dead.
    pub patience_to_answer: i32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            script: WORKER.to_owned(),
            patience_to_start: 90_000,
            patience_to_answer: 20_000,
        }
    }
}

/// A client whose requests a worker answers. Dropping it ends the worker.
pub struct WebClient(Rc<Inner>);

struct Inner {
    options: Options,
    on_news: Box<dyn Fn(News)>,
    supervisor: RefCell<Supervisor>,
    worker: RefCell<Option<WorkerHandle>>,
    /// What each worker opens in the place of the program's own corpus.
    corpus: RefCell<Option<Vec<u8>>>,
    waiting: RefCell<Few<u32, Answered>>,
    timers: RefCell<Few<Watch, Timer>>,
}

impl WebClient {
    /// Starts a worker and calls `on_news` whenever there is something to say of it.
    pub fn start(options: Options, on_news: impl Fn(News) + 'static) -> Self {
        let (supervisor, deeds) = Supervisor::new();
        let inner = Rc::new(Inner {
            options,
            on_news: Box::new(on_news),
            supervisor: RefCell::new(supervisor),
            worker: RefCell::default(),
            corpus: RefCell::default(),
            waiting: RefCell::default(),
            timers: RefCell::default(),
        });
        inner.carry_out(deeds);
        Self(inner)
    }
}

impl Client for WebClient {
    fn ask(&self, request: Request, then: Answered) {
        let (id, deeds) = self.0.supervisor.borrow_mut().ask(request);
        self.0.waiting.borrow_mut().insert(id, then);
        self.0.carry_out(deeds);
    }

    fn restart(&self) {
        let deeds = self.0.supervisor.borrow_mut().restart();
        self.0.carry_out(deeds);
    }

    fn reopen(&self, corpus: Option<Vec<u8>>) {
        self.0.corpus.replace(corpus);
        let deeds = self.0.supervisor.borrow_mut().reopen();
        self.0.carry_out(deeds);
    }
}

impl Inner {
    fn happen(self: &Rc<Self>, event: Event) {
        if let Event::Broken(why) | Event::Heard(wire::Heard::Unreadable(why)) = &event {
            complain(why);
        }
        let deeds = self.supervisor.borrow_mut().happen(event);
        self.carry_out(deeds);
    }

    fn carry_out(self: &Rc<Self>, deeds: Vec<Deed>) {
        for deed in deeds {
            match deed {
                Deed::Start => self.start_worker(),
                Deed::Stop => drop(self.worker.take()),
                Deed::Post(envelope) => {
                    let worker = self.worker.borrow();
                    let sent = wire::to_js(&envelope).is_ok_and(|message| {
                        worker.as_ref().is_some_and(|worker| worker.hand_over(&message))
                    });
                    if !sent {
                        // Its watch makes up for it.
                        complain("a request could not be sent");
                    }
                }
                Deed::Await(watch) => self.watch(watch),
                Deed::CallOff(watch) => drop(self.timers.borrow_mut().remove(&watch)),
                Deed::Answer(id, response) => {
                    // Taken out first: whoever is answered may ask again at once.
                    let then = self.waiting.borrow_mut().remove(&id);
                    if let Some(then) = then {
                        then(response);
                    }
                }
                Deed::News(news) => (self.on_news)(news),
            }
        }
    }

    fn start_worker(self: &Rc<Self>) {
        let client = Rc::downgrade(self);
        let then = move |news: WorkerNews| {
            report(&client, || match news {
                WorkerNews::Message(message) => Event::Heard(wire::hear(&message)),
                WorkerNews::Broken(why) => Event::Broken(why),
            });
        };
        match WorkerHandle::start(
            &resolve(&self.options.script),
            self.corpus.borrow().as_deref(),
            then,
        ) {
            Ok(worker) => drop(self.worker.replace(Some(worker))),
            // Reported as an event of its own, behind those that are being carried out.
            Err(why) => self.after(0, Watch::Ready, Event::Broken(why)),
        }
    }

    fn watch(self: &Rc<Self>, watch: Watch) {
        // A worker that could not be started has its end in the diary already.
        if watch == Watch::Ready && self.worker.borrow().is_none() {
            return;
        }
        let patience = match watch {
            Watch::Ready => self.options.patience_to_start,
            Watch::Answer(_) => self.options.patience_to_answer,
        };
        self.after(patience, watch, Event::Late(watch));
    }

    fn after(self: &Rc<Self>, milliseconds: i32, watch: Watch, event: Event) {
        let client = Rc::downgrade(self);
        let timer = Timer::new(milliseconds, move || report(&client, || event));
        drop(self.timers.borrow_mut().insert(watch, timer));
    }
}

fn report(client: &Weak<Inner>, event: impl FnOnce() -> Event) {
    if let Some(client) = client.upgrade() {
        client.happen(event());
    }
}
