//! The limits of the date, as text: whoever knows only the year types the year.

use super::changed::use_changed;
use super::dom::chosen;
use crate::i18n::{normalise_date, text, typed_date};
use crate::state::Action;
use crate::view::Lang;
use yew::prelude::*;

/// The limits in force.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) from: Option<AttrValue>,
    pub(crate) to: Option<AttrValue>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn DateRange(props: &Props) -> Html {
    let t = text(props.lang);
    // What was typed and could not be read stays in its box.
    let wrong = use_state_eq(|| (None::<String>, None::<String>));
    {
        let wrong = wrong.setter();
        use_changed((props.from.clone(), props.to.clone()), move || {
            wrong.set((None, None));
        });
    }
    let limits = (props.from.clone(), props.to.clone());
    let change = |first: bool| {
        let (wrong, dispatch, (from, to)) = (wrong.clone(), props.dispatch.clone(), limits.clone());
        Callback::from(move |event: Event| {
            let Some(typed) = chosen(&event) else { return };
            let read = normalise_date(&typed);
            let refused = (read.is_none() && !typed.trim().is_empty()).then_some(typed);
            let sound = refused.is_none();
            let (mut errors, mut limits) = ((*wrong).clone(), (own(from.as_ref()), own(to.as_ref())));
            if first {
                (errors.0, limits.0) = (refused, read);
            } else {
                (errors.1, limits.1) = (refused, read);
            }
            wrong.set(errors);
            if sound {
                dispatch.emit(Action::Dates(limits.0, limits.1));
            }
        })
    };
    let any_wrong = wrong.0.is_some() || wrong.1.is_some();
    let field = |label: &'static str,
                 id: &'static str,
                 value: Option<AttrValue>,
                 refused: Option<&String>,
                 onchange| {
        html! {
            <label class="date-field">
                <span>{ label }</span>
                <input
                    {id}
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="date-hint"
                    aria-invalid={refused.map(|_| "true")}
                    value={refused.map(|typed| AttrValue::from(typed.clone())).or(value).unwrap_or_default()}
                    {onchange}
                />
            </label>
        }
    };
    let shown = |limit: &Option<AttrValue>| {
        limit
            .as_ref()
            .map(|limit| AttrValue::from(typed_date(props.lang, limit)))
    };
    html! {
        <fieldset class="facet date-range">
            <legend class="facet-name">{ t.filters.dates }</legend>
            <div class="date-fields">
                { field(t.filters.from, "date-from", shown(&props.from), wrong.0.as_ref(), change(true)) }
                { field(t.filters.to, "date-to", shown(&props.to), wrong.1.as_ref(), change(false)) }
            </div>
            <p id="date-hint" class={classes!("facet-note", any_wrong.then_some("facet-error"))} aria-live="polite">
                { if any_wrong { t.filters.date_wrong } else { t.filters.date_hint } }
            </p>
        </fieldset>
    }
}

fn own(limit: Option<&AttrValue>) -> Option<String> {
    limit.map(ToString::to_string)
}
