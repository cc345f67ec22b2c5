//! The reader's own corrections of what is recognised. They belong to his browser and never to the address.

use super::{AppState, Notice};
use engine::corrections::{Change, Correction};
use std::rc::Rc;

/// Whether the corpus shown is the one that the reader has corrected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correcting {
    /// It is.
    #[default]
    Settled,
    /// It is being made: the articles done, of how many.
    Working(u32, u32),
    /// It could not be made; another one is shown.
    Failed,
}

impl AppState {
    /// Changes the list of corrections.
    pub(super) fn correct(&mut self, change: impl FnOnce(&mut Vec<Correction>)) {
        change(&mut Rc::make_mut(&mut self.corrections).corrections);
        self.correcting = Correcting::Working(0, 0);
    }

    /// The corrected corpus is there, with what is to be said of it; or there will be none.
    pub(super) fn corrected(&mut self, outcome: Result<Vec<String>, String>) {
        self.correcting = if outcome.is_ok() {
            self.follow_corrections();
            Correcting::Settled
        } else {
            Correcting::Failed
        };
        let told = outcome.map_or_else(|why| why, |remarks| remarks.join("; "));
        if !told.is_empty() {
            self.tell(Notice::NotCorrected(told));
        }
    }

    /// Who looks at what was merged into another goes on with that.
    fn follow_corrections(&mut self) {
        for correction in &self.corrections.corrections {
            if let (Change::Merge { from, into }, Some(id)) = (&correction.change, &mut self.view.entity)
                && id == from
            {
                into.clone_into(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::effects::{Effect, HistoryStep, effects};
    use crate::state::{Action, reduce};

    fn merge() -> Correction {
        Correction {
            change: Change::Merge {
                from: "person:a".into(),
                into: "person:b".into(),
            },
            why: "the same".into(),
        }
    }

    fn run(before: &AppState, action: &Action) -> (AppState, Vec<Effect>) {
        let after = reduce(before, action.clone());
        let effects = effects(before, action, &after);
        (after, effects)
    }

    #[test]
    fn a_changed_list_is_kept_and_makes_another_corpus() {
        let empty = AppState::default();
        let (one, todo) = run(&empty, &Action::Correct(Box::new(merge())));
        assert_eq!(one.corrections.corrections, [merge()]);
        assert_eq!(one.correcting, Correcting::Working(0, 0));
        let expected = |state: &AppState| {
            let list = || Rc::clone(&state.corrections);
            [Effect::KeepCorrections(list()), Effect::Correct(list())]
        };
        assert_eq!(todo, expected(&one));
        assert_eq!(run(&one, &Action::TakeBack(Some(1))).1, []);
        for all in [Some(0), None] {
            let (none, todo) = run(&one, &Action::TakeBack(all));
            assert!(none.corrections.corrections.is_empty());
            assert_eq!(todo, expected(&none));
        }
    }

    #[test]
    fn the_corrected_corpus_is_asked_for_all_that_is_shown() {
        let mut looking = reduce(&AppState::default(), Action::Meet("person:a".into()));
        looking.correct(|list| list.push(merge()));
        let (after, todo) = run(&looking, &Action::Corrected(Ok(vec![])));
        assert_eq!(after.correcting, Correcting::Settled);
        assert_eq!(after.view.entity.as_deref(), Some("person:b"));
        assert_eq!(todo[0], Effect::Write(HistoryStep::Replace));
        assert!(matches!(&todo[1], Effect::Search { .. }));
        assert!(matches!(&todo[2], Effect::Meet { request, .. } if request.id == "person:b"));
        assert_eq!(todo[3..], [Effect::Profile]);
    }

    #[test]
    fn what_went_wrong_is_told_and_the_list_stays() {
        let (state, _) = run(&AppState::default(), &Action::Correct(Box::new(merge())));
        let (failed, todo) = run(&state, &Action::Corrected(Err("no memory".into())));
        assert_eq!(failed.corrections, state.corrections);
        assert_eq!(failed.correcting, Correcting::Failed);
        assert_eq!(failed.notices, [Notice::NotCorrected("no memory".into())]);
        assert_eq!(todo, []);
        let (unused, _) = run(&state, &Action::Corrected(Ok(vec!["nothing is there".into()])));
        assert_eq!(unused.notices, [Notice::NotCorrected("nothing is there".into())]);
    }
}
