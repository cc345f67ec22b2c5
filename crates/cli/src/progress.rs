//! How far a long task is, on standard error.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Says how far a task is: on a terminal in one line that is written over, elsewhere, where that was asked for, in a
/// new line now and then.
#[derive(Debug)]
pub(crate) struct Progress {
    manner: Manner,
    start: Instant,
    said: Option<Instant>,
    /// Whether something stands in the line that is written over.
    written: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    Quiet,
    Overwriting,
    Lines,
}

impl Progress {
    /// Starts the clock. It is quiet where standard error is no terminal, unless it was `wanted`.
    pub(crate) fn new(wanted: bool) -> Self {
        let manner = match (std::io::stderr().is_terminal(), wanted) {
            (true, _) => Manner::Overwriting,
            (false, true) => Manner::Lines,
            (false, false) => Manner::Quiet,
        };
        Self {
            manner,
            start: Instant::now(),
            said: None,
            written: false,
        }
    }

    /// So many articles, with so many bytes of text, are done; said a few times a second at most.
    pub(crate) fn count(&mut self, articles: u32, bytes: u64) {
        let pause = match self.manner {
            Manner::Quiet => return,
            Manner::Overwriting => Duration::from_millis(100),
            Manner::Lines => Duration::from_secs(1),
        };
        if self.said.is_none_or(|said| said.elapsed() >= pause) {
            self.said = Some(Instant::now());
            self.say(&counted(articles, bytes, self.start.elapsed()));
        }
    }

    /// What is done now.
    pub(crate) fn say(&mut self, what: &str) {
        match self.manner {
            Manner::Quiet => {}
            Manner::Lines => eprintln!("{what}"),
            Manner::Overwriting => {
                self.clear();
                eprint!("{what}");
                let _ = std::io::stderr().flush();
                self.written = true;
            }
        }
    }

    /// Makes room for another message.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.written) {
            eprint!("\r\x1b[K");
        }
    }

    /// The task is done.
    pub(crate) fn end(mut self) {
        self.clear();
    }
}

#[allow(clippy::cast_precision_loss)] // three digits are shown
fn counted(articles: u32, bytes: u64, time: Duration) -> String {
    let megabytes = bytes as f64 / 1e6;
    let rate = megabytes / time.as_secs_f64().max(1e-3);
    format!("{articles} articles, {megabytes:.1} MB, {rate:.1} MB/s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_articles_megabytes_and_their_rate() {
        assert_eq!(
            counted(1200, 3_000_000, Duration::from_millis(1500)),
            "1200 articles, 3.0 MB, 2.0 MB/s"
        );
        assert_eq!(counted(0, 0, Duration::ZERO), "0 articles, 0.0 MB, 0.0 MB/s");
    }
}
