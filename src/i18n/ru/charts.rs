//! Charts in Russian.

use super::{ARTICLES, Forms, plural};
use crate::i18n::messages::Charts;

const STRETCHES: Forms = ["промежуток времени", "промежутка времени", "промежутков времени"];

const ROWS: Forms = ["строка", "строки", "строк"];
/// Behind "из".
const OF_ROWS: Forms = ["строки", "строк", "строк"];
const MEETINGS: Forms = ["встреча", "встречи", "встреч"];
const PLACES: Forms = ["место", "места", "мест"];

pub(in crate::i18n) static CHARTS: Charts = Charts {
    said: |articles, undated| match undated {
        0 => plural(articles, ARTICLES),
        _ => format!("{}, из них без даты: {undated}", plural(articles, ARTICLES)),
    },
    units: ["Статьи по годам", "Статьи по месяцам", "Статьи по дням"],
    loose: ["год неточен", "месяц неизвестен", "день неизвестен"],
    all_time: "Всё время",
    crumbs: "Период",
    apply: "Отобрать",
    chosen: |from, to| format!("Выбирается {from} – {to}: Enter — отобрать, Esc — отменить"),
    brush: "Щелчок по столбцу сужает выборку. Чтобы выбрать несколько, проведите по ним мышью или нажмите Shift + ← →, затем Enter.",
    gaps: "Период слишком длинный: годы без статей не показаны.",
    more_stretches: |n| format!("Только в таблице: ещё {}.", plural(n, STRETCHES)),
    table: "Числа диаграммы",
    when: "Когда",
    perhaps: "Возможно, ещё",
    perhaps_why: "«Возможно, ещё» — статьи, о которых известен только месяц, год или несколько дней. Они не входят ни в один столбец, а показаны полосой.",
    show: "Вид",
    shows: ["таблица", "диаграмма", "календарь", "матрица"],
    partly: |shown, all| {
        format!(
            "Показано {shown} из {}: чтобы увидеть всё, сузьте выборку.",
            plural(all, OF_ROWS)
        )
    },
    not_drawn: |n| format!("Не показано здесь, есть в таблице: {}.", plural(n, ROWS)),
    figures: "Показатели по годам",
    figures_why: "Каждая точка — число из статьи в том году, о котором идёт речь; она ведёт к предложению. Между точками ничего не домысливается.",
    no_indicator: "показатель не назван",
    no_period: "без периода",
    in_unit: |unit| format!("{unit}: разные показатели"),
    calendar: "Встречи по месяцам",
    calendar_why: "Сплошной квадрат: день известен. Полоса: известен только месяц или только год. Учтены и запланированные. Каждая отметка ведёт к строкам.",
    year_unknown: "год неизвестен",
    meetings: |n| plural(n, MEETINGS),
    matrix: "Кто с кем встречается",
    matrix_why: "В ячейке — число строк, где эти двое стоят по обе стороны; взяты самые частые участники. Ячейка ведёт к строкам.",
    pair: |who, whom, n| format!("{who} – {whom}: {}", plural(n, ROWS)),
    offices: "Должности по статьям корпуса",
    offices_why: "Каждая точка — статья, где так сказано. Тонкая линия соединяет самую раннюю и самую позднюю из них; это не срок полномочий.",
    more_seen: |n| format!("и ещё {}", plural(n, PLACES)),
};
