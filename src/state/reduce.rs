//! The transitions.

mod answers;

use super::{
    Action, AppState, Correcting, FIRST, Notice, Remote, Shelf, WorkerStatus, beside_request, diff_request,
};
use crate::url::is_date;
use crate::view::{Choice, Lens, ReadingView, ViewState};
use engine::protocol::{
    ArticleResponse, Column, EntityKind, Facet, Failure, Hit, LedgerResponse, MOST_ROWS, Order,
    SearchResponse, Selection, ZoneKind,
};
use std::rc::Rc;

/// Notices shown at once; older ones give way.
pub const MAX_NOTICES: usize = 5;

/// The state after `action`.
pub fn reduce(state: &AppState, action: Action) -> AppState {
    let mut next = state.clone();
    let answered = action.is_answer();
    next.apply(action);
    if answered || next.worker == WorkerStatus::Dead {
        next.coming = None;
    }
    if searched(&next.view) != searched(&state.view) {
        next.pages = 0;
        (next.row_pages, next.row_from) = (0, 0);
    }
    if beside_request(&next.view) != beside_request(&state.view) {
        next.beside = awaited(beside_request(&next.view).is_some());
    }
    if diff_request(&next.view) != diff_request(&state.view) {
        next.diff = awaited(diff_request(&next.view).is_some());
    }
    if looked(&next.view) != looked(&state.view) {
        (next.row_pages, next.row_from) = (0, 0);
    }
    if next.view != state.view {
        // It is the address of the view before.
        next.notices
            .retain(|notice| !matches!(notice, Notice::LinkCopied | Notice::LinkNotCopied));
    }
    next
}

/// How many matches [`AppState::hit`] walks through: those in the title, then those in the blocks, in reading order.
pub fn hit_count(article: &ArticleResponse) -> usize {
    let blocks = article.blocks.iter().map(|block| block.marks.len());
    title_hits(article) + blocks.sum::<usize>()
}

/// The number of matches in the title. A first sentence that stands for one is a paragraph's, where it counts.
pub fn title_hits(article: &ArticleResponse) -> usize {
    if article.untitled {
        0
    } else {
        article.title.marks.len()
    }
}

/// Whether there are more than `shown` behind `from`, for which the same answer has room.
fn is_more(shown: usize, from: u32, total: u32) -> bool {
    let shown = shown as u32;
    shown < MOST_ROWS && from.saturating_add(shown) < total
}

/// The articles on the screen, in the order the keyboard walks through them: the results, then those that match only
/// with other accents.
pub fn listed(results: &SearchResponse) -> impl Iterator<Item = &Hit> {
    results.hits.iter().chain(&results.near)
}

/// Which of them has this short id.
pub fn place_of(results: &SearchResponse, doc: &str) -> Option<usize> {
    listed(results).position(|hit| hit.doc == doc)
}

/// What of a view decides about its results.
fn searched(view: &ViewState) -> impl PartialEq {
    (
        (&view.query, &view.selections, view.adds_names()),
        (&view.from, &view.to, view.sort),
    )
}

/// What of a view decides about the rows of its lens.
fn looked(view: &ViewState) -> impl PartialEq {
    (
        (view.lens, &view.table, &view.lines, &view.words),
        &view.network,
        &view.audit,
        &view.compare,
    )
}

impl AppState {
    #[expect(clippy::too_many_lines, reason = "an arm for each action")]
    fn apply(&mut self, action: Action) {
        match action {
            Action::Type(query) => self.view.query = query,
            Action::Suggest(query, _) => {
                if query.trim().is_empty() {
                    self.suggestions = None;
                }
            }
            Action::GotSuggestions(found) => self.suggestions = Some(found),
            Action::Ask(query) => {
                self.view.query = query;
                self.view.entity = None;
                self.close();
            }
            Action::Choose(facet, slug, choice) => self.view.choose(facet, slug, choice),
            Action::MatchAll(facet, all) => self.view.match_all(facet, all),
            Action::Whole(facet) => self.whole = facet,
            Action::ClearFacet(facet) => self.view.selections.retain(|chosen| chosen.facet != facet),
            Action::LookEverywhere => {
                for zone in ZoneKind::ALL {
                    self.view
                        .choose(Facet::Zone, zone.name().to_owned(), Choice::Included);
                }
            }
            Action::Dates(from, to) => self.limit(from, to),
            Action::ClearFilters => {
                self.view.selections.clear();
                (self.view.from, self.view.to) = (None, None);
            }
            Action::SortBy(sort) => self.view.sort = sort,
            Action::Open(doc, passage) => self.open(doc, passage),
            Action::GoTo(passage) => {
                if self.view.doc.is_some() {
                    self.view.passage = Some(passage);
                }
            }
            Action::Close => self.close(),
            Action::Show(view) => self.navigate(*view, Vec::new()),
            Action::Navigate(view, notices) => self.navigate(*view, notices),
            Action::Speak(lang) => {
                self.lang = lang;
                // An address that asks for a language goes on doing so, now for the one chosen.
                self.view.lang = self.view.lang.map(|_| lang);
            }
            Action::Paint(theme) => self.theme = theme,
            Action::Keys(on) => self.keys = on,
            Action::Aliases(on) => {
                self.names_as_typed = !on;
                self.view.aliases = (!on).then_some(false);
            }
            Action::Toggle(kind) => self.view.toggle(kind),
            Action::Look(lens) => self.look(lens),
            Action::Order(column) => self.view.order(column),
            Action::FindRows(words) => self.view.table.find = words,
            Action::Unsure(on) => self.view.table.unsure = on,
            Action::AllRows => self.row_pages = u32::MAX,
            Action::RowsFrom(from) => {
                (self.row_pages, self.row_from) = (0, from);
                // Elsewhere no cards are shown, and none are fetched.
                if self.view.lens == Lens::Articles {
                    self.pages = 1;
                }
            }
            Action::MoreRows => {
                let more = |shown: &Rc<LedgerResponse>| is_more(shown.rows.len(), self.row_from, shown.total);
                // Of a survey only what draws it knows whether there is more, and offers it then.
                if self.ledger.shown().map_or(self.survey.shown().is_some(), more) {
                    self.row_pages = self.row_pages.saturating_add(1);
                }
            }
            Action::Meet(id) => {
                self.close();
                if self.view.entity.as_ref() != Some(&id) {
                    self.entity = Remote::Idle;
                }
                self.view.entity = Some(id);
            }
            Action::Leave => {
                self.view.entity = None;
                self.entity = Remote::Idle;
            }
            Action::Pick(spot) => {
                let before = self.entity_wanted().cloned();
                self.view.mention = spot.filter(|_| self.view.doc.is_some());
                if self.entity_wanted() != before.as_ref() {
                    self.entity = Remote::Idle;
                }
            }
            Action::Move(by) | Action::Turn(by) => self.move_cursor(by),
            Action::Step(by) => self.step(by),
            Action::Help(open) => self.help = open,
            Action::Filters(open) => self.filters_open = open,
            Action::Correct(correction) => self.correct(|list| list.push(*correction)),
            Action::TakeBack(None) => self.correct(Vec::clear),
            Action::TakeBack(Some(at)) => {
                if at < self.corrections.corrections.len() {
                    self.correct(|list| drop(list.remove(at)));
                }
            }
            Action::Corrections(open) => self.corrections_open = open,
            Action::Correcting(done, of) => self.correcting = Correcting::Working(done, of),
            Action::Corrected(outcome) => self.corrected(outcome),
            Action::Shelf(next) => {
                self.guided |= self.shelf == Some(Shelf::Guide);
                // What it looks at is covered by a sheet.
                self.help &= next != Some(Shelf::Guide);
                self.shelf = next;
            }
            Action::Kept(kept) => {
                self.kept = self.kept.wrapping_add(1);
                if !kept {
                    self.tell(Notice::NotKept);
                }
            }
            Action::Tell(notice) => self.tell(notice),
            Action::Dismiss(place) => {
                if place < self.notices.len() {
                    self.notices.remove(place);
                }
            }
            Action::CopyLink => {}
            Action::More => {
                if self.results.shown().is_some_and(|shown| self.has_more(shown)) {
                    self.pages = self.pages.saturating_add(1);
                }
            }
            Action::Ahead => {
                if self.has_only_first() {
                    self.pages = 1;
                }
            }
            Action::Unfold(pages) => self.pages = self.pages.max(pages),
            Action::Restart => {
                if self.worker == WorkerStatus::Dead {
                    self.work(WorkerStatus::Starting);
                }
            }
            Action::Coming(come, of) => self.coming = Some((come, of)),
            Action::Worker(status) => self.work(status),
            Action::Profiling => self.profile = waiting(&self.profile),
            Action::GotProfile(answer) => self.profile = answer.into(),
            Action::Searching => self.results = waiting(&self.results),
            Action::GotResults(answer) => self.got_results(answer),
            Action::Fetching => {
                if self.view.doc.is_some() {
                    self.article = waiting(&self.article);
                }
            }
            Action::GotArticle(answer) => self.got_article(answer),
            Action::Tabulating => self.ledger = waiting(&self.ledger),
            Action::GotLedger(answer) => self.got_ledger(answer),
            Action::Surveying => self.survey = waiting(&self.survey),
            Action::GotSurvey(answer) => self.got_survey(answer),
            Action::Meeting => self.entity = waiting(&self.entity),
            Action::GotEntity(answer) => self.got_entity(answer),
            Action::GotBeside(answer) => self.got_beside(answer),
            Action::GotDiff(answer) => self.got_diff(answer),
        }
    }

    fn look(&mut self, lens: Lens) {
        if self.view.lens != lens {
            self.leave_lens();
            self.view.look(lens);
        }
    }

    fn leave_lens(&mut self) {
        (self.ledger, self.survey) = (Remote::Idle, Remote::Idle);
    }

    fn limit(&mut self, from: Option<String>, to: Option<String>) {
        for (name, date, limit) in [("from", from, &mut self.view.from), ("to", to, &mut self.view.to)] {
            match date {
                Some(date) if !is_date(&date) => {
                    let bad = Notice::BadParameter {
                        parameter: name.to_owned(),
                        value: date,
                    };
                    push_notice(&mut self.notices, bad);
                }
                date => *limit = date,
            }
        }
    }

    fn open(&mut self, doc: String, passage: Option<String>) {
        self.cursor = self.place_of(&doc).or(self.cursor);
        if self.view.doc.as_ref() != Some(&doc) {
            self.hit = None;
            self.view.reading.with = None;
            self.article = Remote::Idle;
            self.unpick();
        }
        self.view.doc = Some(doc);
        self.view.passage = passage;
    }

    fn close(&mut self) {
        (self.view.doc, self.view.passage) = (None, None);
        self.view.reading = ReadingView::default();
        self.hit = None;
        self.article = Remote::Idle;
        self.unpick();
    }

    /// What was picked in an article goes with it; behind it may be the entity of the view.
    fn unpick(&mut self) {
        if self.view.mention.take().is_some() {
            self.entity = Remote::Idle;
        }
    }

    fn navigate(&mut self, view: ViewState, notices: Vec<Notice>) {
        match view.doc.clone() {
            Some(doc) => self.open(doc, None),
            None => self.close(),
        }
        if self.view.lens != view.lens {
            self.leave_lens();
        }
        if self.view.entity != view.entity || self.view.mention != view.mention {
            self.entity = Remote::Idle;
        }
        self.view = view;
        if let Some(article) = self.article.shown().map(Rc::clone) {
            // It is there already, and no answer will say where the passage is.
            self.settle(&article);
        }
        if self.names_as_typed && self.view.aliases.is_none() {
            // The address has to say so to others.
            self.view.aliases = Some(false);
        }
        self.lang = self.view.lang.unwrap_or(self.lang);
        for notice in notices {
            self.tell(notice);
        }
    }

    /// Moves through the results; while an article is open, through the articles.
    fn move_cursor(&mut self, by: i32) {
        let Some(results) = self.results.shown().map(Rc::clone) else {
            return;
        };
        let Some(last) = listed(&results).count().checked_sub(1) else {
            return;
        };
        let to = match self.cursor {
            Some(at) => at.saturating_add_signed(by as isize).min(last),
            // The first step goes to the first result, there is nothing above it.
            None if by > 0 => 0,
            None => return,
        };
        self.cursor = Some(to);
        if to + 1 >= results.hits.len() && self.has_more(&results) && matches!(self.results, Remote::Ready(_))
        {
            // So that there is a next one once that is wanted.
            self.pages = self.pages.saturating_add(1);
        }
        if let (Some(open), Some(hit)) = (&self.view.doc, listed(&results).nth(to))
            && *open != hit.doc
        {
            self.open(hit.doc.clone(), None);
        }
    }

    /// Moves through the hits of the open article, around its ends.
    fn step(&mut self, by: i32) {
        let hits = self.article.shown().map_or(0, |article| hit_count(article)) as u32;
        let at = match self.hit {
            Some(at) => i64::from(at as u32),
            // The first step forward goes to the first hit, the first step back to the last.
            None => -i64::from(by > 0),
        };
        let to = (at + i64::from(by)).checked_rem_euclid(i64::from(hits));
        self.hit = to.and_then(|to| usize::try_from(to).ok());
    }

    pub(super) fn tell(&mut self, notice: Notice) {
        push_notice(&mut self.notices, notice);
    }

    fn work(&mut self, status: WorkerStatus) {
        if status == WorkerStatus::Restarting && self.worker != status {
            self.tell(Notice::WorkerRestarted);
        }
        if status == WorkerStatus::Dead {
            // Nothing is on its way any more, and what is there answers another question.
            self.profile.give_up();
            self.results.give_up();
            self.article.give_up();
            self.ledger.give_up();
            self.survey.give_up();
            self.entity.give_up();
            self.beside.give_up();
            self.diff.give_up();
        }
        self.worker = status;
    }

    /// How many results stand before those shown.
    pub fn hits_from(&self) -> u32 {
        if self.view.lens == Lens::Articles {
            self.row_from
        } else {
            0
        }
    }

    /// Whether the first results are there, and there may be others.
    pub fn has_only_first(&self) -> bool {
        let full = |shown: &SearchResponse| listed(shown).count() >= FIRST as usize;
        self.pages == 0 && matches!(&self.results, Remote::Ready(shown) if full(shown))
    }

    fn has_more(&self, results: &SearchResponse) -> bool {
        is_more(results.hits.len(), self.hits_from(), results.total)
    }

    fn place_of(&self, doc: &str) -> Option<usize> {
        place_of(self.results.shown()?, doc)
    }
}

impl ViewState {
    /// The view narrowed to what has no date.
    pub(crate) fn undated(&self) -> Self {
        let mut view = self.clone();
        view.choose(Facet::Year, "undated".to_owned(), Choice::Included);
        view
    }

    pub(crate) fn choose(&mut self, facet: Facet, slug: String, choice: Choice) {
        let place = self.selections.iter().position(|chosen| chosen.facet == facet);
        let mut chosen = match place {
            Some(place) => self.selections.remove(place),
            None => Selection {
                facet,
                include: Vec::new(),
                exclude: Vec::new(),
                all: false,
            },
        };
        // A value that is chosen again the same way keeps its place among the chips.
        if choice != Choice::Included {
            chosen.include.retain(|value| *value != slug);
        }
        if choice != Choice::Excluded {
            chosen.exclude.retain(|value| *value != slug);
        }
        match choice {
            Choice::Included if !chosen.include.contains(&slug) => chosen.include.push(slug),
            Choice::Excluded if !chosen.exclude.contains(&slug) => chosen.exclude.push(slug),
            _ => {}
        }
        chosen.all &= !chosen.include.is_empty();
        if chosen.include.is_empty() && chosen.exclude.is_empty() {
            return;
        }
        let order = |facet: Facet| Facet::ALL.iter().position(|known| *known == facet);
        let at = self
            .selections
            .iter()
            .take_while(|other| order(other.facet) < order(facet))
            .count();
        self.selections.insert(at, chosen);
    }

    fn toggle(&mut self, kind: EntityKind) {
        let hide = !self.hidden.contains(&kind);
        let hidden = |other: &EntityKind| {
            if *other == kind {
                hide
            } else {
                self.hidden.contains(other)
            }
        };
        self.hidden = EntityKind::ALL.into_iter().filter(hidden).collect();
    }

    /// A column is first sorted by upwards, then downwards, then no more.
    fn order(&mut self, column: Column) {
        let now = self.table.order.filter(|order| order.column == column);
        self.table.order = match now {
            None => Some(Order {
                column,
                descending: false,
            }),
            Some(order) if !order.descending => Some(Order {
                descending: true,
                ..order
            }),
            Some(_) => None,
        };
    }

    fn match_all(&mut self, facet: Facet, all: bool) {
        let mut chosen = self.selections.iter_mut();
        if let Some(chosen) = chosen.find(|chosen| chosen.facet == facet && !chosen.include.is_empty()) {
            chosen.all = all;
        }
    }
}

impl<T> Remote<T> {
    fn give_up(&mut self) {
        if matches!(self, Self::Loading(_)) {
            *self = Self::Idle;
        }
    }
}

impl<T> From<Result<Rc<T>, Failure>> for Remote<T> {
    fn from(answer: Result<Rc<T>, Failure>) -> Self {
        answer.map_or_else(Self::Failed, Self::Ready)
    }
}

/// Nothing of what was there is of use.
fn awaited<T>(wanted: bool) -> Remote<T> {
    if wanted {
        Remote::Loading(None)
    } else {
        Remote::Idle
    }
}

fn waiting<T>(remote: &Remote<T>) -> Remote<T> {
    Remote::Loading(remote.shown().map(Rc::clone))
}

/// Each notice is there once; the newest is last.
fn push_notice(notices: &mut Vec<Notice>, notice: Notice) {
    notices.retain(|known| *known != notice);
    notices.push(notice);
    let surplus = notices.len().saturating_sub(MAX_NOTICES);
    notices.drain(..surplus);
}

#[cfg(test)]
mod beside_tests;
#[cfg(test)]
mod lens_tests;
#[cfg(test)]
mod tests;
