//! The client over workers that are a few lines of script.
//!
//! Each is handed the program first, as a real one is, and is told of it by `begun`.

use crate::until;
use engine::protocol::{Failure, Profile, Request, Response, SearchRequest};
use songphuong::client::{Client, News, Options, WebClient};
use songphuong::state::WorkerStatus;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

type Log<T> = Rc<RefCell<Vec<T>>>;

/// The address of a worker that runs this code.
pub(crate) fn script(code: &str) -> String {
    let parts = js_sys::Array::of1(&code.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).unwrap();
    web_sys::Url::create_object_url_with_blob(&blob).unwrap()
}

/// What all of them begin with: the first message goes to `begun`, the others to `onmessage`.
const BEGIN: &str = "
    let begun = () => {};
    addEventListener('message', event => {
        event.stopImmediatePropagation();
        begun(event.data);
    }, {once: true});
";

fn start(code: &str, patience: i32) -> (WebClient, Log<WorkerStatus>) {
    let options = Options {
        script: script(&format!("{BEGIN}{code}")),
        patience_to_start: 5000,
        patience_to_answer: patience,
    };
    let statuses = Log::default();
    let log = Rc::clone(&statuses);
    let client = WebClient::start(options, move |news| {
        if let News::Status(status) = news {
            log.borrow_mut().push(status);
        }
    });
    (client, statuses)
}

fn search(client: &WebClient, query: &str, answers: &Log<(String, Response)>) {
    let request = Request::Search(SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    });
    let (query, log) = (query.to_owned(), Rc::clone(answers));
    client.ask(
        request,
        Box::new(move |answer| log.borrow_mut().push((query, answer))),
    );
}

/// A worker's answer that quotes the query. In both directions a number, a variant and a length are a byte each, for
/// all of them are small here: a search is its number, 1 and the query, an empty profile ends with its version.
const ANSWER: &str = "
    const queryOf = data => new Uint8Array(data).subarray(3, 3 + new Uint8Array(data)[2]);
    const answer = data => {
        const query = queryOf(data);
        const [profile, articles, tokens, undated, years, top, docs, skipped] = [0, 0, 0, 0, 0, 0, 0, 0];
        postMessage(Uint8Array.of(
            new Uint8Array(data)[0], profile, articles, tokens, undated, years, top, docs, skipped,
            query.length, ...query
        ).buffer);
    };
";

fn quoted(query: &str) -> (String, Response) {
    let profile = Profile {
        version: query.into(),
        ..Profile::default()
    };
    (query.into(), Response::Profile(profile))
}

#[wasm_bindgen_test]
async fn requests_wait_for_the_workers_first_word() {
    let code = format!(
        "{ANSWER} const early = [];
        onmessage = ({{data}}) => early.push(data);
        setTimeout(() => {{
            if (early.length) throw 'too early';
            onmessage = ({{data}}) => answer(data);
            postMessage('ready');
        }}, 50);"
    );
    let (client, statuses) = start(&code, 5000);
    let answers = Log::default();
    search(&client, "nga", &answers);
    until("an answer", || !answers.borrow().is_empty()).await;
    assert_eq!(*answers.borrow(), [quoted("nga")]);
    assert_eq!(*statuses.borrow(), [WorkerStatus::Ready]);
}

#[wasm_bindgen_test]
async fn the_newest_search_wins_even_where_the_worker_answers_all() {
    let code = format!(
        "{ANSWER} onmessage = ({{data}}) => setTimeout(() => answer(data), 20); postMessage('ready');"
    );
    let (client, statuses) = start(&code, 5000);
    until("readiness", || !statuses.borrow().is_empty()).await;
    let answers = Log::default();
    for query in ["n", "ng", "nga"] {
        search(&client, query, &answers);
    }
    until("three answers", || answers.borrow().len() == 3).await;
    let cancelled = |query: &str| (query.to_owned(), Response::Cancelled);
    assert_eq!(
        *answers.borrow(),
        [cancelled("n"), cancelled("ng"), quoted("nga")]
    );
}

#[wasm_bindgen_test]
async fn an_error_starts_the_worker_again_and_the_client_survives() {
    // The death is the query's doing, so it comes again, and the client must not try for ever.
    let code = format!(
        "{ANSWER} onmessage = ({{data}}) => {{
            if (new TextDecoder().decode(queryOf(data)) === 'poison') throw new Error('boom');
            answer(data);
        }};
        postMessage('ready');"
    );
    let (client, statuses) = start(&code, 5000);
    let answers = Log::default();
    search(&client, "poison", &answers);
    until("a refusal", || answers.borrow().len() == 1).await;
    assert!(
        matches!(&answers.borrow()[0].1, Response::Failed(Failure::NoAnswer { message }) if message.contains("boom"))
    );
    search(&client, "nga", &answers);
    until("an answer", || answers.borrow().len() == 2).await;
    assert_eq!(answers.borrow()[1], quoted("nga"));
    let (ready, again) = (WorkerStatus::Ready, WorkerStatus::Restarting);
    assert_eq!(*statuses.borrow(), [ready, again, ready, again, ready]);
}

#[wasm_bindgen_test]
async fn a_panic_message_starts_the_worker_again() {
    let code = "onmessage = () => postMessage({panicked: 'index out of bounds'}); postMessage('ready');";
    let (client, _) = start(code, 5000);
    let answers = Log::default();
    search(&client, "nga", &answers);
    until("a refusal", || answers.borrow().len() == 1).await;
    let failure = Failure::NoAnswer {
        message: "index out of bounds".into(),
    };
    assert_eq!(answers.borrow()[0].1, Response::Failed(failure));
}

#[wasm_bindgen_test]
async fn a_worker_that_does_not_answer_counts_as_dead() {
    let (client, statuses) = start("postMessage('ready');", 50);
    let answers = Log::default();
    search(&client, "nga", &answers);
    until("a refusal", || answers.borrow().len() == 1).await;
    assert!(matches!(
        &answers.borrow()[0].1,
        Response::Failed(Failure::NoAnswer { .. })
    ));
    assert!(statuses.borrow().contains(&WorkerStatus::Restarting));
}

#[wasm_bindgen_test]
async fn a_script_that_cannot_be_loaded_is_given_up() {
    let options = Options {
        script: "no/such_worker.js".into(),
        ..Options::default()
    };
    let statuses: Log<WorkerStatus> = Log::default();
    let log = Rc::clone(&statuses);
    let client = WebClient::start(options, move |news| {
        if let News::Status(status) = news {
            log.borrow_mut().push(status);
        }
    });
    let answers = Log::default();
    search(&client, "nga", &answers);
    until("death", || statuses.borrow().last() == Some(&WorkerStatus::Dead)).await;
    assert_eq!(answers.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn each_worker_is_handed_the_program_compiled() {
    // It says that it is ready only if it was, and dies of the request: so there are three.
    let code = "
        begun = ([script, module]) => {
            if (script.startsWith(origin) && module instanceof WebAssembly.Module) postMessage('ready');
        };
        onmessage = () => postMessage({panicked: 'boom'});";
    let (client, statuses) = start(code, 5000);
    search(&client, "nga", &Log::default());
    let (ready, again) = (WorkerStatus::Ready, WorkerStatus::Restarting);
    until("a third worker", || {
        *statuses.borrow() == [ready, again, ready, again, ready]
    })
    .await;
}
