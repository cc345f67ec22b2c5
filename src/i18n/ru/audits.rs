//! The audit in Russian.

mod rules;

use super::{Forms, OF_ARTICLES, plural};
use crate::i18n::audits::Audits;
use engine::protocol::{Precision, ZoneKind};

const IN_ARTICLES: Forms = ["статье", "статьях", "статьях"];

pub(in crate::i18n) static AUDITS: Audits = Audits {
    tell: "Показать",
    tells: ["Правила", "Ненадёжные строки", "Что отброшено", "Охват"],
    tells_why: [
        "Какое правило что нашло и сколько раз. Надёжность: сколько строк правила из ста верны на размеченных статьях; об именах, датах и числах в тексте такого не известно. Правило ведёт к тому, что оно нашло.",
        "Строки правил, которые на размеченных статьях верны менее чем в 70 случаях из 100. В таблицах они отделены; прежде чем пользоваться строкой, прочтите предложение.",
        "Где поиск не ищет, какие имена неизвестно чьи и что неизвестно о датах и файлах.",
        "Какая часть каждой статьи доступна поиску, какая что-то называет или стоит в таблицах. Предложения считаются в заголовках, абзацах и подписях.",
    ],
    rules_said: |rules, articles| format!("Правил с находками: {rules}, в {}", plural(articles, IN_ARTICLES)),
    found_said: |places, articles| {
        format!(
            "{} в {}",
            plural(places, ["место", "места", "мест"]),
            plural(articles, IN_ARTICLES)
        )
    },
    unsure_said: |unsure, rows, articles| {
        format!(
            "Ненадёжных: {unsure} из {}, в {}",
            plural(rows, ["строки", "строк", "строк"]),
            plural(articles, IN_ARTICLES)
        )
    },
    dropped_said: |percent, articles| {
        format!(
            "Поиск ищет в {percent} % текста {}",
            plural(articles, OF_ARTICLES)
        )
    },
    coverage_said: |percent, articles| {
        format!(
            "Что-то называют {percent} % предложений {}",
            plural(articles, OF_ARTICLES)
        )
    },
    all_rules: "Все правила",
    rule: "Правило",
    finds: "Находит",
    sure: "Надёжность",
    loose: "Без связи",
    corrected: "Исправлено",
    completion: "год даты",
    date: "дата статьи",
    levels: [
        "верны от 90 из 100",
        "верны 80–89 из 100",
        "верны 70–79 из 100",
        "верны менее 70 из 100: ненадёжно",
    ],
    no_place: "В этой выборке правило ничего не нашло.",
    rows: "Строки",
    unsure: "Ненадёжные",
    zones: "Текст по видам",
    zones_why: "Поиск ищет в заголовках и абзацах, если не выбрано иное. По какому правилу строка признана тем, чем она есть, в корпусе не хранится.",
    zone: "Вид",
    zone_why: |zone| match zone {
        ZoneKind::Title | ZoneKind::Body => "доступен поиску, из него берутся имена и таблицы",
        ZoneKind::Caption => "поиск ищет, если выбрать; имена учитываются в фильтрах",
        ZoneKind::Byline => "подпись автора: поиск ищет, если выбрать",
        ZoneKind::Dateline => "отсюда берётся дата статьи; поиск ищет, если выбрать",
        ZoneKind::Navigation => "меню и формы страницы, а не статья; поиск ищет, если выбрать",
        ZoneKind::Related => "заголовки других статей; поиск ищет, если выбрать",
        ZoneKind::Source => "отсюда берутся издание и дата; поиск ищет, если выбрать",
    },
    bytes: "Байты",
    share: "Доля",
    blocks: "Строки",
    why: "Что с ним делается",
    names: "Имена без связи",
    names_why: "Они отмечены как имена, но их нет ни в одной таблице имён, и статьи не говорят больше; поэтому фильтра для них нет.",
    name: "Имя",
    kind: "Что это",
    first_place: "Первое место",
    dates: "Даты статей",
    precision: |precision| match precision {
        Some(Precision::Day) => "до дня",
        Some(Precision::Month) => "до месяца",
        Some(Precision::Year) => "до года",
        None => "неизвестна",
    },
    exactness: "Точность",
    basis: "Основание",
    partial: |partial, completed| {
        format!("Дат без года или месяца в текстах: {partial}; из них дополнено по статье: {completed}.")
    },
    files: "Файлы",
    no_files: "При чтении файлов ничего не замечено, и ни один не пропущен.",
    noticed: |what, articles| format!("{what}: {}", plural(articles, ["статья", "статьи", "статей"])),
    skipped: |file, why| format!("{file} пропущен: {why}"),
    not_kept: "В корпусе не хранится и потому не показано: имена, снятые исправлением, и какие статьи повторяют другие (открытую статью можно сравнить с остальными).",
    chart: "Текст по видам, статья за статьёй",
    all: "Все статьи",
    tones: ["заголовок и абзацы", "подписи, авторы, даты", "вокруг статьи"],
    more_bars: |n| {
        format!(
            "Только в таблице: ещё {}.",
            plural(n, ["статья", "статьи", "статей"])
        )
    },
    columns: [
        "Статья",
        "Дата",
        "Текст для поиска",
        "Предложения, где что-то названо",
        "Предложения в таблицах",
        "Имена со связью",
        "Строки в таблицах",
    ],
    columns_why: "Строки считаются по каждой статье; в таблицах одинаковые строки объединены.",
    part: |part, whole, percent| format!("{percent} % ({part} из {whole})"),
    untitled: |articles, untitled| match untitled {
        0 => format!("Без заголовка: 0 из {}.", plural(articles, OF_ARTICLES)),
        _ => format!(
            "Без заголовка: {untitled} из {}; вместо него первое предложение.",
            plural(articles, OF_ARTICLES)
        ),
    },
    rules: rules::RULES,
};
