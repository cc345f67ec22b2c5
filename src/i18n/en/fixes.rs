//! Corrections in English.

use super::plural;
use crate::i18n::messages::Fixes;

pub(super) const FIXES: Fixes = Fixes {
    open: "Correct…",
    act: "What is right",
    acts: [
        "Same as another",
        "Rename",
        "Another kind",
        "Somebody or something else here",
    ],
    other: "The other: name or id",
    names: ["Name in Vietnamese", "Name in English", "Name in Russian"],
    kind: "Kind",
    no_name: "not a name",
    who: "Name of who or what is meant here",
    why: "Reason",
    whys: [
        "the same under two names",
        "the usual name",
        "taken for something of another kind",
        "another one of this name",
    ],
    submit: "Apply",
    wrong: |why| format!("This cannot be used: {why}"),
    apart: "Only a corpus that is in the page as a whole can be corrected there; this one is in files beside it.",
    working: |done, of| format!("Applying your corrections: {done} of {}", plural(of, "article")),
    count: |n| format!("{} of yours", plural(n, "correction")),
    failed: |n| format!("{} of yours, not applied", plural(n, "correction")),
    heading: "Your corrections",
    about: "They are kept in this browser and change nothing elsewhere. The exported file can be given to whoever builds the page.",
    none: "There are none.",
    take_back: "Take back",
    take_back_all: "Take back all",
    export: "Export as overrides.toml",
    lost: "The corrections kept in this browser cannot be read any more and were dropped",
    not_kept: "This browser does not keep your corrections; they last until the page is closed",
    not_corrected: |why| format!("Not everything could be corrected: {why}"),
};
