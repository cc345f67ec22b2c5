//! What is kept and taken along, in English.

use crate::i18n::keeping::Keeping;

pub(in crate::i18n) static KEEPING: Keeping = Keeping {
    about: "All of it stays in this browser: it is in no address and is sent nowhere.",
    name: "Name",
    save: "Save this view",
    views: "Saved views",
    no_views: "No view is saved yet.",
    rename: |name| format!("Rename {name}"),
    new_name: "New name",
    store: "Save",
    remove: |name| format!("Remove {name}"),
    stars: "Starred passages",
    no_stars: "None yet. The star beside each passage of an open article marks it.",
    recent: "Recent views",
    no_recent: "Nothing yet.",
    keep_recent: "Remember the last 20 views",
    clear_recent: "Clear the list",
    export: "Export as JSON",
    import: "Import from JSON",
    imported: |added, bad| {
        let added = match added {
            1 => "1 entry added".to_owned(),
            _ => format!("{added} entries added"),
        };
        match bad {
            0 => format!("{added}."),
            1 => format!("{added}; 1 was not understood and left out."),
            _ => format!("{added}; {bad} were not understood and left out."),
        }
    },
    refused: [
        "This file is not JSON; nothing was changed.",
        "This file was not exported by Song Phương; nothing was changed.",
    ],
    everything: "all articles",
    article: |doc| format!("article {doc}"),
    star: |number| match number {
        Some(number) => format!("Star paragraph {number}"),
        None => "Star this line".to_owned(),
    },
    copy: "Copy the link",
    copied: "Copied",
    not_copied: "The browser does not allow copying; select the text and copy it.",
    hand_over: "Send with another app…",
    embed: "Embed code",
    guide: [
        (
            "The search box",
            "Type with accents or without: accents you type bind, those you leave out stand for any. Quotation marks keep a phrase, a minus leaves out. Below the box stands how the query was read.",
        ),
        (
            "Filters",
            "Each value says how many articles of the view have it. One press takes it, another leaves it out.",
        ),
        (
            "Lenses",
            "The same articles as a table: who met whom, who held which office, what was agreed, words in their contexts. Each row leads to the sentence that proves it.",
        ),
        (
            "Results and reader",
            "Open an article to read it with its names highlighted; j and k walk through the results, n through the matches. The number beside a paragraph is a link to it.",
        ),
        (
            "Keep and send",
            "The address is the view: copy it, and somebody else sees the same. Saved keeps views and starred passages in this browser.",
        ),
    ],
    guide_next: "Next",
    guide_back: "Back",
    guide_done: "Done",
    guide_skip: "Skip",
    embed_why: "Puts this view into another page: what it shows, and a link back here.",
    copy_embed: "Copy embed code",
    link: "Link",
};
