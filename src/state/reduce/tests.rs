use super::*;
use crate::state::Shelf;
use crate::state::tests::{article, found, with_hits};
use crate::state::{FIRST, HistoryStep, Theme, history};
use crate::url::{parse, print};
use crate::view::Lang;
use engine::protocol::{EntityKind, Profile, Sort, Suggestions, UnknownValue};

fn after(state: &AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions
        .into_iter()
        .fold(state.clone(), |state, action| reduce(&state, action))
}

fn include(facet: Facet, slug: &str) -> Action {
    Action::Choose(facet, slug.into(), Choice::Included)
}

fn reading(doc: &str, hits: u32) -> AppState {
    let got = Action::GotArticle(Ok(article(doc, hits)));
    after(
        &with_hits(&["000", "001", "002"]),
        [Action::Open(doc.into(), None), Action::Fetching, got],
    )
}

fn bad(parameter: &str, value: &str) -> Notice {
    Notice::BadParameter {
        parameter: parameter.into(),
        value: value.into(),
    }
}

#[test]
fn typing_keeps_the_open_article_and_a_chosen_query_closes_it() {
    let open = reading("001", 0);
    let typed = reduce(&open, Action::Type("nga".into()));
    assert_eq!(
        (typed.view.query.as_str(), typed.view.doc.as_deref()),
        ("nga", Some("001"))
    );
    let asked = reduce(&open, Action::Ask("nga".into()));
    assert_eq!((asked.view.doc, asked.article), (None, Remote::Idle));
}

#[test]
fn choices_keep_the_order_of_facets_and_leave_no_empty_ones() {
    let state = after(
        &AppState::default(),
        [
            include(Facet::Zone, "body"),
            include(Facet::Person, "b"),
            include(Facet::Person, "a"),
        ],
    );
    assert_eq!(print(&state.view), "?person=b,a&in=body");
    let state = after(
        &state,
        [
            Action::Choose(Facet::Person, "b".into(), Choice::Excluded),
            Action::Choose(Facet::Zone, "body".into(), Choice::Open),
        ],
    );
    assert_eq!(print(&state.view), "?person=a,-b");
    assert_eq!(state.view.choice(Facet::Person, "b"), Choice::Excluded);
    let again = reduce(&state, include(Facet::Person, "a"));
    assert_eq!(again.view, state.view);
}

#[test]
fn and_needs_an_included_value() {
    let state = reduce(&AppState::default(), Action::MatchAll(Facet::Org, true));
    assert_eq!(state.view.selections, []);
    let state = after(
        &state,
        [include(Facet::Org, "un"), Action::MatchAll(Facet::Org, true)],
    );
    assert!(state.view.selections[0].all);
    let state = reduce(&state, Action::Choose(Facet::Org, "un".into(), Choice::Excluded));
    assert!(!state.view.selections[0].all);
}

#[test]
fn every_view_the_reducer_makes_survives_its_address() {
    let state = after(
        &AppState::default(),
        [
            Action::Type("\"hoà bình\" -mỹ".into()),
            include(Facet::Person, "vladimir-putin"),
            Action::Choose(Facet::Place, "russia".into(), Choice::Excluded),
            Action::Dates(Some("2018-03".into()), Some("2025".into())),
            Action::SortBy(Sort::Oldest),
            Action::Open("003".into(), Some("p-1".into())),
        ],
    );
    let address = print(&state.view);
    let (search, fragment) = address.split_once('#').unwrap();
    assert_eq!(parse(search, fragment), (state.view, vec![]));
}

#[test]
fn clearing_takes_back_the_filters_and_keeps_query_and_order() {
    let state = after(
        &AppState::default(),
        [
            Action::Type("nga".into()),
            include(Facet::Org, "un"),
            include(Facet::Place, "russia"),
            Action::Dates(Some("2018".into()), None),
            Action::SortBy(Sort::Newest),
        ],
    );
    assert_eq!(
        print(&reduce(&state, Action::ClearFacet(Facet::Org)).view),
        "?q=nga&place=russia&from=2018&sort=-date"
    );
    assert_eq!(
        print(&reduce(&state, Action::ClearFilters).view),
        "?q=nga&sort=-date"
    );
}

#[test]
fn a_date_that_is_none_is_refused_and_the_other_applies() {
    let state = reduce(
        &AppState::default(),
        Action::Dates(Some("soon".into()), Some("2025".into())),
    );
    assert_eq!((state.view.from, state.view.to.as_deref()), (None, Some("2025")));
    assert_eq!(state.notices, [bad("from", "soon")]);
}

#[test]
fn opening_shows_nothing_of_the_article_before() {
    let state = reading("001", 3);
    assert_eq!(state.cursor, Some(1));
    let next = after(&state, [Action::Step(1), Action::Open("002".into(), None)]);
    assert_eq!(
        (next.article, next.hit, next.cursor),
        (Remote::Idle, None, Some(2))
    );
    let same = reduce(&state, Action::Open("001".into(), Some("p-1".into())));
    assert!(same.article.shown().is_some());
}

#[test]
fn a_passage_is_chosen_in_an_open_article_only() {
    assert_eq!(
        reduce(&AppState::default(), Action::GoTo("p-1".into()))
            .view
            .passage,
        None
    );
    assert_eq!(
        reduce(&reading("001", 0), Action::GoTo("p-1".into()))
            .view
            .passage
            .as_deref(),
        Some("p-1")
    );
}

#[test]
fn back_restores_the_view_with_its_article() {
    let open = reading("001", 0);
    let closed = reduce(&open, Action::Close);
    assert_eq!(
        (closed.view.doc.clone(), closed.article.clone()),
        (None, Remote::Idle)
    );
    let back = reduce(&closed, Action::Navigate(Box::new(open.view.clone()), vec![]));
    assert_eq!((back.view, back.cursor), (open.view, Some(1)));
}

#[test]
fn the_language_of_an_address_wins_and_follows_the_readers_choice() {
    let (view, _) = parse("lang=en", "");
    let state = reduce(&AppState::default(), Action::Navigate(Box::new(view), vec![]));
    assert_eq!(state.lang, Lang::En);
    let state = reduce(&state, Action::Speak(Lang::Vi));
    assert_eq!((state.lang, state.view.lang), (Lang::Vi, Some(Lang::Vi)));
    let plain = reduce(&AppState::default(), Action::Speak(Lang::En));
    assert_eq!((plain.lang, plain.view.lang), (Lang::En, None));
}

#[test]
fn switches_switch() {
    let state = after(
        &AppState::default(),
        [
            Action::Paint(Theme::Dark),
            Action::Keys(true),
            Action::Toggle(EntityKind::Date),
            Action::Toggle(EntityKind::Money),
            Action::Toggle(EntityKind::Date),
            Action::Help(true),
            Action::Filters(true),
        ],
    );
    assert_eq!(state.view.hidden, [EntityKind::Money]);
    assert!(state.keys && state.help && state.filters_open && state.theme == Theme::Dark);
}

#[test]
fn the_cursor_stays_within_the_results() {
    let cursor = |state: &AppState, by| reduce(state, Action::Move(by)).cursor;
    let list = with_hits(&["000", "001"]);
    assert_eq!((cursor(&list, 1), cursor(&list, -1)), (Some(0), None));
    let end = after(&list, [Action::Move(1), Action::Move(1)]);
    assert_eq!(
        (cursor(&end, 1), cursor(&end, -9), cursor(&end, i32::MAX)),
        (Some(1), Some(0), Some(1))
    );
    assert_eq!(cursor(&with_hits(&[]), 1), None);
    assert_eq!(cursor(&AppState::default(), 1), None);
}

#[test]
fn the_cursor_walks_on_into_the_articles_with_other_accents() {
    let mut list = with_hits(&["000"]);
    let mut answer = SearchResponse::clone(list.results.shown().unwrap());
    answer.near = found(&["001", "002"]).hits.clone();
    list.results = Remote::Ready(Rc::new(answer));
    let end = after(&list, [Action::Move(1), Action::Move(1), Action::Move(9)]);
    assert_eq!(end.cursor, Some(2));
    let open = reduce(&list, Action::Open("001".into(), None));
    assert_eq!(open.cursor, Some(1));
    assert_eq!(reduce(&open, Action::Move(1)).view.doc.as_deref(), Some("002"));
}

#[test]
fn moving_with_an_open_article_opens_its_neighbour() {
    let state = reduce(&reading("001", 2), Action::Move(1));
    assert_eq!((state.view.doc.as_deref(), state.cursor), (Some("002"), Some(2)));
    assert_eq!(state.article, Remote::Idle);
}

#[test]
fn turning_to_the_last_article_there_is_has_more_come() {
    let mut state = reading("001", 2);
    let mut some = SearchResponse::clone(state.results.shown().unwrap());
    some.total = 9;
    state.results = Remote::Ready(Rc::new(some));
    let turn = Action::Turn(1);
    assert_eq!(history(&state, &turn), HistoryStep::Push);
    let turned = reduce(&state, turn);
    assert_eq!((turned.view.doc.as_deref(), turned.pages), (Some("002"), 1));
    let waiting = after(&turned, [Action::Searching, Action::Turn(1)]);
    assert_eq!((waiting.view.doc.as_deref(), waiting.pages), (Some("002"), 1));
    assert_eq!(reduce(&turned, Action::Turn(-1)).pages, 1);
}

#[test]
fn other_names_are_switched_for_good_and_an_address_says_so() {
    let off = reduce(&AppState::default(), Action::Aliases(false));
    assert!(off.names_as_typed && !off.view.adds_names());
    assert_eq!(print(&off.view), "?alias=0");
    assert_eq!(
        history(&AppState::default(), &Action::Aliases(false)),
        HistoryStep::Replace
    );
    // An address that says nothing is read by the reader's own choice, one that does is obeyed.
    let go = |search: &str| {
        reduce(&off, Action::Navigate(Box::new(parse(search, "").0), vec![]))
            .view
            .adds_names()
    };
    assert!(!go("?q=nga") && go("?q=nga&alias=1") && !go("?q=nga&alias=0"));
    let on = reduce(&off, Action::Aliases(true));
    assert!(!on.names_as_typed && on.view.aliases.is_none());
}

#[test]
fn what_the_reader_keeps_is_told_where_the_browser_does_not_keep_it() {
    let open = reduce(&AppState::default(), Action::Shelf(Some(Shelf::Saved)));
    assert_eq!(open.shelf, Some(Shelf::Saved));
    let kept = reduce(&open, Action::Kept(true));
    assert_eq!((kept.kept, kept.notices.len()), (1, 0));
    let lost = reduce(&kept, Action::Kept(false));
    assert_eq!((lost.kept, &lost.notices[..]), (2, &[Notice::NotKept][..]));
    assert_eq!(reduce(&lost, Action::Shelf(None)).shelf, None);
}

#[test]
fn a_look_around_that_was_closed_is_not_offered_again() {
    let help = reduce(&AppState::default(), Action::Help(true));
    let open = reduce(&help, Action::Shelf(Some(Shelf::Guide)));
    assert!(!open.help && !open.guided);
    let closed = reduce(&open, Action::Shelf(None));
    assert!(closed.guided && closed.shelf.is_none());
    let saved = reduce(&AppState::default(), Action::Shelf(Some(Shelf::Saved)));
    assert!(!reduce(&saved, Action::Shelf(None)).guided);
}

#[test]
fn suggestions_stay_until_the_box_is_empty() {
    let got = Rc::new(Suggestions::default());
    let state = after(
        &AppState::default(),
        [
            Action::GotSuggestions(Rc::clone(&got)),
            Action::Suggest("hop".into(), 3),
        ],
    );
    assert_eq!(state.suggestions, Some(got));
    assert_eq!(reduce(&state, Action::Suggest(" ".into(), 0)).suggestions, None);
}

#[test]
fn hits_are_walked_around_the_ends() {
    let state = reading("001", 3);
    let walk = |by: &[i32]| after(&state, by.iter().map(|by| Action::Step(*by))).hit;
    assert_eq!(walk(&[]), None);
    assert_eq!(walk(&[1]), Some(0));
    assert_eq!(walk(&[1, 1, 1, 1]), Some(0));
    assert_eq!(walk(&[-1]), Some(2));
    assert_eq!(walk(&[-1, -1, i32::MIN]), Some(2));
    assert_eq!(reduce(&reading("001", 0), Action::Step(1)).hit, None);
}

#[test]
fn the_cursor_survives_results_that_only_grow() {
    let list = after(
        &with_hits(&["000", "001"]),
        [Action::Move(1), Action::Move(1), Action::Searching],
    );
    let got = |docs: &[&str]| reduce(&list, Action::GotResults(Ok(found(docs)))).cursor;
    assert_eq!(got(&["000", "001", "002"]), Some(1));
    assert_eq!(got(&["001", "000"]), None);
    assert_eq!(got(&["000"]), None);
}

#[test]
fn the_cursor_follows_the_open_article() {
    let state = reduce(&reading("001", 0), Action::GotResults(Ok(found(&["001", "005"]))));
    assert_eq!(state.cursor, Some(0));
}

#[test]
fn what_was_shown_stays_while_the_next_is_on_its_way() {
    let state = reduce(&with_hits(&["000"]), Action::Searching);
    assert_eq!(state.results, Remote::Loading(Some(found(&["000"]))));
    let failure = Failure::BadCorpus { message: "x".into() };
    let state = reduce(&state, Action::GotResults(Err(failure.clone())));
    assert_eq!(state.results, Remote::Failed(failure));
}

#[test]
fn unknown_values_are_taken_out_with_a_notice() {
    let state = after(
        &AppState::default(),
        [include(Facet::Person, "nobody"), include(Facet::Person, "putin")],
    );
    let mut answer = (*found(&["000"])).clone();
    for (parameter, value) in [("person", "nobody"), ("org", "gone"), ("query", "x")] {
        answer.unknown.push(UnknownValue {
            parameter: parameter.into(),
            value: value.into(),
        });
    }
    let state = reduce(&state, Action::GotResults(Ok(Rc::new(answer))));
    assert_eq!(print(&state.view), "?person=putin");
    assert_eq!(state.notices, [bad("person", "nobody")]);
}

#[test]
fn a_stale_article_closes_with_a_notice() {
    let open = reduce(&AppState::default(), Action::Open("gone".into(), None));
    let missing = |doc: &str| Action::GotArticle(Err(Failure::NoSuchArticle { doc: doc.into() }));
    let state = reduce(&open, missing("gone"));
    assert_eq!((state.view.doc, state.notices), (None, vec![bad("doc", "gone")]));
    assert_eq!(reduce(&open, missing("older")), open);
}

#[test]
fn a_lost_passage_opens_the_article_with_a_notice() {
    let open = reduce(
        &AppState::default(),
        Action::Open("001".into(), Some("p-9".into())),
    );
    let state = reduce(&open, Action::GotArticle(Ok(article("001", 0))));
    assert_eq!(
        (state.view.doc.as_deref(), state.view.passage),
        (Some("001"), None)
    );
    assert_eq!(state.notices, [Notice::LostPassage]);
    let open = reduce(
        &AppState::default(),
        Action::Open("001".into(), Some("p-1".into())),
    );
    let state = reduce(&open, Action::GotArticle(Ok(article("001", 0))));
    assert_eq!(
        (state.view.passage.as_deref(), state.notices),
        (Some("p-1"), vec![])
    );
}

#[test]
fn an_article_that_came_too_late_is_not_shown() {
    let got = Action::GotArticle(Ok(article("001", 0)));
    let closed = with_hits(&["001"]);
    assert_eq!(after(&closed, [Action::Fetching, got.clone()]), closed);
    let other = reduce(&AppState::default(), Action::Open("002".into(), None));
    assert_eq!(reduce(&other, got), other);
}

#[test]
fn notices_are_told_once_and_give_way() {
    let state = after(
        &AppState::default(),
        [Notice::LostPassage, Notice::LinkCopied, Notice::LostPassage].map(Action::Tell),
    );
    assert_eq!(state.notices, [Notice::LinkCopied, Notice::LostPassage]);
    let state = after(&state, (0..9).map(|n| Action::Tell(bad("q", &n.to_string()))));
    assert_eq!(state.notices.len(), MAX_NOTICES);
    assert_eq!(state.notices[4], bad("q", "8"));
    let state = after(&state, [Action::Dismiss(0), Action::Dismiss(99)]);
    assert_eq!(state.notices[0], bad("q", "5"));
}

#[test]
fn a_copied_link_is_forgotten_when_the_view_changes() {
    let told = reduce(&AppState::default(), Action::Tell(Notice::LinkCopied));
    assert_eq!(reduce(&told, Action::Help(true)).notices.len(), 1);
    assert_eq!(reduce(&told, Action::Type("a".into())).notices, []);
}

#[test]
fn a_restart_is_told_and_a_dead_worker_loads_nothing() {
    let state = after(&AppState::default(), [Action::Profiling, Action::Searching]);
    let state = reduce(&state, Action::Worker(WorkerStatus::Restarting));
    assert_eq!(state.notices, [Notice::WorkerRestarted]);
    assert_eq!(state.results, Remote::Loading(None));
    let dead = reduce(&state, Action::Worker(WorkerStatus::Dead));
    assert_eq!(
        (dead.profile.clone(), dead.results.clone()),
        (Remote::Idle, Remote::Idle)
    );
    assert_eq!(reduce(&dead, Action::Restart).worker, WorkerStatus::Starting);
}

#[test]
fn the_profile_comes() {
    let profile = Rc::new(Profile::default());
    let state = after(
        &AppState::default(),
        [Action::Profiling, Action::GotProfile(Ok(Rc::clone(&profile)))],
    );
    assert_eq!(state.profile, Remote::Ready(profile));
}

#[test]
fn the_first_results_are_followed_by_more_once_their_end_is_near() {
    let ids: Vec<String> = (0..FIRST).map(|id| format!("{id:03}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let ahead = |state: &AppState| reduce(state, Action::Ahead).pages;
    assert_eq!(ahead(&with_hits(&ids)), 1);
    assert_eq!(ahead(&with_hits(&ids[1..])), 0, "all there are");
    assert_eq!(
        ahead(&reduce(&with_hits(&ids), Action::Searching)),
        0,
        "on the way"
    );
    let mut more = with_hits(&ids);
    more.pages = 2;
    assert_eq!(ahead(&more), 2);
    assert_eq!(history(&with_hits(&ids), &Action::Ahead), HistoryStep::None);
}

#[test]
fn where_more_pages_were_seen_before_they_are_again() {
    let mut state = with_hits(&["000"]);
    state = reduce(&state, Action::Unfold(3));
    assert_eq!((state.pages, reduce(&state, Action::Unfold(1)).pages), (3, 3));
}

#[test]
fn pages_last_as_long_as_the_search() {
    let mut state = with_hits(&["000"]);
    state.pages = 2;
    assert_eq!(reduce(&state, Action::Open("000".into(), None)).pages, 2);
    assert_eq!(reduce(&state, Action::SortBy(Sort::Newest)).pages, 0);
}

#[test]
fn looking_everywhere_is_one_step_and_names_every_zone() {
    let state = AppState::default();
    let after = reduce(&state, Action::LookEverywhere);
    let query = "?in=title,body,caption,byline,dateline,navigation,related,source";
    assert_eq!(print(&after.view), query);
    assert_eq!(history(&state, &Action::LookEverywhere), HistoryStep::Push);
}
