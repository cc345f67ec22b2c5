//! Words as a table for other programs.

use crate::export::{Sheet, Value};
use engine::protocol::{Collocate, Hundredths, Keyword, Trend, WordCount, WordsTold, YearWords};

/// What makes the table. Statistics that are not told are empty.
pub(super) fn word_sheet(told: &WordsTold) -> impl Fn() -> Sheet + use<> {
    let told = told.clone();
    move || match &told {
        WordsTold::Frequencies(rows) => frequencies(rows),
        WordsTold::Keyness { rows, .. } => keywords(rows),
        WordsTold::Collocates { rows, .. } => collocates(rows),
        WordsTold::Trend { years, trends } => trend(years, trends),
        WordsTold::NoWords => Sheet::default(),
    }
}

fn sheet(columns: &[&str], rows: Vec<Vec<Value>>) -> Sheet {
    Sheet {
        columns: columns.iter().copied().map(str::to_owned).collect(),
        rows,
    }
}

/// A number with two decimals; nothing where it is not told.
pub(super) fn hundredths(number: Option<Hundredths>) -> Value {
    number.map_or_else(
        || Value::text(""),
        |number| {
            let sign = if number.minus { "-" } else { "" };
            Value::Number(format!(
                "{sign}{}.{:02}",
                number.amount / 100,
                number.amount % 100
            ))
        },
    )
}

fn plus(amount: Option<u32>) -> Value {
    hundredths(amount.map(|amount| Hundredths { minus: false, amount }))
}

fn frequencies(rows: &[WordCount]) -> Sheet {
    let row = |row: &WordCount| {
        vec![
            Value::text(row.word.as_str()),
            Value::count(row.count),
            Value::count(row.articles),
            plus(row.per_thousand),
        ]
    };
    sheet(
        &["word", "count", "articles", "per_thousand"],
        rows.iter().map(row).collect(),
    )
}

fn keywords(rows: &[Keyword]) -> Sheet {
    let row = |row: &Keyword| {
        vec![
            Value::text(row.here.word.as_str()),
            Value::count(row.here.count),
            Value::count(row.here.articles),
            Value::count(row.elsewhere),
            Value::count(row.articles_elsewhere),
            hundredths(row.keyness.map(|keyness| keyness.log_likelihood)),
            hundredths(row.keyness.map(|keyness| keyness.log_ratio)),
        ]
    };
    sheet(
        &[
            "word",
            "count",
            "articles",
            "elsewhere",
            "articles_elsewhere",
            "log_likelihood",
            "log_ratio",
        ],
        rows.iter().map(row).collect(),
    )
}

fn collocates(rows: &[Collocate]) -> Sheet {
    let row = |row: &Collocate| {
        vec![
            Value::text(row.word.as_str()),
            Value::count(row.count),
            Value::count(row.articles),
            Value::count(row.in_view),
            plus(row.strength.map(|strength| strength.expected)),
            hundredths(row.strength.map(|strength| strength.log_likelihood)),
            hundredths(row.strength.map(|strength| strength.log_dice)),
        ]
    };
    sheet(
        &[
            "word",
            "count",
            "articles",
            "in_view",
            "expected",
            "log_likelihood",
            "log_dice",
        ],
        rows.iter().map(row).collect(),
    )
}

/// A row for each word and year.
fn trend(years: &[YearWords], trends: &[Trend]) -> Sheet {
    let mut rows = Vec::new();
    for trend in trends {
        for (year, point) in years.iter().zip(&trend.points) {
            rows.push(vec![
                Value::Text(trend.word.clone().unwrap_or_default()),
                Value::Text(year.year.map(|year| year.to_string()).unwrap_or_default()),
                Value::count(point.count),
                Value::count(point.articles),
                plus(point.per_thousand),
                Value::count(year.articles),
                Value::count(year.words),
            ]);
        }
    }
    sheet(
        &[
            "word",
            "year",
            "count",
            "articles",
            "per_thousand",
            "articles_of_year",
            "words_of_year",
        ],
        rows,
    )
}
