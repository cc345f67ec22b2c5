//! Tables as files for other programs: pure.

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Words, dates, ids.
    Text(String),
    /// A number with a decimal point, as JSON writes it.
    Number(String),
}

impl Value {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn count(number: u32) -> Self {
        Self::Number(number.to_string())
    }
}

/// A table: the names of its columns, and as many values in every row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// Leaves out those of some columns in which nothing stands.
    pub(crate) fn leave_out(&mut self, which: impl Fn(&str) -> bool) {
        let empty = |at: usize| {
            let mut values = self.rows.iter().filter_map(|row| row.get(at));
            values.all(|value| *value == Value::text(""))
        };
        let kept: Vec<bool> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, name)| !which(name) || !empty(at))
            .collect();
        let mut keep = kept.iter();
        self.columns.retain(|_| keep.next() == Some(&true));
        for row in &mut self.rows {
            let mut keep = kept.iter();
            row.retain(|_| keep.next() == Some(&true));
        }
    }

    /// As comma-separated values (RFC 4180), in UTF-8 with a mark that says so, which Excel wants. Words that a spreadsheet
    /// would take for a formula have an apostrophe before them.
    pub(crate) fn csv(&self) -> String {
        let mut out = String::from('\u{feff}');
        let columns = self
            .columns
            .iter()
            .map(|name| Value::text(name.as_str()))
            .collect();
        for row in std::iter::once(&columns).chain(&self.rows) {
            for (at, value) in row.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                match value {
                    Value::Number(number) => out.push_str(number),
                    Value::Text(text) => field(&mut out, text),
                }
            }
            out.push_str("\r\n");
        }
        out
    }

    /// As a JSON array with an object for each row (RFC 8259).
    pub(crate) fn json(&self) -> String {
        let mut out = String::from('[');
        for (at, row) in self.rows.iter().enumerate() {
            out.push_str(if at > 0 { ",\n{" } else { "\n{" });
            for (at, (name, value)) in self.columns.iter().zip(row).enumerate() {
                if at > 0 {
                    out.push(',');
                }
                string(&mut out, name);
                out.push(':');
                match value {
                    Value::Number(number) => out.push_str(number),
                    Value::Text(text) => string(&mut out, text),
                }
            }
            out.push('}');
        }
        out.push_str("\n]\n");
        out
    }
}

/// A text as JSON writes it.
pub(crate) fn json_string(text: &str) -> String {
    let mut out = String::new();
    string(&mut out, text);
    out
}

fn field(out: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = formula || text.contains([',', '"', '\n', '\r']);
    if !quoted {
        return out.push_str(text);
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

fn string(out: &mut String, text: &str) {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                let code = c as usize;
                out.push_str("\\u00");
                out.extend([HEX[code >> 4], HEX[code & 15]]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(rows: &[[Value; 2]]) -> Sheet {
        Sheet {
            columns: vec!["who".into(), "count".into()],
            rows: rows.iter().map(|row| row.to_vec()).collect(),
        }
    }

    #[test]
    fn fields_are_quoted_where_they_have_to_be() {
        let sheet = sheet(&[
            [Value::text("Tô Lâm"), Value::count(3)],
            [Value::text("a, \"b\""), Value::Number("-1.50".into())],
            [Value::text("=1+1"), Value::text("")],
        ]);
        assert_eq!(
            sheet.csv(),
            "\u{feff}who,count\r\nTô Lâm,3\r\n\"a, \"\"b\"\"\",-1.50\r\n\"'=1+1\",\r\n"
        );
    }

    #[test]
    fn columns_in_which_nothing_stands_can_be_left_out() {
        let mut sheet = sheet(&[
            [Value::text(""), Value::count(1)],
            [Value::text(""), Value::count(2)],
        ]);
        sheet.leave_out(|name| name == "count");
        assert_eq!(sheet.columns.len(), 2);
        sheet.leave_out(|name| name == "who");
        assert_eq!((sheet.columns, sheet.rows.len()), (vec!["count".to_owned()], 2));
        assert_eq!(sheet.rows[0], [Value::count(1)]);
    }

    #[test]
    fn an_empty_table_is_an_empty_list() {
        assert_eq!(Sheet::default().json(), "[\n]\n");
    }

    proptest! {
        #[test]
        fn json_reads_back(texts in proptest::collection::vec(any::<String>(), 0..6)) {
            let rows: Vec<_> = texts.iter().map(|text| [Value::text(text.as_str()), Value::count(7)]).collect();
            let read: Vec<serde_json::Value> = serde_json::from_str(&sheet(&rows).json()).unwrap();
            let expected: Vec<_> = texts.iter().map(|text| serde_json::json!({"who": text, "count": 7})).collect();
            prop_assert_eq!(read, expected);
        }
    }
}
