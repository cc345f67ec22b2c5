//! Decides what becomes of requests in the worker, and of the chunks that their answers need. Pure.

use super::Answerer;
use engine::protocol::{Envelope, Failure, Request, Response};
use std::collections::VecDeque;
use std::mem::discriminant;

/// How many chunks are fetched at a time: as many as a browser gives one host.
const AT_ONCE: usize = 6;
/// How often an answer may need more. The engine needs some three rounds, each for all that it then knows of.
const MAX_ROUNDS: u32 = 8;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Send this to the page.
    Respond(Envelope<Response>),
    /// Tell the page that parts of the answer with this number are coming.
    Tell(u32),
    /// Fetch a chunk, then report it to [`Desk::fetched`].
    Fetch {
        /// Its number.
        chunk: u32,
        /// Its file.
        file: String,
        /// Past the caches, which may keep a damaged copy.
        fresh: bool,
    },
}

/// A request that is not answered yet.
#[derive(Debug)]
struct Ticket {
    request: Envelope<Request>,
    rounds: u32,
    /// What has to come before it is asked again.
    missing: Vec<u32>,
}

/// An engine, the requests that wait for it, and the chunks that come. Of each kind of request there is at most one:
/// what the reader wants now is in the newest.
#[derive(Debug)]
pub struct Desk<A> {
    answerer: A,
    tickets: VecDeque<Ticket>,
    /// The chunks on their way, and whether past the caches.
    coming: Vec<(u32, bool)>,
}

impl<A: Answerer> Desk<A> {
    /// A desk at which nobody waits.
    pub const fn new(answerer: A) -> Self {
        Self {
            answerer,
            tickets: VecDeque::new(),
            coming: Vec::new(),
        }
    }

    /// Takes in a request. An older one of its kind, whether it waits for its turn or for chunks, is pointless now; so
    /// are those of its chunks that nobody has begun to fetch.
    pub fn take(&mut self, request: Envelope<Request>) -> Option<Deed> {
        let kind = discriminant(&request.body);
        let older = self
            .tickets
            .iter()
            .position(|ticket| discriminant(&ticket.request.body) == kind);
        let cancelled = older.and_then(|at| self.tickets.remove(at));
        self.tickets.push_back(Ticket {
            request,
            rounds: 0,
            missing: Vec::new(),
        });
        cancelled.map(|ticket| respond(ticket.request.id, Response::Cancelled))
    }

    /// Asks the engine for the first answer that may be ready; no deeds where there is none.
    pub fn work(&mut self) -> Vec<Deed> {
        let ready = self.tickets.iter().position(|ticket| ticket.missing.is_empty());
        let Some(mut ticket) = ready.and_then(|at| self.tickets.remove(at)) else {
            return Vec::new();
        };
        let id = ticket.request.id;
        match self.answerer.answer(&ticket.request.body) {
            Ok(response) => vec![respond(id, response)],
            Err(needs) if needs.is_empty() || ticket.rounds == MAX_ROUNDS => {
                let message = format!(
                    "parts of the corpus are still missing after round {}",
                    ticket.rounds
                );
                vec![respond(id, Response::Failed(Failure::NoAnswer { message }))]
            }
            Err(needs) => {
                ticket.missing = needs;
                ticket.rounds += 1;
                self.tickets.push_front(ticket);
                self.fetch_more()
            }
        }
    }

    /// Whether [`Desk::work`] has something to do. A chunk that comes may be the last one that several requests wait for.
    pub fn is_ready(&self) -> bool {
        self.tickets.iter().any(|ticket| ticket.missing.is_empty())
    }

    /// Takes in a chunk, or why it could not be fetched. What is not as it should be is fetched once more, past the
    /// caches; if that is no better, those who wait for it are told. Later requests try again.
    pub fn fetched(&mut self, chunk: u32, bytes: Result<Vec<u8>, String>) -> Vec<Deed> {
        let Some(at) = self.coming.iter().position(|(coming, _)| *coming == chunk) else {
            return Vec::new();
        };
        let (_, fresh) = self.coming.remove(at);
        let added = bytes.and_then(|bytes| self.answerer.add(chunk, bytes));
        let wanted = self.tickets.iter().any(|ticket| ticket.missing.contains(&chunk));
        let mut deeds = Vec::new();
        match added {
            Ok(()) => {
                for ticket in &mut self.tickets {
                    if ticket.missing.contains(&chunk) {
                        ticket.missing.retain(|missing| *missing != chunk);
                        deeds.push(Deed::Tell(ticket.request.id));
                    }
                }
            }
            Err(_) if !wanted => {}
            Err(_) if !fresh => deeds.push(self.fetch(chunk, true)),
            Err(message) => self.give_up(chunk, &message, &mut deeds),
        }
        deeds.extend(self.fetch_more());
        deeds
    }

    /// Answers that `chunk` is missing to all that wait for it.
    fn give_up(&mut self, chunk: u32, message: &str, deeds: &mut Vec<Deed>) {
        let file = self.answerer.chunk_name(chunk);
        self.tickets.retain(|ticket| {
            let waits = ticket.missing.contains(&chunk);
            if waits {
                let failure = Failure::ChunkMissing {
                    file: file.clone(),
                    message: message.to_owned(),
                };
                deeds.push(respond(ticket.request.id, Response::Failed(failure)));
            }
            !waits
        });
    }

    fn fetch_more(&mut self) -> Vec<Deed> {
        let mut next = Vec::new();
        for chunk in self.tickets.iter().flat_map(|ticket| &ticket.missing) {
            let known = next.contains(chunk) || self.coming.iter().any(|(coming, _)| coming == chunk);
            if !known && self.coming.len() + next.len() < AT_ONCE {
                next.push(*chunk);
            }
        }
        next.into_iter().map(|chunk| self.fetch(chunk, false)).collect()
    }

    fn fetch(&mut self, chunk: u32, fresh: bool) -> Deed {
        self.coming.push((chunk, fresh));
        let file = self.answerer.chunk_name(chunk);
        Deed::Fetch { chunk, file, fresh }
    }
}

fn respond(id: u32, body: Response) -> Deed {
    Deed::Respond(Envelope { id, body })
}

#[cfg(test)]
mod tests;
