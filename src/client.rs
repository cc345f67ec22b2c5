//! The page's side of the worker: requests go in, each gets exactly one answer.
//!
//! What to do when a worker is late or dies is decided by [`Supervisor`], which knows no browser. [`WebClient`]
//! carries that out; [`LocalClient`] answers in the same program, for tests. Callers cannot tell them apart.

mod analyst;
mod local;
mod supervisor;
mod web;

pub(crate) use analyst::analyse;
pub use analyst::{Analyse, Analyst, Listening, LocalAnalyst, Material, Task, Told, WebAnalyst};
pub use local::LocalClient;
pub use supervisor::{Deed, Event, MAX_RESTARTS, Supervisor, Watch};
pub use web::{Options, WORKER, WebClient};

use crate::state::WorkerStatus;
use engine::protocol::{Fetching, Request, Response};

/// What is done with an answer.
pub type Answered = Box<dyn FnOnce(Response)>;

/// What a client says unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// The worker's state changed.
    Status(WorkerStatus),
    /// Parts of the corpus are coming that an answer needs.
    Coming(Fetching),
}

/// Somebody who answers requests.
pub trait Client {
    /// Asks; `then` is called once, later. A request of the same kind that still waits gets
    /// [`Response::Cancelled`]; one that cannot be answered [`Response::Failed`].
    fn ask(&self, request: Request, then: Answered);

    /// Starts anew after the worker was given up.
    fn restart(&self);

    /// Starts anew with the corpus file `corpus`, or with the program's own.
    fn reopen(&self, corpus: Option<Vec<u8>>);
}
