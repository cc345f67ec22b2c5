//! What the world outside must do after a transition: pure descriptions, carried out by `hooks`.

use super::{Action, AppState, Theme, WorkerStatus, reduce};
use crate::url::parse;
use crate::view::{Lang, Lens, LinesView, Show, Tell, ViewState};
use engine::corrections::Overrides;
use engine::protocol::{
    ArticleRequest, AuditRequest, BesideRequest, CompareRequest, ConcordanceRequest, DiffRequest,
    EntityRequest, Facet, LedgerRequest, MOST_TIES, NetworkRequest, Packed, Request, SearchRequest, Side,
    Sort, SuggestRequest, TimelineRequest, WordsAsked, WordsRequest,
};
use std::rc::Rc;

/// Results at first, more than fit on a screen. In a corpus of files each has its text fetched, and the rest can wait
/// until somebody comes near them.
pub const FIRST: u32 = 10;
/// Results in a page beyond those, and rows in one.
pub const PAGE: u32 = 50;

/// What becomes of the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// Nothing.
    None,
    /// The entry of the view before is overwritten.
    Replace,
    /// A new entry: Back returns to the view before.
    Push,
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the address of the view.
    Write(HistoryStep),
    /// Ask for results, at once or when the typing pauses.
    Search {
        /// What to ask for.
        request: SearchRequest,
        /// Whether more keystrokes may follow.
        typing: bool,
    },
    /// Ask for an article, at once or when the typing pauses.
    Fetch {
        /// What to ask for.
        request: ArticleRequest,
        /// Whether more keystrokes may follow.
        typing: bool,
    },
    /// Ask for rows of a ledger, at once or when the typing pauses.
    Tabulate {
        /// What to ask for.
        request: LedgerRequest,
        /// Whether more keystrokes may follow.
        typing: bool,
    },
    /// Ask for an entity, at once or when the typing pauses.
    Meet {
        /// What to ask for.
        request: EntityRequest,
        /// Whether more keystrokes may follow.
        typing: bool,
    },
    /// Ask what the query may go on with, when the typing pauses.
    Suggest(SuggestRequest),
    /// Ask for what a lens shows, at once or when the typing pauses.
    Survey {
        /// What to ask for.
        request: Request,
        /// Whether more keystrokes may follow.
        typing: bool,
    },
    /// Ask what the open article is beside others.
    Beside(Request),
    /// Ask for the profile of the corpus.
    Profile,
    /// Keep the language for the next visit.
    KeepLang(Lang),
    /// Keep the theme for the next visit.
    KeepTheme(Theme),
    /// Keep whether single-letter keys are on for the next visit.
    KeepKeys(bool),
    /// Keep whether other names are looked for, for the next visit.
    KeepAliases(bool),
    /// Keep the reader's corrections for the next visit.
    KeepCorrections(Rc<Overrides>),
    /// Make a corpus that is corrected so, and have it answer.
    Correct(Rc<Overrides>),
    /// Put the address of the view into the clipboard, then tell.
    Copy,
    /// Start the worker again.
    Restart,
}

/// What `action` does to the history, coming from the state `before`. No step where the view stays the same.
pub fn history(before: &AppState, action: &Action) -> HistoryStep {
    step(before, action, &reduce(before, action.clone()))
}

fn step(before: &AppState, action: &Action, after: &AppState) -> HistoryStep {
    if before.view == after.view {
        return HistoryStep::None;
    }
    match action {
        Action::Navigate(_, notices) if notices.is_empty() => HistoryStep::None,
        Action::Navigate(..)
        | Action::Type(_)
        | Action::GoTo(_)
        | Action::Pick(_)
        | Action::Speak(_)
        | Action::Aliases(_)
        | Action::Move(_)
        | Action::FindRows(_)
        | Action::Toggle(_)
        | Action::Corrected(_)
        | Action::GotResults(_)
        | Action::GotLedger(_)
        | Action::GotSurvey(_)
        | Action::GotEntity(_)
        | Action::GotDiff(_)
        | Action::GotArticle(_) => HistoryStep::Replace,
        _ => HistoryStep::Push,
    }
}

/// The search that a view asks for, its first results.
pub fn search_request(view: &ViewState) -> SearchRequest {
    SearchRequest {
        query: view.query.clone(),
        selections: view.selections.clone(),
        from: view.from.clone(),
        to: view.to.clone(),
        sort: view.sort,
        offset: 0,
        limit: FIRST,
        aliases: view.adds_names(),
        whole: None,
    }
}

/// The request for the open article, if there is one. Of the facets only the zones decide what is marked in it.
pub fn article_request(view: &ViewState) -> Option<ArticleRequest> {
    let zones = view
        .selections
        .iter()
        .filter(|chosen| chosen.facet == Facet::Zone);
    Some(ArticleRequest {
        doc: view.doc.clone()?,
        query: view.query.clone(),
        selections: zones.cloned().collect(),
        aliases: view.adds_names(),
    })
}

/// The rows that a state asks for, if it shows a ledger.
pub fn ledger_request(state: &AppState) -> Option<LedgerRequest> {
    let ViewState { lens, table, .. } = &state.view;
    Some(LedgerRequest {
        ledger: lens.ledger()?,
        view: articles_of(&state.view),
        entity: None,
        find: table.find.clone(),
        unsure: table.unsure,
        order: table.order,
        offset: state.row_from,
        limit: match table.show {
            Show::Table => PAGE.saturating_mul(state.row_pages.saturating_add(1)),
            // A chart is of all rows, or as many as there are to be had.
            Show::Chart | Show::Calendar | Show::Matrix => u32::MAX,
        },
    })
}

/// What a lens that lists neither articles nor a ledger asks for.
pub fn survey_request(state: &AppState) -> Option<Request> {
    let view = articles_of(&state.view);
    let limit = PAGE.saturating_mul(state.row_pages.saturating_add(1));
    match state.view.lens {
        Lens::Articles | Lens::Ledger(_) => None,
        Lens::Concordance => {
            let LinesView {
                context,
                order,
                grouping,
            } = state.view.lines;
            Some(Request::Concordance(ConcordanceRequest {
                view,
                context,
                order,
                grouping,
                offset: state.row_from,
                limit,
            }))
        }
        Lens::Timeline => Some(Request::Timeline(TimelineRequest { view })),
        Lens::Network => {
            let network = &state.view.network;
            Some(Request::Network(Packed::new(&NetworkRequest {
                view,
                kind: network.kind,
                between: network.between.clone(),
                least: network.least,
                order: network.order,
                limit: MOST_TIES,
                open: network.open.clone(),
                offset: state.row_from,
                places: limit,
            })))
        }
        Lens::Audit => Some(Request::Audit(AuditRequest {
            view,
            asked: state.view.audit.clone(),
            offset: state.row_from,
            limit,
        })),
        Lens::Words => {
            let words = &state.view.words;
            let asked = match words.tell {
                Tell::Frequencies => WordsAsked::Frequencies,
                Tell::More => WordsAsked::Keyness(Side::More),
                Tell::Less => WordsAsked::Keyness(Side::Less),
                Tell::Near => WordsAsked::Collocates {
                    reach: words.reach,
                    order: words.order,
                },
                Tell::Years => WordsAsked::Trend(words.trend.clone()),
            };
            Some(Request::Words(WordsRequest {
                view,
                asked,
                several: words.several,
                offset: state.row_from,
                limit,
            }))
        }
        Lens::Compare => {
            let compare = &state.view.compare;
            let articles = |side: &Option<String>| side.as_ref().map(|side| articles_of(&parse(side, "").0));
            Some(Request::Compare(Packed::new(&CompareRequest {
                a: articles(&compare.a).unwrap_or(view),
                b: articles(&compare.b),
                by: compare.by,
                order: compare.order,
                offset: state.row_from,
                limit,
            })))
        }
    }
}

/// What is asked of the open article beside the others, where it is looked at so.
pub fn beside_request(view: &ViewState) -> Option<Request> {
    let wanted = view.reading.is_beside() || view.reading.news;
    let doc = view.doc.clone().filter(|_| wanted)?;
    Some(Request::Beside(BesideRequest { doc }))
}

/// What is asked of it and the article that it is compared with.
pub fn diff_request(view: &ViewState) -> Option<Request> {
    let (doc, with) = (view.doc.clone()?, view.reading.with.clone()?);
    Some(Request::Diff(DiffRequest { doc, with }))
}

/// The request for the entity that is looked at, if there is one: in an open article the one picked there.
pub fn entity_request(state: &AppState) -> Option<EntityRequest> {
    let view = &state.view;
    Some(EntityRequest {
        id: state.entity_wanted()?.clone(),
        view: articles_of(view),
        doc: view.doc.clone(),
    })
}

/// The articles of a view, in whatever order.
fn articles_of(view: &ViewState) -> SearchRequest {
    SearchRequest {
        sort: Sort::default(),
        limit: 0,
        ..search_request(view)
    }
}

/// All that the shell must do after `action` led from `before` to `after`, in order.
pub fn effects(before: &AppState, action: &Action, after: &AppState) -> Vec<Effect> {
    let mut out = Vec::new();
    match action {
        Action::Restart => {
            out.push(Effect::Restart);
            ask_all(after, &mut out);
            return out;
        }
        Action::Speak(lang) => out.push(Effect::KeepLang(*lang)),
        Action::Paint(theme) => out.push(Effect::KeepTheme(*theme)),
        Action::Keys(on) => out.push(Effect::KeepKeys(*on)),
        Action::Aliases(on) => out.push(Effect::KeepAliases(*on)),
        Action::CopyLink => out.push(Effect::Copy),
        Action::Suggest(query, cursor) if after.worker != WorkerStatus::Dead => {
            let (query, cursor) = (query.clone(), *cursor);
            out.push(Effect::Suggest(SuggestRequest { query, cursor }));
        }
        _ => {}
    }
    match step(before, action, after) {
        // The address on the bar is the one that was not understood; it must say what is shown.
        HistoryStep::None if has_refused(action) => out.push(Effect::Write(HistoryStep::Replace)),
        HistoryStep::None => {}
        step => out.push(Effect::Write(step)),
    }
    if before.corrections != after.corrections {
        let list = || Rc::clone(&after.corrections);
        out.extend([Effect::KeepCorrections(list()), Effect::Correct(list())]);
    }
    if let Action::Corrected(outcome) = action {
        if outcome.is_ok() {
            ask_all(after, &mut out);
            if after.profile.shown().is_some() {
                out.push(Effect::Profile);
            }
        }
        return out;
    }
    // Only the article tells what is picked in it.
    if let Action::GotArticle(Ok(_)) = action {
        meet(before, after, false, &mut out);
    }
    // An answer that took unknown values out of the view is the answer to what is left of it.
    if action.is_answer() || after.worker == WorkerStatus::Dead {
        return out;
    }
    let typing = matches!(action, Action::Type(_) | Action::FindRows(_));
    let request = paged_request(after);
    if request != paged_request(before) {
        out.push(Effect::Search { request, typing });
    }
    let request = article_request(&after.view);
    if request != article_request(&before.view)
        && let Some(request) = request
    {
        out.push(Effect::Fetch { request, typing });
    }
    let request = ledger_request(after);
    if request != ledger_request(before)
        && let Some(request) = request
    {
        out.push(Effect::Tabulate { request, typing });
    }
    let request = survey_request(after);
    if request != survey_request(before)
        && let Some(request) = request
    {
        out.push(Effect::Survey { request, typing });
    }
    for ask in [beside_request, diff_request] {
        let request = ask(&after.view);
        if request != ask(&before.view) {
            out.extend(request.map(Effect::Beside));
        }
    }
    meet(before, after, typing, &mut out);
    out
}

/// Asks for the entity that is looked at now, where that is another one or the view is.
fn meet(before: &AppState, after: &AppState, typing: bool, out: &mut Vec<Effect>) {
    let request = entity_request(after);
    if request != entity_request(before)
        && let Some(request) = request
    {
        out.push(Effect::Meet { request, typing });
    }
}

/// Asks for everything that `state` shows.
pub(crate) fn ask_all(state: &AppState, out: &mut Vec<Effect>) {
    let typing = false;
    out.push(Effect::Search {
        request: paged_request(state),
        typing,
    });
    if let Some(request) = article_request(&state.view) {
        out.push(Effect::Fetch { request, typing });
    }
    if let Some(request) = ledger_request(state) {
        out.push(Effect::Tabulate { request, typing });
    }
    if let Some(request) = survey_request(state) {
        out.push(Effect::Survey { request, typing });
    }
    if let Some(request) = entity_request(state) {
        out.push(Effect::Meet { request, typing });
    }
    let beside = [beside_request(&state.view), diff_request(&state.view)];
    out.extend(beside.into_iter().flatten().map(Effect::Beside));
    // Last, because the results are what the reader waits for.
    if state.profile.shown().is_none() {
        out.push(Effect::Profile);
    }
}

fn paged_request(state: &AppState) -> SearchRequest {
    let mut request = search_request(&state.view);
    if state.pages > 0 {
        request.limit = PAGE.saturating_mul(state.pages);
    }
    request.offset = state.hits_from();
    request.whole = state.whole;
    request
}

fn has_refused(action: &Action) -> bool {
    matches!(action, Action::Navigate(_, notices) if !notices.is_empty())
}

#[cfg(test)]
mod tests;
