//! What is kept as a file that is taken along.

use super::{Named, Saved, Star, address, line};
use crate::export::json_string;
use crate::url::{parse, print};
use serde_json::Value;

/// What a file says it is.
const FORMAT: &str = "songphuong-saved";
const VERSION: u64 = 1;

/// Larger files are none of ours. In bytes.
pub(crate) const LARGEST: u32 = 4 << 20;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is no JSON, or too large.
    NoJson,
    /// It is no file of ours, or one of another version.
    NotOurs,
}

/// The file of all that is kept, and the addresses of the views looked at last.
pub(crate) fn export(saved: &Saved, recent: &[String]) -> String {
    let text = |text: &str| json_string(text);
    let views = saved.views.iter().map(|view| {
        format!(
            "{{\"name\": {}, \"address\": {}}}",
            text(&view.name),
            text(&view.address)
        )
    });
    let stars = saved.stars.iter().map(|star| {
        let (doc, passage) = (text(&star.doc), text(&star.passage));
        format!(
            "{{\"doc\": {doc}, \"passage\": {passage}, \"text\": {}}}",
            text(&star.text)
        )
    });
    format!(
        "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"views\": {},\n\"stars\": {},\n\"recent\": {}\n}}\n",
        list(views),
        list(stars),
        list(recent.iter().map(|address| text(address)))
    )
}

fn list(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    format!("[{}]", values.join(",\n"))
}

/// What a file holds, the addresses of views in it that were looked at last, and how much of it means nothing.
///
/// # Errors
/// Where it is no file of ours.
pub(crate) fn import(text: &str) -> Result<(Saved, Vec<String>, u32), Refused> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: Value = serde_json::from_str(text).map_err(|_| Refused::NoJson)?;
    let version = file.get("version").and_then(Value::as_u64);
    if member(&file, "format") != Some(FORMAT) || version != Some(VERSION) {
        return Err(Refused::NotOurs);
    }
    let mut bad = 0;
    let entries = |name: &str| {
        let list = file.get(name).and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    };
    let saved = Saved {
        views: entries("views")
            .iter()
            .filter_map(|entry| sound(named(entry), &mut bad))
            .collect(),
        stars: entries("stars")
            .iter()
            .filter_map(|entry| sound(star(entry), &mut bad))
            .collect(),
    };
    let recent = entries("recent").iter();
    let recent = recent.filter_map(|entry| sound(entry.as_str().and_then(address), &mut bad));
    let recent = recent.collect();
    Ok((saved, recent, bad))
}

fn sound<T>(entry: Option<T>, bad: &mut u32) -> Option<T> {
    *bad += u32::from(entry.is_none());
    entry
}

/// A text of an object.
fn member<'v>(object: &'v Value, name: &str) -> Option<&'v str> {
    object.get(name)?.as_str()
}

fn named(entry: &Value) -> Option<Named> {
    let named = Named {
        name: line(member(entry, "name")?),
        address: address(member(entry, "address")?)?,
    };
    (!named.name.is_empty()).then_some(named)
}

/// A star whose passage an address can name.
fn star(entry: &Value) -> Option<Star> {
    let star = Star {
        doc: line(member(entry, "doc")?),
        passage: line(member(entry, "passage")?),
        text: line(member(entry, "text")?),
    };
    let view = star.view();
    let (search, passage) = (print(&view.opened(&star.doc, None)), format!("#{}", star.passage));
    (parse(&search, &passage) == (view, Vec::new())).then_some(star)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn saved() -> Saved {
        let mut saved = Saved::default();
        saved.name("Một \"hai\" </script>", "?q=a");
        saved.toggle("003", "p-3fa2", "Hai bên");
        saved
    }

    #[test]
    fn a_file_is_read_again() {
        let recent = vec!["?q=nga".to_owned()];
        let file = export(&saved(), &recent);
        assert_eq!(import(&file), Ok((saved(), recent, 0)));
        let parsed: serde_json::Value = serde_json::from_str(&file).unwrap();
        assert_eq!(parsed["stars"][0]["passage"], "p-3fa2");
        assert_eq!(
            import(&export(&Saved::default(), &[])),
            Ok((Saved::default(), vec![], 0))
        );
    }

    #[test]
    fn what_means_nothing_is_counted_and_the_rest_is_taken() {
        let file = r#"{"format": "songphuong-saved", "version": 1, "views": [
            {"name": "a", "address": "https://example.org/"}, {"name": "b", "address": "?q=b"}, {"name": "", "address": "?q=c"}, 3],
            "stars": [{"doc": "003", "passage": "javascript:x", "text": ""}, {"doc": "", "passage": "p-1", "text": ""}],
            "recent": ["?colour=red", null]}"#;
        let (saved, recent, bad) = import(file).unwrap();
        assert_eq!(
            (saved.views.len(), saved.stars.len(), recent.len(), bad),
            (1, 0, 0, 7)
        );
    }

    #[test]
    fn files_that_are_not_ours_are_refused() {
        assert_eq!(import("nothing"), Err(Refused::NoJson));
        assert_eq!(import("[]"), Err(Refused::NotOurs));
        assert_eq!(
            import("{\"format\": \"songphuong-saved\", \"version\": 2}"),
            Err(Refused::NotOurs)
        );
    }

    #[test]
    fn what_is_no_json_is_refused_as_such() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "\"a",
            "[1] 2",
            "{,}",
            "\"\\x\"",
            "\"\\ud800\"",
            &"[".repeat(1_000_000),
        ] {
            assert_eq!(import(text), Err(Refused::NoJson), "{}", text.len());
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_however_the_file_is_written(text: String) {
            let name = format!("a{text}");
            let views = serde_json::json!([{ "name": name, "address": "?q=b" }]);
            let file = serde_json::json!({ "format": FORMAT, "version": VERSION, "views": views, "more": [1.5, null] });
            let units: Vec<String> = name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            let escaped = units.concat();
            let escaped = format!(
                "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"views\":[{{\"name\":\"{escaped}\",\"address\":\"?q=b\"}}]}}"
            );
            let kept = line(&name);
            for written in [file.to_string(), serde_json::to_string_pretty(&file).unwrap(), escaped] {
                let (saved, _, bad) = import(&written).unwrap();
                prop_assert_eq!((saved.views[0].name.as_str(), bad), (kept.as_str(), 0));
            }
        }

        #[test]
        fn any_text_is_taken_or_refused(text: String) {
            let _ = import(&text);
        }
    }
}
