//! What each rule does, in English.

pub(super) const RULES: &[(&str, &str)] = &[
    (
        "scan/day",
        "A day written in figures with its month, and its year where that is given.",
    ),
    (
        "scan/month",
        "A month with its number, and its year where that is given.",
    ),
    ("scan/year", "A year after a word for it, such as “năm”."),
    (
        "scan/period",
        "Two years with a dash between them, as plans and terms have.",
    ),
    ("scan/half-year", "The first or second half of a year."),
    ("scan/quarter", "A quarter of a year."),
    ("scan/first-months", "The first months of a year together."),
    ("scan/iso", "A date written year-month-day."),
    (
        "scan/bare-day",
        "Day and month as two figures, without any word that says so.",
    ),
    (
        "scan/bare-month",
        "Month and year as two figures, without any word that says so.",
    ),
    (
        "scan/bare-year",
        "Four digits that can only be a year where they stand.",
    ),
    ("scan/money", "A number with a currency."),
    ("scan/percent", "A number with a per cent sign or its word."),
    ("scan/quantity", "A number with a unit or with what it counts."),
    ("gazetteer/person", "A full name that the table of persons has."),
    (
        "gazetteer/surname",
        "A single name by which the table knows one person, such as “Putin”.",
    ),
    (
        "gazetteer/organisation",
        "A name that the table of organisations has.",
    ),
    ("gazetteer/place", "A name that the table of places has."),
    (
        "gazetteer/country-short",
        "A short name of a country, such as “Nga”, where no other word can be meant.",
    ),
    (
        "gazetteer/country-pair",
        "A short name of a country that a dash joins to another’s, as in “Việt - Nga”.",
    ),
    (
        "gazetteer/country-side",
        "A short name of a country after a word for a side, such as “phía”.",
    ),
    ("gazetteer/event", "A name that the table of events has."),
    ("gazetteer/agreement", "A name that the table of agreements has."),
    (
        "name/vietnamese",
        "Family name, middle and given name, as Vietnamese names are made, without a table.",
    ),
    (
        "name/foreign",
        "A foreign name with a first name that is known as one.",
    ),
    (
        "grammar/role",
        "An office: a title with the institution or field that belongs to it.",
    ),
    ("grammar/role-name", "A person’s name that follows an office."),
    (
        "grammar/title-name",
        "A person’s name that follows a rank or another title.",
    ),
    (
        "grammar/address-name",
        "A person’s name after “ông”, “bà” or another form of address.",
    ),
    (
        "grammar/office-body",
        "An unknown company or body between an office and the name of who holds it.",
    ),
    (
        "grammar/organisation",
        "An organisation: a word for a kind of body with the name that follows.",
    ),
    (
        "grammar/institution",
        "An institution that a word for its kind names by itself.",
    ),
    (
        "grammar/named-company",
        "A company: the name after the word for it, without that word.",
    ),
    (
        "grammar/place",
        "A building, river or another feature with its name.",
    ),
    (
        "grammar/area",
        "The name after a word such as “tỉnh” or “bang”, without that word.",
    ),
    (
        "grammar/state",
        "A country with its style before it, such as “Liên bang Nga”.",
    ),
    (
        "grammar/place-country",
        "A place whose country stands in brackets behind it.",
    ),
    (
        "grammar/event",
        "An event: a word for a meeting or festival with what tells which one.",
    ),
    (
        "grammar/agreement",
        "A treaty, plan or statement: a word for its kind with its name.",
    ),
    (
        "context/signature",
        "A name that stands alone as a signature or picture credit.",
    ),
    (
        "context/outlet",
        "A foreign name with a word such as “Post” or “Times” in it.",
    ),
    (
        "context/group",
        "The name of an armed or other group after the word for it.",
    ),
    (
        "context/foreign-name",
        "A foreign name with an office behind it, or followed by a verb of saying.",
    ),
    (
        "memory/full-name",
        "A person’s whole name again that the article gave before.",
    ),
    (
        "memory/name",
        "A name again that only its first mention in the article explained.",
    ),
    (
        "memory/surname",
        "The last name of a person whom the article named in full.",
    ),
    (
        "memory/acronym",
        "An acronym that the article explained in brackets.",
    ),
    ("curator/merge", "Two entities that a correction made one."),
    (
        "curator/split",
        "Mentions that a correction gave to another entity.",
    ),
    ("curator/retype", "Mentions whose kind a correction changed."),
    (
        "resolve/anniversary",
        "A date that gets its year from an anniversary in the sentence.",
    ),
    (
        "resolve/neighbour",
        "A date that gets its year from another one beside it.",
    ),
    (
        "resolve/nearest-before",
        "A date that is taken for the last such day before the article.",
    ),
    (
        "resolve/nearest-after",
        "A date that is taken for the next such day after the article.",
    ),
    (
        "date/written",
        "The text gives the date of the article, in a date line or its first lines.",
    ),
    ("date/curated", "A curator’s file gives the date of the article."),
    (
        "date/address",
        "The date of the article is in the address it was taken from.",
    ),
    (
        "date/nearest-before-publication",
        "The day of the event is the last such day before publication.",
    ),
    (
        "date/nearest-after-publication",
        "The day of the event is the next such day after publication.",
    ),
    (
        "date/anniversary",
        "The year of the article follows from an anniversary that it names.",
    ),
    (
        "meeting/verb",
        "Somebody meets, receives or talks with somebody: a verb between two names.",
    ),
    ("meeting/passive", "Somebody is received by somebody."),
    ("meeting/both", "Two people, joined by “and”, meet or hold talks."),
    ("meeting/between", "A meeting or talks between two people."),
    (
        "meeting/noun",
        "At a meeting with somebody, somebody says or does something.",
    ),
    (
        "meeting/noun-both",
        "At a meeting, two people say or do something.",
    ),
    ("meeting/exchange", "Somebody exchanges views with somebody."),
    (
        "meeting/welcome",
        "Somebody welcomes somebody, in an article about their meeting.",
    ),
    (
        "meeting/together",
        "Two people do something together, in an article about their meeting.",
    ),
    (
        "meeting/caption",
        "A caption names two people, in an article about their meeting.",
    ),
    ("visit/verb", "Somebody visits a country or place."),
    ("visit/noun", "The visit of somebody to a country or place."),
    ("visit/invitation", "Somebody invites somebody to visit."),
    ("visit/arrival", "Somebody arrives in a place."),
    ("office/title-name", "The title stands directly before the name."),
    (
        "office/title-far-name",
        "Words or a comma stand between the title and the name.",
    ),
    (
        "office/joined-titles",
        "Several titles, joined, stand before one name.",
    ),
    (
        "office/name-title",
        "The title stands behind the name, after a comma.",
    ),
    (
        "office/name-title-open",
        "A title behind the name, which may as well begin something else.",
    ),
    ("office/title-names", "One title stands before several names."),
    (
        "office/leader",
        "A word such as “leader”, which is hardly an office.",
    ),
    (
        "office/bare-title",
        "A title that says little without its institution, and has none beside it.",
    ),
    ("agreement/named", "An agreement is recalled by its name."),
    (
        "agreement/named-verb",
        "An agreement with a name, and a verb that says what becomes of it.",
    ),
    ("agreement/described", "An agreement without a name is recalled."),
    (
        "agreement/described-verb",
        "An agreement is described, and a verb says what becomes of it.",
    ),
    (
        "agreement/generic",
        "A description that fits many agreements, with such a verb.",
    ),
    (
        "agreement/counted",
        "A number of documents, signed or otherwise dealt with together.",
    ),
    (
        "agreement/alone",
        "Something that one state or body decides alone.",
    ),
    ("figure/money", "A sum of money, with what it is a sum of."),
    (
        "figure/percent",
        "A percentage, with what it is a share or change of.",
    ),
    ("figure/count", "A number of things, with what they are."),
    (
        "figure/size",
        "A length, weight or temperature, seldom what an article is about.",
    ),
    ("figure/headline", "A number in a headline or caption."),
    ("figure/whole", "“100 %” of nothing that is named."),
    (
        "statement/subject",
        "Somebody says something: the name stands before the verb.",
    ),
    (
        "statement/joined",
        "A second verb of saying with the same subject.",
    ),
    (
        "statement/distant",
        "A verb of saying whose subject stands before another verb.",
    ),
    (
        "statement/leading",
        "The verb of saying comes first, the name behind it.",
    ),
    (
        "statement/continued",
        "A sentence that goes on with what the speaker before it said.",
    ),
    ("statement/quoted", "A quotation, with who says it behind."),
    (
        "statement/closing",
        "What is said comes first; who says it closes the sentence.",
    ),
    (
        "statement/bare",
        "A verb of saying with nothing behind it, which mostly tells only whose word it was.",
    ),
];
