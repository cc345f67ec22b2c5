//! Holds the state and carries out the effects of its transitions.

use super::settings;
use crate::browser::{self, Listener, Positions, Timer};
use crate::client::Client;
use crate::state::{
    Action, AppState, Effect, HistoryStep, KeyCommand, KeyPress, Notice, Remote, WorkerStatus, ask_all,
    effects, key_action, reduce,
};
use crate::url::{parse, print};
use engine::protocol::{Request, Response};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use yew::Callback;

/// Milliseconds without a keystroke after which a query is sent.
const PAUSE: i32 = 120;
/// Milliseconds without a keystroke, or without scrolling, after which the history entry is overwritten. Browsers
/// allow about a hundred such calls in half a minute.
const ENTRY_PAUSE: i32 = 250;
/// The element id of the search box.
const SEARCH_BOX: &str = "q";

/// The page's state and all that goes with it outside Yew.
pub(super) struct Store {
    title: fn(&AppState) -> String,
    state: RefCell<Rc<AppState>>,
    show: RefCell<Option<Callback<Rc<AppState>>>>,
    client: RefCell<Option<Rc<dyn Client>>>,
    listeners: RefCell<Vec<Listener>>,
    timers: RefCell<Timers>,
    /// Where to scroll once everything is on the screen.
    restore: RefCell<Option<Positions>>,
}

#[derive(Default)]
struct Timers {
    search: Option<Timer>,
    fetch: Option<Timer>,
    /// The address after typing.
    write: Option<Timer>,
    /// Remembers how far the page is scrolled.
    scroll: Option<Timer>,
    /// What waits for the next rendering.
    follow: Option<Timer>,
}

impl Store {
    /// The state of a page opened at the present address.
    pub(super) fn new(title: fn(&AppState) -> String) -> Self {
        let state = reduce(&settings::recalled(), navigation());
        Self {
            title,
            state: RefCell::new(Rc::new(state)),
            show: RefCell::default(),
            client: RefCell::default(),
            listeners: RefCell::default(),
            timers: RefCell::default(),
            restore: RefCell::default(),
        }
    }

    pub(super) fn state(&self) -> Rc<AppState> {
        Rc::clone(&self.state.borrow())
    }

    /// Begins to listen and asks for what is shown.
    pub(super) fn start(
        self: &Rc<Self>,
        show: Callback<Rc<AppState>>,
        client: impl FnOnce(Callback<WorkerStatus>) -> Rc<dyn Client>,
    ) {
        self.show.replace(Some(show));
        let state = self.state();
        self.dress(None, &state);
        browser::manual_scrolling();
        self.restore.replace(Some(browser::remembered()));
        self.listen();
        let on_status = self.later(|store, status| store.dispatch(&Action::Worker(status)));
        let client = client(on_status);
        self.client.replace(Some(client));
        let action = navigation();
        let mut todo = effects(&settings::recalled(), &action, &state);
        todo.retain(|effect| matches!(effect, Effect::Write(_)));
        ask_all(&state, &mut todo);
        for effect in todo {
            self.carry_out(&action, &state, effect);
        }
    }

    /// Ends all that was begun.
    pub(super) fn stop(&self) {
        self.show.take();
        self.client.take();
        self.listeners.take();
        self.timers.take();
    }

    /// Makes something happen.
    pub(super) fn dispatch(self: &Rc<Self>, action: &Action) {
        let before = self.state();
        let after = Rc::new(reduce(&before, action.clone()));
        self.state.replace(Rc::clone(&after));
        self.dress(Some(&before), &after);
        let show = self.show.borrow().clone();
        if let Some(show) = show {
            show.emit(Rc::clone(&after));
        }
        for effect in effects(&before, action, &after) {
            self.carry_out(action, &before, effect);
        }
        self.follow(action, &before, &after);
    }

    /// Once everything is there that a restored view shows, scrolls to where it was.
    pub(super) fn rendered(self: &Rc<Self>) {
        let state = self.state();
        let loading = matches!(state.results, Remote::Idle | Remote::Loading(_))
            || (state.view.doc.is_some() && matches!(state.article, Remote::Idle | Remote::Loading(_)));
        if loading && state.worker != WorkerStatus::Dead {
            return;
        }
        if let Some(positions) = self
            .restore
            .take()
            .filter(|positions| *positions != Positions::default())
        {
            // Behind what components do at this rendering.
            let timer = Timer::new(0, move || browser::scroll_to(&positions));
            self.timers.borrow_mut().follow = Some(timer);
        }
    }

    /// What the document shows besides its contents.
    fn dress(&self, before: Option<&AppState>, after: &AppState) {
        if before.is_none_or(|before| before.lang != after.lang) {
            browser::set_lang(after.lang);
        }
        if before.is_none_or(|before| before.theme != after.theme) {
            browser::set_theme(after.theme);
        }
        let title = (self.title)(after);
        if before.is_none_or(|before| (self.title)(before) != title) {
            browser::set_title(&title);
        }
    }

    fn listen(self: &Rc<Self>) {
        let moved = self.later(Self::went);
        let scrolled = self.later(|store, ()| store.scrolled());
        let store = Rc::downgrade(self);
        let pressed = move |press: &KeyPress| store.upgrade().is_some_and(|store| store.pressed(press));
        let listeners = [
            browser::on_navigation(move |positions| moved.emit(positions)),
            browser::on_scroll(move || scrolled.emit(())),
            browser::on_key(pressed),
        ];
        self.listeners.replace(listeners.into_iter().flatten().collect());
    }

    /// The address has changed under the page.
    fn went(self: &Rc<Self>, positions: Positions) {
        {
            // What they would write belongs to the entry that was left.
            let mut timers = self.timers.borrow_mut();
            (timers.write, timers.scroll) = (None, None);
        }
        self.restore.replace(Some(positions));
        self.dispatch(&navigation());
    }

    fn scrolled(self: &Rc<Self>) {
        if self.restore.borrow().is_some() {
            // Not the reader's doing, but that of contents that came or went.
            return;
        }
        let timer = self.timer(ENTRY_PAUSE, |_| browser::remember(&browser::positions()));
        self.timers.borrow_mut().scroll = Some(timer);
    }

    fn pressed(self: &Rc<Self>, press: &KeyPress) -> bool {
        match key_action(press, &self.state()) {
            Some(KeyCommand::FocusSearch) => browser::focus(SEARCH_BOX),
            Some(KeyCommand::LeaveField) => {
                browser::blur();
                true
            }
            Some(KeyCommand::Do(action)) => {
                self.dispatch(&action);
                true
            }
            None => false,
        }
    }

    /// Lets the focus and the screen follow what the keyboard did.
    fn follow(self: &Rc<Self>, action: &Action, before: &AppState, after: &AppState) {
        let card = |doc: &str| format!("hit-{doc}");
        let timer = match action {
            Action::Move(_) => {
                let hit = after.cursor.and_then(|at| after.results.shown()?.hits.get(at));
                let Some(id) = hit.map(|hit| card(&hit.doc)) else {
                    return;
                };
                Timer::new(0, move || {
                    browser::reveal(&id);
                })
            }
            Action::Close => {
                let Some(id) = before.view.doc.as_deref().map(card) else {
                    return;
                };
                Timer::new(0, move || {
                    browser::focus_link_in(&id);
                })
            }
            _ => return,
        };
        self.timers.borrow_mut().follow = Some(timer);
    }

    fn carry_out(self: &Rc<Self>, action: &Action, before: &AppState, effect: Effect) {
        match effect {
            Effect::Write(step) => self.write(action, before, step),
            Effect::Search { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    store.dispatch(&Action::Searching);
                    store.ask(Request::Search(request));
                };
                self.timers.borrow_mut().search = None;
                if typing {
                    let timer = self.timer(PAUSE, send);
                    self.timers.borrow_mut().search = Some(timer);
                } else {
                    send(self);
                }
            }
            Effect::Fetch { request, typing } => {
                let send = move |store: &Rc<Self>| {
                    // Closed while the typing paused.
                    if store.state().view.doc.as_ref() == Some(&request.doc) {
                        store.dispatch(&Action::Fetching);
                        store.ask(Request::Article(request));
                    }
                };
                self.timers.borrow_mut().fetch = None;
                if typing {
                    let timer = self.timer(PAUSE, send);
                    self.timers.borrow_mut().fetch = Some(timer);
                } else {
                    send(self);
                }
            }
            Effect::Profile => {
                self.dispatch(&Action::Profiling);
                self.ask(Request::Profile);
            }
            Effect::KeepLang(lang) => settings::keep_lang(lang),
            Effect::KeepTheme(theme) => settings::keep_theme(theme),
            Effect::KeepKeys(on) => settings::keep_keys(on),
            Effect::Copy => self.copy(),
            Effect::Restart => {
                let client = self.client.borrow().clone();
                if let Some(client) = client {
                    client.restart();
                }
            }
        }
    }

    fn write(self: &Rc<Self>, action: &Action, before: &AppState, step: HistoryStep) {
        if matches!(action, Action::Type(_)) {
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
                browser::remember(&browser::positions());
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
        let address = browser::full_address(&print(&self.state().view));
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

    fn timer(self: &Rc<Self>, milliseconds: i32, then: impl FnOnce(&Rc<Self>) + 'static) -> Timer {
        let store: Weak<Self> = Rc::downgrade(self);
        Timer::new(milliseconds, move || {
            if let Some(store) = store.upgrade() {
                then(&store);
            }
        })
    }

    /// A callback that does not keep the store alive.
    fn later<T: 'static>(self: &Rc<Self>, then: impl Fn(&Rc<Self>, T) + 'static) -> Callback<T> {
        let store = Rc::downgrade(self);
        Callback::from(move |value| {
            if let Some(store) = store.upgrade() {
                then(&store, value);
            }
        })
    }
}

/// The change to the view of the present address.
fn navigation() -> Action {
    let (search, fragment) = browser::here();
    let (view, notices) = parse(&search, &fragment);
    Action::Navigate(view, notices)
}

/// What the answer to a request does to the state; nothing if a newer request has taken its place.
fn received(request: &Request, response: Response) -> Option<Action> {
    let failure = match response {
        Response::Profile(profile) => return Some(Action::GotProfile(Ok(Rc::new(profile)))),
        Response::Search(results) => return Some(Action::GotResults(Ok(Rc::new(results)))),
        Response::Article(article) => return Some(Action::GotArticle(Ok(Rc::from(article)))),
        Response::Cancelled => return None,
        Response::Failed(failure) => failure,
    };
    Some(match request {
        Request::Profile => Action::GotProfile(Err(failure)),
        Request::Search(_) => Action::GotResults(Err(failure)),
        Request::Article(_) => Action::GotArticle(Err(failure)),
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
        let results = Response::Search(SearchResponse::default());
        assert_eq!(
            received(&search, results),
            Some(Action::GotResults(Ok(Rc::default())))
        );
    }
}
