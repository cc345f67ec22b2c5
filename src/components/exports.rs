//! A table taken along as a file.

use super::dom::download;
use super::here::Here;
use crate::export::Sheet;
use std::rc::Rc;
use yew::prelude::*;

/// A button for each kind of file; the file is made when one is pressed. `shown` rows of `total` are in it.
pub(super) fn exports(
    here: &Here,
    name: &'static str,
    shown: usize,
    total: u32,
    sheet: impl Fn() -> Sheet + 'static,
) -> Html {
    let sheet: Rc<dyn Fn() -> Sheet> = Rc::new(sheet);
    let save = |ending: &'static str, kind: &'static str, write: fn(&Sheet) -> String| {
        let sheet = Rc::clone(&sheet);
        let save =
            move |_: MouseEvent| download(&format!("songphuong-{name}.{ending}"), kind, &write(&sheet()));
        html! { <button type="button" class="text-button" onclick={save}>{ ending.to_uppercase() }</button> }
    };
    html! {
        if shown > 0 {
            <div class="exports" role="group" aria-label={here.t.tables.download}>
                <span class="facet-note">{ (here.t.tables.download_rows)(shown as u32, total) }</span>
                { save("csv", "text/csv", Sheet::csv) }
                { save("json", "application/json", Sheet::json) }
            </div>
        }
    }
}
