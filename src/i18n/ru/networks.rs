//! Who stands with whom in Russian.

use super::{ARTICLES, Forms, plural};
use crate::i18n::messages::Networks;

const TIES: Forms = ["связь", "связи", "связей"];
/// Behind "из".
const OF_TIES: Forms = ["связи", "связей", "связей"];
const WEAKER: Forms = ["более слабая связь", "более слабые связи", "более слабых связей"];
const PLACES: Forms = ["место", "места", "мест"];
const ROWS: Forms = ["строка", "строки", "строк"];

pub(in crate::i18n) static NETWORKS: Networks = Networks {
    said: |ties, articles| format!("{} ({})", plural(ties, TIES), plural(articles, ARTICLES)),
    kind: "Связи",
    all: "Все",
    kinds: ["Встреча", "Общий документ", "Одно предложение"],
    orders: ["больше мест", "больше статей", "logDice", "сначала новые"],
    least: "Мест не менее",
    picture: "Кто с кем связан",
    why: "Линия соединяет тех, кто встречался, кто стороны одного документа или кто назван в одном предложении заголовка или текста; чем больше мест, тем она толще. Линия открывает предложения, имя сужает выборку.",
    node: |name, ties| format!("{name}: {}", plural(ties, TIES)),
    places: |places, articles| format!("{} ({})", plural(places, PLACES), plural(articles, ARTICLES)),
    in_table: |n| format!("Только в таблице: ещё {}.", plural(n, WEAKER)),
    table: "Список связей",
    who: "Кто",
    whom: "С кем",
    tie: "Связь",
    first: "Впервые",
    last: "В последний раз",
    first_of: |shown, all| {
        format!(
            "Первые {shown} из {}: чтобы увидеть остальные, сузьте выборку.",
            plural(all, OF_TIES)
        )
    },
    dice_why: "logDice: насколько редко эти двое названы порознь (не более 14). Не менее 5 предложений в 2 статьях.",
    unsure: |n| {
        format!(
            "Слишком ненадёжно, чтобы кого-то связать: {}; см. таблицы.",
            plural(n, ROWS)
        )
    },
    close: "Закрыть",
    no_places: "В этих статьях такого нет.",
    nothing: "Связей нет",
    nothing_why: "При этом выборе в статьях никто ни с кем не встречался, не подписывал документов и не назван в одном предложении.",
    all_ties: "Все связи",
};
