use super::*;
use crate::view::{
    CompareView, LinesView, MOST_LEAST, NetworkView, ReadingView, Show, TableView, Tell, WordsView,
};
use engine::protocol::{
    AuditAsked, CollocateOrder, Column, CompareBy, CompareOrder, CoverageColumn, CoverageOrder, Ledger,
    LineGrouping, LineOrder, MOST_CONTEXT, MOST_REACH, Order, Selection, TIED, TieKind, TieOrder,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn refused(parameter: &str, value: &str) -> Notice {
    Notice::BadParameter {
        parameter: parameter.into(),
        value: value.into(),
    }
}

#[test]
fn writes_the_documented_form() {
    let view = ViewState {
        query: "\"hoà bình\"".into(),
        selections: vec![
            Selection {
                facet: Facet::Person,
                include: vec!["vladimir-putin".into()],
                exclude: vec!["sergey-lavrov".into()],
                all: true,
            },
            Selection {
                facet: Facet::Year,
                include: vec!["2018".into(), "undated".into()],
                exclude: vec![],
                all: false,
            },
        ],
        from: Some("2018-03".into()),
        to: Some("2025".into()),
        aliases: Some(false),
        sort: Sort::Newest,
        lens: Lens::Ledger(Ledger::Meetings),
        table: TableView {
            order: Some(Order {
                column: Column::Date,
                descending: true,
            }),
            find: "hội đàm".into(),
            unsure: true,
            show: Show::Calendar,
        },
        lines: LinesView::default(),
        words: WordsView::default(),
        network: NetworkView::default(),
        audit: AuditAsked::default(),
        compare: CompareView::default(),
        entity: Some("person:vladimir-putin".into()),
        hidden: vec![EntityKind::Place, EntityKind::Date],
        doc: Some("003".into()),
        passage: Some("p-3fa2".into()),
        mention: Some(Spot {
            passage: "p-90ab".into(),
            number: 2,
        }),
        reading: ReadingView {
            raw: true,
            beside: true,
            news: true,
            with: Some("004".into()),
        },
        lang: Some(Lang::En),
        embed: true,
    };
    let address = "?q=%22ho%C3%A0+b%C3%ACnh%22&person=vladimir-putin,-sergey-lavrov&person.all=1\
                   &year=2018,undated&from=2018-03&to=2025&alias=0&sort=-date&lens=meetings&show=calendar&order=-date&find=h%E1%BB%99i+%C4%91%C3%A0m&unsure=1\
                   &entity=person:vladimir-putin&hide=place,date&doc=003&mention=p-90ab.2&raw=1&beside=1&new=1&with=004&lang=en&embed=1#p-3fa2";
    assert_eq!(print(&view), address);
    let (search, fragment) = address.split_once('#').unwrap();
    assert_eq!(parse(search, fragment), (view, vec![]));
}

#[test]
fn leaves_out_what_it_does_not_know_and_applies_the_rest() {
    let (view, notices) = parse(
        "?q=nga&lens=3d&from=soon&to=2025-02-30&sort=size&lang=tlh&person=Putin,vladimir-putin&doc=a/b",
        "",
    );
    assert_eq!(view.query, "nga");
    assert_eq!(view.selections[0].include, ["vladimir-putin"]);
    assert_eq!(
        (view.from, view.to, view.doc, view.lang),
        (None, None, None, None)
    );
    assert_eq!(notices.len(), MAX_NOTICES);
    assert_eq!(notices[0], refused("lens", "3d"));
    assert_eq!(notices[1], refused("from", "soon"));
}

#[test]
fn rows_are_asked_for_of_a_ledger_only() {
    let (view, notices) = parse("?order=date&find=x&unsure=1", "");
    assert_eq!(view, ViewState::default());
    assert_eq!(
        notices,
        [
            refused("order", "date"),
            refused("find", "x"),
            refused("unsure", "1")
        ]
    );
    let (view, notices) = parse("?lens=offices&order=value&entity=person:A&hide=place,x", "");
    assert_eq!((view.lens, view.entity), (Lens::Ledger(Ledger::Offices), None));
    assert_eq!(view.hidden, [EntityKind::Place]);
    assert_eq!(
        notices,
        [
            refused("entity", "person:A"),
            refused("hide", "place,x"),
            refused("order", "value")
        ]
    );
}

#[test]
fn says_nothing_about_tracking_parameters() {
    let (view, notices) = parse("utm_source=zalo&fbclid=x%&q=nga&gclid=", "#main");
    assert_eq!((view.query.as_str(), notices), ("nga", vec![]));
}

#[test]
fn keeps_the_first_of_a_repeated_parameter() {
    let (view, notices) = parse("?q=nga&q=my", "");
    assert_eq!(view.query, "nga");
    assert_eq!(notices, [refused("q", "my")]);
}

#[test]
fn refuses_broken_encodings_one_by_one() {
    let (view, notices) = parse("?q=%C4&person=a%zz&place=russia&%=1", "");
    assert_eq!(view.query, "");
    assert_eq!(view.selections.len(), 1);
    assert_eq!(
        notices,
        [refused("q", "%C4"), refused("person", "a%zz"), refused("%", "1")]
    );
}

#[test]
fn an_and_without_values_is_dropped() {
    let (view, _) = parse("?person.all=1&org=-nato&org.all=1", "");
    assert_eq!(view.selections.len(), 1);
    assert!(!view.selections[0].all);
}

#[test]
fn survives_an_absurdly_long_address() {
    let (view, notices) = parse(
        &format!("?place=russia&q={}&sort=date", "ơ".repeat(1_000_000)),
        "",
    );
    assert_eq!(view.selections.len(), 1);
    assert_eq!(view.sort, Sort::Relevance);
    assert_eq!(notices.len(), 1);
    let (view, notices) = parse(&format!("q={}", "a".repeat(MAX_QUERY + 1)), "");
    assert_eq!((view.query.len(), notices.len()), (MAX_QUERY, 1));
}

#[test]
fn a_passage_needs_an_article() {
    assert_eq!(parse("", "#p-3fa2").1, [refused("#", "p-3fa2")]);
    assert_eq!(parse("doc=3", "#p-<script>").1, [refused("#", "p-<script>")]);
    assert_eq!(parse("doc=3", "#p-3fa2").0.passage.as_deref(), Some("p-3fa2"));
}

fn selections() -> impl Strategy<Value = Vec<Selection>> {
    let slug = || "[a-z0-9.][a-z0-9.-]{0,12}";
    let one = (vec(slug(), 0..4), vec(slug(), 0..3), any::<bool>());
    vec(one, Facet::ALL.len()).prop_map(|rows| {
        let chosen = rows.into_iter().zip(Facet::ALL);
        let selections = chosen.map(|((include, exclude, all), facet)| {
            let mut seen = std::collections::BTreeSet::new();
            let mut unique = |slugs: Vec<String>| -> Vec<String> {
                slugs
                    .into_iter()
                    .filter(|slug| seen.insert(slug.clone()))
                    .collect()
            };
            let (include, exclude) = (unique(include), unique(exclude));
            let all = all && !include.is_empty();
            Selection {
                facet,
                include,
                exclude,
                all,
            }
        });
        selections
            .filter(|s| !s.include.is_empty() || !s.exclude.is_empty())
            .collect()
    })
}

fn date() -> impl Strategy<Value = Option<String>> {
    let day = (1_u16..=9999, 1_u8..=12, 1_u8..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    option::of((day, select(&[4_usize, 7, 10][..])).prop_map(|(day, length)| day[..length].to_owned()))
}

/// How articles are looked at, an entity, and what is not highlighted: a view with nothing else.
fn look() -> impl Strategy<Value = ViewState> {
    let lens = select(Lens::all().collect::<Vec<_>>());
    let table = (
        any::<Option<(usize, bool)>>(),
        any::<String>(),
        any::<bool>(),
        any::<usize>(),
    );
    let entity = option::of("(person|org|place|event|agreement):[a-z0-9.][a-z0-9.-]{0,12}");
    let hidden = proptest::sample::subsequence(EntityKind::ALL.to_vec(), 0..=EntityKind::ALL.len());
    let looks = (table, lines(), words(), network(), audit(), compare());
    (lens, looks, entity, hidden).prop_map(|(lens, looks, entity, hidden)| {
        let (table, lines, words, network, audit, compare) = looks;
        let mut view = ViewState {
            lens,
            entity,
            hidden,
            ..ViewState::default()
        };
        match lens {
            Lens::Articles | Lens::Timeline => {}
            Lens::Ledger(ledger) => {
                let (order, find, unsure, show) = table;
                let order = order.map(|(at, descending): (usize, bool)| Order {
                    column: ledger.columns()[at % ledger.columns().len()],
                    descending,
                });
                let shows = Show::of(ledger);
                let show = shows[show % shows.len()];
                view.table = TableView {
                    order,
                    find,
                    unsure,
                    show,
                };
            }
            Lens::Concordance => view.lines = lines,
            Lens::Words => view.words = words,
            Lens::Network => view.network = network,
            Lens::Audit => view.audit = audit,
            Lens::Compare => view.compare = compare,
        }
        view
    })
}

fn audit() -> impl Strategy<Value = AuditAsked> {
    let columns = vec![
        CoverageColumn::Article,
        CoverageColumn::Date,
        CoverageColumn::Told,
        CoverageColumn::Rows,
    ];
    let coverage = (select(columns), any::<bool>())
        .prop_map(|(column, descending)| AuditAsked::Coverage(CoverageOrder { column, descending }));
    proptest::prop_oneof![
        select(&[AuditAsked::Rules, AuditAsked::Unsure, AuditAsked::Dropped][..]),
        "[a-z-]{1,12}/[a-z-]{1,12}".prop_map(AuditAsked::Found),
        coverage,
    ]
}

fn lines() -> impl Strategy<Value = LinesView> {
    let order = select(
        &[
            LineOrder::Place,
            LineOrder::Left(3),
            LineOrder::Right(1),
            LineOrder::Node,
            LineOrder::Newest,
        ][..],
    );
    let grouping = select(
        &[
            LineGrouping::None,
            LineGrouping::Left,
            LineGrouping::Article,
            LineGrouping::Year,
        ][..],
    );
    (1..=MOST_CONTEXT, order, grouping).prop_map(|(context, order, grouping)| LinesView {
        context,
        order,
        grouping,
    })
}

fn words() -> impl Strategy<Value = WordsView> {
    let tell = select(&[Tell::Frequencies, Tell::More, Tell::Less, Tell::Near, Tell::Years][..]);
    let order = select(
        &[
            CollocateOrder::LogLikelihood,
            CollocateOrder::LogDice,
            CollocateOrder::Count,
        ][..],
    );
    let trend =
        proptest::collection::btree_set("[a-zđạ&+]{1,6}( [a-zđạ]{1,6})?", 0..=crate::view::MOST_WORDS);
    (tell, 1..=MOST_REACH, any::<bool>(), order, trend).prop_map(|(tell, reach, several, order, trend)| {
        WordsView {
            tell,
            reach,
            several,
            order,
            trend: trend.into_iter().collect(),
        }
    })
}

fn network() -> impl Strategy<Value = NetworkView> {
    let id = || "(person|org|place):[a-z0-9.][a-z0-9.-]{0,12}";
    let kind = || select(TieKind::ALL.to_vec());
    let open = option::of((kind(), id(), id()))
        .prop_map(|open| open.filter(|(_, one, other)| one != other))
        .prop_map(|open| open.map(|(kind, one, other)| kind.between(&one, &other)));
    let order = select(
        &[
            TieOrder::Places,
            TieOrder::Articles,
            TieOrder::LogDice,
            TieOrder::Newest,
        ][..],
    );
    // All of them together are none that is named.
    let between = proptest::sample::subsequence(TIED.to_vec(), 0..TIED.len());
    (option::of(kind()), between, 1..=MOST_LEAST, order, open).prop_map(
        |(kind, between, least, order, open)| NetworkView {
            kind,
            between,
            least,
            order,
            open,
        },
    )
}

#[test]
fn a_network_has_its_ties_its_ends_and_the_open_tie_in_the_address() {
    let address = "?lens=network&tie=met&nodes=person,org&order=dice&least=3&edge=met~person:a~person:b";
    let (view, notices) = parse(address, "");
    assert_eq!((notices, print(&view)), (vec![], address.to_owned()));
    let open = TieKind::Met.between("person:b", "person:a");
    assert_eq!(view.network.open, Some(open));
    // Whichever of the two comes first, and all there is without a word.
    let (view, notices) = parse(
        "?lens=network&nodes=place,org,person&edge=together~place:b~person:a",
        "",
    );
    assert_eq!(notices, []);
    assert_eq!(print(&view), "?lens=network&edge=together~person:a~place:b");
    let (view, notices) = parse(
        "?lens=network&tie=x&nodes=person,x&least=21&order=node&edge=met~a~b",
        "",
    );
    assert_eq!(
        notices,
        [
            refused("order", "node"),
            refused("tie", "x"),
            refused("nodes", "person,x"),
            refused("least", "21"),
            refused("edge", "met~a~b"),
        ]
    );
    assert_eq!(print(&view), "?lens=network&nodes=person");
    for edge in ["met~person:a~person:a", "met~person:a", "x~person:a~person:b"] {
        let (_, notices) = parse(&format!("?lens=network&edge={edge}"), "");
        assert_eq!(notices, [refused("edge", edge)]);
    }
    assert_eq!(parse("?lens=words&tie=met", "").1, [refused("tie", "met")]);
}

/// What decides which articles are found.
fn found() -> impl Strategy<Value = ViewState> {
    (
        any::<String>(),
        selections(),
        date(),
        date(),
        any::<Option<bool>>(),
    )
        .prop_map(|(query, selections, from, to, aliases)| ViewState {
            query,
            selections,
            from,
            to,
            aliases,
            ..ViewState::default()
        })
}

fn compare() -> impl Strategy<Value = CompareView> {
    let side = || option::of(found().prop_map(|view| criteria(&view)));
    let by = select(
        &[
            CompareBy::Facet(Facet::Topic),
            CompareBy::Facet(Facet::Year),
            CompareBy::Ledgers,
            CompareBy::Words,
        ][..],
    );
    let order = select(&[CompareOrder::Difference, CompareOrder::Likelihood][..]);
    (side(), side(), by, order).prop_map(|(a, b, by, order)| CompareView { a, b, by, order })
}

#[test]
fn a_comparison_holds_two_views_within_the_address() {
    let (view, notices) = parse(
        "?q=nga&lens=compare&b=place%3Drussia%26to%3D2020&by=person&order=likelihood",
        "",
    );
    assert_eq!(notices, []);
    assert_eq!(view.compare.b.as_deref(), Some("place=russia&to=2020"));
    assert_eq!(
        (&view.compare.a, view.compare.by),
        (&None, CompareBy::Facet(Facet::Person))
    );
    assert_eq!(
        print(&view),
        "?q=nga&lens=compare&b=place%3Drussia%26to%3D2020&by=person&order=likelihood"
    );
    // All articles are a view too.
    let mut all = view;
    all.compare.a = Some("?".into());
    all.compare.b = None;
    assert_eq!(
        print(&all),
        "?q=nga&lens=compare&a=%3F&by=person&order=likelihood"
    );
    assert_eq!(read(&print(&all)), (all, vec![]));
    // Words of several syllables, encoded once more.
    let (view, _) = parse("lens=compare&a=q%3Dh%25C3%25B2a%2Bb%25C3%25ACnh", "");
    assert_eq!(view.compare.a.as_deref(), Some("q=h%C3%B2a+b%C3%ACnh"));
}

#[test]
fn what_a_side_cannot_have_is_left_out_of_it() {
    let whole =
        "?q=x&lens=compare&a=q%3Dnga%26lens%3Dcompare%26by%3Dperson%26doc%3D003%26b%3Dq%253Dy%26sort%3Ddate";
    let (view, notices) = parse(whole, "");
    assert_eq!(
        (print(&view), notices),
        ("?q=x&lens=compare&a=q%3Dnga".to_owned(), vec![])
    );
    let (view, notices) = parse(
        "?lens=compare&a=to%3D2020%26from%3Dsoon&b=colour%3Dred&by=in&order=size",
        "",
    );
    assert_eq!(print(&view), "?lens=compare&a=to%3D2020");
    assert_eq!(
        notices,
        [
            refused("order", "size"),
            refused("a: from", "soon"),
            refused("b: colour", "red"),
            refused("by", "in"),
        ]
    );
    // Another lens has no sides.
    let (view, notices) = parse("?lens=timeline&a=q%3Dnga", "");
    assert_eq!(
        (print(&view), notices),
        ("?lens=timeline".to_owned(), vec![refused("a", "q=nga")])
    );
}

#[test]
fn each_lens_has_parameters_of_its_own() {
    let (view, notices) = parse("?lens=kwic&order=left2&group=year&context=12&find=x&reach=3", "");
    let expected = LinesView {
        context: 12,
        order: LineOrder::Left(2),
        grouping: LineGrouping::Year,
    };
    assert_eq!((view.lens, &view.lines), (Lens::Concordance, &expected));
    assert_eq!(notices, [refused("find", "x"), refused("reach", "3")]);
    assert_eq!(print(&view), "?lens=kwic&context=12&order=left2&group=year");

    let (view, notices) = parse(
        "?lens=words&tell=years&words=hòa+bình,+Nga&order=size&reach=21&context=3",
        "",
    );
    assert_eq!((view.words.tell, view.words.reach), (Tell::Years, 5));
    assert_eq!(view.words.trend, ["hòa bình", "Nga"]);
    assert_eq!(
        notices,
        [
            refused("order", "size"),
            refused("context", "3"),
            refused("reach", "21")
        ]
    );
    assert_eq!(
        print(&view),
        "?lens=words&tell=years&words=h%C3%B2a+b%C3%ACnh,Nga"
    );
}

#[test]
fn the_audit_tells_one_thing_at_a_time() {
    let (view, notices) = parse("?lens=audit&rule=gazetteer/country-short", "");
    assert_eq!(view.audit, AuditAsked::Found("gazetteer/country-short".into()));
    assert_eq!(
        (print(&view).as_str(), notices),
        ("?lens=audit&rule=gazetteer/country-short", vec![])
    );
    let (view, notices) = parse("?lens=audit&order=-named&tell=coverage&rule=a/b&unsure=1", "");
    let order = CoverageOrder {
        column: CoverageColumn::Named,
        descending: true,
    };
    assert_eq!(view.audit, AuditAsked::Coverage(order));
    assert_eq!(notices, [refused("unsure", "1"), refused("rule", "a/b")]);
    assert_eq!(print(&view), "?lens=audit&tell=coverage&order=-named");
    for (search, parameter, value) in [
        ("lens=audit&tell=near", "tell", "near"),
        ("lens=audit&rule=Nga", "rule", "Nga"),
        ("lens=audit&order=rows", "order", "rows"),
        ("lens=audit&tell=coverage&order=size", "order", "size"),
        ("lens=words&rule=a/b", "rule", "a/b"),
    ] {
        assert_eq!(parse(search, "").1, [refused(parameter, value)], "{search}");
    }
}

fn reading() -> impl Strategy<Value = ReadingView> {
    let with = option::of("[^/\\\\\\p{Cc}]{1,20}");
    (any::<(bool, bool, bool)>(), with).prop_map(|((raw, beside, news), with)| ReadingView {
        raw,
        beside,
        news,
        with,
    })
}

fn view() -> impl Strategy<Value = ViewState> {
    let spot = ("p-[a-z0-9.-]{1,8}", 1_u32..1_000_000).prop_map(|(passage, number)| Spot { passage, number });
    let place = option::of((
        "[^/\\\\\\p{Cc}]{1,20}",
        option::of("p-[a-z0-9-]{1,8}"),
        option::of(spot),
        reading(),
    ));
    (
        any::<String>(),
        selections(),
        date(),
        date(),
        select(&[Sort::Relevance, Sort::Newest, Sort::Oldest][..]),
        place,
        select(&[None, Some(Lang::Vi), Some(Lang::En), Some(Lang::Ru)][..]),
        any::<(Option<bool>, bool)>(),
        look(),
    )
        .prop_map(
            |(query, selections, from, to, sort, place, lang, (aliases, embed), look)| {
                let (doc, passage, mention, reading) = match place {
                    Some((doc, passage, mention, reading)) => (Some(doc), passage, mention, reading),
                    None => (None, None, None, ReadingView::default()),
                };
                ViewState {
                    query,
                    selections,
                    from,
                    to,
                    aliases,
                    sort,
                    doc,
                    passage,
                    mention,
                    reading,
                    lang,
                    embed,
                    ..look
                }
            },
        )
}

fn read(address: &str) -> (ViewState, Vec<Notice>) {
    let (search, fragment) = address.split_once('#').unwrap_or((address, ""));
    parse(search, fragment)
}

proptest! {
    #[test]
    fn reads_what_it_wrote(view in view()) {
        let address = print(&view);
        prop_assert!(address.is_ascii());
        prop_assert_eq!(read(&address), (view, vec![]), "{}", address);
    }

    #[test]
    fn any_string_can_be_a_side(a in any::<String>(), b in "[a-z=%&?*0-9,-]{0,40}") {
        let address = format!("?lens=compare&a={}&b={b}", encode(&a));
        let (view, notices) = parse(&address, "");
        prop_assert!(notices.len() <= MAX_NOTICES);
        for side in [&view.compare.a, &view.compare.b].into_iter().flatten() {
            prop_assert_eq!(&criteria(&parse(side, "").0), side);
        }
        prop_assert_eq!(read(&print(&view)), (view, vec![]));
    }

    #[test]
    fn reads_any_string(search in any::<String>(), fragment in any::<String>()) {
        let (view, notices) = parse(&search, &fragment);
        prop_assert!(notices.len() <= MAX_NOTICES);
        prop_assert_eq!(read(&print(&view)), (view, vec![]));
    }

    #[test]
    fn reads_anything_that_looks_like_an_address(
        pairs in vec(("q|person|org\\.all|in|from|alias|sort|lens|show|order|find|unsure|context|group|tell|reach|several|words|tie|nodes|least|edge|rule|a|b|by|entity|hide|doc|mention|raw|beside|new|with|lang|utm_x|z", "[a-zđ0-9%+,.&=#-]{0,12}"), 0..6),
    ) {
        let search: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (view, _) = parse(&search.join("&"), "");
        prop_assert_eq!(read(&print(&view)), (view, vec![]));
    }
}
