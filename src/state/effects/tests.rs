use super::*;
use crate::fixtures;
use crate::state::tests::{article, found, with_hits};
use crate::state::{Notice, Remote};
use crate::view::{Choice, Lens, Spot};
use engine::protocol::{ArticleResponse, EntityKind, Failure, Ledger, Sort, UnknownValue};
use std::rc::Rc;

fn run(before: &AppState, action: &Action) -> Vec<Effect> {
    effects(before, action, &reduce(before, action.clone()))
}

fn typed(query: &str) -> AppState {
    reduce(&AppState::default(), Action::Type(query.into()))
}

#[test]
fn typing_replaces_and_waits() {
    let action = Action::Type("nga".into());
    let out = run(&AppState::default(), &action);
    assert_eq!(out[0], Effect::Write(HistoryStep::Replace));
    let Effect::Search {
        request,
        typing: true,
    } = &out[1]
    else {
        panic!("{out:?}");
    };
    assert_eq!((request.query.as_str(), request.limit), ("nga", FIRST));
    assert_eq!(out.len(), 2);
}

#[test]
fn what_a_query_goes_on_with_is_asked_while_somebody_answers() {
    let request = SuggestRequest {
        query: "hop".into(),
        cursor: 3,
    };
    let asked = |query: &str| run(&typed(query), &Action::Suggest(query.into(), 3));
    assert_eq!(asked("hop"), [Effect::Suggest(request)]);
    // Without a query there are those of before.
    assert!(matches!(asked("  ").as_slice(), [Effect::Suggest(_)]));
    let dead = AppState {
        worker: WorkerStatus::Dead,
        ..typed("hop")
    };
    assert_eq!(run(&dead, &Action::Suggest("hop".into(), 3)), []);
}

#[test]
fn other_names_are_kept_and_asked_for_again() {
    let out = run(&typed("Путин"), &Action::Aliases(false));
    assert_eq!(
        out[..2],
        [Effect::KeepAliases(false), Effect::Write(HistoryStep::Replace)]
    );
    assert!(matches!(&out[2], Effect::Search { request, typing: false } if !request.aliases));
}

#[test]
fn discrete_acts_push_and_ask_at_once() {
    let before = typed("nga");
    let limits = Action::Dates(Some("2018".into()), None);
    let person = Action::Choose(Facet::Person, "a".into(), Choice::Included);
    for action in [
        Action::Ask("my".into()),
        limits,
        person,
        Action::SortBy(Sort::Newest),
    ] {
        let out = run(&before, &action);
        assert_eq!(out[0], Effect::Write(HistoryStep::Push), "{action:?}");
        assert!(
            matches!(out[1], Effect::Search { typing: false, .. }),
            "{action:?}"
        );
    }
}

#[test]
fn what_changes_nothing_does_nothing() {
    let before = typed("nga");
    for action in [
        Action::Type("nga".into()),
        Action::SortBy(Sort::Relevance),
        Action::ClearFilters,
        Action::Close,
        Action::MatchAll(Facet::Org, true),
        Action::Step(1),
        Action::Help(true),
    ] {
        assert_eq!(run(&before, &action), [], "{action:?}");
        assert_eq!(history(&before, &action), HistoryStep::None);
    }
}

#[test]
fn opening_fetches_and_does_not_search_again() {
    let before = with_hits(&["000", "001"]);
    let out = run(&before, &Action::Open("001".into(), Some("p-1".into())));
    assert_eq!(out.len(), 2);
    assert_eq!(out[0], Effect::Write(HistoryStep::Push));
    assert!(matches!(&out[1], Effect::Fetch { request, typing: false } if request.doc == "001"));
    let open = reduce(&before, Action::Open("001".into(), None));
    assert_eq!(
        run(&open, &Action::GoTo("p-1".into())),
        [Effect::Write(HistoryStep::Replace)]
    );
    assert_eq!(run(&open, &Action::Close), [Effect::Write(HistoryStep::Push)]);
    assert_eq!(
        run(&open, &Action::Move(-1))[0],
        Effect::Write(HistoryStep::Replace)
    );
}

#[test]
fn only_query_and_zones_mark_an_article_anew() {
    let open = reduce(&AppState::default(), Action::Open("001".into(), None));
    let fetches = |action: Action| {
        run(&open, &action)
            .iter()
            .any(|e| matches!(e, Effect::Fetch { .. }))
    };
    assert!(fetches(Action::Type("a".into())));
    assert!(fetches(Action::Choose(
        Facet::Zone,
        "caption".into(),
        Choice::Included
    )));
    assert!(!fetches(Action::Choose(
        Facet::Person,
        "a".into(),
        Choice::Included
    )));
}

#[test]
fn back_asks_again_without_touching_the_history() {
    let before = typed("nga");
    let out = run(&before, &Action::Navigate(Box::default(), vec![]));
    assert!(matches!(out.as_slice(), [Effect::Search { typing: false, .. }]));
}

#[test]
fn a_followed_link_is_one_step_whatever_differs() {
    let before = typed("nga");
    let view = ViewState {
        lens: Lens::Ledger(Ledger::Meetings),
        entity: Some("place:russia".into()),
        ..before.view.clone()
    };
    let out = run(&before, &Action::Show(Box::new(view)));
    assert!(matches!(
        out.as_slice(),
        [
            Effect::Write(HistoryStep::Push),
            Effect::Tabulate { typing: false, .. },
            Effect::Meet { typing: false, .. }
        ]
    ));
}

#[test]
fn an_address_that_was_not_understood_is_put_right() {
    let notice = Notice::LostPassage;
    let out = run(
        &AppState::default(),
        &Action::Navigate(Box::default(), vec![notice]),
    );
    assert_eq!(out, [Effect::Write(HistoryStep::Replace)]);
}

#[test]
fn unknown_values_leave_the_address_without_another_search() {
    let chosen = Action::Choose(Facet::Person, "nobody".into(), Choice::Excluded);
    let before = reduce(&AppState::default(), chosen);
    let mut answer = (*found(&["000"])).clone();
    answer.unknown.push(UnknownValue {
        parameter: "person".into(),
        value: "nobody".into(),
    });
    let out = run(&before, &Action::GotResults(Ok(Rc::new(answer))));
    assert_eq!(out, [Effect::Write(HistoryStep::Replace)]);
}

#[test]
fn a_full_id_becomes_the_short_one() {
    let before = reduce(&AppState::default(), Action::Open("001-long".into(), None));
    let action = Action::GotArticle(Ok(article("001", 0)));
    assert_eq!(run(&before, &action), [Effect::Write(HistoryStep::Replace)]);
    assert_eq!(reduce(&before, action).view.doc.as_deref(), Some("001"));
}

#[test]
fn further_results_are_asked_for_in_one_growing_page() {
    let mut before = with_hits(&["000"]);
    assert_eq!(run(&before, &Action::More), []);
    let mut answer = (*found(&["000"])).clone();
    answer.total = 80;
    before.results = Remote::Ready(Rc::new(answer));
    let out = run(&before, &Action::More);
    before.pages = 2;
    let further = run(&before, &Action::More);
    assert!(matches!(further.as_slice(), [Effect::Search { request, .. }] if request.limit == 3 * PAGE));
    assert!(matches!(out.as_slice(), [Effect::Search { request, .. }] if request.limit == PAGE));
}

#[test]
fn results_behind_the_most_that_an_answer_holds_are_asked_for_by_themselves() {
    let mut before = with_hits(&["000"]);
    let ask = |state: &AppState| match run(state, &Action::RowsFrom(500)).as_slice() {
        [Effect::Search { request, .. }, ..] => Some((request.offset, request.limit)),
        _ => None,
    };
    assert_eq!(ask(&before), Some((500, PAGE)));
    // Elsewhere the rows that are counted are others.
    before.view.look(Lens::Timeline);
    assert_eq!(reduce(&before, Action::RowsFrom(500)).hits_from(), 0);
}

#[test]
fn choices_of_the_reader_are_kept() {
    let state = AppState::default();
    assert_eq!(
        run(&state, &Action::Speak(Lang::En)),
        [Effect::KeepLang(Lang::En)]
    );
    assert_eq!(
        run(&state, &Action::Paint(Theme::Dark)),
        [Effect::KeepTheme(Theme::Dark)]
    );
    assert_eq!(run(&state, &Action::Keys(false)), [Effect::KeepKeys(false)]);
    assert_eq!(run(&state, &Action::CopyLink), [Effect::Copy]);
}

#[test]
fn nothing_is_asked_of_a_dead_worker_until_it_is_started_again() {
    let dead = reduce(&AppState::default(), Action::Worker(WorkerStatus::Dead));
    let out = run(&dead, &Action::Type("nga".into()));
    assert_eq!(out, [Effect::Write(HistoryStep::Replace)]);
    let out = run(&reduce(&dead, Action::Type("nga".into())), &Action::Restart);
    assert_eq!(out[0], Effect::Restart);
    assert!(matches!(&out[1], Effect::Search { request, .. } if request.query == "nga"));
    assert_eq!(out[2], Effect::Profile);
}

#[test]
fn a_failed_search_leaves_the_address() {
    let failure = Failure::BadCorpus {
        message: "checksum".into(),
    };
    assert_eq!(run(&typed("nga"), &Action::GotResults(Err(failure))), []);
}

#[test]
fn a_ledger_is_asked_for_with_the_articles_of_the_view() {
    let meetings = Action::Look(Lens::Ledger(Ledger::Meetings));
    let out = run(&typed("nga"), &meetings);
    assert_eq!(out[0], Effect::Write(HistoryStep::Push));
    let Effect::Tabulate {
        request,
        typing: false,
    } = &out[1]
    else {
        panic!("{out:?}")
    };
    assert_eq!(
        (request.ledger, request.view.query.as_str()),
        (Ledger::Meetings, "nga")
    );
    assert_eq!(out.len(), 2);
    let state = reduce(&typed("nga"), meetings);
    let out = run(&state, &Action::FindRows("Putin".into()));
    assert_eq!(out[0], Effect::Write(HistoryStep::Replace));
    assert!(matches!(&out[1], Effect::Tabulate { request, typing: true } if request.find == "Putin"));
    // Another order of the articles leaves the rows as they are.
    let out = run(&state, &Action::SortBy(Sort::Newest));
    assert!(
        out.iter()
            .all(|effect| !matches!(effect, Effect::Tabulate { .. })),
        "{out:?}"
    );
    let out = run(&state, &Action::Type("my".into()));
    assert!(
        matches!(out.last(), Some(Effect::Tabulate { typing: true, .. })),
        "{out:?}"
    );
    let mut all = Vec::new();
    ask_all(&state, &mut all);
    assert!(all.iter().any(|effect| matches!(effect, Effect::Tabulate { .. })));
}

#[test]
fn an_entity_is_asked_for_from_the_article_it_is_picked_in() {
    let asked = |out: &[Effect]| {
        out.iter().find_map(|effect| match effect {
            Effect::Meet { request, .. } => Some((request.id.clone(), request.doc.clone())),
            _ => None,
        })
    };
    let putin = "person:vladimir-putin".to_owned();
    let out = run(&AppState::default(), &Action::Meet(putin.clone()));
    assert_eq!(out[0], Effect::Write(HistoryStep::Push));
    assert_eq!(asked(&out), Some((putin.clone(), None)));
    let met = reduce(&AppState::default(), Action::Meet(putin.clone()));
    let article = Rc::new(fixtures::article());
    let came = Action::GotArticle(Ok(Rc::clone(&article)));
    let opening = reduce(&met, Action::Open(article.doc.clone(), None));
    let reading = reduce(&opening, came.clone());
    let (spot, entity) = a_linked_mention(&article);
    let expected = Some((entity, Some(article.doc.clone())));
    let out = run(&reading, &Action::Pick(Some(spot.clone())));
    assert_eq!(asked(&out), expected);
    assert_eq!(out[0], Effect::Write(HistoryStep::Replace));
    assert_eq!(asked(&run(&reading, &Action::Close)), Some((putin, None)));

    // An address that names the mention: what it names is known once the article is there.
    let mut address = opening.view.clone();
    address.mention = Some(spot);
    let restored = reduce(&met, Action::Navigate(Box::new(address), vec![]));
    assert_eq!(entity_request(&restored), None);
    assert_eq!(asked(&run(&restored, &came)), expected);
}

#[test]
fn what_is_highlighted_replaces_the_address_and_asks_for_nothing() {
    let out = run(&typed("nga"), &Action::Toggle(EntityKind::Date));
    assert_eq!(out, [Effect::Write(HistoryStep::Replace)]);
}

/// A mention in an article that names an entity, and which.
fn a_linked_mention(article: &ArticleResponse) -> (Spot, String) {
    for (at, block) in article.blocks.iter().enumerate() {
        for (number, mention) in block.mentions.iter().enumerate() {
            if let Some(entity) = &mention.entity {
                return (Spot::of(article, (at, number)).unwrap(), entity.clone());
            }
        }
    }
    panic!("no mention links to anything");
}
