//! Holds the state, listens to the browser and lets the screen follow.

mod correcting;
mod errands;

use super::settings;
use crate::browser::{self, Listener, Positions, Spot, Timer};
use crate::client::{Client, News, Task};
use crate::parts::{load_messages, messages};
use crate::state::{
    Action, AppState, Effect, HistoryStep, KeyCommand, KeyPress, Notice, Remote, WorkerStatus, ask_all,
    effects, key_action, listed, place_of, reduce,
};
use crate::url::parse;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use yew::Callback;
use yew::platform::spawn_local;

/// Milliseconds without a keystroke, or without scrolling, after which the history entry is overwritten. Browsers
/// allow about a hundred such calls in half a minute.
const ENTRY_PAUSE: i32 = 250;
/// The element id of the search box.
const SEARCH_BOX: &str = "q";

/// The element id of the results.
const RESULTS: &str = "results";
/// That of the lens that is looked through.
const LENS: &str = "lens";
/// That of what follows the first results.
const FOLLOWING: &str = "following";

/// The page's state and all that goes with it outside Yew.
pub(super) struct Store {
    title: fn(&AppState) -> String,
    /// The corpus that the program has in it.
    corpus: &'static [u8],
    /// What makes a corrected one.
    correcting: RefCell<Option<Task>>,
    state: RefCell<Rc<AppState>>,
    show: RefCell<Option<Callback<Rc<AppState>>>>,
    client: RefCell<Option<Rc<dyn Client>>>,
    listeners: RefCell<Vec<Listener>>,
    timers: RefCell<Timers>,
    /// What had the focus when something was opened beside the results.
    opener: RefCell<Option<Spot>>,
    /// Where to scroll once everything is on the screen.
    restore: RefCell<Option<Positions>>,
    /// The address that was remembered last within this entry of the history.
    noted: RefCell<String>,
}

#[derive(Default)]
struct Timers {
    search: Option<Timer>,
    fetch: Option<Timer>,
    suggest: Option<Timer>,
    tabulate: Option<Timer>,
    survey: Option<Timer>,
    meet: Option<Timer>,
    /// The address after typing.
    write: Option<Timer>,
    /// Remembers the view.
    note: Option<Timer>,
    /// Remembers how far the page is scrolled.
    scroll: Option<Timer>,
    /// What waits for the next rendering.
    follow: Option<Timer>,
}

impl Store {
    /// The state of a page opened at the present address.
    pub(super) fn new(title: fn(&AppState) -> String, corpus: &'static [u8]) -> Self {
        Self {
            title,
            corpus,
            correcting: RefCell::default(),
            state: RefCell::new(Rc::new(Self::first_state())),
            show: RefCell::default(),
            client: RefCell::default(),
            listeners: RefCell::default(),
            timers: RefCell::default(),
            opener: RefCell::default(),
            restore: RefCell::default(),
            noted: RefCell::default(),
        }
    }

    /// The state of a page opened at the present address.
    pub(super) fn first_state() -> AppState {
        let state = reduce(&settings::recalled(), navigation());
        reduce(&state, Action::Unfold(browser::remembered().pages()))
    }

    pub(super) fn state(&self) -> Rc<AppState> {
        Rc::clone(&self.state.borrow())
    }

    /// Begins to listen and asks for what is shown.
    pub(super) fn start(
        self: &Rc<Self>,
        show: Callback<Rc<AppState>>,
        client: impl FnOnce(Callback<News>) -> Rc<dyn Client>,
    ) {
        self.show.replace(Some(show));
        let state = self.state();
        self.dress(None, &state);
        browser::manual_scrolling();
        browser::reveal(LENS);
        self.restore.replace(Some(browser::remembered()));
        self.listen();
        let on_news = self.later(|store, news| {
            store.dispatch(&match news {
                News::Status(status) => Action::Worker(status),
                News::Coming(coming) => Action::Coming(coming.come, coming.of),
            });
        });
        let client = client(on_news);
        self.client.replace(Some(client));
        let action = navigation();
        let mut todo = effects(&settings::recalled(), &action, &state);
        todo.retain(|effect| matches!(effect, Effect::Write(_)));
        ask_all(&state, &mut todo);
        let list = Rc::clone(&state.corrections);
        if state.notices.contains(&Notice::CorrectionsLost) {
            todo.push(Effect::KeepCorrections(list));
        } else if !list.corrections.is_empty() {
            todo.push(Effect::Correct(list));
        }
        for effect in todo {
            self.carry_out(&action, &state, effect);
        }
        self.note(HistoryStep::Push);
        if messages(state.lang).is_none() {
            self.dispatch(&Action::Tell(Notice::NotSpoken(state.lang)));
        }
    }

    /// Ends all that was begun.
    pub(super) fn stop(&self) {
        self.show.take();
        self.client.take();
        self.correcting.take();
        self.listeners.take();
        self.timers.take();
    }

    /// Makes something happen; what brings another language along, once its messages are there.
    pub(super) fn dispatch(self: &Rc<Self>, action: &Action) {
        let before = self.state();
        let after = reduce(&before, action.clone());
        if after.lang == before.lang || messages(after.lang).is_some() {
            return self.perform(action, &before, after);
        }
        let (store, action) = (Rc::downgrade(self), action.clone());
        spawn_local(async move {
            let missing = load_messages(after.lang).await.is_err();
            let Some(store) = store.upgrade() else { return };
            if !missing {
                return store.dispatch(&action);
            }
            if !matches!(action, Action::Speak(_)) {
                let before = store.state();
                store.perform(&action, &before, reduce(&before, action.clone()));
            }
            store.dispatch(&Action::Tell(Notice::NotSpoken(after.lang)));
        });
    }

    fn perform(self: &Rc<Self>, action: &Action, before: &AppState, after: AppState) {
        let after = Rc::new(after);
        self.state.replace(Rc::clone(&after));
        self.dress(Some(before), &after);
        let show = self.show.borrow().clone();
        if let Some(show) = show {
            show.emit(Rc::clone(&after));
        }
        for effect in effects(before, action, &after) {
            self.carry_out(action, before, effect);
        }
        self.follow(action, before, &after);
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
            let timer = Timer::new(0, move || {
                browser::reveal(LENS);
                browser::scroll_to(&positions);
            });
            self.timers.borrow_mut().follow = Some(timer);
        }
        self.look_ahead();
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
        let pages = positions.pages();
        self.restore.replace(Some(positions));
        self.note(HistoryStep::Push);
        self.dispatch(&navigation());
        if pages > self.state().pages {
            self.dispatch(&Action::Unfold(pages));
        }
    }

    fn scrolled(self: &Rc<Self>) {
        if self.restore.borrow().is_some() {
            // Not the reader's doing, but that of contents that came or went.
            return;
        }
        self.look_ahead();
        let timer = self.timer(ENTRY_PAUSE, |store| remember_place(&store.state()));
        self.timers.borrow_mut().scroll = Some(timer);
    }

    /// Has further results come before somebody gets to the end of the first, or reads one that is not among them.
    fn look_ahead(self: &Rc<Self>) {
        let state = self.state();
        let Some(shown) = state.results.shown().filter(|_| state.has_only_first()) else {
            return;
        };
        let unlisted = |doc: &str| place_of(shown, doc).is_none();
        if state.view.doc.as_deref().is_some_and(unlisted) || browser::is_near(FOLLOWING) {
            self.dispatch(&Action::Ahead);
        }
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
                let hit = after.cursor.and_then(|at| listed(after.results.shown()?).nth(at));
                let Some(id) = hit.map(|hit| card(&hit.doc)) else {
                    return;
                };
                Timer::new(0, move || {
                    // The focus goes along, so that what is reached is read out and Enter opens it.
                    browser::reveal(&id);
                    browser::focus_link_in(&id);
                })
            }
            // The focus stays with what is read.
            Action::Turn(_) => {
                let Some(id) = after.view.doc.as_deref().map(card) else {
                    return;
                };
                Timer::new(0, move || {
                    browser::reveal(&id);
                })
            }
            Action::Open(..) | Action::Show(_) if !is_reading(before) && is_reading(after) => {
                let opener = browser::focused();
                self.opener.replace(opener.clone());
                // A table is set narrower beside what is read; what led there stays in view.
                Timer::new(0, move || {
                    if let Some(opener) = opener {
                        opener.reveal();
                    }
                })
            }
            Action::Close | Action::Leave | Action::Show(_) if is_reading(before) && !is_reading(after) => {
                let (id, opener) = (before.view.doc.as_deref().map(card), self.opener.take());
                Timer::new(0, move || {
                    let back = id.is_some_and(|id| browser::focus_link_in(&id))
                        || opener.is_some_and(|opener| opener.focus());
                    if !back {
                        browser::focus(RESULTS);
                    }
                })
            }
            // Other rows take the place of those above.
            Action::RowsFrom(_) => Timer::new(0, || _ = browser::focus(RESULTS)),
            // On a phone the lenses are a strip, which may begin elsewhere.
            _ if before.view.lens != after.view.lens => Timer::new(0, || _ = browser::reveal(LENS)),
            _ => return,
        };
        self.timers.borrow_mut().follow = Some(timer);
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

/// Remembers how far things are scrolled, and how many pages of results that takes.
fn remember_place(state: &AppState) {
    browser::remember(&browser::positions().with_pages(state.pages));
}

/// Whether something is open beside the results.
fn is_reading(state: &AppState) -> bool {
    state.view.doc.is_some() || state.view.entity.is_some()
}

/// The change to the view of the present address.
fn navigation() -> Action {
    let (search, fragment) = browser::here();
    let (view, notices) = parse(&search, &fragment);
    Action::Navigate(Box::new(view), notices)
}
