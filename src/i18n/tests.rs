//! What holds of every language.

use super::*;
use crate::view::Lens;
use engine::protocol::{
    Act, Basis, Column, EntityKind, Facet, FigureRole, InputMethod, MatchLevel, MeetingLevel, News,
    SourceKind, Status, SuggestionKind, ZoneKind,
};

/// Messages of every kind, in an order that is the same for each language.
#[expect(clippy::too_many_lines, reason = "one list")]
pub(crate) fn said(lang: Lang) -> Vec<String> {
    let Messages {
        code: _,
        frame,
        results,
        filters,
        reader,
        tables,
        fixes,
        suggest,
        states,
        keys,
    } = text(lang);
    let (surveys, charts, readings, keeping) = (surveys(lang), charts(lang), readings(lang), keeping(lang));
    let networks = networks(lang);
    let comparing = comparing(lang);
    let texts = [
        frame.tagline,
        comparing.shown,
        comparing.others,
        comparing.open,
        comparing.swap,
        comparing.choose,
        comparing.by,
        comparing.ledgers,
        comparing.words,
        comparing.nothing,
        comparing.ready,
        comparing.values_why,
        comparing.ledgers_why,
        comparing.words_why,
        comparing.value,
        comparing.difference,
        frame.skip,
        frame.search_label,
        frame.clear_query,
        frame.language,
        frame.theme,
        frame.help,
        frame.saved,
        frame.share,
        frame.open_here,
        frame.guide,
        keeping.guide_next,
        keeping.guide_back,
        keeping.guide_done,
        keeping.guide_skip,
        keeping.about,
        keeping.name,
        keeping.save,
        keeping.views,
        keeping.no_views,
        keeping.new_name,
        keeping.store,
        keeping.stars,
        keeping.no_stars,
        keeping.recent,
        keeping.no_recent,
        keeping.keep_recent,
        keeping.clear_recent,
        keeping.export,
        keeping.import,
        keeping.everything,
        keeping.copy,
        keeping.copied,
        keeping.not_copied,
        keeping.hand_over,
        keeping.embed,
        keeping.embed_why,
        keeping.copy_embed,
        keeping.link,
        frame.close,
        frame.dismiss,
        frame.privacy,
        frame.privacy_apart,
        frame.version,
        frame.source_code,
        results.heading,
        results.loading,
        results.untitled,
        results.untitled_why,
        results.no_year,
        results.event,
        results.published,
        results.sort_by,
        results.names,
        results.read_as,
        results.syntax,
        results.terms,
        results.phrase,
        results.excluded,
        results.prefix,
        results.literal,
        results.regex,
        results.as_written,
        results.other_accents,
        results.other_accents_why,
        results.diagnostic_other,
        (results.dates)(true),
        (results.dates)(false),
        filters.heading,
        filters.of,
        filters.find_none,
        filters.show_less,
        filters.match_all,
        filters.applied,
        filters.not,
        filters.clear_all,
        filters.dates,
        filters.from,
        filters.to,
        filters.date_hint,
        filters.date_wrong,
        filters.zone_note,
        reader.region,
        reader.copy_link,
        reader.next,
        reader.previous,
        reader.hits,
        reader.date,
        reader.other_dates,
        reader.source,
        reader.author,
        reader.language,
        reader.file,
        reader.note,
        reader.cite,
        reader.as_scraped,
        reader.highlight,
        reader.value,
        reader.found_by,
        reader.not_linked,
        reader.index,
        reader.filter_by,
        reader.exclude,
        suggest.label,
        tables.lenses,
        tables.both,
        tables.planned,
        tables.inferred_why,
        tables.seen_why,
        tables.find,
        tables.unsure_why,
        tables.none,
        tables.any_words,
        tables.sure,
        tables.all_rows,
        tables.download,
        tables.profile,
        tables.open_profile,
        tables.whole,
        tables.with,
        tables.newest,
        tables.held,
        tables.held_here,
        tables.held_unknown,
        surveys.concordance,
        surveys.lines_want_words,
        surveys.group_by,
        surveys.no_word,
        surveys.context,
        surveys.several,
        surveys.words_want_query,
        surveys.word,
        surveys.count,
        surveys.articles,
        surveys.per_thousand,
        surveys.elsewhere,
        surveys.in_view,
        surveys.expected,
        surveys.reach,
        surveys.year,
        surveys.matches,
        surveys.trend,
        surveys.by_year,
        surveys.nothing,
        surveys.plain,
        surveys.cite_passage,
        surveys.copy,
        surveys.copied,
        surveys.save,
        networks.kind,
        networks.all,
        networks.least,
        networks.picture,
        networks.why,
        networks.table,
        networks.who,
        networks.whom,
        networks.tie,
        networks.first,
        networks.last,
        networks.dice_why,
        networks.close,
        networks.no_places,
        networks.nothing,
        networks.nothing_why,
        networks.all_ties,
        charts.all_time,
        charts.crumbs,
        charts.apply,
        charts.brush,
        charts.gaps,
        charts.table,
        charts.when,
        charts.perhaps,
        charts.perhaps_why,
        charts.show,
        charts.figures,
        charts.figures_why,
        charts.no_indicator,
        charts.no_period,
        charts.calendar,
        charts.calendar_why,
        charts.year_unknown,
        charts.matrix,
        charts.matrix_why,
        charts.offices,
        charts.offices_why,
        readings.chain,
        readings.turn,
        readings.first,
        readings.last,
        readings.beside,
        readings.similar,
        readings.no_similar,
        readings.both_name,
        readings.compare,
        readings.end_diff,
        readings.only_older,
        readings.only_newer,
        readings.unordered,
        readings.diff_why,
        readings.mark_news,
        readings.news_heading,
        readings.news_why,
        readings.news_failed,
        fixes.open,
        fixes.act,
        fixes.other,
        fixes.kind,
        fixes.no_name,
        fixes.who,
        fixes.why,
        fixes.submit,
        fixes.apart,
        fixes.heading,
        fixes.about,
        fixes.none,
        fixes.take_back,
        fixes.take_back_all,
        fixes.export,
        fixes.lost,
        fixes.not_kept,
        states.first_heading,
        states.profile_articles,
        states.profile_tokens,
        states.profile_years,
        states.top_people,
        states.try_these,
        states.example_plain,
        states.example_phrase,
        states.example_undated,
        states.example_caption,
        states.none,
        states.none_dates,
        states.none_accents,
        states.none_phrase,
        states.none_together,
        states.widen,
        states.relax_accents,
        states.unquote,
        states.drop_dates,
        states.all_zones,
        states.broken,
        states.dead,
        states.bad_corpus,
        states.bad_message,
        states.no_answer,
        states.chunk_missing,
        states.part_missing,
        states.again,
        states.details,
        states.reload,
        states.restart,
        states.empty,
        states.empty_text,
        states.lost_passage,
        states.changed_passage,
        states.restarted,
        states.restarting,
        states.copied,
        states.not_copied,
        states.not_kept,
        keys.heading,
        keys.key,
        keys.does,
        keys.search,
        keys.walk,
        keys.open,
        keys.back,
        keys.hits,
        keys.sheet,
        keys.letters,
        keys.letters_why,
        keys.names,
        keys.names_why,
        keys.query_heading,
        keys.query,
        keys.finds,
        keys.query_help,
    ];
    let mut all: Vec<String> = texts.map(str::to_owned).to_vec();
    let mut add = |some: &[&str]| all.extend(some.iter().map(|one| (*one).to_owned()));
    add(&frame.themes);
    add(&keeping.refused);
    add(&keeping.guide.map(|(heading, _)| heading));
    add(&keeping.guide.map(|(_, said)| said));
    add(&results.sorts);
    add(&fixes.acts);
    add(&fixes.names);
    add(&fixes.whys);
    add(&tables.scales);
    add(&states.empty_steps);
    add(&networks.kinds);
    add(&charts.units);
    add(&charts.loose);
    add(&charts.shows);
    add(&keys.queries.map(|(_, finds)| finds));
    add(&[Basis::Written, Basis::Inferred, Basis::Curated].map(results.basis));
    let levels = [
        MatchLevel::Exact,
        MatchLevel::Variant,
        MatchLevel::AccentFree,
        MatchLevel::Edit,
    ];
    add(&levels.map(results.level));
    add(&levels.map(results.level_why));
    let zones = [
        ZoneKind::Title,
        ZoneKind::Body,
        ZoneKind::Caption,
        ZoneKind::Byline,
        ZoneKind::Dateline,
        ZoneKind::Navigation,
        ZoneKind::Related,
        ZoneKind::Source,
    ];
    add(&zones.map(results.zone));
    let steps = [
        SourceKind::Curator,
        SourceKind::Address,
        SourceKind::Named,
        SourceKind::Prefix,
        SourceKind::Credit,
    ];
    add(&steps.map(readings.step));
    add(&Facet::ALL.map(filters.facet));
    add(&EntityKind::ALL.map(reader.kinds));
    add(&EntityKind::ALL.map(reader.kind));
    let suggestions = [
        SuggestionKind::Typed,
        SuggestionKind::Word,
        SuggestionKind::Entity,
        SuggestionKind::Field,
        SuggestionKind::Value,
        SuggestionKind::Recent,
    ];
    add(&suggestions.map(suggest.kind));
    for texts in [comparing.keep, comparing.let_go, comparing.orders, comparing.more] {
        add(&texts);
    }
    add(&comparing.shares);
    add(&Lens::all().map(tables.lens).collect::<Vec<_>>());
    let columns = [
        Column::Person,
        Column::Country,
        Column::Org,
        Column::FirstSeen,
        Column::Whom,
        Column::Level,
        Column::Parties,
        Column::Indicator,
        Column::Actor,
        Column::Act,
        Column::Topics,
    ];
    add(&columns.map(tables.column));
    add(&[
        MeetingLevel::Talks,
        MeetingLevel::Call,
        MeetingLevel::StateVisit,
        MeetingLevel::Other,
    ]
    .map(tables.level));
    add(&[
        Status::Negotiated,
        Status::Signed,
        Status::InForce,
        Status::Recalled,
    ]
    .map(tables.status));
    add(&[FigureRole::Actual, FigureRole::Target, FigureRole::Growth].map(tables.role));
    add(&[Act::Affirm, Act::Stress, Act::Trust, Act::Inform].map(tables.act));
    for field in [
        "person",
        "role",
        "org",
        "place",
        "topic",
        "agreement",
        "event",
        "source",
        "lang",
    ] {
        add(&[(results.field)(field).unwrap()]);
    }
    for stage in ["gazetteer", "grammar", "context", "scan"] {
        add(&[(reader.stage)(stage).unwrap()]);
    }
    for code in ["unclosed-quote", "too-deep", "invalid-date", "regex-too-long"] {
        add(&[(results.diagnostic)(code).unwrap()]);
    }
    for code in ["vi", "en", "ru"] {
        add(&[(reader.language_name)(code).unwrap()]);
    }
    for rule in [
        "anniversary",
        "resolve/nearest-before",
        "resolve/neighbour",
        "address",
    ] {
        all.push((reader.rule)(rule));
    }
    for count in [
        results.articles,
        results.more_passages,
        results.more_articles,
        results.near,
        filters.show_more,
        reader.paragraph,
        reader.furniture,
        reader.places,
        tables.unsure,
        tables.more_rows,
        tables.many_rows,
        tables.more_places,
        tables.unseen_places,
        networks.in_table,
        networks.unsure,
        charts.more_stretches,
        charts.not_drawn,
        charts.meetings,
        charts.more_seen,
        readings.shares,
        readings.alike,
        fixes.count,
        fixes.failed,
        states.undated,
        states.skipped,
        filters.open,
    ] {
        all.push(count(3));
    }
    all.push((tables.rows_before)(1, 500));
    for with in [
        comparing.choose_side,
        comparing.chart,
        charts.in_unit,
        readings.previous,
        readings.next,
        results.only_in,
        results.corrected,
        results.transliterated,
        results.alias,
        results.leave_out,
        filters.exclude,
        filters.find_in,
        filters.match_all_in,
        filters.remove,
        filters.remove_not,
        filters.from_date,
        filters.to_date,
        tables.written,
        tables.held_there,
        fixes.wrong,
        fixes.not_corrected,
        states.example_person,
        states.none_part,
        states.none_filter,
        states.respell,
        states.drop_part,
        states.drop_facet,
        states.no_article,
        states.no_entity,
        states.not_spoken,
        keeping.rename,
        keeping.remove,
        keeping.article,
    ] {
        all.push(with("1"));
    }
    all.extend([
        (comparing.said)(2, 5, 1),
        (comparing.undated)(2),
        (comparing.overlap)(2, [false, false]),
        (comparing.overlap)(2, [true, false]),
        (comparing.overlap)(2, [false, true]),
        (comparing.overlap)(2, [true, true]),
        (comparing.read)("1", 2, 5, 3),
        (comparing.read)("1", 5, 5, 3),
        (keeping.imported)(2, 1),
        (keeping.star)(Some(3)),
        (keeping.star)(None),
        (results.status)(2, 5, 3),
        (results.coming)(2, 5),
        (readings.place)(2, 5),
        (readings.compared)(2, 5),
        (readings.news)(&News::Undated),
        (tables.count)(2, 5, 3),
        (tables.trust)("1", 90),
        (tables.half)(true, "2025"),
        (tables.named_in)(2, 5),
        (networks.said)(5, 2),
        (networks.node)("1", 3),
        (networks.places)(5, 2),
        (networks.first_of)(2, 5),
        (charts.said)(5, 2),
        (charts.chosen)("1", "2"),
        (charts.partly)(2, 5),
        (charts.pair)("1", "2", 3),
        (fixes.working)(2, 5),
        (states.example_without)("1", "2"),
        (states.typed)("1", InputMethod::Telex),
        (states.bad_parameter)("1", "2"),
    ]);
    all
}

#[test]
fn counts_follow_the_plural_rules_of_the_language() {
    let en = text(Lang::En);
    assert_eq!((en.results.status)(5, 5, 0), "5 of 5 articles");
    assert_eq!((en.results.status)(2, 5, 3), "2 of 5 articles, 3 passages");
    assert_eq!((en.results.status)(1, 1, 1), "1 of 1 article, 1 passage");
    let vi = text(Lang::Vi);
    assert_eq!((vi.results.status)(5, 5, 0), "5/5 bài");
    assert_eq!((vi.results.status)(2, 5, 3), "2/5 bài, 3 đoạn");
    let ru = text(Lang::Ru);
    assert_eq!((ru.results.status)(5, 5, 0), "5 из 5 статей");
    assert_eq!((ru.results.status)(2, 21, 3), "2 из 21 статьи, 3 фрагмента");
}

#[test]
fn each_language_has_its_code() {
    for lang in Lang::ALL {
        assert_eq!(text(lang).code, lang.code());
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
}

#[test]
fn russian_says_everything_in_russian() {
    for ((ru, en), vi) in said(Lang::Ru).iter().zip(said(Lang::En)).zip(said(Lang::Vi)) {
        if en.chars().any(char::is_alphabetic) {
            assert_ne!(*ru, en);
            assert_ne!(*ru, vi);
            let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
            assert!(ru.chars().any(cyrillic), "{ru}");
        }
        assert!(!ru.contains(['“', '”']), "{ru}");
    }
}

#[test]
fn the_queries_to_begin_with_are_the_same_in_each_language() {
    let queries = |lang| text(lang).keys.queries.map(|(query, _)| query);
    assert_eq!(queries(Lang::Ru), queries(Lang::Vi));
    assert_eq!(queries(Lang::En), queries(Lang::Vi));
}
