//! Decides what becomes of requests while the worker starts, works, is late or dies. Pure.

use super::News;
use crate::few::Few;
use crate::state::WorkerStatus;
use crate::wire::Heard;
use engine::protocol::{Envelope, Failure, Notice, Request, Response};
use std::mem::{discriminant, take};

/// How often a worker is started again before it is given up; an answer makes the count begin anew.
pub const MAX_RESTARTS: u32 = 3;
/// How often a request is sent at most: one that the worker died of twice would kill it a third time.
const MAX_TRIES: u32 = 2;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Start a worker.
    Start,
    /// End the worker.
    Stop,
    /// Send this to the worker.
    Post(Envelope<Request>),
    /// Report [`Event::Late`] after the time that [`Watch`] stands for, unless it is called off; begun anew where it
    /// was begun already.
    Await(Watch),
    /// This needs no watching any more.
    CallOff(Watch),
    /// Give whoever asked this answer.
    Answer(u32, Response),
    /// Something is new that nobody asked for.
    News(News),
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Watch {
    /// The worker's first word.
    Ready,
    /// The answer with this number.
    Answer(u32),
}

/// Something that happened outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The worker said something.
    Heard(Heard),
    /// The worker broke down.
    Broken(String),
    /// The time is up.
    Late(Watch),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Starting,
    Ready,
    Dead,
}

#[derive(Debug)]
struct Pending {
    request: Request,
    tries: u32,
}

/// The state of a client.
#[derive(Debug)]
pub struct Supervisor {
    phase: Phase,
    last: u32,
    pending: Few<u32, Pending>,
    restarts: u32,
    deeds: Vec<Deed>,
}

impl Supervisor {
    /// The deeds start the first worker.
    pub fn new() -> (Self, Vec<Deed>) {
        let mut new = Self {
            phase: Phase::Starting,
            last: 0,
            pending: Few::default(),
            restarts: 0,
            deeds: Vec::new(),
        };
        new.start();
        let deeds = take(&mut new.deeds);
        (new, deeds)
    }

    /// Takes in a request: its number, and what is to be done.
    pub fn ask(&mut self, request: Request) -> (u32, Vec<Deed>) {
        self.last = self.last.wrapping_add(1);
        let id = self.last;
        let kind = discriminant(&request);
        let mut older: Vec<u32> = Vec::new();
        for (id, pending) in self.pending.iter() {
            if discriminant(&pending.request) == kind {
                older.push(*id);
            }
        }
        for id in older {
            self.answer(id, Response::Cancelled);
        }
        if self.phase == Phase::Dead {
            self.deeds
                .push(Deed::Answer(id, no_answer("the worker was given up")));
        } else {
            self.pending.insert(id, Pending { request, tries: 0 });
            if self.phase == Phase::Ready {
                self.post(id);
            }
        }
        (id, take(&mut self.deeds))
    }

    /// Takes in what happened: what is to be done.
    pub fn happen(&mut self, event: Event) -> Vec<Deed> {
        match (self.phase, event) {
            // Nothing that a worker did before its end matters. A first word said twice changes nothing.
            (Phase::Dead, _) | (Phase::Ready, Event::Heard(Heard::Notice(Notice::Ready))) => {}
            (Phase::Starting, Event::Heard(Heard::Notice(Notice::Ready))) => self.welcome(),
            // Its answer takes as long as its files do.
            (_, Event::Heard(Heard::Notice(Notice::Fetching(coming)))) => {
                if self.pending.contains(&coming.id) {
                    let news = Deed::News(News::Coming(coming));
                    self.deeds.extend([Deed::Await(Watch::Answer(coming.id)), news]);
                }
            }
            (_, Event::Heard(Heard::Answer(answer))) => {
                self.restarts = 0;
                self.answer(answer.id, answer.body);
            }
            (
                _,
                Event::Heard(Heard::Notice(Notice::Panicked(why)) | Heard::Unreadable(why))
                | Event::Broken(why),
            ) => {
                self.fail(&why);
            }
            (Phase::Starting, Event::Late(Watch::Ready)) => self.fail("the worker did not come up in time"),
            (_, Event::Late(Watch::Answer(id))) if self.pending.contains(&id) => {
                self.fail("the worker did not answer in time");
            }
            (_, Event::Late(_)) => {}
        }
        take(&mut self.deeds)
    }

    /// Begins anew after the worker was given up; otherwise does nothing.
    pub fn restart(&mut self) -> Vec<Deed> {
        if self.phase == Phase::Dead {
            self.restarts = 0;
            self.deeds.push(status(WorkerStatus::Starting));
            self.start();
        }
        take(&mut self.deeds)
    }

    /// Begins anew with another corpus: what waits is asked again.
    pub fn reopen(&mut self) -> Vec<Deed> {
        if self.phase == Phase::Dead {
            return self.restart();
        }
        self.stop();
        self.start();
        take(&mut self.deeds)
    }

    fn start(&mut self) {
        self.phase = Phase::Starting;
        self.deeds.extend([Deed::Start, Deed::Await(Watch::Ready)]);
    }

    fn welcome(&mut self) {
        self.phase = Phase::Ready;
        self.deeds
            .extend([Deed::CallOff(Watch::Ready), status(WorkerStatus::Ready)]);
        for id in self.ids() {
            self.post(id);
        }
    }

    /// The numbers of all that waits, in the order it was asked.
    fn ids(&self) -> Vec<u32> {
        self.pending.iter().map(|(id, _)| *id).collect()
    }

    fn post(&mut self, id: u32) {
        let Some(pending) = self.pending.get_mut(&id) else {
            return;
        };
        pending.tries += 1;
        let body = pending.request.clone();
        self.deeds.push(Deed::Post(Envelope { id, body }));
        self.deeds.push(Deed::Await(Watch::Answer(id)));
    }

    fn answer(&mut self, id: u32, response: Response) {
        // Answers to what was cancelled meanwhile are not waited for.
        if let Some(pending) = self.pending.remove(&id) {
            if pending.tries > 0 {
                self.deeds.push(Deed::CallOff(Watch::Answer(id)));
            }
            self.deeds.push(Deed::Answer(id, response));
        }
    }

    fn fail(&mut self, why: &str) {
        self.restarts += 1;
        if self.restarts > MAX_RESTARTS {
            return self.give_up(&no_answer(why));
        }
        self.stop();
        let pending: Vec<(u32, u32)> = self.pending.iter().map(|(id, it)| (*id, it.tries)).collect();
        for (id, tries) in pending {
            if tries >= MAX_TRIES {
                self.answer(id, no_answer(why));
            }
        }
        self.deeds.push(status(WorkerStatus::Restarting));
        self.start();
    }

    /// Ends the worker, whose answers nobody waits for any more.
    fn stop(&mut self) {
        self.deeds.push(Deed::Stop);
        if self.phase == Phase::Starting {
            self.deeds.push(Deed::CallOff(Watch::Ready));
        }
        for (id, pending) in self.pending.iter() {
            if pending.tries > 0 {
                self.deeds.push(Deed::CallOff(Watch::Answer(*id)));
            }
        }
    }

    fn give_up(&mut self, response: &Response) {
        self.phase = Phase::Dead;
        self.deeds.extend([Deed::Stop, Deed::CallOff(Watch::Ready)]);
        for id in self.ids() {
            self.answer(id, response.clone());
        }
        self.deeds.push(status(WorkerStatus::Dead));
    }
}

fn status(status: WorkerStatus) -> Deed {
    Deed::News(News::Status(status))
}

fn no_answer(why: &str) -> Response {
    Response::Failed(Failure::NoAnswer {
        message: why.to_owned(),
    })
}

#[cfg(test)]
mod tests;
