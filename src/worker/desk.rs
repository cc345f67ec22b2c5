//! Decides what becomes of requests in the worker, and of the chunks that their answers need. Pure.

use super::Answerer;
use engine::protocol::{Envelope, Failure, Fetching, Request, Response};
use std::collections::VecDeque;
use std::mem::discriminant;
use std::ops::Range;

/// How many files are fetched at a time. Of an old host a browser takes six, of others as many as one likes.
const AT_ONCE: usize = 16;
/// How often an answer may need more. The engine needs some three rounds, each for all that it then knows of.
const MAX_ROUNDS: u32 = 8;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Send this to the page.
    Respond(Envelope<Response>),
    /// Tell the page that parts of an answer are coming.
    Tell(Fetching),
    /// Fetch a file, then report it to [`Desk::fetched`].
    Fetch {
        /// The chunks in it.
        chunks: Range<u32>,
        /// Its name.
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
    /// How many parts it has needed so far, in all rounds.
    parts: u32,
}

impl Ticket {
    fn progress(&self) -> Deed {
        Deed::Tell(Fetching {
            id: self.request.id,
            come: self.parts.saturating_sub(self.missing.len() as u32),
            of: self.parts,
        })
    }
}

/// An engine, the requests that wait for it, and the chunks that come. Of each kind of request there is at most one:
/// what the reader wants now is in the newest.
#[derive(Debug)]
pub struct Desk<A> {
    answerer: A,
    tickets: VecDeque<Ticket>,
    /// The files on their way, and whether past the caches.
    coming: Vec<(Range<u32>, bool)>,
    /// Packs that could not be had: their chunks are fetched one by one.
    broken: Vec<Range<u32>>,
}

impl<A: Answerer> Desk<A> {
    /// A desk at which nobody waits.
    pub const fn new(answerer: A) -> Self {
        Self {
            answerer,
            tickets: VecDeque::new(),
            coming: Vec::new(),
            broken: Vec::new(),
        }
    }

    /// Takes in a request. An older one of its kind, whether it waits for its turn or for chunks, is pointless now; so
    /// are those of its chunks that nobody has begun to fetch.
    pub fn take(&mut self, request: Envelope<Request>) -> Option<Deed> {
        // What could not be had may be there again.
        self.broken.clear();
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
            parts: 0,
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
                ticket.parts += needs.len() as u32;
                ticket.missing = needs;
                ticket.rounds += 1;
                let mut deeds = vec![ticket.progress()];
                self.tickets.push_front(ticket);
                deeds.extend(self.fetch_more());
                deeds
            }
        }
    }

    /// Whether [`Desk::work`] has something to do. A chunk that comes may be the last one that several requests wait for.
    pub fn is_ready(&self) -> bool {
        self.tickets.iter().any(|ticket| ticket.missing.is_empty())
    }

    /// Takes in a file, or why it could not be fetched. Of a pack that is not as it should be the chunks are fetched one by
    /// one; such a chunk is fetched once more, past the caches; if that is no better, those who wait for it are told.
    /// Later requests try again.
    pub fn fetched(&mut self, chunks: &Range<u32>, bytes: Result<Vec<u8>, String>) -> Vec<Deed> {
        let Some(at) = self.coming.iter().position(|(coming, _)| coming == chunks) else {
            return Vec::new();
        };
        let (_, fresh) = self.coming.remove(at);
        let added = bytes.and_then(|bytes| self.answerer.add(chunks, bytes));
        let waits = |ticket: &Ticket| ticket.missing.iter().any(|missing| chunks.contains(missing));
        let mut deeds = Vec::new();
        match added {
            Ok(()) => {
                for ticket in self.tickets.iter_mut().filter(|ticket| waits(ticket)) {
                    ticket.missing.retain(|missing| !chunks.contains(missing));
                    deeds.push(ticket.progress());
                }
            }
            Err(_) if chunks.len() > 1 => self.broken.push(chunks.clone()),
            Err(_) if !self.tickets.iter().any(waits) => {}
            Err(_) if !fresh => deeds.push(self.fetch(chunks.clone(), true)),
            Err(message) => self.give_up(chunks.start, &message, &mut deeds),
        }
        deeds.extend(self.fetch_more());
        deeds
    }

    /// Answers that `chunk` is missing to all that wait for it.
    fn give_up(&mut self, chunk: u32, message: &str, deeds: &mut Vec<Deed>) {
        let file = self.answerer.file_name(&(chunk..chunk + 1));
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
        let mut deeds = Vec::new();
        for at in 0..self.tickets.len() {
            let missing = self.tickets.get(at).map_or(&[][..], |ticket| &ticket.missing);
            let is_coming = |chunk: &u32| self.coming.iter().any(|(coming, _)| coming.contains(chunk));
            let waiting: Vec<u32> = missing
                .iter()
                .copied()
                .filter(|chunk| !is_coming(chunk))
                .collect();
            for file in self.files(&waiting) {
                if self.coming.len() >= AT_ONCE {
                    return deeds;
                }
                deeds.push(self.fetch(file, false));
            }
        }
        deeds
    }

    /// The files to fetch for chunks.
    fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        let (broken, whole): (Vec<_>, Vec<_>) = self
            .answerer
            .files(wanted)
            .into_iter()
            .partition(|file| self.broken.contains(file));
        let alone = wanted
            .iter()
            .filter(|chunk| broken.iter().any(|file| file.contains(chunk)))
            .map(|chunk| *chunk..chunk + 1);
        whole.into_iter().chain(alone).collect()
    }

    fn fetch(&mut self, chunks: Range<u32>, fresh: bool) -> Deed {
        self.coming.push((chunks.clone(), fresh));
        let file = self.answerer.file_name(&chunks);
        Deed::Fetch { chunks, file, fresh }
    }
}

fn respond(id: u32, body: Response) -> Deed {
    Deed::Respond(Envelope { id, body })
}

#[cfg(test)]
mod tests;
