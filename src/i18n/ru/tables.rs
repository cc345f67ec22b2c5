//! The ledgers and entities in Russian.

use super::{Forms, OF_ARTICLES, plural};
use crate::i18n::messages::Tables;
use crate::i18n::numbers::share;
use crate::view::Lens;
use engine::protocol::{Act, Column, FigureRole, Ledger, MeetingLevel, Status};

/// Behind "в".
const IN_ARTICLES: Forms = ["статье", "статьях", "статьях"];
/// Behind "из".
const OF_ROWS: Forms = ["строки", "строк", "строк"];
const PLACES: Forms = ["место", "места", "мест"];

pub(super) const TABLES: Tables = Tables {
    lenses: "Представление",
    lens: |lens| match lens {
        Lens::Articles => "Статьи",
        Lens::Concordance => "Конкорданс",
        Lens::Timeline => "Хронология",
        Lens::Compare => "Сравнение",
        Lens::Words => "Слова",
        Lens::Network => "Связи",
        Lens::Audit => "Проверка",
        Lens::Ledger(Ledger::Meetings) => "Встречи",
        Lens::Ledger(Ledger::Offices) => "Должности",
        Lens::Ledger(Ledger::Agreements) => "Договорённости",
        Lens::Ledger(Ledger::Figures) => "Показатели",
        Lens::Ledger(Ledger::Statements) => "Заявления",
    },
    column: |column| match column {
        Column::Person => "Персона",
        Column::Office => "Должность",
        Column::Country => "Страна",
        Column::Org => "Ведомство",
        Column::FirstSeen => "Впервые в корпусе",
        Column::LastSeen => "Последний раз в корпусе",
        Column::Who => "Кто",
        Column::Whom => "С кем",
        Column::Level => "Формат",
        Column::Place => "Место",
        Column::Date => "Дата",
        Column::Planned => "Планируется",
        Column::Name => "Договорённость",
        Column::Status => "Статус",
        Column::Parties => "Стороны",
        Column::Indicator => "Показатель",
        Column::Value => "Значение",
        Column::Role => "Вид",
        Column::Period => "Период",
        Column::Actor => "Кто заявляет",
        Column::Act => "Речевой акт",
        Column::Topics => "Темы",
    },
    level: |level| match level {
        MeetingLevel::Talks => "переговоры",
        MeetingLevel::Call => "встреча с вышестоящим лицом",
        MeetingLevel::Reception => "приём",
        MeetingLevel::Encounter => "встреча",
        MeetingLevel::Telephone => "телефонный разговор",
        MeetingLevel::StateVisit => "государственный визит",
        MeetingLevel::OfficialVisit => "официальный визит",
        MeetingLevel::WorkingVisit => "рабочий визит",
        MeetingLevel::Other => "иное",
    },
    status: |status| match status {
        Status::Negotiated => "обсуждается",
        Status::Signed => "подписано",
        Status::Ratified => "ратифицировано",
        Status::InForce => "в силе",
        Status::Implemented => "выполняется",
        Status::Recalled => "упомянуто",
        Status::Other => "иное",
    },
    role: |role| match role {
        FigureRole::Actual => "факт",
        FigureRole::Target => "цель",
        FigureRole::Growth => "изменение",
        FigureRole::Other => "иное",
    },
    // Nouns, since those who speak may be one or several.
    act: |act| match act {
        Act::Affirm => "утверждение",
        Act::Propose => "предложение",
        Act::Stress => "акцент",
        Act::Agree => "согласие",
        Act::Commit => "обязательство",
        Act::Express => "выражение позиции",
        Act::Thank => "благодарность",
        Act::Wish => "пожелание",
        Act::Trust => "уверенность",
        Act::Welcome => "одобрение",
        Act::Inform => "сообщение",
        Act::Other => "иное",
    },
    both: "обе стороны",
    planned: "планируется",
    seen_why: "«Впервые» и «последний раз» — это даты статей корпуса, а не срок полномочий; статьи без даты не учитываются.",
    inferred_why: "«Выведено» — значит, в приведённом предложении этого нет: взято по персоне, ведомству, дате публикации или другому месту статьи.",
    written: |date| format!("в тексте: {date}"),
    count: |rows, all, articles| {
        format!(
            "{rows} из {}, в {}",
            plural(all, OF_ROWS),
            plural(articles, IN_ARTICLES)
        )
    },
    find: "Найти в таблице",
    unsure: |n| format!("Ненадёжные строки ({n})"),
    unsure_why: "Ненадёжные строки получены по правилам, которые на размеченных статьях верны менее чем в 70 случаях из 100; прежде чем пользоваться строкой, прочтите предложение.",
    none: "В таблице нет строк",
    any_words: "Не искать слова в таблице",
    sure: "Показать надёжные строки",
    more_rows: |n| format!("Показать ещё, осталось строк: {n}"),
    all_rows: "Показать все",
    many_rows: |n| format!("Показать {n}"),
    rows_before: |first, last| format!("Назад к {first}–{last}"),
    download: "Скачать таблицу",
    download_rows: |shown, total| format!("Скачать {shown} из {}:", plural(total, OF_ROWS)),
    more_places: |n| format!("ещё {}", plural(n, PLACES)),
    unseen_places: |n| format!("и ещё {}", plural(n, PLACES)),
    trust: |rule, right| format!("правило {rule}, на размеченных статьях верно {}", share(right)),
    scales: ["млрд", "млн"],
    // Only what stays the same behind every number.
    unit: |unit| {
        Some(match unit {
            "USD" => "долл.\u{a0}США",
            "EUR" => "евро",
            "RUB" => "руб.",
            "MW" => "МВт",
            "GW" => "ГВт",
            "kW" => "кВт",
            "kWh" => "кВт·ч",
            "kV" => "кВ",
            "km" => "км",
            "km2" => "км²",
            "m" => "м",
            "m2" => "м²",
            "m3" => "м³",
            "cm" => "см",
            "ha" => "га",
            "t" => "т",
            "kg" => "кг",
            _ => return None,
        })
    },
    half: |first, year| {
        let which = if first { "первое" } else { "второе" };
        format!("{which} полугодие {year}\u{a0}г.")
    },
    profile: "Досье",
    open_profile: "Открыть досье",
    whole: "Вся таблица",
    with: "Упоминаются вместе",
    named_in: |n, total| format!("упоминается в {n} из {}", plural(total, OF_ARTICLES)),
    newest: "Последние статьи",
    held: "Должность на тот момент",
    held_here: "по этой статье",
    held_there: |date| format!("по другой статье, {date}"),
    held_unknown: "в корпусе не указана",
};
