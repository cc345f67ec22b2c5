use super::*;
use proptest::prelude::*;

const GROUND: Ground = Ground {
    width: 720,
    height: 480,
    margin: (40, 24),
    gap: 30,
};

fn of(number: usize, ties: &[(usize, usize)]) -> Vec<(i32, i32)> {
    let names: Vec<String> = (0..number).map(|at| format!("person:{at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    places(&names, ties, GROUND)
}

fn between(places: &[(i32, i32)], one: usize, other: usize) -> f64 {
    let (dx, dy) = (places[one].0 - places[other].0, places[one].1 - places[other].1);
    f64::from(dx * dx + dy * dy).sqrt()
}

/// The mean distance of those that are tied, and of the others.
fn means(places: &[(i32, i32)], ties: &[(usize, usize)]) -> (f64, f64) {
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for one in 0..places.len() {
        for other in one + 1..places.len() {
            let list = if ties.contains(&(one, other)) || ties.contains(&(other, one)) {
                &mut near
            } else {
                &mut far
            };
            list.push(between(places, one, other));
        }
    }
    let mean = |list: &[f64]| list.iter().sum::<f64>() / f64::from(list.len() as u32);
    (mean(&near), mean(&far))
}

#[test]
fn nobody_and_somebody_alone_have_their_places() {
    assert_eq!(of(0, &[]), []);
    assert_eq!(of(1, &[]), [(360, 240)]);
}

#[test]
fn what_is_tied_is_nearer_than_what_is_not() {
    // Two stars that nothing ties.
    let stars: Vec<(usize, usize)> = (1..7)
        .map(|at| (0, at))
        .chain((8..14).map(|at| (7, at)))
        .collect();
    let places = of(14, &stars);
    let (tied, others) = means(&places, &stars);
    assert!(tied < 0.7 * others, "{tied} {others}");
    // The ends of a path are the farthest of all.
    let path: Vec<(usize, usize)> = (0..7).map(|at| (at, at + 1)).collect();
    let places = of(8, &path);
    let farthest = (1..7).map(|at| between(&places, 0, at)).fold(0.0, f64::max);
    assert!(between(&places, 0, 7) > farthest, "{places:?}");
}

#[test]
fn a_network_with_another_node_begins_from_the_same_places() {
    assert_eq!(beginning("person:a"), beginning("person:a"));
    assert!(beginning("person:a") != beginning("person:b"));
}

fn network() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (1_usize..40).prop_flat_map(|number| {
        let ties = proptest::collection::vec((0..number, 0..number), 0..80);
        (Just(number), ties)
    })
}

/// Trees: each node hangs on one before it.
fn tree() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec(any::<prop::sample::Index>(), 7..40).prop_map(|parents| {
        let tie = |(at, parent): (usize, &prop::sample::Index)| (parent.index(at + 1), at + 1);
        parents.iter().enumerate().map(tie).collect()
    })
}

proptest! {
    #[test]
    fn places_are_within_bounds_and_always_the_same((number, ties) in network()) {
        let places = of(number, &ties);
        prop_assert_eq!(&places, &of(number, &ties));
        prop_assert_eq!(places.len(), number);
        prop_assert!(places.iter().all(|(x, y)| (40..=680).contains(x) && (24..=456).contains(y)), "{:?}", places);
    }

    #[test]
    fn the_tied_of_a_tree_are_nearer_than_the_others(ties in tree()) {
        let (tied, others) = means(&of(ties.len() + 1, &ties), &ties);
        prop_assert!(tied < others, "{} {}", tied, others);
    }

    #[test]
    fn no_ground_is_too_small(width in -10_i32..60, height in -10_i32..60) {
        let ground = Ground { width, height, ..GROUND };
        let places = places(&["a", "b", "c"], &[(0, 1)], ground);
        prop_assert_eq!(places.len(), 3);
    }
}
