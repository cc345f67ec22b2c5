use super::*;
use engine::protocol::{ArticleRequest, Fetching, Notice, Profile, SearchRequest};

fn search() -> Request {
    Request::Search(SearchRequest::default())
}

fn answer(id: u32) -> Event {
    let body = Response::Profile(Profile::default());
    Event::Heard(Heard::Answer(Envelope { id, body }))
}

fn hello() -> Event {
    Event::Heard(Heard::Notice(Notice::Ready))
}

fn panicked() -> Event {
    Event::Heard(Heard::Notice(Notice::Panicked("out of memory".into())))
}

fn ready() -> Supervisor {
    let (mut supervisor, deeds) = Supervisor::new();
    assert_eq!(deeds, [Deed::Start, Deed::Await(Watch::Ready)]);
    let deeds = supervisor.happen(hello());
    assert_eq!(deeds, [Deed::CallOff(Watch::Ready), status(WorkerStatus::Ready)]);
    supervisor
}

fn posted(deeds: &[Deed]) -> Vec<u32> {
    let mut ids = Vec::new();
    for deed in deeds {
        if let Deed::Post(envelope) = deed {
            ids.push(envelope.id);
        }
    }
    ids
}

fn answered(deeds: &[Deed]) -> Vec<u32> {
    let mut ids = Vec::new();
    for deed in deeds {
        if let Deed::Answer(id, _) = deed {
            ids.push(*id);
        }
    }
    ids
}

#[test]
fn requests_wait_for_the_workers_first_word() {
    let (mut supervisor, _) = Supervisor::new();
    let (id, deeds) = supervisor.ask(search());
    assert_eq!(deeds, []);
    assert_eq!(posted(&supervisor.happen(hello())), [id]);
    assert!(posted(&supervisor.happen(hello())).is_empty());
}

#[test]
fn each_request_is_answered_once() {
    let mut supervisor = ready();
    let (id, deeds) = supervisor.ask(search());
    assert_eq!(posted(&deeds), [id]);
    let deeds = supervisor.happen(answer(id));
    assert_eq!(deeds[0], Deed::CallOff(Watch::Answer(id)));
    assert_eq!(answered(&deeds), [id]);
    assert_eq!(supervisor.happen(answer(id)), []);
    assert_eq!(supervisor.happen(answer(99)), []);
}

#[test]
fn the_newest_of_a_kind_wins() {
    let mut supervisor = ready();
    let (first, _) = supervisor.ask(search());
    let (article, deeds) = supervisor.ask(Request::Article(ArticleRequest::default()));
    assert!(answered(&deeds).is_empty());
    let (second, deeds) = supervisor.ask(search());
    assert!(deeds.contains(&Deed::Answer(first, Response::Cancelled)));
    assert_eq!(supervisor.happen(answer(first)), []);
    assert_eq!(answered(&supervisor.happen(answer(article))), [article]);
    assert_eq!(answered(&supervisor.happen(answer(second))), [second]);
}

#[test]
fn a_panic_restarts_and_asks_again_once() {
    let mut supervisor = ready();
    let (id, _) = supervisor.ask(search());
    let deeds = supervisor.happen(panicked());
    let expected = [
        Deed::Stop,
        Deed::CallOff(Watch::Answer(id)),
        status(WorkerStatus::Restarting),
        Deed::Start,
        Deed::Await(Watch::Ready),
    ];
    assert_eq!(deeds, expected);
    assert_eq!(posted(&supervisor.happen(hello())), [id]);
    let deeds = supervisor.happen(panicked());
    let Some(Deed::Answer(_, Response::Failed(Failure::NoAnswer { message }))) =
        deeds.iter().find(|deed| matches!(deed, Deed::Answer(..)))
    else {
        panic!("{deeds:?}");
    };
    assert_eq!(message, "out of memory");
    assert!(posted(&supervisor.happen(hello())).is_empty());
}

#[test]
fn a_worker_that_never_comes_up_is_given_up() {
    let (mut supervisor, _) = Supervisor::new();
    let (id, _) = supervisor.ask(search());
    for _ in 0..MAX_RESTARTS {
        let deeds = supervisor.happen(Event::Late(Watch::Ready));
        assert!(deeds.contains(&Deed::Start));
        assert!(answered(&deeds).is_empty());
    }
    let deeds = supervisor.happen(Event::Broken("no such file".into()));
    assert_eq!(answered(&deeds), [id]);
    assert_eq!(deeds.last(), Some(&status(WorkerStatus::Dead)));
    assert!(!deeds.contains(&Deed::Start));
    let (late, deeds) = supervisor.ask(search());
    assert_eq!(answered(&deeds), [late]);
    assert_eq!(supervisor.happen(hello()), []);
}

#[test]
fn answers_make_the_count_of_restarts_begin_anew() {
    let mut supervisor = ready();
    for _ in 0..=MAX_RESTARTS {
        supervisor.happen(panicked());
        supervisor.happen(hello());
        let (id, _) = supervisor.ask(search());
        assert_eq!(answered(&supervisor.happen(answer(id))), [id]);
    }
}

#[test]
fn a_late_answer_counts_as_a_death_and_one_that_came_does_not() {
    let mut supervisor = ready();
    let (id, _) = supervisor.ask(search());
    assert!(
        supervisor
            .happen(Event::Late(Watch::Answer(id)))
            .contains(&Deed::Stop)
    );
    let mut supervisor = ready();
    let (id, _) = supervisor.ask(search());
    supervisor.happen(answer(id));
    assert_eq!(supervisor.happen(Event::Late(Watch::Answer(id))), []);
    assert_eq!(supervisor.happen(Event::Late(Watch::Ready)), []);
}

#[test]
fn an_answer_whose_parts_are_coming_is_waited_for_longer() {
    let coming = |id| Fetching { id, come: 1, of: 3 };
    let fetching = |id| Event::Heard(Heard::Notice(Notice::Fetching(coming(id))));
    let mut supervisor = ready();
    let (id, _) = supervisor.ask(search());
    assert_eq!(
        supervisor.happen(fetching(id)),
        [
            Deed::Await(Watch::Answer(id)),
            Deed::News(News::Coming(coming(id)))
        ]
    );
    supervisor.happen(answer(id));
    assert_eq!(supervisor.happen(fetching(id)), []);
}

#[test]
fn the_reader_can_start_a_dead_worker_again() {
    let (mut supervisor, _) = Supervisor::new();
    assert_eq!(supervisor.restart(), []);
    for _ in 0..=MAX_RESTARTS {
        supervisor.happen(panicked());
    }
    let expected = [
        status(WorkerStatus::Starting),
        Deed::Start,
        Deed::Await(Watch::Ready),
    ];
    assert_eq!(supervisor.restart(), expected);
    assert!(supervisor.happen(hello()).contains(&status(WorkerStatus::Ready)));
}

#[test]
fn another_corpus_is_opened_by_another_worker_which_is_asked_what_waits() {
    let mut supervisor = ready();
    let (id, _) = supervisor.ask(search());
    let expected = [
        Deed::Stop,
        Deed::CallOff(Watch::Answer(id)),
        Deed::Start,
        Deed::Await(Watch::Ready),
    ];
    assert_eq!(supervisor.reopen(), expected);
    let again = supervisor.reopen();
    assert!(again.contains(&Deed::CallOff(Watch::Ready)) && again.contains(&Deed::Start));
    assert_eq!(posted(&supervisor.happen(hello())), [id]);
    for _ in 0..=MAX_RESTARTS {
        supervisor.happen(panicked());
    }
    assert!(supervisor.reopen().contains(&status(WorkerStatus::Starting)));
}
