//! What is kept as a file that is taken along.

use super::json::Json;
use super::{Named, Saved, Star, address, line};
use crate::export::json_string;
use crate::url::{parse, print};

/// What a file says it is.
const FORMAT: &str = "songphuong-saved";
const VERSION: &str = "1";

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
    let file = Json::read(text).ok_or(Refused::NoJson)?;
    let version = Json::Other(VERSION.to_owned());
    if file.get("format").and_then(Json::text) != Some(FORMAT) || file.get("version") != Some(&version) {
        return Err(Refused::NotOurs);
    }
    let mut bad = 0;
    let entries = |name: &str| file.get(name).map(Json::list).unwrap_or_default();
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
    let recent = recent.filter_map(|entry| sound(entry.text().and_then(address), &mut bad));
    let recent = recent.collect();
    Ok((saved, recent, bad))
}

fn sound<T>(entry: Option<T>, bad: &mut u32) -> Option<T> {
    *bad += u32::from(entry.is_none());
    entry
}

fn named(entry: &Json) -> Option<Named> {
    let named = Named {
        name: line(entry.get("name")?.text()?),
        address: address(entry.get("address")?.text()?)?,
    };
    (!named.name.is_empty()).then_some(named)
}

/// A star whose passage an address can name.
fn star(entry: &Json) -> Option<Star> {
    let star = Star {
        doc: line(entry.get("doc")?.text()?),
        passage: line(entry.get("passage")?.text()?),
        text: line(entry.get("text")?.text()?),
    };
    let view = star.view();
    let (search, passage) = (print(&view.opened(&star.doc, None)), format!("#{}", star.passage));
    (parse(&search, &passage) == (view, Vec::new())).then_some(star)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
