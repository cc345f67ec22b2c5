//! Answers as the engine gives them for the five articles of the corpus, for tests of components.

mod article;
mod ledgers;
mod network;

use crate::components::Links;
use crate::state::{AppState, Remote, WorkerStatus};
use crate::view::{Lang, ViewState};
pub(crate) use article::article;
use engine::protocol::*;
pub(crate) use ledgers::{figures, meetings, met, offices};
pub(crate) use network::network;
use std::rc::Rc;
use yew::{BaseComponent, Callback, ServerRenderer};

pub(crate) fn entity(id: &str, name: &str, english: Option<&str>) -> EntitySummary {
    let kind = match id.split(':').next() {
        Some("person") => EntityKind::Person,
        Some("org") => EntityKind::Org,
        Some("place") => EntityKind::Place,
        _ => EntityKind::Agreement,
    };
    EntitySummary {
        id: id.into(),
        kind,
        name: name.into(),
        name_en: english.map(str::to_owned),
        name_ru: russian(id).map(str::to_owned),
    }
}

/// The Russian names of some.
fn russian(id: &str) -> Option<&'static str> {
    Some(match id {
        "person:vladimir-putin" => "Владимир Путин",
        "person:sergey-lavrov" => "Сергей Лавров",
        "place:russia" => "Россия",
        "place:vietnam" => "Вьетнам",
        "org:united-nations" => "ООН",
        _ => return None,
    })
}

pub(crate) fn topic(slug: &str, name: &str, english: &str) -> TopicSummary {
    TopicSummary {
        slug: slug.into(),
        name: name.into(),
        name_en: Some(english.into()),
        name_ru: None,
    }
}

pub(crate) fn entities() -> Vec<(EntitySummary, u32)> {
    vec![
        (entity("person:vladimir-putin", "Vladimir Putin", None), 4),
        (entity("place:russia", "Nga", Some("Russia")), 5),
        (entity("place:vietnam", "Việt Nam", Some("Vietnam")), 5),
        (entity("person:sergey-lavrov", "Sergey Lavrov", None), 3),
        (entity("person:to-lam", "Tô Lâm", None), 2),
        (
            entity("org:united-nations", "Liên Hợp Quốc", Some("United Nations")),
            2,
        ),
        (entity("org:asean", "ASEAN", None), 4),
        (entity("person:le-hoai-trung", "Lê Hoài Trung", None), 1),
        (entity("person:bui-thanh-son", "Bùi Thanh Sơn", None), 1),
        (entity("person:pham-binh-minh", "Phạm Bình Minh", None), 1),
        (entity("person:luong-cuong", "Lương Cường", None), 1),
        (entity("person:nguyen-minh-triet", "Nguyễn Minh Triết", None), 1),
        (entity("person:dmitry-medvedev", "Dmitry Medvedev", None), 1),
        (entity("person:tran-dai-quang", "Trần Đại Quang", None), 1),
    ]
}

pub(crate) fn profile() -> Profile {
    Profile {
        articles: 5,
        tokens: 3229,
        undated: 2,
        years: Some((2018, 2025)),
        top: entities(),
        docs: ["000", "001", "002", "003", "004"].map(str::to_owned).to_vec(),
        skipped: vec![SkippedFile {
            name: "ghi-chu.txt".into(),
            reason: "the file holds no text".into(),
        }],
        version: "3f9a21c7".into(),
    }
}

pub(crate) fn published(from: &str, to: &str, precision: Precision, basis: Basis) -> DateSummary {
    DateSummary {
        from: from.into(),
        to: to.into(),
        precision,
        kind: DateKind::Published,
        basis,
        rule: (basis == Basis::Inferred).then(|| "anniversary".into()),
    }
}

/// The text with every occurrence of the words marked.
pub(crate) fn marked(text: &str, words: &[&str]) -> Marked {
    let mut marks: Vec<(u32, u32)> = words
        .iter()
        .flat_map(|word| text.match_indices(word))
        .map(|(start, word)| (start as u32, (start + word.len()) as u32))
        .collect();
    marks.sort_unstable();
    Marked {
        text: text.into(),
        marks,
    }
}

fn snippet(text: &str, zone: ZoneKind, anchor: &str, cut: (bool, bool)) -> Snippet {
    Snippet {
        text: marked(text, &["điện hạt nhân", "hợp tác"]),
        cut,
        zone,
        anchor: anchor.into(),
    }
}

#[expect(clippy::too_many_lines, reason = "five articles, written out")]
pub(crate) fn hits() -> Vec<Hit> {
    let all = entities();
    let names = |slugs: &[&str]| -> Vec<EntitySummary> {
        let found = slugs
            .iter()
            .filter_map(|slug| all.iter().find(|(e, _)| e.id.ends_with(slug)));
        found.map(|(entity, _)| entity.clone()).collect()
    };
    let hit = |doc: &str, title: &str, names: Vec<EntitySummary>| Hit {
        id: format!("{doc}_b2dea19e5404a6d9"),
        doc: doc.into(),
        title: marked(title, &["hợp tác"]),
        untitled: false,
        date: None,
        source: None,
        level: Some(MatchLevel::AccentFree),
        score: 1.0,
        snippets: vec![],
        more: 0,
        entities: names,
    };
    vec![
        Hit {
            date: Some(published(
                "2025-09-04",
                "2025-09-04",
                Precision::Day,
                Basis::Written,
            )),
            source: Some("Thanh Niên".into()),
            snippets: vec![
                snippet(
                    "Việt Nam mong muốn hai bên sớm hoàn tất đàm phán về hợp tác xây dựng nhà máy điện hạt nhân Ninh Thuận 1",
                    ZoneKind::Body,
                    "p-3fa2",
                    (true, true),
                ),
                snippet(
                    "Lễ ký hợp tác giữa hai bên. ẢNH: TTXVN",
                    ZoneKind::Caption,
                    "p-11c0",
                    (false, false),
                ),
            ],
            more: 2,
            ..hit(
                "003",
                "Việt Nam và Nga quyết tâm nâng tầm hợp tác kinh tế - thương mại",
                names(&["vladimir-putin", "luong-cuong", "russia", "asean"]),
            )
        },
        Hit {
            untitled: true,
            snippets: vec![snippet(
                "nâng cao hơn nữa chất lượng và hiệu quả hợp tác trong các lĩnh vực trụ cột là năng lượng, dầu khí, kỹ \
                 thuật quân sự..., mở rộng sang các lĩnh vực điện hạt nhân, khoa học - công nghệ",
                ZoneKind::Body,
                "p-77d1",
                (true, false),
            )],
            ..hit(
                "004",
                "Bộ Ngoại giao cho biết trong khuôn khổ chuyến thăm Nga, thông báo về kết quả Đại hội lần thứ XIV của \
                 Đảng, chiều 24/2, Bộ trưởng Bộ Ngoại giao Lê Hoài Trung đã có cuộc hội kiến Tổng thống Nga V. Putin.",
                names(&["vladimir-putin", "to-lam", "le-hoai-trung", "sergey-lavrov"]),
            )
        },
        Hit {
            date: Some(published(
                "2025-01-01",
                "2025-12-31",
                Precision::Year,
                Basis::Inferred,
            )),
            source: Some("doanhnghiepvaphattrien.com".into()),
            ..hit(
                "002",
                "Tuyên bố chung quan hệ Đối tác Chiến lược toàn diện Việt - Nga trong giai đoạn hợp tác mới",
                names(&["vladimir-putin", "to-lam", "russia"]),
            )
        },
        Hit {
            date: Some(published(
                "2018-03-01",
                "2018-03-31",
                Precision::Month,
                Basis::Written,
            )),
            untitled: true,
            ..hit(
                "000",
                "Tại hội đàm, hai bên đã điểm lại tình hình hợp tác, thảo luận và thống nhất các phương hướng, biện \
                 pháp nhằm đưa hợp tác Việt Nam - Nga tiếp tục phát triển hiệu quả.",
                names(&["sergey-lavrov", "pham-binh-minh"]),
            )
        },
        hit(
            "001",
            "Việt Nam và Nga Tăng Cường Quan Hệ Đối Tác Chiến Lược tại Cuộc Gặp ở Moscow",
            names(&["sergey-lavrov", "bui-thanh-son", "united-nations"]),
        ),
    ]
}

pub(crate) fn facets() -> Vec<FacetCounts> {
    let value = |entity: EntitySummary, total: u32| FacetValue {
        slug: entity.id.split(':').nth(1).unwrap_or_default().into(),
        count: total.saturating_sub(1),
        total,
        name: entity.name,
        name_en: entity.name_en,
        name_ru: entity.name_ru,
    };
    let of = |facet, kind| FacetCounts {
        rest: 0,
        facet,
        values: entities()
            .into_iter()
            .filter(|(entity, _)| entity.kind == kind)
            .map(|(entity, total)| value(entity, total))
            .collect(),
    };
    let plain = |facet, values: &[(&str, &str, u32, u32)]| FacetCounts {
        rest: 0,
        facet,
        values: values
            .iter()
            .map(|(slug, name, count, total)| FacetValue {
                slug: (*slug).into(),
                name: (*name).into(),
                name_en: None,
                name_ru: None,
                count: *count,
                total: *total,
            })
            .collect(),
    };
    let years = [
        ("2025", "2025", 2, 2),
        ("2018", "2018", 1, 1),
        ("undated", "", 2, 2),
    ];
    let sources = [
        ("thanh-nien", "Thanh Niên", 1, 1),
        ("doanhnghiepvaphattrien-com", "doanhnghiepvaphattrien.com", 1, 1),
    ];
    let zones = [
        ("title", "", 3, 3),
        ("body", "", 5, 5),
        ("caption", "", 4, 4),
        ("navigation", "", 2, 2),
    ];
    vec![
        of(Facet::Person, EntityKind::Person),
        of(Facet::Place, EntityKind::Place),
        of(Facet::Org, EntityKind::Org),
        plain(Facet::Source, &sources),
        plain(Facet::Year, &years),
        plain(Facet::Zone, &zones),
    ]
}

pub(crate) fn results() -> SearchResponse {
    SearchResponse {
        total: 5,
        passages: Some(7),
        near: Vec::new(),
        corpus: 5,
        hits: hits(),
        facets: facets(),
        interpretation: vec![
            QueryPart {
                text: "hop tac".into(),
                reading: Reading::Terms,
                forms: vec![("hợp tác".into(), 5)],
                without: "-kremlin".into(),
            },
            QueryPart {
                text: "kremlin".into(),
                reading: Reading::Excluded,
                forms: vec![],
                without: "hop tac".into(),
            },
        ],
        ..SearchResponse::default()
    }
}

/// A view with everything on it.
pub(crate) fn state(lang: Lang) -> AppState {
    AppState {
        view: ViewState {
            query: "hop tac -kremlin".into(),
            selections: vec![Selection {
                facet: Facet::Person,
                include: vec!["vladimir-putin".into(), "to-lam".into()],
                exclude: vec!["sergey-lavrov".into()],
                all: false,
            }],
            from: Some("2018-03".into()),
            doc: Some("003".into()),
            ..ViewState::default()
        },
        lang,
        keys: true,
        worker: WorkerStatus::Ready,
        profile: Remote::Ready(Rc::new(profile())),
        results: Remote::Ready(Rc::new(results())),
        article: Remote::Ready(Rc::new(article())),
        cursor: Some(1),
        hit: Some(1),
        ..AppState::default()
    }
}

/// The page as it opens.
pub(crate) fn first_visit(lang: Lang) -> AppState {
    let results = SearchResponse {
        passages: None,
        near: Vec::new(),
        interpretation: vec![],
        hits: hits()
            .into_iter()
            .map(|hit| Hit {
                level: None,
                more: 0,
                title: marked(&hit.title.text, &[]),
                snippets: vec![],
                ..hit
            })
            .collect(),
        ..results()
    };
    AppState {
        lang,
        profile: Remote::Ready(Rc::new(profile())),
        results: Remote::Ready(Rc::new(results)),
        ..AppState::default()
    }
}

pub(crate) fn links() -> Links {
    Links {
        href: Callback::from(|view: ViewState| format!("?doc={}", view.doc.unwrap_or_default())),
        copy: Callback::noop(),
        restart: Callback::noop(),
    }
}

/// The component as html.
pub(crate) fn render<C>(props: impl FnOnce() -> C::Properties + Send + 'static) -> String
where
    C: BaseComponent,
{
    block_on(ServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// Waits for a future by asking again: the renderer runs on threads of its own.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}
