//! The client of the analyst over workers that are a few lines of script.

use crate::client::script;
use crate::{pause, until};
use engine::SourceFile;
use songphuong::client::{Analyst, Material, Task, Told, WebAnalyst};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

type Log = Rc<RefCell<Vec<Told>>>;

fn begin(address: &str) -> (Task, Log) {
    let heard = Log::default();
    let log = Rc::clone(&heard);
    let material = Material {
        corpus: Some(vec![1, 2]),
        files: vec![SourceFile {
            name: "a.txt".into(),
            bytes: vec![3],
        }],
        ..Material::default()
    };
    let then = Rc::new(move |told| log.borrow_mut().push(told));
    (WebAnalyst::with_script(address).analyse(material, then), heard)
}

#[wasm_bindgen_test]
async fn progress_then_the_end_are_heard_and_all_bytes_arrive() {
    let code = "onmessage = ({data: {corpus, files: [[name, content]]}}) => {
        postMessage({progress: ['reading', 1, 2]});
        const bytes = [...new Uint8Array(corpus), ...new Uint8Array(content)];
        postMessage({corpus: Uint8Array.from(bytes).buffer, warnings: [name]});
    };";
    let (_task, heard) = begin(&script(code));
    until("an end", || heard.borrow().len() == 2).await;
    let progress = Told::Progress {
        stage: "reading".into(),
        done: 1,
        of: 2,
    };
    let done = Told::Done {
        corpus: vec![1, 2, 3],
        warnings: vec!["a.txt".into()],
    };
    assert_eq!(*heard.borrow(), [progress, done]);
}

#[wasm_bindgen_test]
async fn what_fails_in_the_worker_and_what_cannot_be_loaded_is_said() {
    for code in ["onmessage = () => postMessage({failed: 'why'});", "throw 'why';"] {
        let (_task, heard) = begin(&script(code));
        until("an end", || !heard.borrow().is_empty()).await;
        assert!(
            matches!(&heard.borrow()[..], [Told::Failed(why)] if why.contains("why")),
            "{heard:?}"
        );
    }
    let (_task, heard) = begin("blob:nothing");
    until("an end", || !heard.borrow().is_empty()).await;
    assert!(matches!(&heard.borrow()[..], [Told::Failed(_)]), "{heard:?}");
}

#[wasm_bindgen_test]
async fn of_an_analysis_that_was_ended_nothing_is_heard() {
    let (task, heard) = begin(&script("onmessage = () => postMessage({failed: 'late'});"));
    drop(task);
    pause(200).await;
    assert!(heard.borrow().is_empty());
}
