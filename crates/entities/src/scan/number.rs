//! Numbers as Vietnamese writes them: `1.234.567,8`.

use crate::text::{Gap, Text};

/// A decimal number: `mantissa / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) mantissa: u128,
    pub(super) decimals: u32,
    /// Token after the number.
    pub(super) to: usize,
}

impl Number {
    /// The number times `10^zeros`; none where it grows past reason.
    pub(super) fn shifted(self, zeros: u32) -> Option<Self> {
        let cut = zeros.min(self.decimals);
        let factor = 10_u128.checked_pow(zeros - cut)?;
        Some(Self {
            mantissa: self.mantissa.checked_mul(factor)?,
            decimals: self.decimals - cut,
            ..self
        })
    }
}

impl std::fmt::Display for Number {
    /// With a decimal point, without trailing zeros behind it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0>width$}", self.mantissa, width = self.decimals as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.decimals as usize);
        match part.trim_end_matches('0') {
            "" => f.write_str(whole),
            part => write!(f, "{whole}.{part}"),
        }
    }
}

/// Reads the number that begins at token `at`: dots group thousands, a comma or a single odd dot is the decimal mark.
pub(super) fn read(text: &Text<'_>, at: usize) -> Option<Number> {
    let first = digits(text, at)?;
    let mut number = Number {
        mantissa: u128::from(first.0),
        decimals: 0,
        to: at + 1,
    };
    if first.1 <= 3 {
        while text.gap(number.to) == Gap::Dot && digits(text, number.to).is_some_and(|(_, len)| len == 3) {
            let (group, _) = digits(text, number.to)?;
            number.mantissa = number
                .mantissa
                .checked_mul(1000)?
                .checked_add(u128::from(group))?;
            number.to += 1;
        }
    }
    let grouped = number.to > at + 1;
    let mark = text.gap(number.to);
    let decimal = mark == Gap::Comma || mark == Gap::Dot && !grouped;
    if let Some((part, len)) = digits(text, number.to).filter(|(_, len)| decimal && *len <= 6) {
        // `1,234,567`: commas that group.
        if mark == Gap::Comma && len == 3 && text.gap(number.to + 1) == Gap::Comma && !grouped {
            return comma_groups(text, at, first.0);
        }
        let factor = 10_u128.checked_pow(len)?;
        number.mantissa = number
            .mantissa
            .checked_mul(factor)?
            .checked_add(u128::from(part))?;
        number.decimals = len;
        number.to += 1;
    }
    Some(number)
}

fn comma_groups(text: &Text<'_>, at: usize, first: u64) -> Option<Number> {
    let mut number = Number {
        mantissa: u128::from(first),
        decimals: 0,
        to: at + 1,
    };
    while text.gap(number.to) == Gap::Comma {
        let Some((group, 3)) = digits(text, number.to) else {
            break;
        };
        number.mantissa = number
            .mantissa
            .checked_mul(1000)?
            .checked_add(u128::from(group))?;
        number.to += 1;
    }
    Some(number)
}

/// The value of a token of digits and how many there are.
pub(super) fn digits(text: &Text<'_>, at: usize) -> Option<(u64, u32)> {
    let word = text.word(at);
    Some((word.number?, word.norm.len() as u32))
}
