//! The view: everything on the screen that a link restores.

use engine::protocol::{
    ArticleResponse, AuditAsked, CollocateOrder, CompareBy, CompareOrder, EntityKind, Facet, Ledger,
    LineGrouping, LineOrder, Order, Selection, Sort, TieKind, TieOrder,
};

/// Everything on the screen that the address restores. `url` turns it into a query string and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The query as typed.
    pub query: String,
    /// What is chosen in the facets; no facet twice, none empty, in the order of [`Facet::ALL`].
    pub selections: Vec<Selection>,
    /// Earliest date: `2018`, `2018-03` or `2018-03-21`.
    pub from: Option<String>,
    /// Latest date.
    pub to: Option<String>,
    /// Whether names also find the other names of what they stand for; they do where nothing is said.
    pub aliases: Option<bool>,
    /// Order of the results.
    pub sort: Sort,
    /// How the articles found are looked at.
    pub lens: Lens,
    /// How the rows of a ledger are looked at; as it is without one.
    pub table: TableView,
    /// How the lines of the concordance are looked at; as it is in another lens.
    pub lines: LinesView,
    /// What is told of the words; as it is in another lens.
    pub words: WordsView,
    /// How the network is looked at; as it is in another lens.
    pub network: NetworkView,
    /// What is told of how far the articles are to be trusted; as it is in another lens.
    pub audit: AuditAsked,
    /// What is compared; as it is in another lens.
    pub compare: CompareView,
    /// The id of the entity looked at up close, which an open article covers.
    pub entity: Option<String>,
    /// Kinds of mentions that are not highlighted, in the order of [`EntityKind::ALL`].
    pub hidden: Vec<EntityKind>,
    /// The open article's short id.
    pub doc: Option<String>,
    /// The passage in it, as an address fragment (`p-3fa2`).
    pub passage: Option<String>,
    /// The mention in it that is looked at up close.
    pub mention: Option<Spot>,
    /// How it is read; as it is without one.
    pub reading: ReadingView,
    /// Interface language asked for by the address, which wins over the stored choice.
    pub lang: Option<Lang>,
    /// Whether the view is part of another page: nothing around it is shown.
    pub embed: bool,
}

/// How the open article is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingView {
    /// Everything as it was scraped, with the names of its zones.
    pub raw: bool,
    /// Beside the other articles: which are similar, what is new.
    pub beside: bool,
    /// What is new in it is underlined.
    pub news: bool,
    /// The short id of the article it is compared with, word by word.
    pub with: Option<String>,
}

impl ReadingView {
    /// Whether it is looked at beside other articles.
    pub const fn is_beside(&self) -> bool {
        self.beside || self.with.is_some()
    }
}

/// A mention in the open article, as an address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The passage it stands in, as an address fragment (`p-3fa2`).
    pub passage: String,
    /// Which of the mentions there, from 1.
    pub number: u32,
}

/// Where a mention stands in an article: which block, and which of its mentions, both from 0.
pub type Place = (usize, usize);

impl Spot {
    /// Where it is in `article`, if it is there.
    pub fn place_in(&self, article: &ArticleResponse) -> Option<Place> {
        let at = article
            .blocks
            .iter()
            .position(|block| block.anchor == self.passage)?;
        let number = (self.number as usize).checked_sub(1)?;
        article.blocks.get(at)?.mentions.get(number)?;
        Some((at, number))
    }

    /// How an address names the mention at a place.
    pub fn of(article: &ArticleResponse, (block, mention): Place) -> Option<Self> {
        Some(Self {
            passage: article.blocks.get(block)?.anchor.clone(),
            number: mention as u32 + 1,
        })
    }
}

/// A way to look at the articles found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// One by one.
    #[default]
    Articles,
    /// Every place where the query matches, with the words around it.
    Concordance,
    /// When they are from.
    Timeline,
    /// What a ledger says of them.
    Ledger(Ledger),
    /// Their words, counted.
    Words,
    /// Who stands with whom in them.
    Network,
    /// How far what the others show is to be trusted.
    Audit,
    /// Beside other articles.
    Compare,
}

impl Lens {
    /// All lenses, in the order they are listed to people.
    pub fn all() -> impl Iterator<Item = Self> {
        let ledgers = Ledger::ALL.map(Self::Ledger);
        [Self::Articles, Self::Concordance, Self::Timeline]
            .into_iter()
            .chain(ledgers)
            .chain([Self::Words, Self::Network, Self::Compare, Self::Audit])
    }

    /// Its name in addresses; none for the one that is left out there.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Articles => None,
            Self::Concordance => Some("kwic"),
            Self::Timeline => Some("timeline"),
            Self::Ledger(ledger) => Some(ledger.name()),
            Self::Words => Some("words"),
            Self::Network => Some("network"),
            Self::Audit => Some("audit"),
            Self::Compare => Some("compare"),
        }
    }

    /// Whether it lists the articles themselves.
    pub const fn lists_articles(self) -> bool {
        matches!(self, Self::Articles)
    }

    /// The ledger it shows.
    pub const fn ledger(self) -> Option<Ledger> {
        match self {
            Self::Ledger(ledger) => Some(ledger),
            Self::Articles
            | Self::Concordance
            | Self::Timeline
            | Self::Words
            | Self::Network
            | Self::Audit
            | Self::Compare => None,
        }
    }
}

/// What is asked of the rows of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableView {
    /// The column they are sorted by; none for the order that suits the ledger.
    pub order: Option<Order>,
    /// The words they must have.
    pub find: String,
    /// Whether the rows are shown that are not sure enough to be shown otherwise.
    pub unsure: bool,
    /// What they are shown as; one of [`Show::of`] the ledger.
    pub show: Show,
}

/// What the rows of a ledger are shown as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// As a table.
    #[default]
    Table,
    /// As points over time.
    Chart,
    /// In a calendar.
    Calendar,
    /// By who stands with whom.
    Matrix,
}

impl Show {
    /// What the rows of a ledger can be shown as, in the order that is listed to people.
    pub const fn of(ledger: Ledger) -> &'static [Self] {
        match ledger {
            Ledger::Meetings => &[Self::Table, Self::Calendar, Self::Matrix],
            Ledger::Offices | Ledger::Figures => &[Self::Table, Self::Chart],
            Ledger::Agreements | Ledger::Statements => &[Self::Table],
        }
    }

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Chart => "chart",
            Self::Calendar => "calendar",
            Self::Matrix => "matrix",
        }
    }
}

/// How the lines of a concordance are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinesView {
    /// Words on each side, 1 to [`engine::protocol::MOST_CONTEXT`].
    pub context: u32,
    /// Their order.
    pub order: LineOrder,
    /// What puts them into groups.
    pub grouping: LineGrouping,
}

impl Default for LinesView {
    fn default() -> Self {
        Self {
            context: 8,
            order: LineOrder::default(),
            grouping: LineGrouping::default(),
        }
    }
}

/// What is told of the words of a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tell {
    /// How often each stands there.
    #[default]
    Frequencies,
    /// Which stand there more often than elsewhere.
    More,
    /// Which less often.
    Less,
    /// Which stand near the matches of the query.
    Near,
    /// How often some stand there in each year.
    Years,
}

/// How the words of a view are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsView {
    /// What is told.
    pub tell: Tell,
    /// How far from a match is near, in words, 1 to [`engine::protocol::MOST_REACH`].
    pub reach: u32,
    /// Whether words of one syllable are left out.
    pub several: bool,
    /// The order of what is near.
    pub order: CollocateOrder,
    /// The words whose years are told, at most [`MOST_WORDS`]; none for the matches of the query.
    pub trend: Vec<String>,
}

/// Most words whose years are told at once.
pub const MOST_WORDS: usize = engine::protocol::MOST_TRENDS;

impl Default for WordsView {
    fn default() -> Self {
        Self {
            tell: Tell::default(),
            reach: 5,
            several: false,
            order: CollocateOrder::LogLikelihood,
            trend: Vec::new(),
        }
    }
}

/// How the network of a view is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkView {
    /// The ties that are shown; none for all kinds.
    pub kind: Option<TieKind>,
    /// What they are between, in the order of [`engine::protocol::TIED`]; none for all of it.
    pub between: Vec<EntityKind>,
    /// In how many places a tie has to be found, 1 to [`MOST_LEAST`].
    pub least: u32,
    /// Which ties come first.
    pub order: TieOrder,
    /// The tie whose places are shown, as [`TieKind::between`] names it.
    pub open: Option<String>,
}

/// Most places that ties can be asked to have.
pub const MOST_LEAST: u32 = 20;

impl Default for NetworkView {
    fn default() -> Self {
        Self {
            kind: None,
            between: Vec::new(),
            least: 1,
            order: TieOrder::default(),
            open: None,
        }
    }
}

/// Two views that are compared, and how. Of each there are its criteria alone, as `url::criteria` writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareView {
    /// One; none for the view that is shown.
    pub a: Option<String>,
    /// The other; none for all other articles.
    pub b: Option<String>,
    /// What they are compared by.
    pub by: CompareBy,
    /// Which rows come first.
    pub order: CompareOrder,
}

impl Default for CompareView {
    fn default() -> Self {
        Self {
            a: None,
            b: None,
            by: CompareBy::Facet(Facet::Topic),
            order: CompareOrder::Difference,
        }
    }
}

/// The languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// All of them, in the order they are listed to people.
    pub const ALL: [Self; 3] = [Self::Vi, Self::En, Self::Ru];

    /// Its code in addresses and attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language with this code.
    ///
    /// ```
    /// use songphuong::view::Lang;
    /// assert_eq!(Lang::from_code("en"), Some(Lang::En));
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// How a value of a facet is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Not chosen.
    Open,
    /// One of the values that must be there.
    Included,
    /// Must not be there.
    Excluded,
}

impl ViewState {
    /// Whether names also find the other names of what they stand for.
    pub fn adds_names(&self) -> bool {
        self.aliases != Some(false)
    }

    /// The same view as a page of its own.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self {
            embed: false,
            ..self.clone()
        }
    }

    /// The same view with an article open, perhaps at a passage.
    #[must_use]
    pub fn opened(&self, doc: &str, passage: Option<&str>) -> Self {
        Self {
            doc: Some(doc.to_owned()),
            passage: passage.filter(|anchor| !anchor.is_empty()).map(str::to_owned),
            mention: None,
            reading: ReadingView {
                with: self
                    .reading
                    .with
                    .clone()
                    .filter(|_| self.doc.as_deref() == Some(doc)),
                ..self.reading.clone()
            },
            ..self.clone()
        }
    }

    /// Looks at the articles through another lens, as that is when it is opened.
    pub fn look(&mut self, lens: Lens) {
        self.lens = lens;
        self.table = TableView::default();
        self.lines = LinesView::default();
        self.words = WordsView::default();
        self.network = NetworkView::default();
        self.audit = AuditAsked::default();
        self.compare = CompareView::default();
    }

    /// How `slug` is chosen in `facet`.
    pub fn choice(&self, facet: Facet, slug: &str) -> Choice {
        let Some(selection) = self.selections.iter().find(|s| s.facet == facet) else {
            return Choice::Open;
        };
        if selection.include.iter().any(|v| v == slug) {
            Choice::Included
        } else if selection.exclude.iter().any(|v| v == slug) {
            Choice::Excluded
        } else {
            Choice::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_belongs_to_the_article_that_was_open() {
        let view = ViewState {
            query: "nga".into(),
            doc: Some("001".into()),
            mention: Some(Spot {
                passage: "p-1".into(),
                number: 2,
            }),
            ..ViewState::default()
        };
        let other = view.opened("003", Some("p-2"));
        assert_eq!((other.query.as_str(), other.mention), ("nga", None));
        assert_eq!(
            (other.doc.as_deref(), other.passage.as_deref()),
            (Some("003"), Some("p-2"))
        );
        assert_eq!(view.opened("003", Some("")).passage, None);
    }
}
