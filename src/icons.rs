//! The icons of the interface: inline SVG, decorative, drawn with the colour of the text around them.

use yew::{Html, html};

/// An icon. What it means is said by the control that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Search,
    Close,
    Filter,
    Link,
    Up,
    Down,
    Back,
    On,
    Exclude,
    Keyboard,
    Star,
    Share,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Search => "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13.2 13.2 17 17",
            Self::Close => "M5 5l10 10M15 5 5 15",
            Self::Filter => "M3 5.5h14M6 10h8M8.5 14.5h3",
            Self::Link => {
                "M8.5 11.5l3-3M9 6.5l1.8-1.8a3.2 3.2 0 0 1 4.5 4.5L13.5 11M11 13.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5L6.5 9"
            }
            Self::Up => "M5 12.5l5-5 5 5",
            Self::Down => "M5 7.5l5 5 5-5",
            Self::Back => "M12.5 4.5 7 10l5.5 5.5",
            Self::On => "M7.5 4.5 13 10l-5.5 5.5",
            Self::Exclude => "M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M5.6 14.4l8.8-8.8",
            Self::Star => "M10 3l2.1 4.6 5 .6-3.7 3.4 1 4.9-4.4-2.5-4.4 2.5 1-4.9L2.9 8.2l5-.6z",
            Self::Share => "M10 12.5v-9M6.5 6.5 10 3l3.5 3.5M5 9.5H4v7h12v-7h-1",
            Self::Keyboard => "M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.75h7",
        }
    }

    /// The drawing.
    pub(crate) fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                <path
                    d={self.path()}
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.6"
                    stroke-linecap="round"
                    stroke-linejoin="round"
                />
            </svg>
        }
    }
}
