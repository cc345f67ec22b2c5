//! What holds for every text and every tree.

use super::lenient::parse_fully;
use super::{
    DiagnosticCode, Field, LiteralToken, Node, NodeKind, Query, Severity, Term, build, parse, parse_strict,
};
use corpus::{CivilDate, ZoneKind};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use viet::{Span, Syllable};

/// Texts that come close to queries.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zđàĐẠ]{1,4}",
        6 => select(vec![" ", " ", " ", "(", ")", "\"", " -", " OR ", " AND ", " NOT ", "|", "!"]).prop_map(str::to_owned),
        3 => select(vec!["~", "~1", "~5", "*", "/", "=", "\\", ",", ":", ".", "..", "-", "<", ">=", "&"]).prop_map(str::to_owned),
        3 => select(vec![
            "in:", "title:", "source:", "person:", "lang:vi", "date:", "date!:", "date>", "foo:", " in:body ",
            "title,", "2018", "2018..2025", "3/2019", "2030-13",
        ]).prop_map(str::to_owned),
        1 => "[“”«»–－：＊，（）｜／＝～！]{1,3}",
        1 => "\\PC{1,3}",
    ];
    vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn term() -> impl Strategy<Value = Term> {
    (
        select(vec!["nga", "hòa", "điện", "or", "2018", "in", "title"]),
        any::<bool>(),
        0_u8..=1,
    )
        .prop_map(|(syllable, prefix, edits)| Term {
            span: Span::default(),
            chunk: Span::default(),
            syllable: Syllable::new(syllable),
            prefix,
            edits,
        })
}

fn literal_token() -> impl Strategy<Value = LiteralToken> {
    select(vec!["Putin", "OR", "hòa", "V", "3"]).prop_map(|text| LiteralToken {
        span: Span::default(),
        text: text.to_owned(),
    })
}

fn zones() -> impl Strategy<Value = Vec<ZoneKind>> {
    subsequence(ZoneKind::ALL.to_vec(), 1..=8).prop_shuffle()
}

fn date() -> impl Strategy<Value = NodeKind> {
    let day = || (2017_u16..2020, 1_u8..=12, select(vec![1, 2, 28, 30, 31]));
    let day = move || option::of(day().prop_filter_map("no such day", |(y, m, d)| CivilDate::new(y, m, d)));
    (day(), day(), any::<bool>()).prop_filter_map("no period", |(from, to, strict)| {
        let ordered = from.is_none_or(|from| to.is_none_or(|to| from <= to));
        (ordered && (from, to) != (None, None)).then_some(NodeKind::Date { from, to, strict })
    })
}

fn leaf() -> impl Strategy<Value = NodeKind> {
    let slugs = select(vec!["vladimir-putin", "asean", "u4e2d", "3"]).prop_map(str::to_owned);
    let value = (select(Field::ALL.to_vec()), vec(slugs, 1..3)).prop_map(|(field, mut any)| {
        if field == Field::Lang {
            any = vec!["ru".to_owned()];
        }
        any.dedup();
        NodeKind::Value { field, any }
    });
    prop_oneof![
        4 => vec(term(), 1..4).prop_map(NodeKind::Run),
        2 => (vec(term(), 1..4), select(vec![0, 0, 1, 7, 100])).prop_map(|(terms, slop)| NodeKind::Phrase { terms, slop }),
        1 => vec(literal_token(), 1..3).prop_map(NodeKind::Literal),
        1 => r#"[a-c(|)"*][a-c(|)" /／*]{0,5}(\\[\\a.) "])?[ab]?"#
            .prop_filter("an expression", |pattern| regex_lite::Regex::new(pattern).is_ok())
            .prop_flat_map(|pattern| select(vec![NodeKind::Regex(pattern.clone()), NodeKind::RegexAnyCase(pattern)])),
        1 => zones().prop_map(NodeKind::Zones),
        1 => value,
        1 => date(),
    ]
}

/// Trees in normal form, within the limits.
fn queries() -> impl Strategy<Value = Query> {
    let node = |kind| Node {
        span: Span::default(),
        kind,
    };
    let tree = leaf().prop_map(node).prop_recursive(5, 20, 4, move |inner| {
        let whole = Span::default();
        let several = vec(inner.clone(), 1..4);
        prop_oneof![
            several
                .clone()
                .prop_filter_map("asks for nothing", move |nodes| build::group(whole, nodes)),
            several.prop_filter_map("asks for nothing", |nodes| {
                let sides: Result<Vec<_>, _> =
                    nodes.into_iter().map(|node| build::side(vec![node])).collect();
                build::any(sides.ok()?)
            }),
            inner
                .clone()
                .prop_filter_map("excludes nothing", move |node| build::not(whole, node)),
            (zones(), inner).prop_filter_map("asks for nothing", move |(zones, node)| build::scope(
                whole, zones, node
            )),
        ]
    });
    vec(tree, 0..4).prop_map(|nodes| build::query("", nodes))
}

/// `node` with each term of a run by itself, and without the part at `part`.
fn apart(node: &Node, part: Option<Span>) -> Option<Node> {
    let alone = |term: &Term| build::run(term.chunk, vec![term.clone()]);
    let span = node.span;
    match &node.kind {
        NodeKind::Run(terms) => {
            let kept = terms.iter().filter(|term| Some(term.chunk) != part);
            build::all(span, kept.map(alone).collect()).ok()
        }
        _ if Some(span) == part => None,
        NodeKind::And(nodes) => {
            let kept = nodes.iter().filter_map(|node| apart(node, part));
            build::all(span, kept.collect()).ok()
        }
        NodeKind::Or(nodes) => {
            let sides = nodes.iter().filter_map(|node| apart(node, part));
            build::any(sides.collect())
        }
        NodeKind::Not(inner) => build::not(span, apart(inner, part)?),
        NodeKind::Scope { zones, node } => build::scope(span, zones.clone(), apart(node, part)?),
        _ => Some(node.clone()),
    }
}

/// The query with every term by itself. Zones alone ask for nothing.
fn without(query: &Query, part: Option<Span>) -> Query {
    let nodes: Vec<Node> = query
        .nodes()
        .iter()
        .filter_map(|node| apart(node, part))
        .collect();
    let nodes = if nodes.iter().all(build::is_zones) {
        Vec::new()
    } else {
        nodes
    };
    build::query("", nodes)
}

proptest! {
    #[test]
    fn every_tree_can_be_printed(query in queries()) {
        let printed = query.to_string();
        let read = parse_strict(&printed);
        prop_assert_eq!(read.as_ref(), Ok(&query), "{}", printed);
    }

    #[test]
    fn what_is_printed_reads_the_same(text in texts()) {
        let (query, _) = parse(&text);
        let printed = query.to_string();
        prop_assert_eq!(parse_strict(&printed), Ok(query), "{}", printed);
    }

    #[test]
    fn the_parsers_agree_on_what_has_no_error(text in texts()) {
        let (query, diagnostics) = parse_fully(&text);
        let first = diagnostics.iter().find(|found| found.code.severity() == Severity::Error);
        match parse_strict(&text) {
            Ok(strict) => {
                prop_assert_eq!(first, None);
                prop_assert_eq!(&strict, &query);
                prop_assert_eq!(strict.parts(), query.parts());
            }
            Err(error) => {
                prop_assert!(first.is_some(), "{}", error);
                prop_assert!(text.get(error.diagnostic().span.range()).is_some());
            }
        }
    }

    #[test]
    fn any_part_can_be_dropped_alone(text in texts()) {
        let (query, _) = parse(&text);
        for part in query.parts() {
            let rest = query.without(part);
            let (read, diagnostics) = parse_fully(&rest);
            prop_assert_eq!(without(&read, None), without(&query, Some(part)), "{} => {}", part.of(&text), rest);
            prop_assert!(!diagnostics.iter().any(|found| found.code.is_removable()), "{}", rest);
        }
    }

    #[test]
    fn spans_lie_in_the_query(text in texts()) {
        let (query, diagnostics) = parse(&text);
        for (term, _) in query.wanted() {
            prop_assert!(term.chunk.contains(term.span));
            prop_assert_eq!(viet::normalise(term.span.of(&text)), term.syllable.norm());
        }
        for diagnostic in diagnostics {
            prop_assert!(text.get(diagnostic.span.range()).is_some());
            prop_assert!(diagnostic.message(&text).starts_with("expected "));
        }
        let parts = query.parts();
        for (at, part) in parts.iter().enumerate() {
            prop_assert!(text.get(part.range()).is_some() && !part.is_empty());
            for other in &parts[at + 1..] {
                prop_assert!(part.contains(*other) && part != other || part.end <= other.start);
            }
        }
        if let Some(span) = query.unfinished() {
            prop_assert_eq!(span.end as usize, text.len());
        }
    }

    #[test]
    fn regular_expressions_are_kept(pattern in r"([^\\/／\s]|\\[^/／])([^\\/／]|\\[^/／]|\\/){0,10}") {
        let (query, diagnostics) = parse(&format!("/{pattern}/"));
        let pattern = pattern.replace(r"\/", "/");
        if regex_lite::Regex::new(&pattern).is_ok() {
            prop_assert_eq!(diagnostics, []);
            prop_assert_eq!(&query.nodes()[0].kind, &NodeKind::Regex(pattern));
        } else {
            let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            prop_assert_eq!(codes, [DiagnosticCode::InvalidRegex]);
        }
    }
}
