//! Corrects what was recognised: which entity is meant, what it is called, what kind of thing it is.

use super::choice::Choice;
use super::dom::sent;
use super::entity_button::{facet_of, slug_of};
use super::text_field::TextField;
use crate::i18n::{Messages, text, value_name};
use crate::state::AppState;
use crate::view::Lang;
use crate::wire::APART;
use engine::corrections::{Change, Correction, MentionKind, Names, Surface};
use engine::protocol::{EntityKind, EntitySummary};
use yew::prelude::*;

/// The kinds that a name can be of; behind them, none.
const KINDS: [(EntityKind, MentionKind); 5] = [
    (EntityKind::Person, MentionKind::Person),
    (EntityKind::Org, MentionKind::Org),
    (EntityKind::Place, MentionKind::Place),
    (EntityKind::Event, MentionKind::Event),
    (EntityKind::Agreement, MentionKind::Agreement),
];

/// The languages that names have.
const LANGUAGES: [&str; 3] = ["vi", "en", "ru"];

/// What a correction does; also its place among the words for it.
pub(crate) const MERGE: usize = 0;
pub(crate) const RENAME: usize = 1;
pub(crate) const RETYPE: usize = 2;
pub(crate) const SPLIT: usize = 3;

/// What is corrected.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    /// What it was taken for; none where it links to nothing.
    pub(crate) entity: Option<EntitySummary>,
    /// The text of a mention and the id of its article; none where the entity as a whole is looked at.
    #[prop_or_default]
    pub(crate) of: Option<(String, String)>,
    /// Others of its kind: ids and names.
    pub(crate) others: Vec<(String, AttrValue)>,
    pub(crate) oncorrect: Callback<Correction>,
}

#[component]
pub(crate) fn CorrectForm(props: &Props) -> Html {
    let t = text(props.lang);
    let offered = offered(props);
    let (chosen, kind) = (use_state_eq(|| 0), use_state_eq(|| 0));
    let problem = use_state_eq(|| None::<String>);
    // What was typed belongs to one correction.
    let round = use_state_eq(|| 0_u32);
    let act = offered.get(*chosen).copied().unwrap_or(RETYPE);
    let onsubmit = {
        let typed = (
            props.entity.clone(),
            props.of.clone(),
            props.others.clone(),
            *kind,
        );
        let (oncorrect, problem, round) = (props.oncorrect.clone(), problem.setter(), round.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let correction = Correction {
                change: change(act, &typed, &|name| sent(&event, name)),
                why: sent(&event, "why"),
            };
            let wrong = correction.problem();
            if wrong.is_none() {
                round.set(*round + 1);
                oncorrect.emit(correction);
            }
            problem.set(wrong);
        })
    };
    let pick = |state: UseStateHandle<usize>| Callback::from(move |at| state.set(at));
    let key = format!(
        "{act} {} {:?}",
        *round,
        props.entity.as_ref().map(|entity| &entity.id)
    );
    html! {
        <details class="correct">
            <summary>{ t.fixes.open }</summary>
            if APART {
                <p class="facet-note">{ t.fixes.apart }</p>
            } else {
                <form {onsubmit}>
                    <Choice
                        label={t.fixes.act}
                        show_label=true
                        options={offered.iter().filter_map(|act| Some((*t.fixes.acts.get(*act)?, None))).collect::<Vec<_>>()}
                        current={*chosen}
                        onchoose={pick(chosen)}
                    />
                    if act == RETYPE {
                        <Choice
                            label={t.fixes.kind}
                            show_label=true
                            options={kinds(t)}
                            current={*kind}
                            onchoose={pick(kind)}
                        />
                    }
                    <div {key}>{ fields(t, props, act) }</div>
                    if let Some(problem) = &*problem {
                        <p class="facet-note facet-error" role="alert">{ (t.fixes.wrong)(problem) }</p>
                    }
                    <button type="submit" class="text-button">{ t.fixes.submit }</button>
                </form>
            }
        </details>
    }
}

/// Others of the kind of an entity that articles in the view name.
pub(crate) fn others(state: &AppState, entity: Option<&EntitySummary>) -> Vec<(String, AttrValue)> {
    let known = entity.and_then(|entity| {
        let facet = facet_of(entity.kind)?;
        let found = state.results.shown()?;
        let counts = found.facets.iter().find(|counts| counts.facet == facet)?;
        let (prefix, own) = entity.id.split_once(':')?;
        let values = counts.values.iter().filter(|value| value.slug != own);
        let other = |value| {
            let name = value_name(state.lang, facet, value).text;
            (format!("{prefix}:{}", value.slug), name)
        };
        Some(values.map(other).collect())
    });
    known.unwrap_or_default()
}

/// What can be done about it.
fn offered(props: &Props) -> Vec<usize> {
    match (&props.entity, &props.of) {
        (None, _) => vec![RETYPE],
        (_, None) => vec![MERGE, RENAME, RETYPE],
        _ => vec![MERGE, RENAME, RETYPE, SPLIT],
    }
}

/// A kind as the reader calls it.
pub(crate) fn kind_name(t: &Messages, kind: Option<MentionKind>) -> &'static str {
    let known = KINDS.iter().find(|(_, known)| Some(*known) == kind);
    known.map_or(t.fixes.no_name, |(kind, _)| (t.reader.kind)(*kind))
}

fn kinds(t: &Messages) -> Vec<(&'static str, Option<&'static str>)> {
    let names = KINDS.map(|(kind, _)| (t.reader.kind)(kind));
    names
        .into_iter()
        .chain([t.fixes.no_name])
        .map(|name| (name, None))
        .collect()
}

/// What is to be typed: each control has a name by which it is read.
fn fields(t: &'static Messages, props: &Props, act: usize) -> Html {
    let named = |at: usize| {
        let entity = props.entity.as_ref()?;
        [
            Some(&entity.name),
            entity.name_en.as_ref(),
            entity.name_ru.as_ref(),
        ]
        .get(at)
        .copied()?
    };
    let typed = match act {
        MERGE => html! {
            <>
                <TextField name="into" label={t.fixes.other} required=true list="correct-others" />
                <datalist id="correct-others">
                    for (id, name) in &props.others {
                        <option value={id.clone()}>{ name }</option>
                    }
                </datalist>
            </>
        },
        RENAME => (0..)
            .zip(LANGUAGES.into_iter().zip(t.fixes.names))
            .map(|(at, (name, label))| {
                let value = named(at).cloned().unwrap_or_default();
                html! { <TextField {name} {label} {value} /> }
            })
            .collect(),
        SPLIT => html! { <TextField name="vi" label={t.fixes.who} required=true /> },
        _ => html! {},
    };
    html! {
        <>
            { typed }
            <TextField name="why" label={t.fixes.why} value={t.fixes.whys.get(act).copied().unwrap_or_default()} required=true />
        </>
    }
}

type Typed = (
    Option<EntitySummary>,
    Option<(String, String)>,
    Vec<(String, AttrValue)>,
    usize,
);

/// The change that was asked for; `sent` says what was typed in a field.
fn change(act: usize, (entity, of, others, kind): &Typed, sent: &dyn Fn(&str) -> String) -> Change {
    let id = entity
        .as_ref()
        .map(|entity| entity.id.clone())
        .unwrap_or_default();
    let surface = |everywhere: bool| {
        let (surface, article) = of.clone().unwrap_or_default();
        let article = (!everywhere).then_some(article);
        Surface { surface, article }
    };
    match act {
        MERGE => {
            let typed = sent("into");
            let named = others.iter().find(|(id, name)| *id == typed || *name == typed);
            let into = named.map_or(typed, |(id, _)| id.clone());
            Change::Merge { from: id, into }
        }
        RENAME => {
            // One by one: made of many at once they would be sorted first.
            let mut names = Names::new();
            for language in LANGUAGES {
                let name = sent(language);
                if !name.is_empty() {
                    names.insert(language.to_owned(), name);
                }
            }
            Change::Rename { id, names }
        }
        SPLIT => {
            let name = sent("vi");
            let (prefix, own) = (id.split(':').next().unwrap_or_default(), slug_of(&id));
            let slug = viet::slug(&name);
            let mut names = Names::new();
            names.insert("vi".to_owned(), name);
            // Somebody else of the same name.
            let more = if slug == own { "-2" } else { "" };
            Change::Split {
                of: surface(false),
                into: format!("{prefix}:{slug}{more}"),
                from: id,
                names,
            }
        }
        _ => {
            let kind = KINDS.get(*kind).map(|(_, kind)| *kind);
            match of {
                Some(_) => Change::RetypeSurface {
                    of: surface(true),
                    kind,
                },
                None => Change::RetypeEntity { id, kind },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;

    fn form(of: Option<(String, String)>, linked: bool) -> String {
        fixtures::render::<CorrectForm>(move || {
            let entity = linked.then(|| fixtures::entity("person:to-lam", "Tô Lâm", None));
            let state = fixtures::state(Lang::En);
            Props {
                lang: Lang::En,
                others: others(&state, entity.as_ref()),
                entity,
                of,
                oncorrect: Callback::noop(),
            }
        })
    }

    fn mention() -> (String, String) {
        ("ông Lâm".into(), "003_x".into())
    }

    fn asked(act: usize, of: Option<(String, String)>, typed: &[(&str, &str)]) -> Change {
        let entity = Some(fixtures::entity("person:to-lam", "Tô Lâm", None));
        let others = vec![("person:luong-cuong".to_owned(), "Lương Cường".into())];
        let sent = |name: &str| {
            let found = typed.iter().find(|(field, _)| *field == name);
            found.map_or_else(String::new, |(_, value)| (*value).to_owned())
        };
        change(act, &(entity, of, others, 5), &sent)
    }

    #[test]
    fn a_mention_can_be_of_somebody_else_and_a_page_cannot() {
        let html = form(Some(mention()), true);
        for part in [
            "Correct…",
            "Same as another",
            "Rename",
            "Another kind",
            "Somebody or something else",
            "Reason",
        ] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        assert!(
            html.contains("<option value=\"person:vladimir-putin\">Vladimir Putin"),
            "{html}"
        );
        assert!(!html.contains("<option value=\"person:to-lam\""), "{html}");
        assert!(!form(None, true).contains("Somebody or something else"));
        let html = form(Some(mention()), false);
        assert!(
            html.contains("not a name") && !html.contains("Same as another"),
            "{html}"
        );
    }

    #[test]
    fn another_is_found_by_name_or_id() {
        let merged = |into: &str| asked(MERGE, None, &[("into", into)]);
        let expected = Change::Merge {
            from: "person:to-lam".into(),
            into: "person:luong-cuong".into(),
        };
        assert_eq!(merged("Lương Cường"), expected);
        assert_eq!(merged("person:luong-cuong"), expected);
        let change = merged("Nobody");
        let why = "x".to_owned();
        assert!(Correction { change, why }.problem().is_some());
    }

    #[test]
    fn names_that_are_left_empty_stay_as_they_are() {
        let Change::Rename { names, .. } = asked(RENAME, None, &[("vi", "Tô Lâm"), ("ru", "")]) else {
            panic!()
        };
        assert_eq!(names, Names::from([("vi".into(), "Tô Lâm".into())]));
    }

    #[test]
    fn somebody_else_of_the_same_name_has_another_id() {
        for (name, id) in [("Tô Lâm", "person:to-lam-2"), ("Hoàng Lâm", "person:hoang-lam")] {
            let Change::Split { of, into, .. } = asked(SPLIT, Some(mention()), &[("vi", name)]) else {
                panic!()
            };
            assert_eq!((into.as_str(), of.article.as_deref()), (id, Some("003_x")));
        }
    }

    #[test]
    fn a_way_of_writing_or_an_entity_is_no_name() {
        let surface = "ông Lâm".to_owned();
        let of = Surface {
            surface,
            article: None,
        };
        assert_eq!(
            asked(RETYPE, Some(mention()), &[]),
            Change::RetypeSurface { of, kind: None }
        );
        let id = "person:to-lam".to_owned();
        assert_eq!(asked(RETYPE, None, &[]), Change::RetypeEntity { id, kind: None });
    }
}
