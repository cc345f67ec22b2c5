//! How the parameters of a lens are written and read.

use crate::few::Few;
use crate::state::Notice;
use crate::url::encode::{decode, encode};
use crate::url::field::edge;
use crate::url::{kinds, kinds_list};
use crate::view::{
    CompareView, Lens, LinesView, MOST_LEAST, MOST_WORDS, NetworkView, Show, TableView, Tell, ViewState,
    WordsView,
};
use engine::protocol::{
    AuditAsked, CollocateOrder, CompareBy, CompareOrder, CoverageColumn, CoverageOrder, Facet, LineGrouping,
    LineOrder, MOST_CONTEXT, MOST_REACH, Order, TIED, TieKind, TieOrder,
};

/// Parameters that belong to lenses, each read where the lens is known that it goes with; what others depend on first.
pub(super) const NAMES: [&str; 18] = [
    "show", "tell", "order", "find", "unsure", "context", "group", "reach", "several", "words", "tie",
    "nodes", "least", "edge", "rule", "a", "b", "by",
];

const ORDERS: [(&str, LineOrder); 10] = [
    ("place", LineOrder::Place),
    ("left1", LineOrder::Left(1)),
    ("left2", LineOrder::Left(2)),
    ("left3", LineOrder::Left(3)),
    ("right1", LineOrder::Right(1)),
    ("right2", LineOrder::Right(2)),
    ("right3", LineOrder::Right(3)),
    ("node", LineOrder::Node),
    ("date", LineOrder::Oldest),
    ("-date", LineOrder::Newest),
];

const GROUPS: [(&str, LineGrouping); 6] = [
    ("none", LineGrouping::None),
    ("node", LineGrouping::Node),
    ("left", LineGrouping::Left),
    ("right", LineGrouping::Right),
    ("article", LineGrouping::Article),
    ("year", LineGrouping::Year),
];

const TELLS: [(&str, Tell); 5] = [
    ("frequency", Tell::Frequencies),
    ("more", Tell::More),
    ("less", Tell::Less),
    ("near", Tell::Near),
    ("years", Tell::Years),
];

const COLLOCATES: [(&str, CollocateOrder); 3] = [
    ("likelihood", CollocateOrder::LogLikelihood),
    ("dice", CollocateOrder::LogDice),
    ("count", CollocateOrder::Count),
];

const TIES: [(&str, TieOrder); 4] = [
    ("count", TieOrder::Places),
    ("articles", TieOrder::Articles),
    ("dice", TieOrder::LogDice),
    ("-date", TieOrder::Newest),
];

const AUDITS: [(&str, AuditAsked); 4] = [
    ("rules", AuditAsked::Rules),
    ("unsure", AuditAsked::Unsure),
    ("dropped", AuditAsked::Dropped),
    ("coverage", AuditAsked::Coverage(BY_ARTICLE)),
];

const BY_ARTICLE: CoverageOrder = CoverageOrder {
    column: CoverageColumn::Article,
    descending: false,
};

const COVERAGES: [(&str, CoverageColumn); 7] = [
    ("article", CoverageColumn::Article),
    ("date", CoverageColumn::Date),
    ("text", CoverageColumn::Told),
    ("named", CoverageColumn::Named),
    ("proven", CoverageColumn::Proven),
    ("linked", CoverageColumn::Linked),
    ("rows", CoverageColumn::Rows),
];

/// The order of what is compared that is not the usual one.
const SUREST: &str = "likelihood";

/// Writes what differs from how a lens is when it is opened.
pub(super) fn print(view: &ViewState, mut put: impl FnMut(&str, &str)) {
    match view.lens {
        Lens::Articles | Lens::Timeline => {}
        Lens::Ledger(_) => print_table(&view.table, put),
        Lens::Concordance => {
            let (lines, plain) = (&view.lines, LinesView::default());
            if lines.context != plain.context {
                put("context", &lines.context.to_string());
            }
            if lines.order != plain.order {
                put("order", name_of(&ORDERS, &lines.order));
            }
            if lines.grouping != plain.grouping {
                put("group", name_of(&GROUPS, &lines.grouping));
            }
        }
        Lens::Audit => print_audit(&view.audit, put),
        Lens::Words => {
            let (words, plain) = (&view.words, WordsView::default());
            if words.tell != plain.tell {
                put("tell", name_of(&TELLS, &words.tell));
            }
            if words.reach != plain.reach {
                put("reach", &words.reach.to_string());
            }
            if words.order != plain.order {
                put("order", name_of(&COLLOCATES, &words.order));
            }
            if words.several {
                put("several", "1");
            }
            if !words.trend.is_empty() {
                let encoded: Vec<String> = words.trend.iter().map(|word| encode(word)).collect();
                put("words", &encoded.join(","));
            }
        }
        Lens::Compare => {
            let (compare, plain) = (&view.compare, CompareView::default());
            for (name, side) in [("a", &compare.a), ("b", &compare.b)] {
                if let Some(side) = side {
                    put(name, &encode(side));
                }
            }
            if compare.by != plain.by {
                put("by", by_name(compare.by));
            }
            if compare.order != plain.order {
                put("order", SUREST);
            }
        }
        Lens::Network => print_network(&view.network, put),
    }
}

const fn by_name(by: CompareBy) -> &'static str {
    match by {
        CompareBy::Facet(facet) => facet.name(),
        CompareBy::Ledgers => "ledgers",
        CompareBy::Words => "words",
    }
}

fn print_network(network: &NetworkView, mut put: impl FnMut(&str, &str)) {
    let plain = NetworkView::default();
    if let Some(kind) = network.kind {
        put("tie", kind.name());
    }
    if !network.between.is_empty() {
        put("nodes", &kinds_list(&network.between));
    }
    if network.order != plain.order {
        put("order", name_of(&TIES, &network.order));
    }
    if network.least != plain.least {
        put("least", &network.least.to_string());
    }
    if let Some(open) = &network.open {
        put("edge", &encode(open));
    }
}

fn print_table(table: &TableView, mut put: impl FnMut(&str, &str)) {
    if table.show != Show::Table {
        put("show", table.show.name());
    }
    if let Some(order) = table.order {
        let sign = if order.descending { "-" } else { "" };
        put("order", &format!("{sign}{}", order.column.name()));
    }
    if !table.find.is_empty() {
        put("find", &encode(&table.find));
    }
    if table.unsure {
        put("unsure", "1");
    }
}

fn print_audit(audit: &AuditAsked, mut put: impl FnMut(&str, &str)) {
    match audit {
        AuditAsked::Rules => {}
        AuditAsked::Found(rule) => put("rule", rule),
        AuditAsked::Coverage(order) => {
            put("tell", "coverage");
            if *order != BY_ARTICLE {
                let sign = if order.descending { "-" } else { "" };
                put("order", &format!("{sign}{}", name_of(&COVERAGES, &order.column)));
            }
        }
        AuditAsked::Unsure | AuditAsked::Dropped => put("tell", name_of(&AUDITS, audit)),
    }
}

/// Reads into `view`, whose lens is known, what goes with that; the rest goes to `refuse`.
pub(super) fn read(view: &mut ViewState, seen: &Few<String, String>, mut refuse: impl FnMut(&str, &str)) {
    for name in NAMES {
        let raw = seen.get(name).filter(|raw| !raw.is_empty());
        let Some(value) = raw.and_then(|raw| decode(raw)) else {
            continue;
        };
        if let Some(side) = side(view, name) {
            // How such a view is looked at has no say.
            let (read, notices) = super::parse(&value, "");
            let read = super::criteria(&read);
            *side = (notices.is_empty() || read != "?").then_some(read);
            for notice in notices {
                if let Notice::BadParameter { parameter, value } = notice {
                    refuse(&format!("{name}: {parameter}"), &value);
                }
            }
        } else if apply(view, name, &value).is_none() {
            refuse(name, &value);
        }
    }
}

/// The side of a comparison that a parameter gives.
fn side<'v>(view: &'v mut ViewState, name: &str) -> Option<&'v mut Option<String>> {
    match (view.lens, name) {
        (Lens::Compare, "a") => Some(&mut view.compare.a),
        (Lens::Compare, "b") => Some(&mut view.compare.b),
        _ => None,
    }
}

/// Sets a parameter; none where the lens has no such, or the value is none.
fn apply(view: &mut ViewState, name: &str, value: &str) -> Option<()> {
    let (table, lines, words) = (&mut view.table, &mut view.lines, &mut view.words);
    let network = &mut view.network;
    match (view.lens, name) {
        (Lens::Ledger(ledger), "show") => {
            table.show = *Show::of(ledger).iter().find(|show| show.name() == value)?;
        }
        (Lens::Ledger(ledger), "order") => {
            let (column, descending) = direction(value);
            let column = *ledger.columns().iter().find(|known| known.name() == column)?;
            table.order = Some(Order { column, descending });
        }
        (Lens::Ledger(_), "find") => {
            table.find = value.chars().take(super::MAX_QUERY).collect();
            return (table.find.len() == value.len()).then_some(());
        }
        (Lens::Ledger(_), "unsure") if value == "1" => table.unsure = true,
        (Lens::Concordance, "context") => lines.context = number(value, MOST_CONTEXT)?,
        (Lens::Concordance, "order") => lines.order = value_of(&ORDERS, value)?,
        (Lens::Concordance, "group") => lines.grouping = value_of(&GROUPS, value)?,
        (Lens::Audit, "tell") => {
            let (_, asked) = AUDITS.into_iter().find(|(name, _)| *name == value)?;
            view.audit = asked;
        }
        (Lens::Audit, "order") => {
            let AuditAsked::Coverage(order) = &mut view.audit else {
                return None;
            };
            let (name, descending) = direction(value);
            *order = CoverageOrder {
                column: value_of(&COVERAGES, name)?,
                descending,
            };
        }
        (Lens::Audit, "rule") if view.audit == AuditAsked::Rules && is_rule(value) => {
            view.audit = AuditAsked::Found(value.to_owned());
        }
        (Lens::Words, "tell") => words.tell = value_of(&TELLS, value)?,
        (Lens::Words, "reach") => words.reach = number(value, MOST_REACH)?,
        (Lens::Words, "order") => words.order = value_of(&COLLOCATES, value)?,
        (Lens::Words, "several") if value == "1" => words.several = true,
        (Lens::Compare, "by") => {
            let facets = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Zone);
            let mut all = facets
                .map(CompareBy::Facet)
                .chain([CompareBy::Ledgers, CompareBy::Words]);
            view.compare.by = all.find(|by| by_name(*by) == value)?;
        }
        (Lens::Compare, "order") if value == SUREST => view.compare.order = CompareOrder::Likelihood,
        (Lens::Words, "words") => {
            let named = value.split(',').map(str::trim).filter(|word| !word.is_empty());
            words.trend.clear();
            for word in named.take(MOST_WORDS) {
                if !words.trend.iter().any(|known| known == word) {
                    words.trend.push(word.to_owned());
                }
            }
            return (value.split(',').count() <= MOST_WORDS).then_some(());
        }
        (Lens::Network, "tie") => {
            network.kind = Some(TieKind::ALL.into_iter().find(|kind| kind.name() == value)?);
        }
        (Lens::Network, "nodes") => {
            network.between = kinds(value, &TIED);
            let understood = network.between.len() == value.split(',').count();
            // All of them is what stands there without a word.
            if network.between.len() == TIED.len() {
                network.between.clear();
            }
            return understood.then_some(());
        }
        (Lens::Network, "order") => network.order = value_of(&TIES, value)?,
        (Lens::Network, "least") => network.least = number(value, MOST_LEAST)?,
        (Lens::Network, "edge") => network.open = Some(edge(value)?),
        _ => return None,
    }
    Some(())
}

/// What something is sorted by, and whether the largest comes first.
fn direction(value: &str) -> (&str, bool) {
    let name = value.strip_prefix('-');
    name.map_or((value, false), |name| (name, true))
}

/// Whether this is how rules are called: `gazetteer/country-short`.
fn is_rule(value: &str) -> bool {
    const LONGEST: usize = 60;
    let is_name = |name: &str| {
        let letters = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        letters && !name.is_empty()
    };
    let names = value.split_once('/').filter(|_| value.len() <= LONGEST);
    names.is_some_and(|(stage, rule)| is_name(stage) && is_name(rule))
}

/// A number from 1 to `most`.
fn number(value: &str, most: u32) -> Option<u32> {
    let written = (1..=2).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
    let number = value.parse().ok().filter(|_| written)?;
    (1..=most).contains(&number).then_some(number)
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    let known = names.iter().find(|(_, other)| other == value);
    known.map_or("", |(name, _)| name)
}

fn value_of<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    let known = names.iter().find(|(other, _)| *other == name);
    known.map(|(_, value)| *value)
}
