//! The stages in order.

use crate::draft::Draft;
use crate::gazetteer::Gazetteer;
use crate::model::Mention;
use crate::text::Text;
use crate::{context, heads, memory, names, roles, scan};
use corpus::Article;

/// The mentions of one article in reading order, flat and apart, with byte offsets into its text.
///
/// Menus around the article and addresses of the web are left out. Names of the tables carry their id, others get
/// theirs in [`crate::link()`].
pub fn recognise(article: &Article, gazetteer: &Gazetteer) -> Vec<Mention> {
    let text = Text::read(article, gazetteer);
    draft(&text, gazetteer).mentions(&text)
}

pub(crate) fn draft(text: &Text<'_>, gazetteer: &Gazetteer) -> Draft {
    let mut draft = Draft::new(text.len());
    scan::scan(text, gazetteer, &mut draft);
    names::find(text, gazetteer, &mut draft, None);
    let offices = roles::mark(text, gazetteer, &mut draft);
    // An office may have taken the words of a longer name; what is left of it is read again.
    let evidence = names::countries(&draft, text);
    names::find(text, gazetteer, &mut draft, Some(&evidence));
    heads::find(text, gazetteer, &mut draft);
    context::find(text, gazetteer, &mut draft);
    roles::attach(text, gazetteer, &mut draft, &offices);
    memory::recall(text, &mut draft);
    draft
}
