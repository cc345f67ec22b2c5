//! What is read from which text, row by row.

use super::{DiagnosticCode, MAX_DEPTH, MAX_DIAGNOSTICS, MAX_REGEX, MAX_SYLLABLES, parse, parse_strict};
use viet::Span;

/// The tree, then what is wrong and where. The strict parser agrees.
fn read(text: &str) -> String {
    let (query, diagnostics) = parse(text);
    let mut read = format!("{query:?}");
    for found in diagnostics {
        read.extend([" !", found.code.name(), ":", found.span.of(text)]);
    }
    read
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn terms_side_by_side_form_a_run() {
    check("  Điện hạt\u{a0}nhân ", "(điện hạt nhân)");
    check("quan hệ \"Việt Nga\" mới", "(quan hệ) \"việt nga\" (mới)");
    check("Việt - Nga – ASEAN.", "(việt nga asean)");
    check("Nga, Mỹ!", "(nga mỹ)");
    check("", "");
}

#[test]
fn quotes_of_all_kinds_hold_phrases() {
    for text in ["\"hòa bình\"", "“hòa bình”", "«Hòa bình»", "＂hòa bi\u{300}nh＂"] {
        check(text, "\"hòa bình\"");
    }
    check("a\"b c\"d", "(a) \"b c\" (d)");
    check("hai \"hòa bì", "(hai) \"hòa bì\" !unclosed-quote:\"hòa bì");
    check("a \"...\"", "(a) !empty-phrase:\"...\"");
    check("\"a (b) | OR -c\"", "\"a b or c\"");
}

#[test]
fn a_phrase_may_be_loose() {
    check("\"Nga Mỹ\"~5", "\"nga mỹ\"~5");
    check("“Nga Mỹ”～１２ a", "\"nga mỹ\"~12 (a)");
    check("\"a b\"~0", "\"a b\"");
    check("\"a b\"~ c", "\"a b\" (c) !missing-distance:~");
    check("\"a b\"~500", "\"a b\"~100 !slop-too-large:~500");
    check("\"a b\"~99999999999", "\"a b\"~100 !slop-too-large:~99999999999");
    check("(a b)~5", "(a b) !misplaced-distance:~5");
    check("=\"a\"~5", "=\"a\" !misplaced-distance:~5");
}

#[test]
fn a_chunk_with_inner_punctuation_is_a_phrase() {
    check("Việt-Nga", "\"việt nga\"");
    check("3,55 tỷ", "\"3 55\" (tỷ)");
    check("24/2 V.Putin", "\"24 2\" \"v putin\"");
    check("R&D", "\"r d\"");
    check("từ~đến", "\"từ đến\"");
}

#[test]
fn stars_go_on_and_tildes_forgive() {
    check("chi* hợp ta＊", "(chi* hợp ta*)");
    check("Lavrop~1 Putim~ a～１", "(lavrop~1 putim~1 a~1)");
    check("\"hợp ta*\" \"V Putim~\"", "\"hợp ta*\" \"v putim~1\"");
    check("chi*~1 chi~*", "(chi*~1 chi*~1)");
    check("a~0 a~2, b", "(a a~1 b) !too-many-edits:~2");
    check("Việt-Nga~1.", "\"việt nga~1\"");
}

#[test]
fn and_binds_before_or() {
    check("Việt Nam OR Liên bang Nga", "[(việt nam) | (liên bang nga)]");
    check("a|b || c \"d e\"", "[(a) | (b) | {(c) \"d e\"}]");
    check("a ＯＲ b ｜ c", "[(a) | (b) | (c)]");
    check("a (b OR c)", "(a) [(b) | (c)]");
    check("(a OR b) OR c", "[(a) | (b) | (c)]");
    check("（a OR b） c", "[(a) | (b)] (c)");
    check("a AND b & c && \"d\"", "(a) (b) (c) \"d\"");
    check(
        "a or b and c not d hoặc e và g không h",
        "(a or b and c not d hoặc e và g không h)",
    );
}

#[test]
fn groups_without_need_are_gone() {
    check("((a)) (b c) (\"d\" e)", "(a) (b c) \"d\" (e)");
    check("(((a OR b)))", "[(a) | (b)]");
    check("(in:title a)", "in:title (a)");
    check("b (in:title a)", "(b) {in:title (a)}");
    check("f(x)g", "(f) (x) (g)");
}

#[test]
fn signs_and_not_exclude_one_operand() {
    for text in [
        "Nga -Mỹ",
        "Nga –Mỹ",
        "Nga −Mỹ",
        "Nga －Mỹ",
        "Nga --Mỹ",
        "Nga !Mỹ",
        "Nga ！Mỹ",
        "Nga NOT Mỹ",
    ] {
        check(text, "(nga) -(mỹ)");
    }
    check("Nga -“Hoa Kỳ” -Việt-Mỹ", "(nga) -\"hoa kỳ\" -\"việt mỹ\"");
    check("a -(b OR c) -(b c) NOT(d)", "(a) -[(b) | (c)] -(b c) -(d)");
    check("a -(-b) -b c", "(a) --(b) -(b) (c)");
    check(
        "a -person:x -=Y -/z/ -2018.. -title:b",
        "(a) -person:x -=\"Y\" -/z/ -date:2018.. -title:(b)",
    );
    check("-Nga in:body", "-(nga) in:body !nothing-to-exclude-from:-Nga");
    check("-a OR (-b)", "[-(a) | -(b)] !nothing-to-exclude-from:-a");
    check("-a org:x", "-(a) org:x");
    check("a - , -... ! b", "(a b)");
}

#[test]
fn zones_say_where_to_look() {
    check("in:caption Nga IN:Title，body", "in:caption (nga) in:title,body");
    check("in:cap", " !unknown-zone:cap");
    check("in:body,foo", "in:body !unknown-zone:foo");
    check("in: body", "(body) !missing-value:in:");
    check(
        "a -in:caption,related NOT in:title",
        "(a) in:title,body,byline,dateline,navigation,source in:body,caption,byline,dateline,navigation,related,source",
    );
    check("a OR b in:title", "[(a) | {(b) in:title}]");
    check("a OR in:title", "(a) !empty-group:in:title");
    check("a (in:title)", "(a) !empty-group:(in:title)");
    check(
        "a -in:title,body,caption,byline,dateline,navigation,related,source",
        "(a) !empty-group:-in:title,body,caption,byline,dateline,navigation,related,source",
    );
}

#[test]
fn scopes_hold_for_one_operand() {
    check("title:Nga Mỹ", "title:(nga) (mỹ)");
    check(
        "title:\"Việt Nga\"~2 Caption：(a b) body:(a OR b)",
        "title:\"việt nga\"~2 caption:(a b) body:[(a) | (b)]",
    );
    check(
        "title:-a -title:a title:=Nga title:/x y/",
        "title:-(a) -title:(a) title:=\"Nga\" title:/x y/",
    );
    check("in:title,body:Nga in:source:vn", "title,body:(nga) source:(vn)");
    check("title:(body:a)", "title:body:(a)");
    check("title: Nga", "(nga) !missing-value:title:");
    check("title:... a", "(a) !missing-value:title:");
    check("in:foo:a", "(a) !unknown-zone:foo");
    check("title:in:body a", "(a) !empty-group:title:in:body");
}

#[test]
fn fields_have_slugs_or_names() {
    check(
        "person:vladimir-putin,sergey-lavrov",
        "person:vladimir-putin,sergey-lavrov",
    );
    check(
        "person:\"Vladimir Putin\" Role：“Bộ trưởng Ngoại giao”",
        "person:vladimir-putin role:bo-truong-ngoai-giao",
    );
    check(
        "org:ASEAN,\"Liên Hợp Quốc\",asean place:Nga",
        "org:asean,lien-hop-quoc place:nga",
    );
    check(
        "source:vnexpress.net topic:a, b",
        "source:vnexpress.net topic:a (b)",
    );
    check("lang:VI,ru lang:fr", "lang:vi,ru !unknown-language:fr");
    check(
        "source:NhanDan.vn,Báo Nhân Dân",
        "source:nhandan.vn,bao (nhân dân)",
    );
    check("source:… a", "(a) !invalid-value:…");
    check("person: a", "(a) !missing-value:person:");
    check("-person:,, a", "(a) !missing-value:person:,,");
    check(
        "person:a,-b,… c",
        "person:a (c) !invalid-value:-b !invalid-value:…",
    );
    check("person:\"V Pu", "person:v-pu !unclosed-quote:\"V Pu");
    check("(person:putin)", "person:putin");
}

#[test]
fn names_of_no_field_are_said_and_passed_over() {
    check("persona:putin", "(putin) !unknown-field:persona:");
    check("-foo:\"a b\" c", "-\"a b\" (c) !unknown-field:foo:");
    check(
        "foo:bar:person:a",
        "person:a !unknown-field:foo: !unknown-field:bar:",
    );
    check("Nga: 07:52 Mỹ:Nga", "(nga) \"07 52\" \"mỹ nga\"");
    check("https://vnexpress.net/a", "\"https vnexpress net a\"");
}

#[test]
fn dates_are_periods() {
    check("date:2018-03 date!:2018..2025", "date:2018-03 date!:2018..2025");
    check(
        "date:24/2/2018 date:3/2018 Date：２０１８",
        "date:2018-02-24 date:2018-03 date:2018",
    );
    check(
        "2018..2025 2018.. ..2025",
        "date:2018..2025 date:2018.. date:..2025",
    );
    check(
        "date>=2018 date<1/3/2024 date!>=2018 date:<=2018",
        "date:2018.. date:..2024-02 date!:2018.. date:..2018",
    );
    check("date:2018-13 a", "(a) !invalid-date:date:2018-13");
    check("date:24/2", " !invalid-date:date:24/2");
    check("date:2018,2019", " !invalid-date:date:2018,2019");
    check("date: 2018", "(2018) !missing-value:date:");
    check(
        "date:2025..2018",
        "date:2018..2025 !reversed-range:date:2025..2018",
    );
    check(
        "date update 1..5 a..b 2018-13..",
        "(date update) \"1 5\" \"a b\" \"2018 13\"",
    );
}

#[test]
fn literals_are_kept_as_written() {
    check(
        "=Putin =“Việt  Nga” ＝V.Putin",
        "=\"Putin\" =\"Việt Nga\" =\"V Putin\"",
    );
    check("=ho\u{80}a\u{300} = a == b", "=\"hoà\" (a b)");
    check("=\"...\" a", "(a) !empty-phrase:\"...\"");
    check("=\"Pu", "=\"Pu\" !unclosed-quote:\"Pu");
    check("-=(a b) c", "-(a b) (c) !missing-value:=");
}

#[test]
fn slashes_hold_regular_expressions() {
    check(r"/\d+ tỷ/ USD", r"/\d+ tỷ/ (usd)");
    check(r"/a\/b\\/ /(x|y)\)/", r"/a\/b\\/ /(x|y)\)/");
    check("Nga / Mỹ // 24/2 /", "(nga mỹ) \"24 2\"");
    check("a /(hợp/ b", "(a) (b) !invalid-regex:/(hợp/");
    check("a /hợp t", "(a) /hợp t/ !unclosed-regex:/hợp t");
    check(r"/a\", r"/a/ !unclosed-regex:/a\");
    let long = "x".repeat(MAX_REGEX);
    assert_eq!(parse(&format!("/{long}/")).1, []);
    check(&format!("a /{long}x/"), &format!("(a) !regex-too-long:/{long}x/"));
}

#[test]
fn an_i_after_the_slash_takes_letters_of_either_case() {
    check("/điện/i Nga", "/điện/i (nga)");
    check(
        r"-/a\/b/i (/x|y/i OR title:/n/i)",
        r"-/a\/b/i [/x|y/i | title:/n/i]",
    );
    // What goes on is a word.
    check("/a/in /b/ i /c/i*", "/a/ (in) /b/ (i) /c/ (i*)");
    check("/a/i\"b c\"", "/a/i \"b c\"");
    check("a /(hợp/i b", "(a) (b) !invalid-regex:/(hợp/i");
    assert_ne!(parse("/a/i").0, parse("/a/").0);
}

#[test]
fn slips_are_named_and_the_rest_is_used() {
    check("a OR", "(a) !dangling-operator:OR");
    check("OR a", "(a) !dangling-operator:OR");
    check("(| a &) b", "(a) (b) !dangling-operator:| !dangling-operator:&");
    check("a OR OR b", "[(a) | (b)] !doubled-operator:OR");
    check("a OR AND b", "[(a) | (b)] !doubled-operator:AND");
    check("a AND | b", "[(a) | (b)] !doubled-operator:AND");
    check("a AND & b", "(a) (b) !doubled-operator:&");
    check("a NOT", "(a) !dangling-operator:NOT");
    check("a NOT OR b", "[(a) | (b)] !dangling-operator:NOT");
    check("a NOT NOT b", "(a) -(b) !doubled-operator:NOT");
    check("a NOT -b", "(a) -(b) !doubled-operator:-");
    check("a NOT \"\" b", "(a) (b) !empty-phrase:\"\"");
    check("a (b OR c", "(a) [(b) | (c)] !unclosed-parenthesis:(");
    check("a) b", "(a b) !unopened-parenthesis:)");
    check(
        "a () -( ( ) )",
        "(a) !empty-group:() !empty-group:-( ( ) ) !empty-group:( )",
    );
    check("(", " !empty-group:(");
}

#[test]
fn errors_say_what_was_expected() {
    let say = |text: &str| parse_strict(text).map_or_else(|e| e.to_string(), |query| format!("{query:?}"));
    insta::assert_snapshot!(say("quan hệ \"Việt Nga"), @"expected a closing quote, but the query ended");
    insta::assert_snapshot!(say("(a OR b"), @"expected a closing parenthesis, but the query ended");
    insta::assert_snapshot!(say("/a"), @"expected a closing slash, but the query ended");
    insta::assert_snapshot!(say("a) OR b"), @"expected an opening parenthesis before, but found only `)`");
    insta::assert_snapshot!(say("\"...\""), @r#"expected a letter or digit between the quotes, but found `"..."`"#);
    insta::assert_snapshot!(say("a ( )"), @"expected something to look for, but found only `( )`");
    insta::assert_snapshot!(say("a OR"), @"expected something to look for on both sides of `OR`, but found it on one at most");
    insta::assert_snapshot!(say("a NOT"), @"expected something to exclude after `NOT`, but found nothing");
    insta::assert_snapshot!(say("a OR AND b"), @"expected something to look for, but found another operator, `AND`");
    insta::assert_snapshot!(say("persona:putin"), @"expected the name of a field, such as `person:`, but found `persona:`");
    insta::assert_snapshot!(say("in:cap"), @"expected a part of an article, such as `title`, but found `cap`");
    insta::assert_snapshot!(say("lang:fr"), @"expected `vi`, `en` or `ru`, but found `fr`");
    insta::assert_snapshot!(say("date: 2018"), @"expected a value after `date:`, but found none");
    insta::assert_snapshot!(say("person:-a"), @"expected a name or a slug, but found `-a`");
    insta::assert_snapshot!(say("date:2018-13"), @"expected a date such as 2018, 2018-03, 24/2/2018 or 2018..2025, but found `date:2018-13`");
    insta::assert_snapshot!(say("2025..2018"), @"expected the earlier date first, but found `2025..2018`");
    insta::assert_snapshot!(say("a~2"), @"expected at most one wrong letter, `~1`, but found `~2`");
    insta::assert_snapshot!(say("\"a b\"~500"), @"expected a distance of at most 100, but found `~500`");
    insta::assert_snapshot!(say("\"a b\"~"), @"expected a number after `~`, but found none");
    insta::assert_snapshot!(say("(a b)~2"), @"expected a distance after a phrase or a syllable only, but found `~2`");
    insta::assert_snapshot!(say(&format!("/{}/", "x".repeat(500))), @"expected at most 200 characters between slashes, but found more");
    insta::assert_snapshot!(say(&"(".repeat(50)), @"expected at most 16 groups within each other, but found more");
    insta::assert_snapshot!(say(&"a ".repeat(100)), @"expected at most 64 syllables of 1000 characters in all, but found more");
    insta::assert_snapshot!(say(&format!("foo{}:a", "o".repeat(100))), @"expected the name of a field, such as `person:`, but found `fooooooooooooooooooooooooooooooooooooooo…`");
    insta::assert_snapshot!(parse("-a").1[0].message("-a"), @"expected something to look for besides `-a`, but found only exclusions");
    assert_eq!(say("-a"), "-(a)");
}

#[test]
fn every_code_has_a_name_of_its_own() {
    let mut names: Vec<_> = DiagnosticCode::ALL.iter().map(|code| code.name()).collect();
    let kebab = |name: &&str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    assert!(names.iter().all(kebab));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), DiagnosticCode::ALL.len());
}

#[test]
fn the_rest_of_an_endless_query_is_left_out() {
    let (query, diagnostics) = parse(&"nga ".repeat(100));
    assert_eq!(query.wanted().count(), MAX_SYLLABLES);
    assert_eq!(diagnostics[0].code, DiagnosticCode::TooLong);
    assert_eq!(diagnostics[0].span, Span::new(256, 400));
    for text in [
        "person:a ",
        "in:title ",
        "2018.. ",
        "/a/ ",
        "=A ",
        "\"a\" ",
        "(-title:a) ",
    ] {
        let (query, diagnostics) = parse(&text.repeat(100));
        assert_eq!(query.nodes().len(), MAX_SYLLABLES, "{text}");
        assert_eq!(
            diagnostics.last().map(|found| found.code),
            Some(DiagnosticCode::TooLong),
            "{text}"
        );
    }
    // What was kept is kept when it is printed.
    for text in [
        "a~* ",
        "-(-a) ",
        "(a in:title) ",
        "=A ",
        "/a|b/ ",
        "org:\"Việt Nam\" ",
        "a | ",
    ] {
        let (query, _) = parse(&text.repeat(100));
        assert_eq!(parse_strict(&query.to_string()), Ok(query), "{text}");
    }
    let (query, diagnostics) = parse(&format!("a (b OR {}", "x".repeat(2000)));
    assert_eq!(format!("{query:?}"), "(a) (b)");
    assert_eq!(diagnostics.len(), 1);
}

#[test]
fn nesting_has_a_bound() {
    let nested = |depth: usize| format!("a {}b{}", "(c -".repeat(depth), ")".repeat(depth));
    let deepest = parse_strict(&nested(MAX_DEPTH));
    assert_eq!(
        deepest.as_ref().map(|query| parse_strict(&query.to_string())),
        Ok(deepest.clone())
    );
    let (_, diagnostics) = parse(&nested(MAX_DEPTH + 3));
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code, DiagnosticCode::TooDeep);
    check(
        &format!("{}a (b", "title:".repeat(MAX_DEPTH + 1)),
        &format!(
            "{}(a) (b) !too-deep:title: !unclosed-parenthesis:(",
            "title:".repeat(MAX_DEPTH)
        ),
    );
    for text in [
        "(", "-(", "title:(", "(a OR ", ")", "title:", "-title:", "OR ", "foo:", "\"", "=", "/", "~", "a~",
    ] {
        let text = text.repeat(100_000);
        let (_, diagnostics) = parse(&text);
        assert!(diagnostics.len() <= MAX_DIAGNOSTICS);
        assert_eq!(parse_strict(&text).is_err(), !diagnostics.is_empty());
    }
}

#[test]
fn the_last_term_is_unfinished_only_at_the_end_of_the_text() {
    let unfinished = |text: &str| parse(text).0.unfinished().map(|span| span.of(text).to_owned());
    for text in [
        "hợp ta",
        "\"hợp ta",
        "a OR (b -c title:ta",
        "-x title:\"hợp ta",
        "a ta",
    ] {
        assert_eq!(unfinished(text), Some("ta".to_owned()), "{text}");
    }
    for text in [
        "hợp ta ",
        "\"hợp ta\"",
        "nga -ta",
        "ta*",
        "",
        "ta~",
        "-(a ta",
        "ta =x",
        "ta person:x",
        "(ta)",
    ] {
        assert_eq!(unfinished(text), None, "{text}");
    }
}

#[test]
fn wanted_terms_stand_at_any_depth() {
    let (query, _) = parse("a (\"b\" OR -c title:(d -e)) -(g OR \"h\") =I person:k");
    let wanted: Vec<_> = query
        .wanted()
        .map(|(term, phrase)| (term.to_string(), phrase))
        .collect();
    assert_eq!(
        wanted,
        [
            ("a".to_owned(), false),
            ("b".to_owned(), true),
            ("d".to_owned(), false)
        ]
    );
}

#[test]
fn a_part_goes_with_what_it_leaves_useless() {
    #[track_caller]
    fn check(text: &str, part: &str, expected: &str) {
        let (query, _) = parse(text);
        let span = query.parts().into_iter().find(|span| span.of(text) == part);
        assert_eq!(query.without(span.expect("no such part")), expected, "{text}");
    }
    check("a OR b", "a", "b");
    check("a OR b", "b", "a");
    check("a|b|c", "b", "a| c");
    check("a AND \"x\" OR b", "\"x\"", "a OR b");
    check("a OR \"x\" AND b", "\"x\"", "a OR b");
    check("a (b) -(c \"d\")", "b", "a -(c \"d\")");
    check("a (b OR (c))", "b", "a ((c))");
    check("a -(b OR c d)", "c", "a -(b OR d)");
    check("a -(b OR c d)", "-(b OR c d)", "a");
    check("a OR b in:title", "b", "a");
    check("title:(a b) NOT c", "NOT c", "title:(a b)");
    check("Nga -foo:-Mỹ", "Nga", "-Mỹ");
    check("NOT =(Nga) Mỹ", "NOT =(Nga)", "Mỹ");
    check("Nga foo:-x Mỹ", "foo:-x", "Nga Mỹ");
    check("a (b c OR d) e", "(b c OR d)", "a e");
    check("(\"x\" (a) OR (b)) c", "\"x\" (a)", "((b)) c");
}
