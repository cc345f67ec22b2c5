//! The names of all rules: what [`crate::Mention::rule`], [`crate::Resolved::rule`] and [`crate::ledger::Row::rule`] may be.

/// Every rule, in the order in which they are applied. Who shows them to people has to have words for each.
///
/// ```
/// assert!(entities::RULES.contains(&"gazetteer/country-short"));
/// ```
pub const RULES: [&str; 97] = [
    "scan/day",
    "scan/month",
    "scan/year",
    "scan/period",
    "scan/half-year",
    "scan/quarter",
    "scan/first-months",
    "scan/iso",
    "scan/bare-day",
    "scan/bare-month",
    "scan/bare-year",
    "scan/money",
    "scan/percent",
    "scan/quantity",
    "gazetteer/person",
    "gazetteer/surname",
    "gazetteer/organisation",
    "gazetteer/place",
    "gazetteer/country-short",
    "gazetteer/country-pair",
    "gazetteer/country-side",
    "gazetteer/event",
    "gazetteer/agreement",
    "name/vietnamese",
    "name/foreign",
    "grammar/role",
    "grammar/role-name",
    "grammar/title-name",
    "grammar/address-name",
    "grammar/office-body",
    "grammar/organisation",
    "grammar/institution",
    "grammar/named-company",
    "grammar/place",
    "grammar/area",
    "grammar/state",
    "grammar/place-country",
    "grammar/event",
    "grammar/agreement",
    "context/signature",
    "context/outlet",
    "context/group",
    "context/foreign-name",
    "memory/full-name",
    "memory/name",
    "memory/surname",
    "memory/acronym",
    "curator/merge",
    "curator/split",
    "curator/retype",
    "resolve/anniversary",
    "resolve/neighbour",
    "resolve/nearest-before",
    "resolve/nearest-after",
    "meeting/verb",
    "meeting/passive",
    "meeting/both",
    "meeting/between",
    "meeting/noun",
    "meeting/noun-both",
    "meeting/exchange",
    "meeting/welcome",
    "meeting/together",
    "meeting/caption",
    "visit/verb",
    "visit/noun",
    "visit/invitation",
    "visit/arrival",
    "office/title-name",
    "office/title-far-name",
    "office/joined-titles",
    "office/name-title",
    "office/name-title-open",
    "office/title-names",
    "office/leader",
    "office/bare-title",
    "agreement/named",
    "agreement/named-verb",
    "agreement/described",
    "agreement/described-verb",
    "agreement/generic",
    "agreement/counted",
    "agreement/alone",
    "figure/money",
    "figure/percent",
    "figure/count",
    "figure/size",
    "figure/headline",
    "figure/whole",
    "statement/subject",
    "statement/joined",
    "statement/distant",
    "statement/leading",
    "statement/continued",
    "statement/quoted",
    "statement/closing",
    "statement/bare",
];

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.
mod tests {
    use super::RULES;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    /// Whether this is how rules are called.
    fn is_rule(text: &str) -> bool {
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let parts = text.split_once('/');
        parts.is_some_and(|(stage, rule)| is_name(stage) && is_name(rule))
    }

    /// The names of rules that stand in the sources below `folder`, those of tests left out.
    fn written(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() && name != "tests" {
                written(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs")
                && name != "rules.rs"
                && !name.ends_with("tests.rs")
            {
                let source = fs::read_to_string(&path).unwrap();
                let code = source.split("mod tests {").next().unwrap();
                let strings = code.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
                let rules = strings.filter(|text| is_rule(text));
                found.extend(rules.map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_rule_of_the_sources_is_listed_and_no_other() {
        let mut found = BTreeSet::new();
        written(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        let listed: BTreeSet<String> = RULES.map(str::to_owned).into();
        assert_eq!(listed.len(), RULES.len());
        assert_eq!(found, listed);
    }
}
