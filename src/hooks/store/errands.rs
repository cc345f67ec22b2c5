//! The effects of transitions, carried out.

use super::{ENTRY_PAUSE, Store, remember_place};
use crate::browser::{self, Timer};
use crate::hooks::settings;
use crate::recent;
use crate::state::{Action, AppState, Effect, HistoryStep, Notice, Survey};
use crate::url::print;
use engine::protocol::{Request, Response, SuggestRequest, Suggestion, SuggestionKind, Suggestions};
use std::rc::Rc;

/// Milliseconds without a keystroke after which a query is sent. Short, since a newer search overtakes an older one
/// in the worker: it only keeps the keys of one input method or a paste from being searched one by one.
const PAUSE: i32 = 30;

/// After how long a view was looked at and not only passed by.
const STAY: i32 = 1500;

/// The same for suggestions: the results come first.
const SUGGEST_PAUSE: i32 = 60;

impl Store {
    pub(super) fn carry_out(self: &Rc<Self>, action: &Action, before: &AppState, effect: Effect) {
        match effect {
            Effect::Write(step) => self.write(action, before, step),
            Effect::Search { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    store.dispatch(&Action::Searching);
                    store.ask(Request::Search(request));
                };
                let timer = self.now_or_later(typing, send);
                self.timers.borrow_mut().search = timer;
            }
            Effect::Fetch { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    // Closed while the typing paused.
                    if store.state().view.doc.as_ref() == Some(&request.doc) {
                        store.dispatch(&Action::Fetching);
                        store.ask(Request::Article(request));
                    }
                };
                let timer = self.now_or_later(typing, send);
                self.timers.borrow_mut().fetch = timer;
            }
            Effect::Tabulate { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    store.dispatch(&Action::Tabulating);
                    store.ask(Request::Ledger(request));
                };
                let timer = self.now_or_later(typing, send);
                self.timers.borrow_mut().tabulate = timer;
            }
            Effect::Survey { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    store.dispatch(&Action::Surveying);
                    store.ask(request);
                };
                let timer = self.now_or_later(typing, send);
                self.timers.borrow_mut().survey = timer;
            }
            Effect::Meet { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    store.dispatch(&Action::Meeting);
                    store.ask(Request::Entity(request));
                };
                let timer = self.now_or_later(typing, send);
                self.timers.borrow_mut().meet = timer;
            }
            Effect::Suggest(SuggestRequest { query, cursor }) if query.trim().is_empty() => {
                let none = Suggestions {
                    query,
                    cursor,
                    list: Vec::new(),
                };
                self.dispatch(&Action::GotSuggestions(Rc::new(with_recent(none))));
            }
            Effect::Suggest(request) => {
                let timer = self.timer(SUGGEST_PAUSE, |store| store.ask(Request::Suggest(request)));
                self.timers.borrow_mut().suggest = Some(timer);
            }
            Effect::Beside(request) => self.ask(request),
            Effect::Profile => {
                self.dispatch(&Action::Profiling);
                self.ask(Request::Profile);
            }
            Effect::KeepLang(lang) => settings::keep_lang(lang),
            Effect::KeepTheme(theme) => settings::keep_theme(theme),
            Effect::KeepKeys(on) => settings::keep_keys(on),
            Effect::KeepAliases(on) => settings::keep_aliases(on),
            Effect::KeepCorrections(list) => {
                if !settings::keep_corrections(&list) {
                    self.dispatch(&Action::Tell(Notice::CorrectionsNotKept));
                }
            }
            Effect::Correct(list) => self.correct(list),
            Effect::Copy => self.copy(),
            Effect::Restart => {
                let client = self.client.borrow().clone();
                if let Some(client) = client {
                    client.restart();
                }
            }
        }
    }

    /// Sends at once, or while more keystrokes may follow with the timer that this gives.
    fn now_or_later(self: &Rc<Self>, typing: bool, send: impl FnOnce(&Rc<Self>) + 'static) -> Option<Timer> {
        if typing {
            return Some(self.timer(PAUSE, send));
        }
        send(self);
        None
    }

    /// Keeps the view for the reader once he has stayed with it; what he went on from without a step of history gives
    /// way to it.
    pub(super) fn note(self: &Rc<Self>, step: HistoryStep) {
        if step == HistoryStep::Push {
            self.noted.take();
        }
        let timer = self.timer(STAY, |store| {
            let view = &store.state().view;
            if !view.embed {
                let address = print(view);
                recent::note(&address, &store.noted.replace(address.clone()));
            }
        });
        self.timers.borrow_mut().note = Some(timer);
    }

    fn write(self: &Rc<Self>, action: &Action, before: &AppState, step: HistoryStep) {
        self.note(step);
        if matches!(action, Action::Type(_) | Action::FindRows(_)) {
            let timer = self.timer(ENTRY_PAUSE, |store| browser::replace(&print(&store.state().view)));
            self.timers.borrow_mut().write = Some(timer);
            return;
        }
        let unwritten = self.timers.borrow_mut().write.take().is_some();
        let address = print(&self.state().view);
        match step {
            HistoryStep::None => {}
            HistoryStep::Replace => browser::replace(&address),
            HistoryStep::Push => {
                if unwritten {
                    browser::replace(&print(&before.view));
                }
                self.timers.borrow_mut().scroll = None;
                remember_place(before);
                browser::push(&address);
            }
        }
    }

    fn ask(self: &Rc<Self>, request: Request) {
        let Some(client) = self.client.borrow().clone() else {
            return;
        };
        let store = Rc::downgrade(self);
        let kind = request.clone();
        let then = move |response| {
            if let (Some(store), Some(action)) = (store.upgrade(), received(&kind, response)) {
                store.dispatch(&action);
            }
        };
        client.ask(request, Box::new(then));
    }

    fn copy(self: &Rc<Self>) {
        let address = browser::full_address(&print(&self.state().lasting().whole()));
        let store = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let notice = if browser::copy_text(&address).await {
                Notice::LinkCopied
            } else {
                Notice::LinkNotCopied
            };
            if let Some(store) = store.upgrade() {
                store.dispatch(&Action::Tell(notice));
            }
        });
    }
}

/// Suggestions with the queries behind them that the reader asked before.
fn with_recent(mut found: Suggestions) -> Suggestions {
    let suggestion = |query: String| Suggestion {
        kind: SuggestionKind::Recent,
        text: query.clone(),
        entity: None,
        articles: None,
        cursor: query.len() as u32,
        query,
    };
    let recent = recent::queries(&found.query).into_iter();
    found.list.extend(recent.map(suggestion));
    found
}

/// What the answer to a request does to the state; nothing if a newer request has taken its place.
fn received(request: &Request, response: Response) -> Option<Action> {
    let failure = match response {
        Response::Profile(profile) => return Some(Action::GotProfile(Ok(Rc::new(profile)))),
        Response::Search(results) => return Some(Action::GotResults(Ok(Rc::new(results)))),
        Response::Article(article) => return Some(Action::GotArticle(Ok(Rc::from(article)))),
        Response::Ledger(rows) => return Some(Action::GotLedger(Ok(Rc::from(rows)))),
        Response::Entity(met) => return Some(Action::GotEntity(Ok(Rc::from(met)))),
        Response::Suggestions(found) => {
            return Some(Action::GotSuggestions(Rc::new(with_recent(found))));
        }
        Response::Concordance(lines) => return Some(Action::GotSurvey(Ok(Rc::new(Survey::Lines(lines))))),
        Response::Words(words) => return Some(Action::GotSurvey(Ok(Rc::new(Survey::Words(words))))),
        Response::Timeline(bars) => return Some(Action::GotSurvey(Ok(Rc::new(Survey::Timeline(bars))))),
        Response::Network { network, lost } => {
            return Some(Action::GotSurvey(Ok(Rc::new(Survey::Network(network, lost)))));
        }
        Response::Audit(audit) => return Some(Action::GotSurvey(Ok(Rc::new(Survey::Audit(audit))))),
        Response::Compare(found) => return Some(Action::GotSurvey(Ok(Rc::new(Survey::Compare(found))))),
        Response::Beside(beside) => return Some(Action::GotBeside(Ok(Rc::new(beside)))),
        Response::Diff(diff) => return Some(Action::GotDiff(Ok(Rc::new(diff)))),
        Response::Cancelled => return None,
        Response::Failed(failure) => failure,
    };
    Some(match request {
        Request::Profile => Action::GotProfile(Err(failure)),
        Request::Search(_) => Action::GotResults(Err(failure)),
        Request::Article(_) => Action::GotArticle(Err(failure)),
        Request::Ledger(_) => Action::GotLedger(Err(failure)),
        Request::Entity(_) => Action::GotEntity(Err(failure)),
        Request::Beside(_) => Action::GotBeside(Err(failure)),
        Request::Diff(_) => Action::GotDiff(Err(failure)),
        // The query stands as it is typed.
        Request::Suggest(_) => return None,
        Request::Concordance(_)
        | Request::Words(_)
        | Request::Timeline(_)
        | Request::Network(_)
        | Request::Audit(_)
        | Request::Compare(_) => Action::GotSurvey(Err(failure)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::{ArticleRequest, Failure, SearchRequest, SearchResponse};

    #[test]
    fn an_answer_becomes_the_action_of_its_kind() {
        let failure = Failure::BadCorpus { message: "x".into() };
        let failed = |request: &Request| received(request, Response::Failed(failure.clone()));
        let search = Request::Search(SearchRequest::default());
        assert_eq!(failed(&search), Some(Action::GotResults(Err(failure.clone()))));
        let article = Request::Article(ArticleRequest::default());
        assert_eq!(failed(&article), Some(Action::GotArticle(Err(failure.clone()))));
        assert_eq!(
            failed(&Request::Profile),
            Some(Action::GotProfile(Err(failure.clone())))
        );
        assert_eq!(received(&search, Response::Cancelled), None);
        assert_eq!(failed(&Request::Suggest(SuggestRequest::default())), None);
        let results = Response::Search(SearchResponse::default());
        assert_eq!(
            received(&search, results),
            Some(Action::GotResults(Ok(Rc::default())))
        );
    }
}
