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
