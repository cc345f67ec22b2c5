//! Charts as shapes in whole pixels, from which the page draws them and a file is written alike.
//!
//! What the shapes are is for the caller to say: a chart knows neither years nor figures. Every mark is a link with a name,
//! so that it can be reached, read out and followed; what is drawn besides says nothing that does not stand in the names or
//! in the table behind.

mod draw;
mod file;
mod scale;

pub(super) use draw::{draw, use_width};
pub(super) use file::file;
pub(super) use scale::{place, room_for_years, ticks, width_of, years};

use crate::view::ViewState;

/// The width of a chart in a file, and where nobody can say how wide the page is.
pub(super) const USUAL_WIDTH: i32 = 720;
/// The smallest side of what can be hit with a finger.
pub(super) const SMALLEST: i32 = 24;

/// A chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Chart {
    /// What it shows.
    pub(super) name: String,
    pub(super) width: i32,
    pub(super) height: i32,
    /// From what lies below to what lies above.
    pub(super) parts: Vec<Part>,
}

/// A part of a chart.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Shape(Shape),
    Mark(Box<Mark>),
    /// A place where a mark could be, by its number.
    Slot(usize, Area),
}

/// Something that stands for articles and leads to them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// What it says, in words.
    pub(super) name: String,
    pub(super) to: ViewState,
    /// It leads to what is shown.
    pub(super) current: bool,
    /// Which place it is at, where places can be chosen.
    pub(super) slot: Option<usize>,
    /// What can be hit; nothing where its shapes can.
    pub(super) area: Area,
    pub(super) shapes: Vec<Shape>,
}

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area(pub(super) i32, pub(super) i32, pub(super) i32, pub(super) i32);

/// A line, an area or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    tone: Tone,
    form: Form,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    /// In the words of an SVG path.
    Path(String),
    /// The same, drawn so thick, with dashes and gaps so long where it is not drawn through.
    Stroke(String, i32, &'static str),
    /// Where its middle, start or end is, and its base line.
    Text(i32, i32, Anchor, String),
}

/// Which point of a text is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
    /// The start, of a text that goes upwards.
    Turned,
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// A line to measure by.
    Grid,
    /// What a chart stands on.
    Axis,
    /// A text beside it.
    Label,
    /// A text that says what a mark says.
    Value,
    /// Something known.
    Full,
    /// Something known less precisely, or not at all.
    Loose,
    /// The same, only its outline.
    Outline,
    /// What is being chosen.
    Chosen,
    /// A line between marks.
    Tie,
    /// What is not seen and can be hit, around a line.
    Reach,
    /// A text over lines.
    Name,
    /// A text that is seen where its mark has the focus or the mouse.
    Hint,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Grid => "tone-grid",
            Self::Axis => "tone-axis",
            Self::Label => "tone-label",
            Self::Value => "tone-value",
            Self::Full => "tone-full",
            Self::Loose => "tone-loose",
            Self::Outline => "tone-outline",
            Self::Chosen => "tone-chosen",
            Self::Tie => "tone-tie",
            Self::Reach => "tone-reach",
            Self::Name => "tone-name",
            Self::Hint => "tone-hint",
        }
    }
}

impl Shape {
    pub(super) fn rect(tone: Tone, Area(x, y, wide, high): Area) -> Self {
        Self::path(tone, format!("M{x} {y}h{wide}v{high}h-{wide}z"))
    }

    pub(super) fn line(tone: Tone, from: (i32, i32), to: (i32, i32)) -> Self {
        Self::path(tone, format!("M{} {}L{} {}", from.0, from.1, to.0, to.1))
    }

    pub(super) const fn path(tone: Tone, path: String) -> Self {
        Self {
            tone,
            form: Form::Path(path),
        }
    }

    /// A line so thick; `dashes` as SVG writes them, none for a line that is drawn through.
    pub(super) fn stroke(
        tone: Tone,
        (from, to): ((i32, i32), (i32, i32)),
        thick: i32,
        dashes: &'static str,
    ) -> Self {
        let path = format!("M{} {}L{} {}", from.0, from.1, to.0, to.1);
        Self {
            tone,
            form: Form::Stroke(path, thick, dashes),
        }
    }

    /// A disc round a point.
    pub(super) fn disc(tone: Tone, (x, y): (i32, i32), radius: i32) -> Self {
        let across = 2 * radius;
        Self::path(
            tone,
            format!(
                "M{} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0z",
                x - radius
            ),
        )
    }

    pub(super) fn text(tone: Tone, (x, y): (i32, i32), anchor: Anchor, text: impl Into<String>) -> Self {
        Self {
            tone,
            form: Form::Text(x, y, anchor, text.into()),
        }
    }
}

impl Tone {
    /// Whether it is for those who use the page, and not for a file.
    const fn is_for_use(self) -> bool {
        matches!(self, Self::Chosen | Self::Reach | Self::Hint)
    }
}

impl From<Shape> for Part {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl From<Mark> for Part {
    fn from(mark: Mark) -> Self {
        Self::Mark(Box::new(mark))
    }
}

impl Anchor {
    const fn name(self) -> &'static str {
        match self {
            Self::Start | Self::Turned => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }

    /// How a text at this place is turned.
    fn turn(self, x: i32, y: i32) -> Option<String> {
        (self == Self::Turned).then(|| format!("rotate(-50 {x} {y})"))
    }
}
