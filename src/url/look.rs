//! How the parameters of a lens are written and read.

use crate::few::Few;
use crate::url::encode::{decode, encode};
use crate::url::field::edge;
use crate::url::{kinds, kinds_list};
use crate::view::{
    Lens, LinesView, MOST_LEAST, MOST_WORDS, NetworkView, Show, TableView, Tell, ViewState, WordsView,
};
use engine::protocol::{
    CollocateOrder, LineGrouping, LineOrder, MOST_CONTEXT, MOST_REACH, Order, TIED, TieKind, TieOrder,
};

/// Parameters that belong to lenses, each read where the lens is known that it goes with.
pub(super) const NAMES: [&str; 14] = [
    "show", "order", "find", "unsure", "context", "group", "tell", "reach", "several", "words", "tie",
    "nodes", "least", "edge",
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
        Lens::Network => print_network(&view.network, put),
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

/// Reads into `view`, whose lens is known, what goes with that; the rest goes to `refuse`.
pub(super) fn read(view: &mut ViewState, seen: &Few<String, String>, mut refuse: impl FnMut(&str, &str)) {
    for name in NAMES {
        let raw = seen.get(name).filter(|raw| !raw.is_empty());
        let Some(value) = raw.and_then(|raw| decode(raw)) else {
            continue;
        };
        if apply(view, name, &value).is_none() {
            refuse(name, &value);
        }
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
            let (column, descending) = value
                .strip_prefix('-')
                .map_or((value, false), |name| (name, true));
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
        (Lens::Words, "tell") => words.tell = value_of(&TELLS, value)?,
        (Lens::Words, "reach") => words.reach = number(value, MOST_REACH)?,
        (Lens::Words, "order") => words.order = value_of(&COLLOCATES, value)?,
        (Lens::Words, "several") if value == "1" => words.several = true,
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
