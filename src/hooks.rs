//! The page's state in Yew: one hook that joins reducer, address, worker, keys and storage.

mod kept;
mod settings;
mod store;

use crate::browser::full_address;
use crate::client::{Client, News, Options, WebClient};
use crate::parts::{load_messages, messages};
use crate::state::{Action, AppState};
use crate::url;
use crate::view::ViewState;
use std::rc::Rc;
use store::Store;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What components get: the state, and where actions go.
#[derive(Clone, Debug)]
pub struct App {
    /// The state as it is to be shown.
    pub state: Rc<AppState>,
    /// Makes something happen.
    pub dispatch: Callback<Action>,
}

/// States are compared by where they are: each transition makes a new one.
impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.dispatch == other.dispatch
    }
}

impl App {
    /// The link to a view, relative to the page.
    pub fn href(view: &ViewState) -> String {
        url::href(view)
    }

    /// The address of what is shown, whole, for other programs.
    pub fn address(&self) -> String {
        full_address(&url::print(&self.state.view))
    }
}

/// Waits for the messages of the language that the page is to be in, then calls `then`: at once where it comes with
/// them, and also where they do not come.
pub fn once_spoken(then: impl FnOnce() + 'static) {
    let lang = Store::first_state().lang;
    if messages(lang).is_some() {
        return then();
    }
    spawn_local(async move {
        // What is missing is asked for again, and told, once there is a page to tell it on.
        _ = load_messages(lang).await;
        then();
    });
}

/// Starts the worker and everything around it, once, and gives the state at each rendering. `title` says what stands
/// on the tab; `corpus` is the file that the worker opens, whose articles are analysed again where the reader corrects
/// what is recognised.
#[hook]
pub fn use_app(title: fn(&AppState) -> String, corpus: &'static [u8]) -> App {
    use_app_with(title, corpus, |on_news| {
        let on_news = move |news| on_news.emit(news);
        Rc::new(WebClient::start(Options::default(), on_news))
    })
}

/// Like [`use_app`], with another client, started when the page is on the screen.
#[hook]
pub fn use_app_with(
    title: fn(&AppState) -> String,
    corpus: &'static [u8],
    client: impl FnOnce(Callback<News>) -> Rc<dyn Client> + 'static,
) -> App {
    let store = use_memo((), |()| Rc::new(Store::new(title, corpus)));
    let state = use_state(|| store.state());
    {
        let (store, shown) = (Rc::clone(&store), state.setter());
        use_effect_with((), move |()| {
            store.start(Callback::from(move |state| shown.set(state)), client);
            move || store.stop()
        });
    }
    {
        let store = Rc::clone(&store);
        use_effect(move || store.rendered());
    }
    let dispatch = use_callback((), move |action, ()| store.dispatch(&action));
    App {
        state: Rc::clone(&state),
        dispatch,
    }
}

/// The app that a component higher up provides with `<ContextProvider<App> context={app}>`.
#[hook]
pub fn use_provided_app() -> Option<App> {
    use_context()
}
