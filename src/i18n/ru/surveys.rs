//! The concordance and the words of a view in Russian.

use super::{Forms, OF_ARTICLES, plural};
use crate::i18n::messages::Surveys;

const LINES: Forms = ["строка", "строки", "строк"];
const WORDS: Forms = ["слово", "слова", "слов"];
/// Behind "в".
const IN_ARTICLES: Forms = ["статье", "статьях", "статьях"];

pub(in crate::i18n) static SURVEYS: Surveys = Surveys {
    concordance: "Конкорданс",
    lines: |lines, articles| format!("{} из {}", plural(lines, LINES), plural(articles, OF_ARTICLES)),
    partly: |read, all| {
        format!(
            "Просмотрено {read} из {}: чтобы увидеть всё, сузьте выборку.",
            plural(all, OF_ARTICLES)
        )
    },
    lines_want_words: "Конкорданс показывает все места, где найден запрос. Введите слова или фразу в кавычках.",
    orders: [
        "по статьям",
        "слово слева",
        "два слова слева",
        "три слова слева",
        "слово справа",
        "два слова справа",
        "три слова справа",
        "найденное",
        "сначала новые",
        "сначала старые",
    ],
    group_by: "Группировка",
    groupings: ["нет", "найденное", "слово слева", "слово справа", "статья", "год"],
    group: |lines, articles| format!("{} в {}", plural(lines, LINES), plural(articles, IN_ARTICLES)),
    no_word: "(нет слова)",
    context: "Слов с каждой стороны",
    line_columns: ["До", "Найдено", "После", "Статья"],
    words: |different, articles, words| {
        format!(
            "{} в {} (всего {})",
            plural(different, WORDS),
            plural(articles, IN_ARTICLES),
            plural(words, WORDS)
        )
    },
    tell: "Показать",
    tells: [
        "Частые здесь",
        "Здесь чаще, чем в остальных",
        "Здесь реже, чем в остальных",
        "Рядом с найденным",
        "По годам",
    ],
    tells_why: [
        "Сколько раз каждое слово встречается в статьях выборки. Служебные слова и числа не учитываются.",
        "Слова, которые здесь встречаются чаще, чем в остальных статьях. G²: насколько это надёжно (случайно больше 10,83 бывает раз на тысячу); log ratio: во сколько раз (1 — вдвое). Не менее 5 мест в 2 статьях.",
        "Слова, которые здесь встречаются реже, чем в остальных статьях. G²: насколько это надёжно; log ratio: во сколько раз (−1 — вдвое реже). Не менее 5 мест в 2 статьях.",
        "Слова рядом с тем, что найдено. G²: насколько это неслучайно; logDice: насколько тесно они связаны (не более 14). Не менее 5 мест в 2 статьях.",
        "Сколько раз слова встречаются в статьях каждого года на тысячу слов; если мест меньше 5 или статей за год меньше 2, приводится только число.",
    ],
    several: "Только многосложные слова",
    words_want_query: "Введите слова, чтобы увидеть, что стоит рядом с ними и в какие годы.",
    word: "Слово",
    count: "Мест",
    articles: "Статей",
    per_thousand: "На 1000 слов",
    elsewhere: "В остальных",
    log_likelihood: "G²",
    log_ratio: "Log ratio",
    in_view: "В выборке",
    expected: "Случайно",
    log_dice: "logDice",
    collocate_orders: ["G²", "logDice", "число мест"],
    reach: "Слов от найденного",
    year: "Год",
    matches: "Найденное по запросу",
    trend: "Слова через запятую",
    show: "Показать",
    by_year: "по годам",
    nothing: "Считать нечего.",
};
