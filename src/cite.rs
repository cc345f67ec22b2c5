//! References to an article, or to a passage of it, as programs for bibliographies read them: pure.

use crate::export::json_string;
use engine::protocol::{ArticleResponse, Basis, DateKind, DateSummary, Precision, ZoneKind};

/// What is referred to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reference {
    /// A key for it: `songphuong-003`, with the passage where there is one.
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) outlet: Option<String>,
    pub(crate) author: Option<String>,
    /// Year, month and day as far as they are known, of publication.
    pub(crate) date: Vec<u16>,
    /// The number of the paragraph.
    pub(crate) paragraph: Option<u32>,
    /// Its text.
    pub(crate) quote: Option<String>,
    /// `vi`, `en`, `ru`.
    pub(crate) language: Option<String>,
    /// What has to be known of the date: that it is not written in the article.
    pub(crate) note: Option<String>,
    pub(crate) link: String,
}

impl Reference {
    /// A reference to `article`, at the passage of that anchor if it is there; `link` leads to it, `doubt` says of a date why
    /// it is not certain.
    pub(crate) fn to(
        article: &ArticleResponse,
        passage: Option<&str>,
        link: String,
        doubt: impl Fn(&DateSummary) -> String,
    ) -> Self {
        let block = passage.and_then(|anchor| article.blocks.iter().find(|block| block.anchor == anchor));
        let published = article
            .date
            .as_ref()
            .filter(|date| date.kind == DateKind::Published);
        let anchor = block
            .map(|block| format!("-{}", block.anchor))
            .unwrap_or_default();
        Self {
            key: format!("songphuong-{}{anchor}", article.doc),
            title: article.title.text.trim().to_owned(),
            outlet: article.source.as_ref().map(|(source, _)| source.clone()),
            author: article.author.clone(),
            date: published.map(parts).unwrap_or_default(),
            paragraph: block.and_then(|block| block.number),
            quote: block
                .filter(|block| matches!(block.zone, ZoneKind::Body | ZoneKind::Caption | ZoneKind::Title))
                .map(|block| block.text.trim().to_owned()),
            language: article.language.clone(),
            note: published.filter(|date| date.basis != Basis::Written).map(doubt),
            link,
        }
    }

    /// For biblatex: an entry of the kind `@online`.
    pub(crate) fn bibtex(&self) -> String {
        let mut fields = vec![("title", braced(&self.title))];
        let mut put = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
        put("author", self.author.as_deref().map(braced));
        put("organization", self.outlet.as_deref().map(braced));
        put("date", self.iso());
        put("note", self.remarks().map(|text| tex(&text)));
        put(
            "langid",
            self.language.as_deref().map(|code| babel(code).to_owned()),
        );
        put("url", Some(self.link.clone()));
        let fields: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("  {name} = {{{value}}}"))
            .collect();
        format!("@online{{{},\n{}\n}}\n", self.key, fields.join(",\n"))
    }

    /// For reference managers: the tagged format RIS, as a newspaper article.
    pub(crate) fn ris(&self) -> String {
        let mut out = String::from("TY  - NEWS\r\n");
        let mut put = |tag: &str, value: Option<String>| {
            if let Some(value) = value {
                let line: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
                out.extend([tag, "  - ", line.as_str(), "\r\n"]);
            }
        };
        put("ID", Some(self.key.clone()));
        put("TI", Some(self.title.clone()));
        put("AU", self.author.clone());
        put("T2", self.outlet.clone());
        put("PY", self.date.first().map(u16::to_string));
        put("DA", self.slashed());
        put("SP", self.paragraph.map(|number| number.to_string()));
        put("LA", self.language.clone());
        put("N1", self.remarks());
        put("AB", self.quote.clone());
        put("UR", Some(self.link.clone()));
        out.push_str("ER  - \r\n");
        out
    }

    /// CSL-JSON: a list of one item.
    pub(crate) fn csl(&self) -> String {
        let mut fields = vec![
            ("id", json_string(&self.key)),
            ("type", json_string("article-newspaper")),
            ("title", json_string(&self.title)),
        ];
        let mut put =
            |name, value: Option<&String>| fields.extend(value.map(|value| (name, json_string(value))));
        put("container-title", self.outlet.as_ref());
        put("language", self.language.as_ref());
        put("note", self.remarks().as_ref());
        put("URL", Some(&self.link));
        if let Some(author) = &self.author {
            fields.push(("author", format!("[{{\"literal\":{}}}]", json_string(author))));
        }
        if !self.date.is_empty() {
            let parts: Vec<String> = self.date.iter().map(u16::to_string).collect();
            fields.push(("issued", format!("{{\"date-parts\":[[{}]]}}", parts.join(","))));
        }
        let fields: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}:{value}", json_string(name)))
            .collect();
        format!("[{{{}}}]\n", fields.join(",\n"))
    }

    /// `2025-09-04`, or less where less is known.
    pub(crate) fn iso(&self) -> Option<String> {
        let (year, rest) = self.date.split_first()?;
        let rest = rest.iter().map(|part| format!("{part:02}"));
        let parts: Vec<String> = std::iter::once(format!("{year:04}")).chain(rest).collect();
        Some(parts.join("-"))
    }

    /// `2025/09/04/`; what is not known stays empty.
    fn slashed(&self) -> Option<String> {
        let year = self.date.first()?;
        let part = |at: usize| {
            self.date
                .get(at)
                .map(|part| format!("{part:02}"))
                .unwrap_or_default()
        };
        Some(format!("{year:04}/{}/{}/", part(1), part(2)))
    }

    fn remarks(&self) -> Option<String> {
        let paragraph = self.paragraph.map(|number| format!("¶ {number}"));
        let remarks: Vec<String> = paragraph.into_iter().chain(self.note.clone()).collect();
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }
}

/// Year, month and day of a date, as far as they are known.
fn parts(date: &DateSummary) -> Vec<u16> {
    let known = match date.precision {
        Precision::Year => 1,
        Precision::Month => 2,
        Precision::Day => 3,
    };
    date.from
        .split('-')
        .take(known)
        .filter_map(|part| part.parse().ok())
        .collect()
}

/// In braces, so that capitals stay as they are.
fn braced(text: &str) -> String {
    format!("{{{}}}", tex(text))
}

/// With what means something to TeX taken as it stands.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// What babel calls a language.
fn babel(code: &str) -> &str {
    match code {
        "vi" => "vietnamese",
        "en" => "english",
        "ru" => "russian",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use proptest::prelude::*;

    fn reference() -> Reference {
        let article = fixtures::article();
        let anchor = article
            .blocks
            .iter()
            .find(|block| block.number == Some(2))
            .unwrap()
            .anchor
            .clone();
        let link = "https://example.org/?doc=003#p-1".to_owned();
        let made = Reference::to(&article, Some(&anchor), link, |_| "inferred".to_owned());
        Reference {
            key: "songphuong-003".into(),
            quote: Some("Hai bên\nnhất trí.".into()),
            ..made
        }
    }

    #[test]
    fn a_passage_is_quoted_with_its_paragraph_and_its_date() {
        let made = reference();
        assert_eq!(
            (made.iso().as_deref(), made.paragraph),
            (Some("2025-09-04"), Some(2))
        );
        insta::assert_snapshot!(
            made.bibtex() + "\n" + &made.ris().replace("\r\n", "\n") + "\n" + &made.csl()
        );
    }

    #[test]
    fn a_month_is_all_there_is_of_a_date_known_to_the_month() {
        let made = Reference {
            date: vec![2018, 3],
            ..Reference::default()
        };
        assert_eq!(
            (made.iso().as_deref(), made.slashed().as_deref()),
            (Some("2018-03"), Some("2018/03//"))
        );
        assert!(made.csl().contains("[[2018,3]]"));
    }

    #[test]
    fn without_a_date_there_is_none() {
        let text = Reference::default().bibtex() + &Reference::default().ris() + &Reference::default().csl();
        for part in ["date", "PY", "DA", "issued"] {
            assert!(!text.contains(part), "{part} in {text}");
        }
    }

    proptest! {
        #[test]
        fn any_title_makes_a_readable_reference(title: String, outlet: Option<String>) {
            let made = Reference { title: title.clone(), outlet, ..Reference::default() };
            let read: serde_json::Value = serde_json::from_str(&made.csl()).unwrap();
            prop_assert_eq!(read[0]["title"].as_str(), Some(title.as_str()));
            let open = made.bibtex().replace("\\{", "").replace("\\}", "");
            prop_assert_eq!(open.matches('{').count(), open.matches('}').count());
            prop_assert!(made.ris().lines().all(|line| line.get(2..6) == Some("  - ")));
        }
    }
}
