//! A table taken along as a file.

use super::chart::{Chart, file};
use super::dom::{download, resolve};
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
    exports_with(here, name, (shown, total), sheet, None)
}

/// What writes a picture as a file.
pub(super) type Picture = Rc<dyn Fn() -> String>;

/// A chart of what the page shows as a file, which says where it is from; it is drawn when it is wanted.
pub(super) fn picture(here: &Here, chart: impl Fn() -> Chart + 'static) -> Picture {
    let source = here.links.href.emit(here.view.clone());
    Rc::new(move || file(&chart(), &resolve(&source)))
}

/// The same with a picture of what is in the table.
pub(super) fn exports_with(
    here: &Here,
    name: &'static str,
    (shown, total): (usize, u32),
    sheet: impl Fn() -> Sheet + 'static,
    picture: Option<Picture>,
) -> Html {
    let sheet: Rc<dyn Fn() -> Sheet> = Rc::new(sheet);
    let save = |ending: &'static str, kind: &'static str, write: Picture| {
        let save = move |_: MouseEvent| download(&format!("songphuong-{name}.{ending}"), kind, &write());
        html! { <button type="button" class="text-button" onclick={save}>{ ending.to_uppercase() }</button> }
    };
    let table = |write: fn(&Sheet) -> String| -> Picture {
        let sheet = Rc::clone(&sheet);
        Rc::new(move || write(&sheet()))
    };
    html! {
        if shown > 0 {
            <div class="exports" role="group" aria-label={here.t.tables.download}>
                <span class="facet-note">{ (here.t.tables.download_rows)(shown as u32, total) }</span>
                { save("csv", "text/csv", table(Sheet::csv)) }
                { save("json", "application/json", table(Sheet::json)) }
                if let Some(picture) = picture {
                    { save("svg", "image/svg+xml", picture) }
                }
            </div>
        }
    }
}
