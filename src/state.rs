//! The page's state and its transitions: pure, one place.
//!
//! [`reduce`] is the only way a state changes, [`effects`] says what the outside world must do after a change, and
//! [`key_action`] what a key means. None of them knows a browser; `hooks` carries out what they say.

mod corrections;
mod effects;
mod keys;
mod passage;
mod reduce;

pub use corrections::Correcting;
pub(crate) use effects::ask_all;
pub use effects::{
    Effect, FIRST, HistoryStep, PAGE, article_request, beside_request, diff_request, effects, entity_request,
    history, ledger_request, search_request, survey_request,
};
pub use keys::{Focus, KeyCommand, KeyPress, key_action};
pub use reduce::{MAX_NOTICES, hit_count, listed, place_of, reduce, title_hits};

use crate::view::{Choice, Lang, Lens, Place, Spot, ViewState};
use engine::corrections::{Correction, Overrides};
use engine::protocol::{
    ArticleResponse, AuditResponse, BesideResponse, Column, CompareResponse, ConcordanceResponse,
    DiffResponse, EntityKind, EntityResponse, Facet, Failure, LedgerResponse, NetworkResponse, Packed,
    Profile, SearchResponse, Sort, Suggestions, TimelineResponse, WordsResponse,
};
use std::rc::Rc;

/// Something that comes from the worker.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Remote<T> {
    /// Not asked for.
    #[default]
    Idle,
    /// On its way; what was there before stays on the screen.
    Loading(Option<Rc<T>>),
    /// There.
    Ready(Rc<T>),
    /// Could not be had.
    Failed(Failure),
}

impl<T> Remote<T> {
    /// What can be shown now: the answer, or the one before it while the next is on its way.
    pub fn shown(&self) -> Option<&Rc<T>> {
        match self {
            Self::Loading(before) => before.as_ref(),
            Self::Ready(now) => Some(now),
            Self::Idle | Self::Failed(_) => None,
        }
    }
}

/// How the worker is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkerStatus {
    /// Loading the engine and the corpus.
    #[default]
    Starting,
    /// Answers.
    Ready,
    /// Died and is being started again.
    Restarting,
    /// Died too often, or never came up.
    Dead,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Something to tell the reader once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A parameter of the address was not understood and left out.
    BadParameter {
        /// Its name.
        parameter: String,
        /// Its value.
        value: String,
    },
    /// The link points to a passage that the article does not have (any more).
    LostPassage,
    /// The passage that the link points to has other words now; one that begins with the same is shown.
    ChangedPassage,
    /// The messages of this language could not be loaded.
    NotSpoken(Lang),
    /// The worker was started again.
    WorkerRestarted,
    /// The address of the view is in the clipboard.
    LinkCopied,
    /// The clipboard could not be written; the address stands in the address bar.
    LinkNotCopied,
    /// The reader's corrections were kept in a way that cannot be read any more.
    CorrectionsLost,
    /// The browser does not keep the reader's corrections: they last as long as the page.
    CorrectionsNotKept,
    /// Something could not be corrected: why, in English.
    NotCorrected(String),
    /// The browser does not keep what the reader saves: it lasts as long as the page.
    NotKept,
}

/// A sheet of what a view can be taken along with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What the reader keeps.
    Saved,
    /// What leads others to the view.
    Share,
    /// A short look around, which is no sheet and lets the page be used.
    Guide,
}

/// What a lens shows, still packed: only what draws it knows what is in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Survey {
    /// [`Lens::Concordance`].
    Lines(Packed<ConcordanceResponse>),
    /// [`Lens::Words`].
    Words(Packed<WordsResponse>),
    /// [`Lens::Timeline`].
    Timeline(Packed<TimelineResponse>),
    /// [`Lens::Network`], and whether the corpus does not know what the tie is between that was to be opened.
    Network(Packed<NetworkResponse>, bool),
    /// [`Lens::Audit`].
    Audit(Packed<AuditResponse>),
    /// [`Lens::Compare`].
    Compare(Packed<CompareResponse>),
}

impl Survey {
    /// The lens that shows it.
    pub const fn lens(&self) -> Lens {
        match self {
            Self::Lines(_) => Lens::Concordance,
            Self::Words(_) => Lens::Words,
            Self::Timeline(_) => Lens::Timeline,
            Self::Network(..) => Lens::Network,
            Self::Audit(_) => Lens::Audit,
            Self::Compare(_) => Lens::Compare,
        }
    }
}

/// Everything the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
// Each is a switch of its own that the reader sets; none follows from another.
#[allow(clippy::struct_excessive_bools)]
pub struct AppState {
    /// The view the address restores.
    pub view: ViewState,
    /// Interface language in force.
    pub lang: Lang,
    /// Theme chosen.
    pub theme: Theme,
    /// Whether single-letter keys are on.
    pub keys: bool,
    /// Whether names are looked for only as they are typed, unless an address says otherwise.
    pub names_as_typed: bool,
    /// The worker.
    pub worker: WorkerStatus,
    /// The corpus at a glance.
    pub profile: Remote<Profile>,
    /// What a query may go on with, the one last asked about.
    pub suggestions: Option<Rc<Suggestions>>,
    /// The results of the view.
    pub results: Remote<SearchResponse>,
    /// The open article.
    pub article: Remote<ArticleResponse>,
    /// The rows of the view's ledger.
    pub ledger: Remote<LedgerResponse>,
    /// What the view's lens shows, where that is neither articles nor a ledger.
    pub survey: Remote<Survey>,
    /// The entity looked at up close: in the open article the one that was picked there, else that of the view.
    pub entity: Remote<EntityResponse>,
    /// What the open article is beside the others, still packed.
    pub beside: Remote<Packed<BesideResponse>>,
    /// What differs between it and another, likewise.
    pub diff: Remote<Packed<DiffResponse>>,
    /// The facet of which all values are wanted.
    pub whole: Option<Facet>,
    /// How many pages of results were asked for; 0 where that is only what is seen at first.
    pub pages: u32,
    /// How many further pages of rows.
    pub row_pages: u32,
    /// How many rows, or results where these are what is looked at, stand before those shown: an answer does not hold all.
    pub row_from: u32,
    /// The result the keyboard is on.
    pub cursor: Option<usize>,
    /// The hit of the open article the reader is on, from 0.
    pub hit: Option<usize>,
    /// Whether the sheet of keys is open.
    pub help: bool,
    /// Whether the filters are open on a narrow screen.
    pub filters_open: bool,
    /// How many parts of the corpus have come, of how many, that the answers waited for need.
    pub coming: Option<(u32, u32)>,
    /// What the reader corrects of what is recognised, in this browser.
    pub corrections: Rc<Overrides>,
    /// Whether that is what is shown.
    pub correcting: Correcting,
    /// Whether the list of corrections is open.
    pub corrections_open: bool,
    /// The sheet of this kind that is open.
    pub shelf: Option<Shelf>,
    /// Whether the short look around was closed once, so that it is not offered again.
    pub guided: bool,
    /// How often what the reader keeps has changed.
    pub kept: u32,
    /// What to tell the reader.
    pub notices: Vec<Notice>,
}

/// What can happen on the page. Those that change [`AppState::view`] say whether they make a step of history.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The query was edited (replaces the history entry).
    Type(String),
    /// The query in the box goes on at this byte: what with?
    Suggest(String, u32),
    /// What it may go on with.
    GotSuggestions(Rc<Suggestions>),
    /// A whole query was chosen: an example, an offer (pushes).
    Ask(String),
    /// A facet value was chosen, excluded or opened (pushes).
    Choose(Facet, String, Choice),
    /// All or one of the values chosen in a facet (pushes).
    MatchAll(Facet, bool),
    /// All values of this facet are wanted, and of others the most frequent alone.
    Whole(Option<Facet>),
    /// The choice in one facet was taken back (pushes).
    ClearFacet(Facet),
    /// Every zone is looked into (pushes).
    LookEverywhere,
    /// Limits of the date (pushes).
    Dates(Option<String>, Option<String>),
    /// Everything but the query was taken back (pushes).
    ClearFilters,
    /// Order of results (pushes).
    SortBy(Sort),
    /// An article was opened, perhaps at a passage (pushes).
    Open(String, Option<String>),
    /// A passage of the open article was chosen (replaces).
    GoTo(String),
    /// The article was closed (pushes).
    Close,
    /// A link within the page was followed, to this view (pushes).
    Show(Box<ViewState>),
    /// The address changed: Back, Forward or first load (no history).
    Navigate(Box<ViewState>, Vec<Notice>),
    /// Interface language (stored; replaces).
    Speak(Lang),
    /// Theme (stored).
    Paint(Theme),
    /// Single-letter keys on or off (stored).
    Keys(bool),
    /// Whether names also find the other names of what they stand for (stored; replaces).
    Aliases(bool),
    /// Another way to look at the articles found (pushes).
    Look(Lens),
    /// The rows of the ledger sorted by this column; the other way round where they are already (pushes).
    Order(Column),
    /// The words that the rows of the ledger must have (replaces).
    FindRows(String),
    /// Whether the rows are shown that are not sure enough to be shown otherwise (pushes).
    Unsure(bool),
    /// Further rows are wanted below those shown.
    MoreRows,
    /// All rows are wanted.
    AllRows,
    /// Those are wanted that stand behind so many.
    RowsFrom(u32),
    /// An entity looked at up close, by its id (pushes).
    Meet(String),
    /// The entity was left (pushes).
    Leave,
    /// A mention was picked in the open article, or none any more (replaces).
    Pick(Option<Spot>),
    /// A kind of mention shown or hidden (replaces).
    Toggle(EntityKind),
    /// The keyboard cursor moved by this many results.
    Move(i32),
    /// The article so many results on was opened in the place of the open one (pushes).
    Turn(i32),
    /// The next or previous hit in the open article.
    Step(i32),
    /// The sheet of keys opened or closed.
    Help(bool),
    /// The filters opened or closed on a narrow screen.
    Filters(bool),
    /// Something that was recognised is corrected (stored).
    Correct(Box<Correction>),
    /// One correction, or all, is taken back (stored).
    TakeBack(Option<usize>),
    /// The list of corrections opened or closed.
    Corrections(bool),
    /// The corrected corpus is being made: the articles done, of how many.
    Correcting(u32, u32),
    /// It is there, with what is to be said of it; or why there will be none. Both in English.
    Corrected(Result<Vec<String>, String>),
    /// A sheet of this kind opened, or closed.
    Shelf(Option<Shelf>),
    /// What the reader keeps has changed; whether the browser keeps it.
    Kept(bool),
    /// A notice to show.
    Tell(Notice),
    /// The notice at this place was read.
    Dismiss(usize),
    /// The worker's state changed.
    Worker(WorkerStatus),
    /// So many parts of the corpus have come, of so many that an answer needs.
    Coming(u32, u32),
    /// The profile came.
    GotProfile(Result<Rc<Profile>, Failure>),
    /// The address of the view is wanted in the clipboard.
    CopyLink,
    /// Further results are wanted below those shown.
    More,
    /// The end of the first results is near what is looked at.
    Ahead,
    /// So many pages of results were seen here before.
    Unfold(u32),
    /// The reader asks to try again what failed; a worker that was given up is started again.
    Restart,
    /// The profile was asked for.
    Profiling,
    /// A search was sent.
    Searching,
    /// Its answer came.
    GotResults(Result<Rc<SearchResponse>, Failure>),
    /// Rows of a ledger were asked for.
    Tabulating,
    /// They came.
    GotLedger(Result<Rc<LedgerResponse>, Failure>),
    /// What a lens shows was asked for.
    Surveying,
    /// It came.
    GotSurvey(Result<Rc<Survey>, Failure>),
    /// An entity was asked for.
    Meeting,
    /// It came.
    GotEntity(Result<Rc<EntityResponse>, Failure>),
    /// What an article is beside others came.
    GotBeside(Result<Rc<Packed<BesideResponse>>, Failure>),
    /// What differs between two came.
    GotDiff(Result<Rc<Packed<DiffResponse>>, Failure>),
    /// An article was asked for.
    Fetching,
    /// It came.
    GotArticle(Result<Rc<ArticleResponse>, Failure>),
}

impl AppState {
    /// Where in the open article the mention stands that is looked at up close.
    pub fn picked(&self) -> Option<Place> {
        self.view.mention.as_ref()?.place_in(self.article.shown()?)
    }

    /// The id of the entity that is looked at up close: in an open article the one that was picked there.
    fn entity_wanted(&self) -> Option<&String> {
        if self.view.doc.is_none() {
            return self.view.entity.as_ref();
        }
        let (block, mention) = self.picked()?;
        let block = self.article.shown()?.blocks.get(block)?;
        block.mentions.get(mention)?.entity.as_ref()
    }
}

impl Action {
    /// Whether it is the answer to something that the reader waits for.
    fn is_answer(&self) -> bool {
        matches!(
            self,
            Self::GotResults(_)
                | Self::GotArticle(_)
                | Self::GotLedger(_)
                | Self::GotSurvey(_)
                | Self::GotEntity(_)
                | Self::GotBeside(_)
                | Self::GotDiff(_)
        )
    }
}

#[cfg(test)]
mod tests;
