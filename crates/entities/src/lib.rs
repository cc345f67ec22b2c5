//! Mentions, gazetteers and linking. (Skeleton of the public types; see `model`.)

mod model;

pub use model::{Entity, Mention, MentionKind};
