//! Charts in Russian.

use super::{ARTICLES, Forms, plural};
use crate::i18n::messages::Charts;

const STRETCHES: Forms = ["промежуток времени", "промежутка времени", "промежутков времени"];

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
};
