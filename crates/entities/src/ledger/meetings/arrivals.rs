//! Who arrives where.

use super::draft::{Draft, Rule};
use super::merge::is_stop;
use super::scene::Scene;
use super::trip::Trip;
use super::visits::{at_home, push};
use super::words::PLACE_NOUNS;
use crate::ledger::MeetingLevel;

/// Words of arriving, before a place.
const ARRIVALS: &[&str] = &["đến", "tới", "sang", "xuống"];
/// Words between somebody and the word of arriving.
const ADVERBS: &[&str] = &[
    "đã",
    "sẽ",
    "vừa",
    "đang",
    "sắp",
    "dự",
    "kiến",
    "có",
    "mặt",
    "đặt",
    "chân",
    "lên",
    "đường",
    "bay",
    "hôm",
    "nay",
    "qua",
    "chiều",
    "sáng",
    "tối",
    "trưa",
    "đêm",
    "ngày",
    "theo",
    "lịch",
    "trình",
    "chuẩn",
    "bị",
    "cũng",
    "và",
    "phu",
    "nhân",
    "nhận",
    "lời",
    "mời",
    "đoàn",
    "đại",
    "biểu",
    "cấp",
    "cao",
    "vào",
    "rạng",
    "cùng",
    "dẫn",
    "đầu",
    "hạ",
    "cánh",
    "đáp",
];

/// The town of an airport: `đến sân bay Bangkok`.
fn airport(scene: &Scene, at: usize) -> Option<(usize, String)> {
    let text = &scene.reading.text;
    let mention = scene.reading.mention_at(at)?;
    let tokens = scene.reading.tokens_of(mention);
    if !scene.says(at, &["sân", "bay"]) {
        return None;
    }
    let town = |at: usize| {
        let (_, item) = scene.gazetteer.named(text, at)?;
        is_stop(scene.gazetteer, &item.id).then(|| item.id.clone())
    };
    let end = tokens.end;
    tokens.into_iter().find_map(town).map(|id| (end, id))
}

/// `X đến Hà Nội`.
pub(super) fn arrival(scene: &Scene, at: usize, drafts: &mut Vec<Draft>) {
    if !ARRIVALS.contains(&scene.norm(at)) || scene.reading.mention_at(at).is_some() {
        return;
    }
    let lands = airport(scene, at + 1);
    let Some((end, place)) =
        lands.or_else(|| scene.destination(at + 1).filter(|_| scene.norm(at) != "xuống"))
    else {
        return;
    };
    if !scene.joined(at + 1)
        || !is_stop(scene.gazetteer, &place)
        || scene.joined(end) && scene.norm(end) == "-"
    {
        return;
    }
    let Some(who) = scene
        .groups
        .iter()
        .rev()
        .find(|group| group.tokens.end <= at && !group.ids.is_empty())
    else {
        return;
    };
    let light = (who.tokens.end..at).all(|between| {
        scene.reading.mention_at(between).is_some()
            || ADVERBS.contains(&scene.norm(between))
            || PLACE_NOUNS.contains(&scene.norm(between))
    });
    let trip = Trip {
        tokens: at..end,
        noun: false,
        level: MeetingLevel::Other,
        places: vec![place],
        whose: None,
        sight: false,
    };
    // `dẫn độ X sang Mỹ`: whoever is taken does not travel.
    let taken = matches!(
        scene.before(who.tokens.start),
        "độ" | "đưa" | "gửi" | "xuất" | "chở" | "tiễn" | "mời" | "đón"
    ) && !(scene.before(who.tokens.start) == "chở" && scene.before(who.tokens.start - 1) == "cơ");
    if taken || !light || scene.attribute(who) || at_home(scene, who, &trip) || scene.negated(at) {
        return;
    }
    let planned = scene.planned(scene.clause(at), at);
    push(
        scene,
        &trip,
        Rule::Arrival,
        who.tokens.start..end,
        &who.ids,
        &[],
        planned,
        drafts,
    );
}
