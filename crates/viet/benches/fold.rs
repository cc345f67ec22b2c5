//! How long one token takes to be read and compared.
//!
//! `cargo bench -p viet --bench fold`; the throughput counts tokens or pairs of them.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use viet::{Accents, Level, Syllable, accents, normalise};

/// Tokens as a press text has them, with what is left of each without accents.
const TOKENS: &[(&str, &[(&str, &str)])] = &[
    (
        "ascii",
        &[
            ("cho", "cho"),
            ("Nga", "nga"),
            ("trong", "trong"),
            ("USD", "usd"),
            ("2025", "2025"),
            ("Putin", "putin"),
        ],
    ),
    (
        "vietnamese",
        &[
            ("Điện", "dien"),
            ("hòa", "hoa"),
            ("nước", "nuoc"),
            ("Việt", "viet"),
            ("kỹ", "ki"),
            ("nghiêng", "nghieng"),
        ],
    ),
    (
        "decomposed",
        &[
            ("hoa\u{300}", "hoa"),
            ("Vie\u{323}\u{302}t", "viet"),
            ("tu\u{31B}\u{301}", "tu"),
        ],
    ),
    (
        "foreign",
        &[
            ("München", "munchen"),
            ("résumé", "resume"),
            ("Škoda", "skoda"),
            ("Юрий", "юрии"),
            ("Москва", "москва"),
        ],
    ),
];

fn read(c: &mut Criterion) {
    let mut group = c.benchmark_group("fold");
    for (kind, tokens) in TOKENS {
        group.throughput(Throughput::Elements(tokens.len() as u64));
        group.bench_with_input(BenchmarkId::new("syllable", kind), tokens, |b, tokens| {
            b.iter(|| {
                for (token, bare) in *tokens {
                    assert_eq!(Syllable::new(black_box(token)).bare(), *bare);
                }
            });
        });
        group.bench_with_input(BenchmarkId::new("read", kind), tokens, |b, tokens| {
            let mut syllable = Syllable::default();
            b.iter(|| {
                for (token, bare) in *tokens {
                    syllable.read(black_box(token));
                    assert_eq!(syllable.bare(), *bare);
                }
            });
        });
        let norms: Vec<_> = tokens.iter().map(|(token, _)| normalise(token)).collect();
        group.bench_with_input(BenchmarkId::new("normalise", kind), tokens, |b, tokens| {
            b.iter(|| {
                for ((token, _), norm) in tokens.iter().zip(&norms) {
                    assert_eq!(normalise(black_box(token)), *norm);
                }
            });
        });
    }
    group.finish();
}

/// The forms of one bare key, and how `đôi` and `doi` match each.
const FORMS: &[(&str, Option<Level>, Option<Level>)] = &[
    ("doi", None, Some(Level::Exact)),
    ("đôi", Some(Level::Exact), Some(Level::AccentFree)),
    ("đổi", Some(Level::AccentFree), Some(Level::AccentFree)),
    ("đối", Some(Level::AccentFree), Some(Level::AccentFree)),
    ("đội", Some(Level::AccentFree), Some(Level::AccentFree)),
    ("dội", None, Some(Level::AccentFree)),
    ("đòi", None, Some(Level::AccentFree)),
    ("đời", None, Some(Level::AccentFree)),
    ("dõi", None, Some(Level::AccentFree)),
];

fn compare(c: &mut Criterion) {
    let (accented, plain) = (Syllable::new("đôi"), Syllable::new("doi"));
    let forms: Vec<Syllable> = FORMS.iter().map(|form| Syllable::new(form.0)).collect();
    let mut group = c.benchmark_group("match");
    group.throughput(Throughput::Elements(2 * forms.len() as u64));
    group.bench_function("syllables", |b| {
        b.iter(|| {
            for (form, (_, of_accented, of_plain)) in forms.iter().zip(FORMS) {
                assert_eq!(black_box(&accented).matches(form), *of_accented);
                assert_eq!(black_box(&plain).matches(form), *of_plain);
            }
        });
    });
    let bits: Vec<(&str, u64)> = forms
        .iter()
        .map(|form| (form.norm(), form.accents().bits()))
        .collect();
    group.bench_function("accents of forms", |b| {
        let (accented, plain) = (accented.accents(), plain.accents());
        b.iter(|| {
            for ((norm, _), (_, of_accented, of_plain)) in bits.iter().zip(FORMS) {
                let written = accents(black_box(norm));
                assert_eq!(accented.matches(written), *of_accented);
                assert_eq!(plain.matches(written), *of_plain);
            }
        });
    });
    group.bench_function("accents kept as bits", |b| {
        let (accented, plain) = (accented.accents(), plain.accents());
        b.iter(|| {
            for ((norm, bits), (_, of_accented, of_plain)) in black_box(&bits).iter().zip(FORMS) {
                let written = Accents::from_bits(*bits, norm);
                assert_eq!(accented.matches(written), *of_accented);
                assert_eq!(plain.matches(written), *of_plain);
            }
        });
    });
    group.finish();
}

criterion_group!(benches, read, compare);
criterion_main!(benches);
