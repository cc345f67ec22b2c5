//! Russian.

pub(super) mod audits;
pub(super) mod charts;
pub(super) mod comparing;
mod fixes;
pub(super) mod keeping;
pub(super) mod networks;
pub(super) mod readings;
pub(super) mod surveys;
mod tables;

use super::messages::{Filters, Frame, Keys, Messages, Reader, Results, States, Suggest};
use engine::protocol::{Basis, EntityKind, Facet, InputMethod, MatchLevel, SuggestionKind, ZoneKind};

/// A word as it stands with 1, with 2 to 4, and with 5 of it.
type Forms = [&'static str; 3];

const ARTICLES: Forms = ["статья", "статьи", "статей"];
/// Behind "из".
const OF_ARTICLES: Forms = ["статьи", "статей", "статей"];
const PASSAGES: Forms = ["фрагмент", "фрагмента", "фрагментов"];

/// «1 статья», «22 статьи», «11 статей».
fn plural(n: u32, forms: Forms) -> String {
    let [one, few, many] = forms;
    let form = match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    };
    format!("{n} {form}")
}

pub(super) const MESSAGES: Messages = Messages {
    code: "ru",
    frame: Frame {
        tagline: "Внимательное чтение дипломатии",
        skip: "Перейти к результатам",
        search_label: "Поиск по корпусу",
        search_hint: "dien hat nhan, \"hòa bình\", -ASEAN",
        clear_query: "Очистить поиск",
        language: "Язык",
        theme: "Оформление",
        themes: ["Системное", "Светлое", "Тёмное"],
        saved: "Сохранённое",
        share: "Поделиться",
        guide: "Осмотр за две минуты",
        open_here: "Открыть в Song Phương",
        help: "Справка: запросы и клавиши",
        close: "Закрыть",
        dismiss: "Скрыть уведомление",
        privacy: "Всё работает в браузере; ничего из того, что вы читаете или вводите, никуда не отправляется.",
        privacy_apart: "Всё работает в браузере; страница запрашивает только части корпуса оттуда, откуда пришла сама, и не отправляет ничего из того, что вы вводите.",
        version: "Версия корпуса",
        source_code: "Исходный код",
    },
    results: Results {
        heading: "Результаты",
        status: |total, corpus, passages| {
            let articles = format!("{total} из {}", plural(corpus, OF_ARTICLES));
            match passages {
                0 => articles,
                n => format!("{articles}, {}", plural(n, PASSAGES)),
            }
        },
        loading: "Корпус открывается…",
        coming: |come, of| {
            format!(
                "Загрузка корпуса: {come} из {}",
                plural(of, ["части", "частей", "частей"])
            )
        },
        articles: |n| plural(n, ARTICLES),
        untitled: "первое предложение",
        untitled_why: "У статьи нет заголовка; это её первое предложение",
        no_year: "год неизвестен",
        event: "событие",
        published: "публикация",
        basis: |basis| match basis {
            Basis::Written => "по тексту",
            Basis::Inferred => "выведено",
            Basis::Curated => "от составителя",
        },
        more_passages: |n| format!("ещё {}", plural(n, PASSAGES)),
        more_articles: |n| format!("Показать ещё, осталось статей: {n}"),
        level: |level| match level {
            MatchLevel::Exact => "точно",
            MatchLevel::Variant => "иное написание",
            MatchLevel::AccentFree => "без диакритики",
            MatchLevel::Edit => "неточно",
        },
        level_why: |level| match level {
            MatchLevel::Exact => "Совпадает с введённым",
            MatchLevel::Variant => "То же слово в другом написании (hòa / hoà)",
            MatchLevel::AccentFree => {
                "Совпадает, если на месте пропущенных диакритических знаков допустить любые"
            }
            MatchLevel::Edit => "Отличается от введённого одним знаком",
        },
        zone: |zone| match zone {
            ZoneKind::Title => "заголовок",
            ZoneKind::Body => "основной текст",
            ZoneKind::Caption => "подпись к фото",
            ZoneKind::Byline => "имя автора",
            ZoneKind::Dateline => "строка с датой",
            ZoneKind::Navigation => "элементы страницы",
            ZoneKind::Related => "ссылки по теме",
            ZoneKind::Source => "указание источника",
        },
        sort_by: "Сортировка",
        sorts: ["Релевантность", "Сначала новые", "Сначала старые"],
        names: "Упоминаются",
        read_as: "Запрос понят так",
        syntax: "Введённые диакритические знаки обязательны, на месте пропущенных допускаются любые. \"фраза\" · -исключить · in:caption",
        terms: "слова",
        phrase: "фраза",
        excluded: "без",
        only_in: |zones| format!("только здесь: {zones}"),
        prefix: "начинается с",
        corrected: |to| format!("не найдено, вместо этого ищется «{to}»"),
        transliterated: |to| format!("латиницей: «{to}»"),
        near: |n| format!("на расстоянии до {}", plural(n, ["слова", "слов", "слов"])),
        literal: "дословно",
        regex: "регулярное выражение",
        dates: |strict| {
            if strict {
                "дата, наверняка"
            } else {
                "дата"
            }
        },
        alias: |names| format!("имя, а также {names}"),
        quoted: |text| format!("«{text}»"),
        as_written: "только как введено",
        field: |field| {
            Some(match field {
                "person" => "персона",
                "role" => "должность",
                "org" => "организация",
                "place" => "место",
                "topic" => "тема",
                "agreement" => "договорённость",
                "event" => "событие",
                "source" => "источник",
                "lang" => "язык",
                _ => return None,
            })
        },
        leave_out: |part| format!("Убрать «{part}»"),
        other_accents: "С другой диакритикой",
        other_accents_why: "Эти статьи подходят, только если не учитывать введённые диакритические знаки. В подсчёты они не входят.",
        diagnostic: |code| {
            Some(match code {
                "unclosed-quote" => "нет закрывающей кавычки",
                "nothing-to-exclude-from" => "указаны только исключения, искать нечего",
                "empty-phrase" => "в кавычках ничего нет",
                "unknown-field" => "такого поля нет",
                "unknown-zone" => "такой части у статьи нет",
                "too-long" => "запрос слишком длинный, конец отброшен",
                "unclosed-parenthesis" => "нет закрывающей скобки",
                "unopened-parenthesis" => "нет открывающей скобки",
                "empty-group" => "в скобках ничего нет",
                "dangling-operator" => "у OR, AND или NOT не хватает одной из сторон",
                "doubled-operator" => "два оператора подряд",
                "too-deep" => "слишком много вложенных скобок",
                "unknown-language" => "такого языка нет (vi, en, ru)",
                "missing-value" => "после двоеточия ничего нет",
                "invalid-value" => "такого значения нет",
                "invalid-date" => "такой даты нет",
                "reversed-range" => "конец периода раньше начала",
                "too-many-edits" => "допускается не более одной правки (~1)",
                "slop-too-large" => "слишком большое расстояние",
                "missing-distance" => "после ~ нет числа",
                "misplaced-distance" => "~ ставится после слова или фразы",
                "unclosed-regex" => "нет закрывающей косой черты",
                "invalid-regex" => "регулярное выражение с ошибкой",
                "regex-too-long" => "регулярное выражение слишком длинное",
                _ => return None,
            })
        },
        diagnostic_other: "эту часть понять не удалось",
    },
    filters: Filters {
        heading: "Фильтры",
        open: |n| match n {
            0 => "Фильтры".to_owned(),
            n => format!("Фильтры ({n})"),
        },
        facet: |facet| match facet {
            Facet::Person => "Персоны",
            Facet::Place => "Места",
            Facet::Org => "Организации",
            Facet::Role => "Должности",
            Facet::Topic => "Темы",
            Facet::Agreement => "Договорённости",
            Facet::Event => "События",
            Facet::Source => "Источник",
            Facet::Year => "Год",
            Facet::Zone => "Где искать",
        },
        of: " из ",
        exclude: |name| format!("Исключить: {name}"),
        find_in: |facet| format!("Найти в разделе «{facet}»"),
        find_none: "Ничего похожего нет",
        show_more: |n| format!("Ещё {n}"),
        show_less: "Свернуть",
        match_all: "Все сразу",
        match_all_in: |facet| format!("Все сразу: {facet}"),
        applied: "Применённые фильтры",
        not: "не",
        remove: |name| format!("Убрать: {name}"),
        remove_not: |name| format!("Убрать исключение: {name}"),
        clear_all: "Сбросить все",
        dates: "Период",
        from: "С",
        to: "По",
        // May is the one month that has no abbreviation to spare it its case.
        from_date: |date| match date.strip_prefix("май ") {
            Some(year) => format!("с мая {year}"),
            None => format!("с {date}"),
        },
        to_date: |date| format!("по {date}"),
        date_hint: "Например: 2018, 03.2018, 21.03.2018",
        date_wrong: "Такую дату прочитать не удалось. Например: 2018, 03.2018, 21.03.2018",
        zone_note: "Если ничего не выбрано, поиск идёт в заголовке и основном тексте.",
    },
    reader: Reader {
        region: "Статья",
        copy_link: "Скопировать ссылку",
        next: "Следующее совпадение",
        previous: "Предыдущее совпадение",
        hits: "Совпадения",
        date: "Дата",
        other_dates: "Другие даты",
        source: "Источник",
        author: "Автор",
        language: "Язык",
        language_name: |code| {
            Some(match code {
                "vi" => "вьетнамский",
                "en" => "английский",
                "ru" => "русский",
                _ => return None,
            })
        },
        file: "Файл",
        diagnostic: |code, n| {
            Some(match code {
                "empty" => "файл пуст".to_owned(),
                "invalid-bytes" => format!("заменено повреждённых байтов: {n}"),
                "control-characters" => format!("скрыто управляющих символов: {n}"),
                "decomposed" => "диакритика отдельными знаками (NFD)".to_owned(),
                "guessed-encoding" => "кодировка определена предположительно".to_owned(),
                "single-line" => "вся статья в одну строку".to_owned(),
                "curation" => "в файле составителя есть запись, которую не удалось применить".to_owned(),
                _ => return None,
            })
        },
        note: "Примечание составителя",
        rule: |rule| match rule {
            "anniversary" | "resolve/anniversary" => "по годовщине, названной в статье".to_owned(),
            "nearest-before-publication" | "resolve/nearest-before" => {
                "ближайший такой день до публикации".to_owned()
            }
            "nearest-after-publication" | "resolve/nearest-after" => {
                "ближайший такой день после публикации".to_owned()
            }
            "resolve/neighbour" => "по соседней дате".to_owned(),
            "address" => "по адресу оригинала".to_owned(),
            other => format!("правило {other}"),
        },
        paragraph: |n| format!("Абзац {n}"),
        cite: "Цитировать",
        as_scraped: "Показать страницу в исходном виде",
        furniture: |n| format!("вне статьи скрыто: {}", plural(n, ["строка", "строки", "строк"])),
        highlight: "Выделение",
        kinds: |kind| match kind {
            EntityKind::Person => "Персоны",
            EntityKind::Role => "Должности",
            EntityKind::Org => "Организации",
            EntityKind::Place => "Места",
            EntityKind::Event => "События",
            EntityKind::Agreement => "Договорённости",
            EntityKind::Date => "Даты",
            EntityKind::Money => "Суммы",
            EntityKind::Percent => "Проценты",
            EntityKind::Quantity => "Величины",
        },
        kind: |kind| match kind {
            EntityKind::Person => "персона",
            EntityKind::Role => "должность",
            EntityKind::Org => "организация",
            EntityKind::Place => "место",
            EntityKind::Event => "событие",
            EntityKind::Agreement => "договорённость",
            EntityKind::Date => "дата",
            EntityKind::Money => "сумма",
            EntityKind::Percent => "процент",
            EntityKind::Quantity => "величина",
        },
        value: "Значение",
        found_by: "Как найдено",
        stage: |stage| {
            Some(match stage {
                "gazetteer" => "есть в списках имён и названий",
                "grammar" => "по словам рядом",
                "context" => "по другим местам статьи",
                "scan" => "по форме записи",
                _ => return None,
            })
        },
        places: |n| {
            let mentions = plural(n, ["упоминание", "упоминания", "упоминаний"]);
            format!("{mentions} в этой статье")
        },
        not_linked: "для фильтра ничего не определено",
        index: "Указатель имён, дат и чисел",
        filter_by: "Добавить в фильтр",
        exclude: "Исключить",
    },
    tables: tables::TABLES,
    fixes: fixes::FIXES,
    suggest: Suggest {
        label: "Подсказки",
        kind: |kind| match kind {
            SuggestionKind::Typed => "Возможно, имелось в виду",
            SuggestionKind::Word => "Слова корпуса",
            SuggestionKind::Entity => "Имена и названия",
            SuggestionKind::Field => "Поля",
            SuggestionKind::Value => "Значения",
            SuggestionKind::Recent => "Недавние запросы (Shift+Delete убирает)",
        },
    },
    states: States {
        first_heading: "Корпус",
        profile_articles: "статьи",
        profile_tokens: "слоги",
        profile_years: "годы",
        undated: |n| format!("{} без года", plural(n, ARTICLES)),
        top_people: "Чаще всего упоминаются",
        try_these: "Примеры запросов",
        example_plain: "без диакритических знаков",
        example_phrase: "точная фраза",
        example_without: |with, without| format!("упоминается {with}, но не {without}"),
        example_person: |name| format!("все статьи, где упоминается {name}"),
        example_undated: "статьи без года",
        example_caption: "только в подписях к фото",
        skipped: |n| format!("Пропущено: {}", plural(n, ["файл", "файла", "файлов"])),
        none: "Подходящих статей нет",
        none_part: |part| format!("С условием «{part}» не остаётся ни одной статьи."),
        none_filter: |facet| format!("С фильтром «{facet}» не остаётся ни одной статьи."),
        none_dates: "За этот период не остаётся ни одной статьи.",
        none_accents: "Слов ровно с такими диакритическими знаками в корпусе нет.",
        none_phrase: "Слова в кавычках нигде не стоят подряд.",
        none_together: "По отдельности условия могут выполняться, но всем сразу не отвечает ни одна статья.",
        widen: "Расширить поиск",
        relax_accents: "Не учитывать диакритику",
        respell: |query| format!("Искать «{query}»"),
        typed: |query, method| match method {
            InputMethod::Telex => format!("Возможно, имелось в виду «{query}» (Telex)"),
            InputMethod::Vni => format!("Возможно, имелось в виду «{query}» (VNI)"),
        },
        unquote: "Убрать кавычки",
        drop_part: |part| format!("Убрать «{part}»"),
        drop_facet: |facet| format!("Снять фильтр «{facet}»"),
        drop_dates: "Снять ограничение по датам",
        all_zones: "Искать также в подписях к фото и других частях",
        broken: "Произошёл сбой",
        dead: "Поисковый модуль не запустился. В браузере должны быть разрешены WebAssembly и Web Workers.",
        bad_corpus: "Не удалось открыть корпус, встроенный в страницу.",
        bad_message: "Страница и поисковый модуль не поняли друг друга. Перезагрузите страницу.",
        no_answer: "Поисковый модуль не смог ответить на этот запрос.",
        chunk_missing: "Не удалось загрузить часть корпуса. Проверьте соединение и повторите попытку; если это не поможет, возможно, вышла новая версия страницы, и её следует перезагрузить.",
        no_article: |doc| format!("Статьи «{doc}» в корпусе нет."),
        no_entity: |id| format!("Объекта «{id}» в этом корпусе нет."),
        part_missing: "Не удалось загрузить часть программы. Проверьте соединение и повторите попытку; если это не поможет, возможно, вышла новая версия страницы, и её следует перезагрузить.",
        again: "Повторить попытку",
        details: "Подробности",
        reload: "Перезагрузить страницу",
        restart: "Перезапустить поисковый модуль",
        empty: "Корпус пуст",
        empty_text: "Страница работает, но при её сборке в папке seeds/ не было ни одной статьи.",
        empty_steps: [
            "Положите статьи в папку seeds/ простым текстом (.txt), каждую отдельным файлом.",
            "При желании добавьте рядом файл с тем же именем и расширением .toml: в нём уточняются заголовок, дата и источник.",
            "Соберите страницу заново: trunk serve или cargo xtask serve.",
        ],
        bad_parameter: |name, value| {
            format!(
                "Значение «{value}» ({name}) из ссылки применить не удалось, оно пропущено; всё остальное действует."
            )
        },
        not_spoken: |code| {
            format!(
                "Не удалось загрузить интерфейс на этом языке ({code}). Проверьте соединение, затем перезагрузите страницу или выберите язык ещё раз."
            )
        },
        changed_passage: "Фрагмент изменился после того, как была создана ссылка; показан тот, который начинается так же.",
        lost_passage: "Ссылка ведёт на фрагмент, которого больше нет; статья открыта с начала.",
        restarted: "Поисковый модуль перезапущен.",
        restarting: "Поисковый модуль перезапускается…",
        copied: "Ссылка на этот вид скопирована в буфер обмена.",
        not_copied: "Скопировать не удалось; ссылка есть в адресной строке.",
        not_kept: "Браузер ничего не хранит: сохранённое останется, пока открыта страница.",
    },
    keys: Keys {
        heading: "Клавиши",
        key: "Клавиша",
        does: "Действие",
        search: "Перейти к строке поиска",
        walk: "Перемещаться по результатам",
        open: "Открыть статью",
        back: "Вернуться, закрыть статью",
        hits: "Следующее совпадение, предыдущее совпадение",
        sheet: "Показать эту справку",
        letters: "Использовать однобуквенные клавиши",
        letters_why: "Отключите, если пользуетесь голосовым вводом или часто задеваете клавиши.",
        names: "Искать и по другим именам",
        names_why: "Тогда по запросу Путин находится и Putin. Только одно имя: =\"Путин\".",
        query_heading: "Что можно спросить",
        query: "Запрос",
        finds: "Что находит",
        queries: [
            (
                "dien hat nhan",
                "все слова; на месте пропущенных диакритических знаков допускаются любые",
            ),
            ("\"hòa bình\"", "слова подряд"),
            ("\"hợp tác Nga\"~5", "в любом порядке, между ними не более 5 слов"),
            ("Putin -Lavrov", "первое без второго"),
            ("(Nga OR Mỹ) hội đàm", "одно из двух и всё остальное"),
            ("hợp t*", "с любым продолжением"),
            ("Matvienk~", "с ошибкой в одной букве или одном знаке"),
            ("title:hợp", "только в заголовках"),
            ("in:caption Kremlin", "только в подписях к фото"),
            (
                "person:vladimir-putin",
                "статьи, где упоминается персона; также place: и org:",
            ),
            ("source:thanh-nien", "статьи этого источника"),
            ("date:2018..2025", "за эти годы; также 2018-03 и 24.2.2018"),
            ("=\"Hòa Bình\"", "буква в букву как написано, без других имён"),
            (
                "/điện (hạt|lực)/",
                "совпадения с регулярным выражением; с i в конце — и с прописными буквами",
            ),
        ],
        query_help: "Всё о запросах",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_takes_the_form_of_its_number() {
        for (n, one, of) in [
            (0, "0 статей", "0 статей"),
            (1, "1 статья", "1 статьи"),
            (2, "2 статьи", "2 статей"),
            (4, "4 статьи", "4 статей"),
            (5, "5 статей", "5 статей"),
            (11, "11 статей", "11 статей"),
            (12, "12 статей", "12 статей"),
            (14, "14 статей", "14 статей"),
            (21, "21 статья", "21 статьи"),
            (22, "22 статьи", "22 статей"),
            (25, "25 статей", "25 статей"),
            (101, "101 статья", "101 статьи"),
            (111, "111 статей", "111 статей"),
            (112, "112 статей", "112 статей"),
        ] {
            assert_eq!(
                (plural(n, ARTICLES), plural(n, OF_ARTICLES)),
                (one.into(), of.into())
            );
        }
    }

    #[test]
    fn phrases_put_what_is_counted_in_its_case() {
        let results = &MESSAGES.results;
        assert_eq!((results.status)(1, 1, 1), "1 из 1 статьи, 1 фрагмент");
        assert_eq!((results.status)(5, 21, 3), "5 из 21 статьи, 3 фрагмента");
        assert_eq!((results.status)(5, 11, 0), "5 из 11 статей");
        assert_eq!((results.near)(1), "на расстоянии до 1 слова");
        let tables = &MESSAGES.tables;
        assert_eq!((tables.count)(3, 21, 1), "3 из 21 строки, в 1 статье");
        assert_eq!((tables.count)(3, 22, 11), "3 из 22 строк, в 11 статьях");
        assert_eq!((tables.named_in)(1, 101), "упоминается в 1 из 101 статьи");
        assert_eq!(
            (MESSAGES.fixes.working)(4, 21),
            "Применяются ваши исправления: 4 из 21 статьи"
        );
    }

    #[test]
    fn a_month_that_is_not_abbreviated_has_its_case() {
        let filters = &MESSAGES.filters;
        assert_eq!((filters.from_date)("май 2018"), "с мая 2018");
        assert_eq!((filters.from_date)("сент. 2018"), "с сент. 2018");
        assert_eq!((filters.to_date)("май 2018"), "по май 2018");
    }
}
