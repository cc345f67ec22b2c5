//! A chart on the page.

use super::{Area, Chart, Form, Mark, Part, Shape, USUAL_WIDTH};
use crate::components::act::follow;
use crate::components::dom::Widths;
use crate::components::here::Here;
use crate::state::Action;
use yew::prelude::*;

/// The chart, in a box that scrolls by itself where it is wider than the page.
pub(in crate::components) fn draw(here: &Here, chart: &Chart, frame: &NodeRef) -> Html {
    let (width, height) = (chart.width.to_string(), chart.height.to_string());
    html! {
        <div ref={frame} class="chart-frame" role="region" aria-label={chart.name.clone()} tabindex="0">
            <svg class="chart" role="group" aria-label={chart.name.clone()} {width} {height}>
                { for chart.parts.iter().map(|part| view_part(here, part)) }
            </svg>
        </div>
    }
}

fn view_part(here: &Here, part: &Part) -> Html {
    match part {
        Part::Shape(shape) => view_shape(shape),
        Part::Mark(mark) => view_mark(here, mark),
        Part::Slot(slot, area) => hit(*area, Some(*slot)),
    }
}

fn view_mark(here: &Here, mark: &Mark) -> Html {
    html! {
        <a
            class="chart-mark"
            href={here.links.href.emit(mark.to.clone())}
            aria-label={mark.name.clone()}
            aria-current={mark.current.then_some("true")}
            onclick={follow(here.dispatch, Action::Show(Box::new(mark.to.clone())))}
        >
            <title>{ &mark.name }</title>
            { hit(mark.area, mark.slot) }
            { for mark.shapes.iter().map(view_shape) }
        </a>
    }
}

/// What is not seen and can be hit.
fn hit(Area(x, y, width, height): Area, slot: Option<usize>) -> Html {
    if width == 0 {
        return html! {};
    }
    html! {
        <rect
            class="chart-hit"
            data-slot={slot.map(|slot| slot.to_string())}
            x={x.to_string()}
            y={y.to_string()}
            width={width.to_string()}
            height={height.to_string()}
        />
    }
}

fn view_shape(shape: &Shape) -> Html {
    let class = shape.tone.class();
    match &shape.form {
        Form::Path(path) => html! { <path {class} d={path.clone()} /> },
        Form::Stroke(path, thick, dashes) => html! {
            <path {class} d={path.clone()} stroke-width={thick.to_string()} stroke-dasharray={*dashes} />
        },
        Form::Text(x, y, anchor, text) => html! {
            <text
                {class}
                x={x.to_string()}
                y={y.to_string()}
                text-anchor={anchor.name()}
                transform={anchor.turn(*x, *y)}
            >
                { text }
            </text>
        },
    }
}

/// How wide the box of a chart is, which may not be there yet.
#[hook]
pub(in crate::components) fn use_width(frame: &NodeRef, there: bool) -> i32 {
    let width = use_state_eq(|| USUAL_WIDTH);
    {
        let (frame, width) = (frame.clone(), width.setter());
        use_effect_with(there, move |_| {
            let watching = Widths::start(&frame, Callback::from(move |wide| width.set(wide)));
            move || drop(watching)
        });
    }
    *width
}
