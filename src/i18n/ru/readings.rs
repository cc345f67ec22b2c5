//! The reader of an article, beyond its text, in Russian.

use super::{Forms, plural};
use crate::i18n::messages::Readings;
use engine::protocol::{News, SourceKind};

const PHRASES: Forms = [
    "новое словосочетание",
    "новых словосочетания",
    "новых словосочетаний",
];

pub(in crate::i18n) static READINGS: Readings = Readings {
    chain: "Путь статьи",
    step: |kind| match kind {
        SourceKind::Curator => "файл составителя",
        SourceKind::Address => "адрес в строке источника",
        SourceKind::Named => "назван в строке источника",
        SourceKind::Prefix => "агентство перед текстом",
        SourceKind::Credit => "ссылка в подписи",
    },
    turn: "Найденные статьи",
    previous: |title| format!("Предыдущая статья: {title}"),
    next: |title| format!("Следующая статья: {title}"),
    first: "Это первая статья",
    last: "Это последняя статья",
    place: |place, total| format!("Статья {place} из {total}"),
    beside: "Рядом с другими статьями",
    similar: "Похожие статьи",
    no_similar: "Похожих статей нет.",
    compared: |read, others| {
        format!(
            "Имена сопоставлены со всеми другими статьями ({others}), тексты дословно — с {read}. Учтены заголовок и текст."
        )
    },
    shares: |percent| format!("содержит {percent} % словосочетаний этой статьи"),
    both_name: "Обе называют:",
    alike: |percent| format!("имена сходны на {percent} %"),
    compare: "Сравнить дословно",
    end_diff: "Закончить сравнение",
    only_older: "Только в статье",
    only_newer: "Только в статье",
    unordered: "Нет даты, поэтому неизвестно, какая из двух раньше.",
    diff_why: "Регистр букв и знаки препинания не учитываются.",
    mark_news: "Отметить новое",
    news_heading: "Новое в этой статье",
    news: |news| match news {
        News::Undated => "У статьи нет даты, поэтому неизвестно, какие статьи раньше.".to_owned(),
        News::Told { earlier: 0, .. } => "В корпусе нет статей, которые точно раньше этой.".to_owned(),
        News::Told {
            earlier, read, total, ..
        } => format!(
            "{}: в более ранних статьях их нет (просмотрено {read} из {earlier}).",
            plural(*total, PHRASES)
        ),
    },
    news_why: "Словосочетания из 3–7 слогов подряд без служебных слов и знаков препинания, не с числом на краю и со словом, которое есть не более чем в четверти более ранних статей.",
    news_failed: "Не удалось узнать, что нового.",
};
