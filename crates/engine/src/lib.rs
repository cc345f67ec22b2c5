//! Façade and protocol: everything the explorer can be asked, as plain data. (Skeleton; see `protocol`.)

pub mod protocol;
