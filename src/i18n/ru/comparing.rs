//! Two views beside each other, in Russian.

use super::{ARTICLES, Forms, OF_ARTICLES, plural};
use crate::i18n::comparing::Comparing;

const WORDS: Forms = ["слово", "слова", "слов"];

pub(in crate::i18n) static COMPARING: Comparing = Comparing {
    said: |a, b, both| {
        let sides = format!("A: {}, B: {}", plural(a, ARTICLES), plural(b, ARTICLES));
        match both {
            0 => sides,
            _ => format!("{sides}, общих {both}"),
        }
    },
    overlap: |both, all| match all {
        [true, true] => "A и B — одни и те же статьи: различий нет.".to_owned(),
        [true, false] => "Все статьи A есть и в B; они учтены с обеих сторон.".to_owned(),
        [false, true] => "Все статьи B есть и в A; они учтены с обеих сторон.".to_owned(),
        [false, false] => format!("Общие статьи ({both}) учтены с обеих сторон."),
    },
    shown: "текущая выборка",
    others: "все остальные статьи",
    undated: |n| format!("{n} без даты"),
    open: "Открыть эту выборку",
    keep: ["Запомнить выборку как A", "Запомнить выборку как B"],
    let_go: ["A — текущая выборка", "B — все остальные"],
    swap: "Поменять A и B местами",
    choose_side: |side| format!("Выбрать {side}"),
    choose: "Выбрать другое…",
    by: "Сравнить по",
    ledgers: "Строки таблиц",
    words: "Слова",
    orders: ["по разнице", "по G²"],
    nothing: "Выборка — весь корпус, и других статей для сравнения нет. Отфильтруйте её, выберите B или возьмите одну из этих пар:",
    ready: "Готовые сравнения",
    values_why: "Сколько статей с каждой стороны это содержат. Разница — в процентных пунктах. G²: насколько она надёжна (случайно больше 10,83 бывает раз на тысячу); log ratio: во сколько раз (1 — вдвое). Эти меры приводятся начиная с 5 статей.",
    ledgers_why: "Сколько строк в таблицах дают статьи каждой стороны; сомнительные не учтены.",
    words_why: "Слова, которые с одной стороны встречаются чаще, чем с другой. G²: насколько это надёжно (случайно больше 10,83 бывает раз на тысячу); log ratio: во сколько раз (1 — вдвое). Не менее 5 мест в 2 статьях, иначе только число.",
    read: |side, read, all, words| {
        let words = plural(words, WORDS);
        if read < all {
            format!(
                "{side}: просмотрено {read} из {}, {words}.",
                plural(all, OF_ARTICLES)
            )
        } else {
            format!("{side}: {words}.")
        }
    },
    more: ["Чаще в A", "Чаще в B"],
    chart: |of| format!("{of}: A и B"),
    value: "Значение",
    shares: ["%", "на 100 статей", "на 1000 слов"],
    difference: "Разница",
};
