//! What answers of the worker do to the state.

use super::{hit_count, listed};
use crate::state::passage;
use crate::state::{AppState, Notice, Remote, Survey, beside_request};
use crate::view::Choice;
use engine::protocol::{
    ArticleResponse, BesideResponse, DiffResponse, EntityResponse, Facet, Failure, LedgerResponse, Packed,
    SearchResponse, UnknownValue,
};
use std::rc::Rc;

impl AppState {
    pub(super) fn got_results(&mut self, answer: Result<Rc<SearchResponse>, Failure>) {
        let Ok(results) = &answer else {
            self.cursor = None;
            self.results = answer.into();
            return;
        };
        for unknown in &results.unknown {
            self.forget(unknown);
        }
        let docs = |results: &SearchResponse| -> Vec<String> {
            listed(results).map(|hit| hit.doc.clone()).collect()
        };
        let before = self.results.shown().map(|shown| docs(shown)).unwrap_or_default();
        // Results may be added below the cursor, but what it is on must not become another one.
        let kept = self.cursor.filter(|at| {
            before
                .get(..=*at)
                .is_some_and(|above| docs(results).starts_with(above))
        });
        self.results = answer.into();
        let open = self.view.doc.as_ref().and_then(|doc| self.place_of(doc));
        self.cursor = open.or(kept);
    }

    /// Takes a value that the corpus does not know out of the view.
    fn forget(&mut self, unknown: &UnknownValue) {
        let slug = unknown.value.strip_prefix('-').unwrap_or(&unknown.value);
        let facet = Facet::ALL
            .into_iter()
            .find(|facet| facet.name() == unknown.parameter);
        if let Some(facet) = facet
            && self.view.choice(facet, slug) != Choice::Open
        {
            self.view.choose(facet, slug.to_owned(), Choice::Open);
            self.tell(Notice::BadParameter {
                parameter: unknown.parameter.clone(),
                value: unknown.value.clone(),
            });
        }
    }

    pub(super) fn got_article(&mut self, answer: Result<Rc<ArticleResponse>, Failure>) {
        let Some(open) = self.view.doc.clone() else {
            // Closed in the meantime.
            return;
        };
        match answer {
            Ok(article) if article.doc == open || article.id == open => self.show(article),
            Err(Failure::NoSuchArticle { doc }) if doc == open => {
                self.close();
                self.tell(Notice::BadParameter {
                    parameter: "doc".to_owned(),
                    value: doc,
                });
            }
            // An answer about an article that is no longer the open one.
            Ok(_) | Err(Failure::NoSuchArticle { .. }) => {}
            Err(failure) => self.article = Remote::Failed(failure),
        }
    }

    pub(super) fn got_ledger(&mut self, answer: Result<Rc<LedgerResponse>, Failure>) {
        let ledger = self.view.lens.ledger();
        let wanted = answer
            .as_ref()
            .map_or(ledger.is_some(), |rows| ledger == Some(rows.ledger));
        // Else it came too late.
        if wanted {
            self.ledger = answer.into();
        }
    }

    pub(super) fn got_survey(&mut self, answer: Result<Rc<Survey>, Failure>) {
        let lens = self.view.lens;
        let wanted = match &answer {
            Ok(survey) => lens == survey.lens(),
            Err(_) => lens.ledger().is_none() && !lens.lists_articles(),
        };
        // Else it came too late.
        if wanted {
            if let Ok(survey) = &answer
                && let Survey::Network(_, true) = **survey
                && let Some(open) = self.view.network.open.take()
            {
                self.tell(Notice::BadParameter {
                    parameter: "edge".to_owned(),
                    value: open,
                });
            }
            self.survey = answer.into();
        }
    }

    pub(super) fn got_entity(&mut self, answer: Result<Rc<EntityResponse>, Failure>) {
        let Some(wanted) = self.entity_wanted().cloned() else {
            return;
        };
        match answer {
            Ok(met) if met.entity.id == wanted => self.entity = Remote::Ready(met),
            Err(Failure::NoSuchEntity { id }) if id == wanted => {
                if self.view.doc.is_none() {
                    self.view.entity = None;
                    self.tell(Notice::BadParameter {
                        parameter: "entity".to_owned(),
                        value: id,
                    });
                }
                self.entity = Remote::Idle;
            }
            // An answer about another one than is looked at now.
            Ok(_) | Err(Failure::NoSuchEntity { .. }) => {}
            Err(failure) => self.entity = Remote::Failed(failure),
        }
    }

    pub(super) fn got_beside(&mut self, answer: Result<Rc<Packed<BesideResponse>>, Failure>) {
        // Else it came too late.
        if beside_request(&self.view).is_some() {
            self.beside = answer.into();
        }
    }

    pub(super) fn got_diff(&mut self, answer: Result<Rc<Packed<DiffResponse>>, Failure>) {
        let with = self.view.reading.with.clone();
        match answer {
            Err(Failure::NoSuchArticle { doc }) if Some(&doc) == with.as_ref() => {
                self.view.reading.with = None;
                // What was compared stays beside the others.
                self.view.reading.beside = true;
                self.tell(Notice::BadParameter {
                    parameter: "with".to_owned(),
                    value: doc,
                });
            }
            answer if with.is_some() => self.diff = answer.into(),
            _ => {}
        }
    }

    /// Goes to the passage of the address where that is now.
    pub(super) fn settle(&mut self, article: &ArticleResponse) {
        let Some(wanted) = self.view.passage.take() else {
            return;
        };
        let found = passage::find(article, &wanted);
        match &found {
            None => self.tell(Notice::LostPassage),
            Some(found) if found.changed => self.tell(Notice::ChangedPassage),
            Some(_) => {}
        }
        self.view.passage = found.map(|found| found.anchor);
    }

    fn show(&mut self, article: Rc<ArticleResponse>) {
        self.view.doc = Some(article.doc.clone());
        self.settle(&article);
        if let Some(mention) = self
            .view
            .mention
            .take_if(|mention| mention.place_in(&article).is_none())
        {
            self.tell(Notice::BadParameter {
                parameter: "mention".to_owned(),
                value: format!("{}.{}", mention.passage, mention.number),
            });
        }
        let same_hits = self
            .article
            .shown()
            .is_some_and(|shown| shown.doc == article.doc && hit_count(shown) == hit_count(&article));
        if !same_hits {
            self.hit = None;
        }
        self.article = Remote::Ready(article);
        self.cursor = self
            .place_of(self.view.doc.as_deref().unwrap_or_default())
            .or(self.cursor);
    }
}
