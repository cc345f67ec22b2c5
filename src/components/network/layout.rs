//! Where the nodes of a network stand: as far from each other as there are ties between them, as nearly as a plane allows
//! (stress majorization: Gansner, Koren and North 2004).
//!
//! Only additions, multiplications, divisions and roots, begun from what the nodes are called: the same network has the same
//! places everywhere, and what it has in common with another about the same ones.

/// How often all nodes are moved.
const ROUNDS: usize = 120;
/// How far apart nodes are that nothing ties, however indirectly.
const APART: f64 = 3.0;
/// How often nodes that are too near each other are pushed apart.
const PUSHES: usize = 60;

type Point = (f64, f64);

/// A plane with a margin around it, in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    pub(super) width: i32,
    pub(super) height: i32,
    /// At the sides, and above and below.
    pub(super) margin: (i32, i32),
    /// How near nodes may be.
    pub(super) gap: i32,
}

/// Where nodes of these names stand, that are tied by their numbers.
pub(super) fn places(names: &[&str], ties: &[(usize, usize)], ground: Ground) -> Vec<(i32, i32)> {
    let far = distances(names.len(), ties);
    let mut points: Vec<Point> = names.iter().map(|name| beginning(name)).collect();
    for _ in 0..ROUNDS {
        for at in 0..points.len() {
            points[at] = moved(at, &points, &far);
        }
    }
    fit(&mut points, ground);
    push_apart(&mut points, ground);
    points
        .iter()
        .map(|(x, y)| (x.round() as i32, y.round() as i32))
        .collect()
}

/// How many ties are between any two.
fn distances(number: usize, ties: &[(usize, usize)]) -> Vec<Vec<f64>> {
    let mut beside = vec![Vec::new(); number];
    for (one, other) in ties.iter().filter(|(one, other)| *one.max(other) < number) {
        beside[*one].push(*other);
        beside[*other].push(*one);
    }
    let from = |start: usize| {
        let mut far = vec![APART; number];
        let mut seen = vec![false; number];
        let (mut now, mut steps) = (vec![start], 0.0);
        while !now.is_empty() {
            let mut next = Vec::new();
            for at in now {
                if !seen[at] {
                    (seen[at], far[at]) = (true, steps);
                    next.extend(beside[at].iter().copied().filter(|other| !seen[*other]));
                }
            }
            (now, steps) = (next, steps + 1.0);
        }
        far
    };
    (0..number).map(from).collect()
}

/// Where a node begins: somewhere in a square, by its name alone.
fn beginning(name: &str) -> Point {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = |salt: u8| {
        let mut hash = name.bytes().chain([salt]).fold(0x811C_9DC5, step);
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0x2C1B_3C6D);
        f64::from(hash ^ (hash >> 13)) / f64::from(u32::MAX) * APART
    };
    (hash(1), hash(2))
}

/// Where a node has to be so that it is as far from the others, where they are now, as it should be; the nearer ones count
/// for more.
fn moved(at: usize, points: &[Point], far: &[Vec<f64>]) -> Point {
    let (x, y) = points[at];
    let (mut sum, mut weights) = ((0.0, 0.0), 0.0);
    for (other, (to_x, to_y)) in points.iter().enumerate().filter(|(other, _)| *other != at) {
        let want = far[at][other];
        let weight = 1.0 / (want * want);
        let (dx, dy) = (x - to_x, y - to_y);
        let is = (dx * dx + dy * dy).sqrt().max(1e-6);
        sum.0 += weight * (to_x + dx / is * want);
        sum.1 += weight * (to_y + dy / is * want);
        weights += weight;
    }
    if weights > 0.0 {
        (sum.0 / weights, sum.1 / weights)
    } else {
        (x, y)
    }
}

/// Stretches points to the ground within its margins.
fn fit(points: &mut [Point], ground: Ground) {
    let axis = |of: fn(&Point) -> f64, length: i32, margin: i32| {
        let values = || points.iter().map(of);
        let least = values().fold(f64::INFINITY, f64::min);
        let span = values().fold(f64::NEG_INFINITY, f64::max) - least;
        let room = f64::from((length - 2 * margin).max(0));
        // What has no extent stands in the middle.
        let scale = if span > 1e-6 { room / span } else { 0.0 };
        let start = f64::from(margin) + (room - span.max(0.0) * scale) / 2.0;
        move |value: f64| start + (value - least) * scale
    };
    let (x, y) = (
        axis(|point| point.0, ground.width, ground.margin.0),
        axis(|point| point.1, ground.height, ground.margin.1),
    );
    for point in points {
        *point = (x(point.0), y(point.1));
    }
}

/// Moves those apart that stand too near, as far as there is room.
fn push_apart(points: &mut [Point], ground: Ground) {
    let gap = f64::from(ground.gap);
    let within = |value: f64, length: i32, margin: i32| {
        let least = f64::from(margin.min(length / 2));
        value.max(least).min((f64::from(length) - least).max(least))
    };
    for _ in 0..PUSHES {
        let mut still = true;
        for at in 0..points.len() {
            for other in at + 1..points.len() {
                let (dx, dy) = (points[other].0 - points[at].0, points[other].1 - points[at].1);
                let is = (dx * dx + dy * dy).sqrt();
                if is >= gap {
                    continue;
                }
                still = false;
                // What stands in one place goes apart sideways.
                let (ux, uy) = if is > 1e-6 { (dx / is, dy / is) } else { (1.0, 0.0) };
                let half = (gap - is) / 2.0;
                points[at] = (points[at].0 - ux * half, points[at].1 - uy * half);
                points[other] = (points[other].0 + ux * half, points[other].1 + uy * half);
            }
        }
        for point in points.iter_mut() {
            *point = (
                within(point.0, ground.width, ground.margin.0),
                within(point.1, ground.height, ground.margin.1),
            );
        }
        if still {
            break;
        }
    }
}

#[cfg(test)]
mod tests;
