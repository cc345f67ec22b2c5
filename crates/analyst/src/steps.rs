//! Which progress is worth a message.

use engine::Progress;

/// A stage is told of in so many steps at most.
const STEPS: u64 = 20;

/// Lets through the first word of each stage, one each twentieth of it, and its end.
#[derive(Debug, Default)]
pub struct Steps {
    told: Option<Progress>,
}

impl Steps {
    /// Whether to tell of this.
    pub fn is_news(&mut self, progress: Progress) -> bool {
        let step = |it: Progress| u64::from(it.done) * STEPS / u64::from(it.of.max(1));
        let known = self
            .told
            .is_some_and(|told| told.stage == progress.stage && step(told) == step(progress));
        if !known {
            self.told = Some(progress);
        }
        !known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Stage;

    fn told(of: u32) -> Vec<u32> {
        let mut steps = Steps::default();
        let at = |done| Progress {
            stage: Stage::Recognising,
            done,
            of,
        };
        (0..=of).filter(|done| steps.is_news(at(*done))).collect()
    }

    #[test]
    fn a_long_stage_is_told_of_in_even_steps() {
        let long = told(1000);
        assert_eq!(long.len(), 21);
        assert_eq!((long[1], long.last()), (50, Some(&1000)));
    }

    #[test]
    fn a_short_stage_is_told_of_with_every_article() {
        assert_eq!(told(3), [0, 1, 2, 3]);
        assert_eq!(told(0), [0]);
    }

    #[test]
    fn a_new_stage_is_always_news() {
        let mut steps = Steps::default();
        for stage in [Stage::Reading, Stage::Recognising, Stage::Indexing] {
            assert!(steps.is_news(Progress {
                stage,
                done: 0,
                of: 9
            }));
        }
    }
}
