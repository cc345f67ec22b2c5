//! Both ends of a Web Worker.

use super::Listener;
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DedicatedWorkerGlobalScope, ErrorEvent, MessageChannel, MessageEvent, RequestCache, RequestInit,
    Response, Url, Worker, WorkerOptions, WorkerType,
};

/// What is heard of a worker.
#[derive(Debug)]
pub enum WorkerNews {
    /// It sent this.
    Message(JsValue),
    /// It broke down, could not be loaded, or sent what cannot be read.
    Broken(String),
}

/// A running worker; dropping it ends it.
pub struct WorkerHandle {
    worker: Worker,
    _listeners: [Listener; 3],
}

impl WorkerHandle {
    /// Starts the script at `url` as a worker, unless one waits already, hands it this program to become another
    /// instance of, with a corpus in the place of the program's own, and calls `then` with all that is heard of it.
    ///
    /// # Errors
    ///
    /// What the browser says if it does not start workers from this address, or does not hand them programs.
    pub fn start(
        url: &str,
        corpus: Option<&[u8]>,
        then: impl Fn(WorkerNews) + 'static,
    ) -> Result<Self, String> {
        let worker = waiting().map_or_else(|| begin(url), Ok)?;
        let program = this_program();
        if let Some(corpus) = corpus {
            program.push(&Uint8Array::from(corpus).buffer());
        }
        worker.post_message(&program).map_err(|error| told(&error))?;
        Ok(Self::listen(worker, Rc::new(then)))
    }

    /// Starts the script at `url` as a worker that has a program of its own.
    ///
    /// # Errors
    ///
    /// What the browser says if it does not start workers from this address.
    pub fn start_other(url: &str, then: impl Fn(WorkerNews) + 'static) -> Result<Self, String> {
        Ok(Self::listen(begin(url)?, Rc::new(then)))
    }

    /// One piece of code for whoever listens.
    fn listen(worker: Worker, then: Rc<dyn Fn(WorkerNews)>) -> Self {
        let (on_error, on_unreadable) = (Rc::clone(&then), Rc::clone(&then));
        let listeners = [
            Listener::new(&worker, "message", move |event| {
                if let Some(message) = event.dyn_ref::<MessageEvent>() {
                    then(WorkerNews::Message(message.data()));
                }
            }),
            Listener::new(&worker, "error", move |event| {
                // A script that cannot be loaded gives a plain event without a message.
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                let message = message.unwrap_or_else(|| "the worker could not be loaded".to_owned());
                on_error(WorkerNews::Broken(message));
            }),
            Listener::new(&worker, "messageerror", move |_| {
                on_unreadable(WorkerNews::Broken("a message could not be read".to_owned()));
            }),
        ];
        Self {
            worker,
            _listeners: listeners,
        }
    }

    /// Sends `message`, of which the buffers in `owned` change hands; whether it could be sent.
    pub fn send(&self, message: &JsValue, owned: &Array) -> bool {
        self.worker.post_message_with_transfer(message, owned).is_ok()
    }

    /// Hands `message` over; whether it could be sent.
    pub fn hand_over(&self, message: &ArrayBuffer) -> bool {
        self.send(message, &Array::of1(message))
    }
}

/// A new worker.
fn begin(url: &str) -> Result<Worker, String> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(url, &options).map_err(|error| told(&error))
}

fn told(error: &JsValue) -> String {
    format!("{error:?}")
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The worker that the page has started before there was a program, to the first who asks.
fn waiting() -> Option<Worker> {
    let (window, name) = (web_sys::window()?, "waitingWorker".into());
    let worker = Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &name).ok()?;
    Some(worker)
}

#[wasm_bindgen]
extern "C" {
    /// What a script knows of itself.
    type Meta;

    /// Of the script that wasm-bindgen made.
    #[wasm_bindgen(thread_local_v2, js_namespace = import, js_name = meta)]
    static META: Meta;

    #[wasm_bindgen(method, getter)]
    fn url(this: &Meta) -> JsValue;
}

/// The address of this program's script, and its module, which is compiled and stays so wherever it is sent.
fn this_program() -> Array {
    Array::of2(&META.with(Meta::url), &wasm_bindgen::module())
}

/// The name of this program's script. It changes whenever the program does, so it tells builds apart.
pub fn program_name() -> String {
    let url = META.with(Meta::url).as_string().unwrap_or_default();
    url.rsplit('/').next().unwrap_or_default().to_owned()
}

/// `name` beside the page, wherever it is served from: an absolute address.
pub fn resolve(name: &str) -> String {
    if cfg!(not(target_family = "wasm")) {
        return name.to_owned();
    }
    let document = web_sys::window().and_then(|window| window.document());
    let base = document.and_then(|document| document.base_uri().ok().flatten());
    let url = base.and_then(|base| Url::new_with_base(name, &base).ok());
    url.map_or_else(|| name.to_owned(), |url| url.href())
}

/// The whole body of what is fetched.
async fn body(fetched: Promise) -> Result<ArrayBuffer, String> {
    let told = |error: JsValue| {
        let message = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
        message.map_or_else(|| "it could not be loaded".to_owned(), String::from)
    };
    let response = JsFuture::from(fetched).await.map_err(told)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("the host answered {}", response.status()));
    }
    let body = JsFuture::from(response.array_buffer().map_err(told)?).await;
    Ok(body.map_err(told)?.unchecked_into())
}

/// The world inside a worker.
#[derive(Clone, Debug)]
pub struct Scope(DedicatedWorkerGlobalScope);

impl Scope {
    /// The present one; none outside a worker.
    pub fn current() -> Option<Self> {
        js_sys::global().dyn_into().ok().map(Self)
    }

    /// The corpus file that the page has handed over with the program, if it has.
    pub fn corpus(&self) -> Option<Vec<u8>> {
        let corpus = Reflect::get(&self.0, &"corpus".into()).ok()?;
        let corpus: ArrayBuffer = corpus.dyn_into().ok()?;
        Some(Uint8Array::new(&corpus).to_vec())
    }

    /// Sends a copy of `message` to the page; whether it could be sent.
    pub fn post(&self, message: &JsValue) -> bool {
        self.0.post_message(message).is_ok()
    }

    /// Hands `message` over to the page; whether it could be sent.
    pub fn hand_over(&self, message: &ArrayBuffer) -> bool {
        let owned = Array::of1(message);
        self.0.post_message_with_transfer(message, &owned).is_ok()
    }

    /// The bytes at `url`, seen from the worker's script. A copy that the browser keeps is taken for good, unless it
    /// has to be `fresh`.
    ///
    /// # Errors
    /// Why they could not be loaded.
    pub async fn fetch(&self, url: &str, fresh: bool) -> Result<Vec<u8>, String> {
        let cache = if fresh {
            RequestCache::Reload
        } else {
            RequestCache::ForceCache
        };
        let options = RequestInit::new();
        options.set_cache(cache);
        let body = body(self.0.fetch_with_str_and_init(url, &options)).await?;
        Ok(Uint8Array::new(&body).to_vec())
    }

    /// Calls `then` with each message of the page.
    pub fn on_message(&self, then: impl Fn(JsValue) + 'static) -> Listener {
        Listener::new(&self.0, "message", move |event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>() {
                then(message.data());
            }
        })
    }

    /// A task that runs after the messages that have already come, each time the returned function is called.
    /// None if the browser has no channels.
    ///
    /// A timer would wait four milliseconds once it is nested; a message to oneself does not.
    pub fn task(&self, then: impl FnMut() + 'static) -> Option<(impl Fn() + 'static, Listener)> {
        let channel = MessageChannel::new().ok()?;
        let (near, far) = (channel.port1(), channel.port2());
        let then = RefCell::new(then);
        let listener = Listener::new(&far, "message", move |_| (then.borrow_mut())());
        // Ports that listen without `onmessage` must be opened.
        far.start();
        let trigger = move || {
            let _ = near.post_message(&JsValue::NULL);
        };
        Some((trigger, listener))
    }
}
