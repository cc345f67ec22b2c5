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
            Request::Search(search) => &search.query,
            Request::Article(article) => &article.query,
            _ => return Ok(Response::Cancelled),
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

    /// From 100 on, ten chunks are a pack, and two of them make it worth fetching.
    fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        let pack = |chunk: &u32| (*chunk >= 100).then(|| chunk / 10 * 10..chunk / 10 * 10 + 10);
        let files = wanted
            .chunk_by(|a, b| pack(a) == pack(b))
            .flat_map(|same| match pack(&same[0]) {
                Some(pack) if same.len() > 1 => vec![pack],
                _ => same.iter().map(|chunk| *chunk..chunk + 1).collect(),
            });
        files.collect()
    }

    fn file_name(&self, chunks: &Range<u32>) -> String {
        match chunks.len() {
            1 => format!("{}.bin", chunks.start),
            _ => format!("{}-{}.bin", chunks.start, chunks.end - 1),
        }
    }

    fn add(&mut self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), String> {
        if bytes != [chunks.start as u8] {
            return Err("damaged".into());
        }
        if !self.never {
            self.there.extend(chunks.clone());
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
    desk.fetched(&(chunk..chunk + 1), Ok(vec![chunk as u8]))
}

fn bad(desk: &mut Desk<Shelf>, chunk: u32) -> Vec<Deed> {
    desk.fetched(&(chunk..chunk + 1), Err("404".into()))
}

/// In short: `4!` is chunk 4 to be fetched afresh, `#1` and `?1` an answer and a word about number 1.
fn told(deeds: &[Deed]) -> String {
    let deed = |deed: &Deed| match deed {
        Deed::Fetch { file, fresh, .. } => {
            let name = file.strip_suffix(".bin").unwrap();
            format!("{name}{}", if *fresh { "!" } else { "" })
        }
        Deed::Tell(coming) => format!("?{}", coming.id),
        Deed::Respond(Envelope { id, body }) => match body {
            Response::Failed(Failure::ChunkMissing { file, message }) => format!("#{id} {file}: {message}"),
            Response::Failed(other) => format!("#{id} {other:?}"),
            Response::Cancelled => format!("#{id} cancelled"),
            _ => format!("#{id}"),
        },
    };
    // That it has begun is said every time.
    let begun = |deed: &&Deed| matches!(deed, Deed::Tell(Fetching { come: 0, .. }));
    let told = deeds.iter().filter(|deed| !begun(deed)).map(deed);
    told.collect::<Vec<_>>().join(" ")
}

#[test]
fn how_many_parts_have_come_is_told_from_the_first_to_the_last() {
    let mut desk = desk();
    desk.answerer.then = Some(9);
    desk.take(search(1, "2 3"));
    let counts = |deeds: Vec<Deed>| -> Vec<(u32, u32)> {
        let told = deeds.iter().filter_map(|deed| match deed {
            Deed::Tell(coming) => Some((coming.come, coming.of)),
            _ => None,
        });
        told.collect()
    };
    assert_eq!(counts(desk.work()), [(0, 2)]);
    assert_eq!(counts(good(&mut desk, 3)), [(1, 2)]);
    assert_eq!(counts(good(&mut desk, 2)), [(2, 2)]);
    // The texts of the second round were not known before.
    assert_eq!(counts(desk.work()), [(2, 3)]);
    assert_eq!(counts(good(&mut desk, 9)), [(3, 3)]);
    assert_eq!(counts(desk.work()), []);
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
    assert_eq!(told(&desk.work()), "?1 9");
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
fn at_most_sixteen_come_at_a_time_and_none_twice() {
    let mut desk = desk();
    desk.take(search(1, &numbers(1..19)));
    desk.take(article(2, "2 19"));
    assert_eq!(told(&desk.work()), numbers(1..17));
    assert_eq!(told(&desk.work()), "");
    assert_eq!(told(&good(&mut desk, 2)), "?2 ?1 19");
    assert_eq!(told(&good(&mut desk, 19)), "?2 17");
    assert_eq!(told(&desk.work()), "#2");
}

fn numbers(of: Range<u32>) -> String {
    of.map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn many_chunks_of_a_pack_come_in_one_file() {
    let mut desk = desk();
    desk.take(search(1, "5 100 104 117"));
    desk.take(article(2, "103 107 118"));
    assert_eq!(told(&desk.work()), "5 100-109 117");
    // What is in it need not come again.
    assert_eq!(told(&desk.work()), "118");
    assert_eq!(told(&desk.fetched(&(100..110), Ok(vec![100]))), "?2 ?1");
    assert_eq!(told(&good(&mut desk, 118)), "?2");
    assert_eq!(told(&desk.work()), "#2");
}

#[test]
fn chunks_of_a_pack_that_does_not_come_are_fetched_one_by_one() {
    let mut desk = desk();
    desk.take(search(1, "100 104"));
    assert_eq!(told(&desk.work()), "100-109");
    assert_eq!(told(&desk.fetched(&(100..110), Err("404".into()))), "100 104");
    assert_eq!(told(&good(&mut desk, 100)), "?1");
    assert_eq!(told(&bad(&mut desk, 104)), "104!");
    assert_eq!(told(&bad(&mut desk, 104)), "#1 104.bin: 404");
    // Later it may be there again.
    desk.take(search(2, "102 103"));
    assert_eq!(told(&desk.work()), "100-109");
    // A damaged one is no better than none.
    assert_eq!(told(&desk.fetched(&(100..110), Ok(vec![7]))), "102 103");
}

#[test]
fn a_newer_request_does_not_wait_for_what_an_older_one_needed() {
    let mut desk = desk();
    desk.take(search(1, &numbers(1..19)));
    desk.work();
    assert_eq!(told(desk.take(search(2, "19")).as_slice()), "#1 cancelled");
    // Sixteen are on their way; no more of the old ones are begun.
    assert_eq!(told(&desk.work()), "");
    assert_eq!(told(&good(&mut desk, 4)), "19");
    assert_eq!(told(&bad(&mut desk, 5)), "");
    assert_eq!(told(&good(&mut desk, 19)), "?2");
    assert_eq!(told(&desk.work()), "#2");
    assert!(desk.answerer.there.contains(&4));
}

#[test]
fn what_is_damaged_is_fetched_past_the_caches_once() {
    let mut desk = desk();
    desk.take(search(1, "1"));
    desk.work();
    assert_eq!(told(&desk.fetched(&(1..2), Ok(vec![7]))), "1!");
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
    for round in 0..MAX_ROUNDS {
        assert_eq!(told(&desk.work()), if round == 0 { "0" } else { "?1 0" });
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
                    let mut query = format!("{} {}", index.index(9), index.index(5) + 9);
                    if fine {
                        let [one, two, three] = [100 + index.index(20), 120 + index.index(7), 127 + index.index(9)];
                        query = format!("{query} {one} {two} {three}");
                    }
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
                    let file: Range<u32> = coming.swap_remove(index.index(coming.len()));
                    turns += file.len() as u32;
                    let bytes = if fine { Ok(vec![file.start as u8]) } else { Err("404".to_owned()) };
                    desk.fetched(&file, bytes)
                }
            };
            for deed in deeds {
                match deed {
                    Deed::Respond(answer) => answered.push(answer.id),
                    Deed::Fetch { chunks, .. } => {
                        prop_assert!(!coming.contains(&chunks));
                        coming.push(chunks);
                        prop_assert!(coming.len() <= AT_ONCE);
                    }
                    Deed::Tell(coming) => {
                        prop_assert!(!answered.contains(&coming.id));
                        prop_assert!(coming.come <= coming.of && coming.of > 0);
                    }
                }
            }
        }
        answered.sort_unstable();
        prop_assert_eq!(answered, (1..=asked).collect::<Vec<_>>());
        prop_assert!(desk.tickets.is_empty() && desk.coming.is_empty());
    }
}
