//! A chart as a file of its own: on light paper, with nothing of the page.

use super::{Chart, Form, Part, Shape, Tone};
use std::fmt::Write as _;

/// Room above for the name and below for where it is from.
const HEAD: i32 = 32;
const FOOT: i32 = 24;
const MARGIN: i32 = 12;

/// The chart as an SVG document, under its name; `source` says where it is from.
pub(in crate::components) fn file(chart: &Chart, source: &str) -> String {
    let (wide, high) = (chart.width + 2 * MARGIN, chart.height + HEAD + FOOT);
    let (name, source) = (escaped(&chart.name), escaped(source));
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" font-family="system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif" font-size="12">
<title>{name}</title>
<desc>{source}</desc>
<path d="M0 0h{wide}v{high}h-{wide}z" fill="#fffefb"/>
<text x="{MARGIN}" y="20" font-size="14" font-weight="600" fill="#1f1c17">{name}</text>
<g transform="translate({MARGIN} {HEAD})">
"##
    );
    for part in &chart.parts {
        match part {
            Part::Shape(shape) => write_shape(&mut out, shape),
            Part::Mark(mark) => {
                out.push_str("<g><title>");
                out.push_str(&escaped(&mark.name));
                out.push_str("</title>");
                for shape in &mark.shapes {
                    write_shape(&mut out, shape);
                }
                out.push_str("</g>\n");
            }
            Part::Slot(..) => {}
        }
    }
    let foot = high - 8;
    out + &format!(
        r##"</g>
<text x="{MARGIN}" y="{foot}" font-size="10" fill="#5b554a">{source}</text>
</svg>
"##
    )
}

fn write_shape(out: &mut String, shape: &Shape) {
    if shape.tone.is_for_use() {
        return;
    }
    let paint = paper(shape.tone);
    // Writing to a string cannot fail.
    _ = match &shape.form {
        Form::Path(path) => writeln!(out, "<path d=\"{path}\" {paint}/>"),
        Form::Stroke(path, thick, dashes) => writeln!(
            out,
            "<path d=\"{path}\" {paint} stroke-width=\"{thick}\" stroke-dasharray=\"{dashes}\"/>"
        ),
        Form::Text(x, y, anchor, text) => {
            let turn = anchor.turn(*x, *y).map(|turn| format!("transform=\"{turn}\" "));
            writeln!(
                out,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{}\" {}{paint}>{}</text>",
                anchor.name(),
                turn.unwrap_or_default(),
                escaped(text)
            )
        }
    };
}

/// How a tone is painted on light paper.
const fn paper(tone: Tone) -> &'static str {
    match tone {
        Tone::Grid => r##"fill="none" stroke="#e2dccf""##,
        Tone::Axis => r##"fill="none" stroke="#8d8676""##,
        Tone::Label => r##"fill="#5b554a""##,
        Tone::Value => r##"fill="#1f1c17""##,
        Tone::Full => r##"fill="#8c1d23""##,
        Tone::Loose => r##"fill="#f8e9e6" stroke="#8c1d23" stroke-dasharray="3 2""##,
        Tone::Outline => r##"fill="#fffefb" stroke="#8c1d23" stroke-width="2""##,
        Tone::Name => r##"fill="#1f1c17" stroke="#fffefb" stroke-width="4" paint-order="stroke""##,
        Tone::Tie => r##"fill="none" stroke="#5b554a""##,
        Tone::Chosen | Tone::Reach | Tone::Hint => r#"fill="none""#,
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML has no way to write these.
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, Area, Mark};
    use super::*;
    use crate::view::ViewState;

    #[test]
    fn a_file_holds_its_own_colours_and_no_markup_of_texts() {
        let mark = Mark {
            name: "a < b & \"c\"".into(),
            to: ViewState::default(),
            current: false,
            slot: Some(0),
            area: Area(0, 0, 24, 24),
            shapes: vec![Shape::rect(Tone::Full, Area(1, 2, 3, 4))],
        };
        let label = Shape::text(Tone::Label, (5, 6), Anchor::Middle, "<b>\u{1}");
        let chart = Chart {
            name: "Bài & <năm>".into(),
            width: 100,
            height: 50,
            parts: vec![mark.into(), label.into(), Part::Slot(1, Area(0, 0, 9, 9))],
        };
        insta::assert_snapshot!(file(&chart, "https://example.org/?q=a&lens=timeline"));
    }
}
