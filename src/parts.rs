//! Parts of the program that come when they are first wanted.
//!
//! In the page as it is published each is a file beside the program, cut out of it by `cargo xtask finish`; elsewhere,
//! natively and in debug builds, they are simply there. What only a part uses is in its file, and what several use is in
//! a file that comes with any of them: so nothing else in the program may name what a part is to hold (see
//! `docs/adr/0008-parts-of-the-program-come-later.md`).
#![allow(
    unsafe_code,
    reason = "a part is linked when it comes, by functions that the attribute declares"
)]
#![allow(
    improper_ctypes,
    improper_ctypes_definitions,
    reason = "both sides of each function are compiled together"
)]

use crate::client::{Analyse, analyse};
use crate::components::{
    AuditPane, BesidePane, ComparePane, LedgerChart, LinesPane, Links, NetworkPane, TimelinePane, WordsPane,
    cite_pane, corrections_sheet, entity_page, key_sheet, ledger_pane, lens, mention_card, reader, shelf,
};
use crate::i18n::{self, Messages};
use crate::state::{Action, AppState};
use crate::view::Lang;
use engine::CloseUp;
use engine::protocol::{Failure, Request, Response};
use std::cell::Cell;
use std::rc::Rc;
use yew::{Callback, Html};

/// Draws a piece of the page.
pub(crate) type Draw = fn(&Rc<AppState>, &Links, &Callback<Action>) -> Html;

/// A part could not be had. The browser's console says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Missing;

#[cfg(parts_apart)]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A function that waits for the file `$file`, then gives `$what` of it.
macro_rules! part {
    ($file:ident, $name:ident: $kind:ty = $what:expr) => {
        #[cfg(parts_apart)]
        #[wasm_split_helpers::wasm_split($file, fallible)]
        fn $name() -> Result<$kind, Missing> {
            Ok($what)
        }

        #[cfg(not(parts_apart))]
        #[allow(
            clippy::unused_async,
            clippy::unnecessary_wraps,
            reason = "as the other one"
        )]
        async fn $name() -> Result<$kind, Missing> {
            Ok($what)
        }
    };
}

/// The pieces of the page: each with the file it is in, the function that waits for it, and what draws it.
macro_rules! pieces {
    ($($(#[$doc:meta])* $piece:ident: $file:ident, $wait:ident = $draw:expr;)*) => {
        $(part!($file, $wait: Draw = $draw);)*

        /// A piece of the page that comes when it is first wanted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Piece {
            $($(#[$doc])* $piece,)*
        }

        const PIECES: usize = [$(Piece::$piece),*].len();
        #[cfg(parts_apart)]
        const DRAWS: [Option<Draw>; PIECES] = [None; PIECES];
        #[cfg(not(parts_apart))]
        const DRAWS: [Option<Draw>; PIECES] = [$(Some($draw)),*];

        impl Piece {
            /// What draws it, once that has come.
            async fn draw(self) -> Result<Draw, Missing> {
                match self {
                    $(Self::$piece => $wait().await,)*
                }
            }
        }
    };
}

pieces! {
    /// The rows of a ledger.
    Ledger: tables, ledger = ledger_pane;
    /// The page of an entity.
    Entity: tables, entity = entity_page;
    /// The lines of a concordance.
    Lines: lines, lines = lens::<LinesPane>;
    /// The words of a view.
    Words: words, words = lens::<WordsPane>;
    /// When the articles of a view are from.
    Timeline: charts, timeline = lens::<TimelinePane>;
    /// Who stands with whom in a view.
    Network: network, network = lens::<NetworkPane>;
    /// How far it is all to be trusted.
    Audit: audit, audits = lens::<AuditPane>;
    /// Two views beside each other.
    Compare: compare, compare = lens::<ComparePane>;
    /// The rows of a ledger as a chart.
    Chart: charts, chart = lens::<LedgerChart>;
    /// A mention up close.
    Card: card, card = mention_card;
    /// The open article.
    Reader: reading, reading = reader;
    /// What it is beside others.
    Beside: tables, beside = lens::<BesidePane>;
    /// References to it.
    Cite: cite, cite = cite_pane;
    /// The sheet of keys.
    Keys: sheets, keys = key_sheet;
    /// The list of corrections.
    Corrections: sheets, corrections = corrections_sheet;
    /// What a view is taken along with, and a look around.
    Shelf: saved, shelved = shelf;
}

part!(english, english: &'static Messages = &i18n::ENGLISH);
part!(russian, russian: &'static Messages = &i18n::RUSSIAN);
part!(analyst, analyst: Analyse = analyse);
part!(close_up, answers: CloseUp = engine::close_up);

/// The messages of a language, if they are there.
type Spoken = Option<&'static Messages>;

#[cfg(parts_apart)]
const SPOKEN: [Spoken; 3] = [Some(&i18n::VIETNAMESE), None, None];
#[cfg(not(parts_apart))]
const SPOKEN: [Spoken; 3] = [
    Some(&i18n::VIETNAMESE),
    Some(&i18n::ENGLISH),
    Some(&i18n::RUSSIAN),
];

#[cfg(parts_apart)]
const ANSWERS: Option<CloseUp> = None;
#[cfg(not(parts_apart))]
const ANSWERS: Option<CloseUp> = Some(engine::close_up);

thread_local! {
    /// What has come, in the order of [`Piece`].
    static THERE: Cell<[Option<Draw>; PIECES]> = const { Cell::new(DRAWS) };
    /// In the order of [`Lang::ALL`].
    static LANGUAGES: Cell<[Spoken; 3]> = const { Cell::new(SPOKEN) };
    static CLOSE_UP: Cell<Option<CloseUp>> = const { Cell::new(ANSWERS) };
}

impl Piece {
    /// What draws it, if it is there.
    pub(crate) fn drawn(self) -> Option<Draw> {
        THERE.get().get(self as usize).copied().flatten()
    }

    /// Waits for it.
    ///
    /// # Errors
    /// Where it does not come. The next call tries again.
    pub(crate) async fn load(self) -> Result<(), Missing> {
        let draw = self.draw().await?;
        let mut there = THERE.get();
        if let Some(place) = there.get_mut(self as usize) {
            *place = Some(draw);
        }
        THERE.set(there);
        Ok(())
    }
}

/// The messages of a language, if they are there.
pub(crate) fn messages(lang: Lang) -> Option<&'static Messages> {
    LANGUAGES.get().get(lang as usize).copied().flatten()
}

/// Waits for them.
///
/// # Errors
/// Where they do not come. The next call tries again.
pub(crate) async fn load_messages(lang: Lang) -> Result<(), Missing> {
    let messages = match lang {
        Lang::Vi => &i18n::VIETNAMESE,
        Lang::En => english().await?,
        Lang::Ru => russian().await?,
    };
    let mut languages = LANGUAGES.get();
    if let Some(place) = languages.get_mut(lang as usize) {
        *place = Some(messages);
    }
    LANGUAGES.set(languages);
    Ok(())
}

/// Waits for what has articles analysed again.
///
/// # Errors
/// Where it does not come. The next call tries again.
pub(crate) async fn load_analyst() -> Result<Analyse, Missing> {
    analyst().await
}

/// What answers close-ups; until it is there, nothing does.
pub(crate) fn close_up() -> CloseUp {
    CLOSE_UP
        .get()
        .unwrap_or(|_, _| Ok(Response::Failed(Failure::PartMissing)))
}

/// Waits for what answers `request`.
///
/// # Errors
/// Where it does not come. The next call tries again.
pub(crate) async fn load_answers(request: &Request) -> Result<(), Missing> {
    if request.is_close_up() && CLOSE_UP.get().is_none() {
        CLOSE_UP.set(Some(answers().await?));
    }
    Ok(())
}
