//! From numbers to pixels.

/// Round numbers from 0 up, a few of them; the last is not below `most`.
pub(in crate::components) fn ticks(most: u64) -> Vec<u64> {
    const STEPS: u64 = 4;
    let mut unit = 1;
    let step = loop {
        let round = [1, 2, 5].map(|times| unit * times);
        if let Some(step) = round.into_iter().find(|step| step * STEPS >= most) {
            break step;
        }
        unit *= 10;
    };
    (0..=most.div_ceil(step).max(1))
        .map(|times| times * step)
        .collect()
}

/// How far along `length` a value is, of which `most` is at its end.
pub(in crate::components) fn place(value: u64, most: u64, length: i32) -> i32 {
    let far = u128::from(value) * u128::from(length.unsigned_abs());
    far.checked_div(most.into()).unwrap_or_default() as i32
}

/// More years than these are no picture: of so many only those are places in which there is something.
const MOST_YEARS: u16 = 150;

/// The places of years: each from the first to the last of those in which there is something, and whether any was left out.
pub(in crate::components) fn years(there: Vec<u16>) -> (Vec<u16>, bool) {
    match (there.first(), there.last()) {
        (Some(first), Some(last)) if last.saturating_sub(*first) >= MOST_YEARS => (there, true),
        (Some(first), Some(last)) => ((*first..=*last).collect(), false),
        _ => (there, false),
    }
}

/// Of places so wide, each how manieth has room for the year below it.
pub(in crate::components) fn room_for_years(place: i32) -> usize {
    const YEAR: i32 = 36;
    usize::try_from(YEAR.saturating_sub(1) / place.max(1)).unwrap_or_default() + 1
}

/// About how wide a text is: nobody can measure it where a file is written.
pub(in crate::components) fn width_of(text: &str) -> i32 {
    const LETTER: usize = 7;
    i32::try_from(text.chars().count() * LETTER).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(0), [0, 1]);
        assert_eq!(ticks(1), [0, 1]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(7), [0, 2, 4, 6, 8]);
        assert_eq!(ticks(130), [0, 50, 100, 150]);
        assert_eq!(place(50, 150, 90), 30);
        assert_eq!(place(1, 0, 90), 0);
        assert_eq!([24, 36, 80].map(room_for_years), [2, 1, 1]);
    }

    #[test]
    fn years_without_anything_have_places_while_they_are_few() {
        assert_eq!(years(vec![]), (vec![], false));
        assert_eq!(years(vec![2018, 2021]), (vec![2018, 2019, 2020, 2021], false));
        assert_eq!(years(vec![1850, 2000]), (vec![1850, 2000], true));
        assert_eq!(years(vec![1851, 2000]).0.len(), 150);
    }

    proptest! {
        #[test]
        fn ticks_reach_over_any_number(most in 0_u64..10_000_000_000_000_000) {
            let ticks = ticks(most);
            prop_assert!((2..=5).contains(&ticks.len()));
            prop_assert!(ticks.last().is_some_and(|last| *last >= most));
            prop_assert!(place(most, *ticks.last().unwrap(), 140) <= 140);
        }
    }
}
