use super::reduce;
use crate::state::tests::{article, with_hits};
use crate::state::{Action, AppState, Effect, Notice, Remote, effects};
use crate::view::{ReadingView, ViewState};
use engine::protocol::{BesideRequest, BesideResponse, DiffRequest, DiffResponse, Failure, Packed, Request};
use std::rc::Rc;

fn read(state: &AppState, reading: ReadingView) -> (AppState, Vec<Request>) {
    let view = ViewState {
        reading,
        ..state.view.clone()
    };
    let action = Action::Show(Box::new(view));
    let after = reduce(state, action.clone());
    let asked = effects(state, &action, &after);
    let requests = asked.into_iter().filter_map(|effect| match effect {
        Effect::Beside(request) => Some(request),
        _ => None,
    });
    let requests = requests.collect();
    (after, requests)
}

fn open() -> AppState {
    let open = reduce(&with_hits(&["000", "001"]), Action::Open("000".into(), None));
    reduce(&open, Action::GotArticle(Ok(article("000", 1))))
}

fn beside() -> Request {
    Request::Beside(BesideRequest { doc: "000".into() })
}

fn news() -> ReadingView {
    ReadingView {
        news: true,
        ..ReadingView::default()
    }
}

fn with(doc: &str) -> ReadingView {
    ReadingView {
        with: Some(doc.into()),
        ..news()
    }
}

#[test]
fn what_an_article_is_beside_others_is_asked_once_and_when_it_is_wanted() {
    let (raw, asked) = read(
        &open(),
        ReadingView {
            raw: true,
            ..ReadingView::default()
        },
    );
    assert_eq!((raw.beside, asked), (Remote::Idle, vec![]));
    let (state, asked) = read(&open(), news());
    assert_eq!((&state.beside, asked), (&Remote::Loading(None), vec![beside()]));
    let diff = Request::Diff(DiffRequest {
        doc: "000".into(),
        with: "001".into(),
    });
    let (state, asked) = read(&state, with("001"));
    assert_eq!((&state.diff, asked), (&Remote::Loading(None), vec![diff]));
    let (state, asked) = read(&state, ReadingView::default());
    assert_eq!(
        (state.beside, state.diff, asked),
        (Remote::Idle, Remote::Idle, vec![])
    );
}

#[test]
fn another_article_is_read_the_same_way_and_compared_with_none() {
    let (state, _) = read(&open(), with("001"));
    let turned = reduce(&state, Action::Turn(1));
    assert_eq!(turned.view.reading, news());
    assert_eq!(
        (turned.beside, turned.diff),
        (Remote::Loading(None), Remote::Idle)
    );
    let linked = state.view.opened("001", None);
    assert_eq!(linked.reading, news());
    assert_eq!(state.view.opened("000", Some("p-1")).reading, with("001"));
    assert_eq!(reduce(&state, Action::Close).view.reading, ReadingView::default());
}

#[test]
fn an_article_that_is_not_there_is_compared_with_no_more() {
    let (state, _) = read(&open(), with("nope"));
    let gone = Failure::NoSuchArticle { doc: "nope".into() };
    let state = reduce(&state, Action::GotDiff(Err(gone)));
    assert!(state.view.reading.beside && state.view.reading.with.is_none());
    assert!(matches!(&state.notices[..], [Notice::BadParameter { parameter, .. }] if parameter == "with"));
}

#[test]
fn answers_that_nobody_waits_for_are_left() {
    let answer = BesideResponse {
        doc: "000".into(),
        similar: vec![],
        compared: 0,
        others: 0,
        news: engine::protocol::News::Undated,
        ledgers: vec![],
    };
    let answer = Rc::new(Packed::new(&answer));
    let late = reduce(&open(), Action::GotBeside(Ok(Rc::clone(&answer))));
    assert_eq!(late.beside, Remote::Idle);
    let failed: Result<Rc<Packed<DiffResponse>>, _> = Err(Failure::PartMissing);
    assert_eq!(reduce(&open(), Action::GotDiff(failed)).diff, Remote::Idle);
    let (state, _) = read(&open(), news());
    assert_eq!(
        reduce(&state, Action::GotBeside(Ok(Rc::clone(&answer)))).beside,
        Remote::Ready(answer)
    );
}
