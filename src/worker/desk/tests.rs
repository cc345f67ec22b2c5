use super::*;
use engine::protocol::{ArticleRequest, SearchRequest};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Whose answers need the chunks whose numbers are the query; of each only `[number]` is good.
#[derive(Debug, Default)]
struct Shelf {
    there: BTreeSet<u32>,
    /// Answers need this one too once the others are there.
    then: Option<u32>,
    never: bool,
}

impl Answerer for Shelf {
    fn answer(&mut self, request: &Request) -> Result<Response, Vec<u32>> {
        let text = match request {
            Request::Profile | Request::Suggest(_) => return Ok(Response::Cancelled),
            Request::Search(search) => &search.query,
            Request::Article(article) => &article.query,
        };
        let wanted = text.split_whitespace().map(|number| number.parse().unwrap());
        let needs: Vec<u32> = wanted.filter(|chunk| !self.there.contains(chunk)).collect();
        let then = self.then.filter(|chunk| !self.there.contains(chunk));
        match (needs.as_slice(), then) {
            ([], Some(then)) => Err(vec![then]),
            ([], None) if !self.never => Ok(Response::Profile(engine::protocol::Profile::default())),
            ([], None) => Err(vec![0]),
            _ => Err(needs),
        }
    }

    fn chunk_name(&self, chunk: u32) -> String {
        format!("{chunk}.bin")
    }

    fn add(&mut self, chunk: u32, bytes: Vec<u8>) -> Result<(), String> {
        if bytes != [chunk as u8] {
            return Err("damaged".into());
        }
        if !self.never {
            self.there.insert(chunk);
        }
        Ok(())
    }
}

fn search(id: u32, query: &str) -> Envelope<Request> {
    let body = Request::Search(SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    });
    Envelope { id, body }
}

fn article(id: u32, query: &str) -> Envelope<Request> {
    let body = Request::Article(ArticleRequest {
        query: query.into(),
        ..ArticleRequest::default()
    });
    Envelope { id, body }
}

fn desk() -> Desk<Shelf> {
    Desk::new(Shelf::default())
}

fn good(desk: &mut Desk<Shelf>, chunk: u32) -> Vec<Deed> {
    desk.fetched(chunk, Ok(vec![chunk as u8]))
}

fn bad(desk: &mut Desk<Shelf>, chunk: u32) -> Vec<Deed> {
    desk.fetched(chunk, Err("404".into()))
}

/// In short: `4!` is chunk 4 to be fetched afresh, `#1` and `?1` an answer and a word about number 1.
fn told(deeds: &[Deed]) -> String {
    let deed = |deed: &Deed| match deed {
        Deed::Fetch { chunk, fresh, .. } => format!("{chunk}{}", if *fresh { "!" } else { "" }),
        Deed::Tell(id) => format!("?{id}"),
        Deed::Respond(Envelope { id, body }) => match body {
            Response::Failed(Failure::ChunkMissing { file, message }) => format!("#{id} {file}: {message}"),
            Response::Failed(other) => format!("#{id} {other:?}"),
            Response::Cancelled => format!("#{id} cancelled"),
            _ => format!("#{id}"),
        },
    };
    deeds.iter().map(deed).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_newer_request_takes_the_place_of_an_older_one_of_its_kind() {
    let mut desk = desk();
    let taken: Vec<Deed> = [
        search(1, ""),
        article(2, ""),
        search(3, ""),
        article(4, ""),
        search(5, ""),
    ]
    .into_iter()
    .filter_map(|request| desk.take(request))
    .collect();
    assert_eq!(told(&taken), "#1 cancelled #2 cancelled #3 cancelled");
    assert_eq!(told(&desk.work()), "#4");
    assert_eq!(told(&desk.work()), "#5");
    assert!(desk.work().is_empty());
}

#[test]
fn an_answered_request_is_not_cancelled() {
    let mut desk = desk();
    desk.take(search(1, ""));
    desk.work();
    assert_eq!(desk.take(search(2, "")), None);
}

#[test]
fn an_answer_waits_for_what_it_needs_round_after_round() {
    let mut desk = desk();
    desk.answerer.then = Some(9);
    desk.take(search(1, "2 3"));
    assert_eq!(told(&desk.work()), "2 3");
    assert!(desk.work().is_empty());
    assert_eq!(told(&good(&mut desk, 3)), "?1");
    assert!(desk.work().is_empty());
    assert_eq!(told(&good(&mut desk, 2)), "?1");
    assert_eq!(told(&desk.work()), "9");
    assert_eq!(told(&good(&mut desk, 9)), "?1");
    assert_eq!(told(&desk.work()), "#1");
    // What was loaded once stays.
    desk.take(search(2, "3 2"));
    assert_eq!(told(&desk.work()), "#2");
}

#[test]
fn one_chunk_may_be_the_last_for_several() {
    let mut desk = desk();
    desk.take(search(1, "2"));
    desk.take(article(2, "2"));
    assert_eq!(told(&desk.work()), "2");
    desk.work();
    assert!(!desk.is_ready());
    assert_eq!(told(&good(&mut desk, 2)), "?2 ?1");
    assert!(desk.is_ready());
    assert_eq!(told(&desk.work()), "#2");
    assert!(desk.is_ready());
    assert_eq!(told(&desk.work()), "#1");
    assert!(!desk.is_ready());
}

#[test]
fn at_most_six_come_at_a_time_and_none_twice() {
    let mut desk = desk();
    desk.take(search(1, "1 2 3 4 5 6 7 8"));
    desk.take(article(2, "2 9"));
    assert_eq!(told(&desk.work()), "1 2 3 4 5 6");
    assert_eq!(told(&desk.work()), "");
    assert_eq!(told(&good(&mut desk, 2)), "?2 ?1 9");
    assert_eq!(told(&good(&mut desk, 9)), "?2 7");
    assert_eq!(told(&desk.work()), "#2");
}

#[test]
fn a_newer_request_does_not_wait_for_what_an_older_one_needed() {
    let mut desk = desk();
    desk.take(search(1, "1 2 3 4 5 6 7 8"));
    desk.work();
    assert_eq!(told(desk.take(search(2, "9")).as_slice()), "#1 cancelled");
    // Six are on their way; no more of the old ones are begun.
    assert_eq!(told(&desk.work()), "");
    assert_eq!(told(&good(&mut desk, 4)), "9");
    assert_eq!(told(&bad(&mut desk, 5)), "");
    assert_eq!(told(&good(&mut desk, 9)), "?2");
    assert_eq!(told(&desk.work()), "#2");
    assert!(desk.answerer.there.contains(&4));
}

#[test]
fn what_is_damaged_is_fetched_past_the_caches_once() {
    let mut desk = desk();
    desk.take(search(1, "1"));
    desk.work();
    assert_eq!(told(&desk.fetched(1, Ok(vec![7]))), "1!");
    assert_eq!(told(&good(&mut desk, 1)), "?1");
    assert_eq!(told(&desk.work()), "#1");
}

#[test]
fn a_missing_chunk_is_told_to_those_who_wait_for_it_and_tried_again_later() {
    let mut desk = desk();
    desk.take(search(1, "1 2"));
    desk.take(article(2, "2"));
    assert_eq!(told(&desk.work()), "1 2");
    desk.work();
    assert_eq!(told(&bad(&mut desk, 1)), "1!");
    assert_eq!(told(&bad(&mut desk, 1)), "#1 1.bin: 404");
    assert_eq!(told(&good(&mut desk, 2)), "?2");
    assert_eq!(told(&desk.work()), "#2");
    desk.take(search(3, "1 2"));
    assert_eq!(told(&desk.work()), "1");
    assert_eq!(told(&good(&mut desk, 1)), "?3");
    assert_eq!(told(&desk.work()), "#3");
}

#[test]
fn an_answer_that_never_has_enough_is_given_up() {
    let mut desk = desk();
    desk.answerer.never = true;
    desk.take(search(1, ""));
    for _ in 0..MAX_ROUNDS {
        assert_eq!(told(&desk.work()), "0");
        good(&mut desk, 0);
    }
    let given_up = told(&desk.work());
    assert!(given_up.starts_with("#1 NoAnswer"), "{given_up}");
    assert!(desk.work().is_empty());
}

#[test]
fn a_chunk_that_nobody_asked_for_is_passed_over() {
    let mut desk = desk();
    assert!(good(&mut desk, 1).is_empty());
    assert!(desk.answerer.there.is_empty());
}

proptest! {
    /// Whatever comes in whatever order, if the desk works once for each request, each chunk, and each time that it is
    /// still ready: each request has one answer, and in the end nothing is left.
    #[test]
    fn each_request_is_answered_once(
        steps in prop::collection::vec((0_u8..4, any::<prop::sample::Index>(), any::<bool>()), 1..80),
        last: prop::sample::Index,
    ) {
        let mut desk = desk();
        let (mut asked, mut answered, mut coming, mut turns) = (0, Vec::new(), Vec::new(), 0);
        let rest = (0..240).map(|at| (2 + at % 2, last, true));
        for (kind, index, fine) in steps.into_iter().chain(rest) {
            let deeds = match kind {
                0 | 1 => {
                    asked += 1;
                    turns += 1;
                    let query = format!("{} {}", index.index(9), index.index(5) + 9);
                    let request = if kind == 0 { search(asked, &query) } else { article(asked, &query) };
                    desk.take(request).into_iter().collect()
                }
                2 if turns == 0 => Vec::new(),
                2 => {
                    let deeds = desk.work();
                    turns -= u32::from(!desk.is_ready());
                    deeds
                }
                _ if coming.is_empty() => Vec::new(),
                _ => {
                    let chunk = coming.swap_remove(index.index(coming.len()));
                    turns += 1;
                    if fine { good(&mut desk, chunk) } else { bad(&mut desk, chunk) }
                }
            };
            for deed in deeds {
                match deed {
                    Deed::Respond(answer) => answered.push(answer.id),
                    Deed::Fetch { chunk, .. } => {
                        prop_assert!(!coming.contains(&chunk));
                        coming.push(chunk);
                        prop_assert!(coming.len() <= AT_ONCE);
                    }
                    Deed::Tell(id) => prop_assert!(!answered.contains(&id)),
                }
            }
        }
        answered.sort_unstable();
        prop_assert_eq!(answered, (1..=asked).collect::<Vec<_>>());
        prop_assert!(desk.tickets.is_empty() && desk.coming.is_empty());
    }
}
