//! What a page asks for, read.

use crate::names::{facet_named, sort_named};
use crate::store::Problem;
use corpus::{CivilDate, ZoneKind};
use search::{Detail, Filter, Request};

/// Adds settings to a request. They come as names and values in turn: `zone`, `from`, `to`, `sort`, `detail`, and for each
/// facet `person.include`, `person.all` (included, and all of them wanted) and `person.exclude`.
///
/// # Errors
/// Where a name or a value means nothing.
pub(crate) fn set(request: &mut Request, settings: &[String]) -> Result<(), Problem> {
    for pair in settings.chunks(2) {
        if let [name, value] = pair {
            set_one(request, name, value)?;
        }
    }
    Ok(())
}

fn set_one(request: &mut Request, name: &str, value: &str) -> Result<(), Problem> {
    let wrong = |expected: &str| Problem::request(format!("expected {expected}, but found `{value}`"));
    let day = || "a day, month or year such as 2018-03-24, 2018-03 or 2018";
    match name {
        "zone" => {
            let kind = ZoneKind::from_name(value);
            let names = || ZoneKind::ALL.map(ZoneKind::name).join(", ");
            request
                .zones
                .push(kind.ok_or_else(|| wrong(&format!("a zone ({})", names())))?);
        }
        "from" => request.from = Some(period(value).ok_or_else(|| wrong(day()))?.0),
        "to" => request.to = Some(period(value).ok_or_else(|| wrong(day()))?.1),
        "sort" => request.sort = sort_named(value).ok_or_else(|| wrong("relevance, newest or oldest"))?,
        "detail" => {
            request.detail = match value {
                "ids" => Detail::Ids,
                "hits" => Detail::Hits,
                "full" => Detail::Full,
                _ => return Err(wrong("ids, hits or full")),
            };
        }
        _ => return filter(request, name, value),
    }
    Ok(())
}

fn filter(request: &mut Request, name: &str, value: &str) -> Result<(), Problem> {
    let (facet, how) = name.split_once('.').unwrap_or((name, ""));
    let unknown = || Problem::request(format!("expected the name of a facet, but found `{facet}`"));
    let facet = facet_named(facet).ok_or_else(unknown)?;
    let there = request.filters.iter().position(|filter| filter.facet == facet);
    let at = there.unwrap_or_else(|| {
        request.filters.push(Filter {
            facet,
            include: Vec::new(),
            exclude: Vec::new(),
            all: false,
        });
        request.filters.len() - 1
    });
    let Some(filter) = request.filters.get_mut(at) else {
        return Ok(());
    };
    match how {
        "include" => filter.include.push(value.to_owned()),
        "all" => {
            filter.include.push(value.to_owned());
            filter.all = true;
        }
        "exclude" => filter.exclude.push(value.to_owned()),
        _ => {
            return Err(Problem::request(format!(
                "expected include, exclude or all, but found `{how}`"
            )));
        }
    }
    Ok(())
}

/// First and last day of a day, a month or a year.
fn period(iso: &str) -> Option<(CivilDate, CivilDate)> {
    let number = |digits: &str, most: usize| {
        let fits = digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| digits.parse::<u16>().ok())?
    };
    match iso.split('-').collect::<Vec<_>>().as_slice() {
        [year] => CivilDate::year(number(year, 4)?),
        [year, month] => CivilDate::month(number(year, 4)?, u8::try_from(number(month, 2)?).ok()?),
        _ => CivilDate::parse(iso).map(|day| (day, day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use search::{Facet, Sort};

    fn read(pairs: &[&str]) -> Result<Request, Problem> {
        let pairs: Vec<String> = pairs.iter().map(|text| (*text).to_owned()).collect();
        let mut request = Request::default();
        set(&mut request, &pairs).map(|()| request)
    }

    #[test]
    fn zones_dates_order_and_filters_are_read() {
        let request = read(&[
            "zone",
            "caption",
            "from",
            "2018",
            "to",
            "2024-02",
            "sort",
            "oldest",
            "person.all",
            "a",
            "person.all",
            "b",
            "place.include",
            "nga",
            "place.exclude",
            "my",
        ])
        .unwrap();
        assert_eq!(request.zones, [ZoneKind::Caption]);
        assert_eq!(request.from, CivilDate::parse("2018-01-01"));
        assert_eq!(request.to, CivilDate::parse("2024-02-29"));
        assert_eq!(request.sort, Sort::Oldest);
        let [person, place] = request.filters.as_slice() else {
            panic!("two filters, not {:?}", request.filters);
        };
        assert_eq!((person.facet, person.all), (Facet::Person, true));
        assert_eq!(person.include, ["a", "b"]);
        assert_eq!((place.facet, place.all), (Facet::Place, false));
        assert_eq!(
            (&place.include[..], &place.exclude[..]),
            (&["nga".to_owned()][..], &["my".to_owned()][..])
        );
    }

    #[test]
    fn what_means_nothing_is_named() {
        let message = |pairs: &[&str]| read(pairs).unwrap_err().message;
        assert_eq!(
            message(&["sort", "date"]),
            "expected relevance, newest or oldest, but found `date`"
        );
        assert_eq!(
            message(&["detail", "all"]),
            "expected ids, hits or full, but found `all`"
        );
        assert_eq!(
            message(&["people.include", "a"]),
            "expected the name of a facet, but found `people`"
        );
        assert_eq!(
            message(&["person.any", "a"]),
            "expected include, exclude or all, but found `any`"
        );
        assert!(message(&["zone", "footer"]).starts_with("expected a zone (title, body, "));
        for date in ["2018-13", "", "18-", "2018-02-30", "20180", "+201"] {
            assert!(
                message(&["from", date]).starts_with("expected a day, month or year"),
                "{date}"
            );
        }
    }
}
