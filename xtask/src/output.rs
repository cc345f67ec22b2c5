//! What the terminal shows: a heading per step, its time, a summary at the end.

use crate::Result;
use std::time::{Duration, Instant};

/// Steps done so far, with their times.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Runs one step under a heading.
    ///
    /// # Errors
    /// What `work` returns, with the step's name in front.
    pub(crate) fn step<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n==> {title}");
        let start = Instant::now();
        let result = work();
        let time = start.elapsed();
        match result {
            Ok(value) => {
                println!("    {title}: ok, {}", seconds(time));
                self.done.push((title.to_owned(), time));
                Ok(value)
            }
            Err(message) => Err(format!("{title} failed after {}: {message}", seconds(time))),
        }
    }

    /// Prints all steps with their times.
    pub(crate) fn summary(&self) {
        let total = self.done.iter().map(|(_, time)| *time).sum();
        println!("\n==> All of it passed in {}", seconds(total));
        for (title, time) in &self.done {
            println!("    {:>8}  {title}", seconds(*time));
        }
    }
}

/// Tells the person at the terminal something that is no result: it goes to stderr.
pub(crate) fn note(text: &str) {
    eprintln!("    {text}");
}

fn seconds(time: Duration) -> String {
    let all = time.as_secs();
    if all < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", all / 60, all % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_over_a_minute_show_minutes() {
        assert_eq!(seconds(Duration::from_millis(1240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(61)), "1 min 01 s");
    }

    #[test]
    fn a_failing_step_is_named() {
        let failed = Steps::default().step("clippy", || Err::<(), _>("it warned".to_owned()));
        let message = failed.unwrap_err();
        assert!(message.starts_with("clippy failed after"), "{message}");
        assert!(message.ends_with("it warned"), "{message}");
    }
}
