use super::reduce;
use crate::fixtures;
use crate::state::{Action, AppState, Notice, Remote, Survey, ledger_request};
use crate::view::{Lens, Spot, TableView};
use engine::protocol::{Column, Failure, Ledger, LedgerResponse, Order, Packed, TieKind};
use std::rc::Rc;

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions
        .into_iter()
        .fold(state.clone(), |state, action| reduce(&state, action))
}

fn rows(ledger: Ledger, there: usize, total: u32) -> Action {
    let row = engine::protocol::LedgerRow {
        cells: vec![],
        evidence: vec![],
        more: 0,
    };
    Action::GotLedger(Ok(Rc::new(LedgerResponse {
        ledger,
        total,
        rows_in_view: total,
        unsure: 0,
        articles: 5,
        rows: vec![row; there],
        entities: vec![],
        topics: vec![],
        unknown: vec![],
    })))
}

fn meetings() -> AppState {
    reduce(&AppState::default(), Action::Look(Lens::Ledger(Ledger::Meetings)))
}

#[test]
fn a_column_sorts_up_then_down_then_no_more() {
    let mut state = meetings();
    let orders = [0; 4].map(|_| {
        state = reduce(&state, Action::Order(Column::Date));
        state.view.table.order.map(|order| order.descending)
    });
    assert_eq!(orders, [Some(false), Some(true), None, Some(false)]);
    let other = reduce(&state, Action::Order(Column::Level));
    let level = Order {
        column: Column::Level,
        descending: false,
    };
    assert_eq!(other.view.table.order, Some(level));
}

#[test]
fn another_lens_begins_with_rows_of_its_own() {
    let state = after(
        &meetings(),
        [
            rows(Ledger::Meetings, 50, 80),
            Action::FindRows("Putin".into()),
            Action::Unsure(true),
            Action::Order(Column::Date),
        ],
    );
    let other = reduce(&state, Action::Look(Lens::Ledger(Ledger::Offices)));
    assert_eq!(
        (other.ledger.clone(), other.view.table.clone()),
        (Remote::Idle, TableView::default())
    );
    // What was asked for before comes too late.
    let late = reduce(&other, rows(Ledger::Meetings, 1, 1));
    assert_eq!(late.ledger, Remote::Idle);
    let same = reduce(&state, Action::Look(Lens::Ledger(Ledger::Meetings)));
    assert_eq!(same, state);
}

#[test]
fn more_rows_are_asked_for_while_there_are_some_and_others_begin_anew() {
    let state = after(&meetings(), [rows(Ledger::Meetings, 50, 80), Action::MoreRows]);
    assert_eq!(state.row_pages, 1);
    let all = after(&state, [rows(Ledger::Meetings, 80, 80), Action::MoreRows]);
    assert_eq!(all.row_pages, 1);
    for action in [
        Action::Order(Column::Date),
        Action::FindRows("x".into()),
        Action::Type("nga".into()),
    ] {
        assert_eq!(reduce(&all, action).row_pages, 0);
    }
}

#[test]
fn what_stands_behind_the_most_that_an_answer_holds_is_a_window_of_its_own() {
    let full = after(&meetings(), [rows(Ledger::Meetings, 500, 1200), Action::AllRows]);
    assert_eq!(
        reduce(&full, Action::MoreRows),
        full,
        "an answer has no room for more"
    );
    let next = reduce(&full, Action::RowsFrom(500));
    assert_eq!(
        ledger_request(&next).map(|asked| (asked.offset, asked.limit)),
        Some((500, 50))
    );
    assert_eq!(next.pages, 0, "no results are fetched for it");
    let more = after(&next, [rows(Ledger::Meetings, 50, 1200), Action::MoreRows]);
    assert_eq!(
        ledger_request(&more).map(|asked| (asked.offset, asked.limit)),
        Some((500, 100))
    );
    let last = after(&next, [Action::RowsFrom(1000), rows(Ledger::Meetings, 200, 1200)]);
    assert_eq!(reduce(&last, Action::MoreRows), last, "there are no others");
    for action in [Action::Order(Column::Date), Action::Type("nga".into())] {
        assert_eq!(reduce(&more, action).row_from, 0);
    }
}

#[test]
fn an_article_covers_the_entity_and_gives_it_back() {
    let putin = "person:vladimir-putin";
    let state = after(
        &AppState::default(),
        [Action::Meet(putin.into()), Action::Open("003".into(), None)],
    );
    assert_eq!(state.view.entity.as_deref(), Some(putin));
    let closed = reduce(&state, Action::Close);
    assert_eq!(
        (closed.view.doc, closed.view.entity.as_deref()),
        (None, Some(putin))
    );
    // An entity that is chosen in an article takes its place.
    let met = reduce(&state, Action::Meet("place:russia".into()));
    assert_eq!(
        (met.view.doc, met.view.entity.as_deref()),
        (None, Some("place:russia"))
    );
    assert_eq!(reduce(&state, Action::Ask("nga".into())).view.entity, None);
}

#[test]
fn what_was_picked_goes_with_its_article() {
    let article = Rc::new(fixtures::article());
    let names = article.blocks.iter().position(|block| !block.mentions.is_empty());
    let spot = Spot::of(&article, (names.unwrap(), 0)).unwrap();
    let pick = Action::Pick(Some(spot.clone()));
    assert_eq!(reduce(&AppState::default(), pick.clone()).view.mention, None);
    let open = Action::Open(article.doc.clone(), None);
    let came = Action::GotArticle(Ok(Rc::clone(&article)));
    let state = after(&AppState::default(), [open, came.clone(), pick]);
    assert!(state.picked().is_some());
    for action in [Action::Close, Action::Open("other".into(), None)] {
        assert_eq!(reduce(&state, action).view.mention, None);
    }
    assert_eq!(reduce(&state, came.clone()).view.mention, Some(spot.clone()));

    // The address of an older text may name one that is not there any more.
    let mut old = state.clone();
    old.view.mention = Some(Spot { number: 9999, ..spot });
    let now = reduce(&old, came);
    assert_eq!((now.view.mention, now.notices.len()), (None, 1));
}

#[test]
fn an_entity_that_the_corpus_does_not_know_leaves_the_view_with_a_notice() {
    let failure = |id: &str| Action::GotEntity(Err(Failure::NoSuchEntity { id: id.into() }));
    let state = reduce(&AppState::default(), Action::Meet("person:x".into()));
    assert_eq!(reduce(&state, failure("person:y")), state);
    let gone = reduce(&state, failure("person:x"));
    assert_eq!((gone.view.entity, gone.notices.len()), (None, 1));
}

#[test]
fn a_tie_that_the_corpus_does_not_know_leaves_the_view_with_a_notice() {
    let mut state = reduce(&AppState::default(), Action::Look(Lens::Network));
    let tie = TieKind::Met.between("person:x", "person:y");
    state.view.network.open = Some(tie);
    let answer = |lost| {
        let network = Packed::new(&fixtures::network());
        Action::GotSurvey(Ok(Rc::new(Survey::Network(network, lost))))
    };
    assert_eq!(reduce(&state, answer(false)).view, state.view);
    let gone = reduce(&state, answer(true));
    let notice = Notice::BadParameter {
        parameter: "edge".into(),
        value: "met~person:x~person:y".into(),
    };
    assert_eq!((gone.view.network.open, gone.notices), (None, vec![notice]));
    assert!(gone.survey.shown().is_some());
}
