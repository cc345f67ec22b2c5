//! Numbers in the reader's conventions.

use super::text;
use crate::view::Lang;
use engine::protocol::Hundredths;

/// Digits in groups of three, by the reader's convention.
pub(crate) fn grouped(lang: Lang, number: u32) -> String {
    digits(lang, &number.to_string())
}

/// Hundredths with two decimals: `−3,50`.
pub(crate) fn hundredths(lang: Lang, number: Hundredths) -> String {
    let sign = if number.minus { "\u{2212}" } else { "" };
    let (whole, rest) = (number.amount / 100, number.amount % 100);
    format!("{sign}{}", digits(lang, &format!("{whole}.{rest:02}")))
}

/// A number with its unit, to be read and in full: `3,55 tỷ USD` and `3.550.000.000 USD`. `number` has a decimal point
/// and no other marks; what is no number stays as it is.
pub(crate) fn amount(lang: Lang, number: &str, unit: &str) -> (String, String) {
    let unit = (text(lang).tables.unit)(unit).unwrap_or(unit);
    let gap = match (lang, unit) {
        (_, "") | (Lang::Vi | Lang::En, "%") => "",
        _ => "\u{a0}",
    };
    let full = format!("{}{gap}{unit}", digits(lang, number));
    let round = [9, 6]
        .iter()
        .zip(text(lang).tables.scales)
        .find_map(|(zeros, scale)| {
            // Only where three decimals say all there is.
            let (whole, rest) = number.split_at_checked(number.len().checked_sub(*zeros)?)?;
            let (some, none) = rest.split_at_checked(3)?;
            let exact = !whole.is_empty() && none.bytes().all(|digit| digit == b'0');
            let decimals = some.trim_end_matches('0');
            let point = if decimals.is_empty() { "" } else { "." };
            let round = exact.then(|| digits(lang, &format!("{whole}{point}{decimals}")))?;
            Some(format!("{round}\u{a0}{scale}{gap}{unit}"))
        });
    (round.unwrap_or_else(|| full.clone()), full)
}

/// A share of a hundred in the smallest usual terms: `9/10`, `84/100`.
pub(in crate::i18n) fn share(hundredths: u8) -> String {
    if hundredths.is_multiple_of(10) {
        format!("{}/10", hundredths / 10)
    } else {
        format!("{hundredths}/100")
    }
}

/// A number with a decimal point in the reader's marks.
fn digits(lang: Lang, number: &str) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
        Lang::Ru => ('\u{a0}', ','),
    };
    let whole = number.find('.').unwrap_or(number.len());
    let mut marked = String::with_capacity(number.len() + 3);
    for (index, digit) in number.char_indices() {
        let grouped = index > 0 && index < whole && (whole - index).is_multiple_of(3);
        if grouped && marked.ends_with(|before: char| before.is_ascii_digit()) {
            marked.push(group);
        }
        marked.push(if index == whole { point } else { digit });
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_have_two_decimals_and_a_sign() {
        let number = |minus, amount| Hundredths { minus, amount };
        assert_eq!(hundredths(Lang::Vi, number(true, 350)), "\u{2212}3,50");
        assert_eq!(hundredths(Lang::En, number(false, 123_405)), "1,234.05");
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, vietnamese, english, russian) in [
            (7, "7", "7", "7"),
            (999, "999", "999", "999"),
            (3229, "3.229", "3,229", "3\u{a0}229"),
            (1_234_567, "1.234.567", "1,234,567", "1\u{a0}234\u{a0}567"),
        ] {
            assert_eq!(grouped(Lang::Vi, number), vietnamese);
            assert_eq!(grouped(Lang::En, number), english);
            assert_eq!(grouped(Lang::Ru, number), russian);
        }
    }

    #[test]
    fn large_sums_are_readable_and_exact_beside_it() {
        let shown = |lang, number, unit| {
            let (round, full) = amount(lang, number, unit);
            (round.replace('\u{a0}', " "), full.replace('\u{a0}', " "))
        };
        for (number, unit, round, full) in [
            ("3550000000", "USD", "3,55 tỷ USD", "3.550.000.000 USD"),
            ("10000000000", "USD", "10 tỷ USD", "10.000.000.000 USD"),
            ("1200000000000", "VND", "1.200 tỷ VND", "1.200.000.000.000 VND"),
            (
                "2500000",
                "lượt khách",
                "2,5 triệu lượt khách",
                "2.500.000 lượt khách",
            ),
            ("1234567891", "USD", "1.234.567.891 USD", "1.234.567.891 USD"),
            ("-4500", "m", "-4.500 m", "-4.500 m"),
            ("12.5", "%", "12,5%", "12,5%"),
            ("nhiều", "", "nhiều", "nhiều"),
        ] {
            assert_eq!(shown(Lang::Vi, number, unit), (round.into(), full.into()));
        }
        assert_eq!(
            shown(Lang::En, "3550000000", "USD"),
            ("3.55 billion USD".into(), "3,550,000,000 USD".into())
        );
        for (number, unit, round, full) in [
            (
                "3550000000",
                "USD",
                "3,55 млрд долл. США",
                "3 550 000 000 долл. США",
            ),
            ("1200000000000", "VND", "1 200 млрд VND", "1 200 000 000 000 VND"),
            ("2500000", "EUR", "2,5 млн евро", "2 500 000 евро"),
            ("-4500", "m", "-4 500 м", "-4 500 м"),
            ("12.5", "%", "12,5 %", "12,5 %"),
            ("3", "lượt khách", "3 lượt khách", "3 lượt khách"),
            ("31", "", "31", "31"),
        ] {
            assert_eq!(shown(Lang::Ru, number, unit), (round.into(), full.into()));
        }
    }

    #[test]
    fn trust_is_said_in_tenths_where_they_say_all() {
        assert_eq!((share(90), share(84)), ("9/10".into(), "84/100".into()));
    }
}
