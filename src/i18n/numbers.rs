//! Numbers in the reader's conventions.

use crate::view::Lang;

/// Digits in groups of three, by the reader's convention.
pub(crate) fn grouped(lang: Lang, number: u32) -> String {
    let digits = number.to_string();
    let separator = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, vietnamese, english) in [
            (7, "7", "7"),
            (999, "999", "999"),
            (3229, "3.229", "3,229"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(grouped(Lang::Vi, number), vietnamese);
            assert_eq!(grouped(Lang::En, number), english);
        }
    }
}
