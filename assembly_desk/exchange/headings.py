"""The headings and the coded words that rosters really have, in Kazakh, Russian and English."""

import re
from collections.abc import Mapping, Sequence

from assembly_desk.domain.alphabet import fold
from assembly_desk.domain.profile import Office

NAME_PARTS = ("surname", "given", "patronymic")
BILINGUAL = (*NAME_PARTS, "name", "position", "organisation", "region")

# field: headings in Kazakh, in Russian, in English
_HEADINGS: Mapping[str, tuple[str, str, str]] = {
    "id": ("сәйкестендіргіш, мүше сәйкестендіргіші", "идентификатор", "id, identifier, member id"),
    "badge": (
        "бейдж, бейдж нөмірі, бейдждің нөмірі, бейджінің нөмірі",
        "номер бейджа, бейджа, номер бейджика",
        "badge, badge number, badge no",
    ),
    "surname": ("тегі, мүшенің тегі", "фамилия, фамилия члена", "surname, last name, family name"),
    "given": ("аты, есімі, мүшенің аты", "имя", "given name, first name, given, forename"),
    "patronymic": ("әкесінің аты", "отчество", "patronymic, middle name"),
    "name": (
        "аты-жөні, тегі аты әкесінің аты, тегі аты-жөні, таә, тегі аты, мүшенің аты-жөні, "
        "мүшелердің аты-жөні, тегі аты және әкесінің аты",
        "фио, фамилия имя отчество, фамилия имя, фио члена, фамилия имя и отчество",
        "name, full name, member, surname given name patronymic",
    ),
    "office": (
        "ассамблеядағы қызметі, ассамблеядағы лауазымы, ассамблеядағы мәртебесі, кеңестегі қызметі, "
        "мәртебесі",
        "должность в ассамблее, статус, статус в ассамблее, должность в совете",
        "office, role, office in the assembly, status",
    ),
    "position": (
        "лауазымы, лауазым, қызметі, жұмыс орны лауазымы, жұмыс орны және лауазымы, лауазымы және жұмыс орны",
        "должность, место работы должность, место работы и должность, занимаемая должность",
        "position, job title, post",
    ),
    "organisation": (
        "ұйым, ұйымы, жұмыс орны, бірлестік, бірлестігі, этномәдени бірлестік, этномәдени бірлестігі, "
        "мекеме, мекемесі",
        "организация, место работы, объединение, этнокультурное объединение",
        "organisation, organization, place of work, association",
    ),
    "region": (
        "өңір, өңірі, облыс, облысы, аймақ, облыс қала, қала облыс, өңір атауы",
        "регион, область, область город, регион страны",
        "region, oblast",
    ),
    "body": (
        "органы, органдары, құрамы, ассамблея органы",
        "орган, орган ассамблеи",
        "body, bodies",
    ),
}
_NO_DATA = {"", "no", "рс", "пп", "рсно", "нпп", "ппно", "n"}  # the column of running numbers
_IN_RUSSIAN = {"орысша", "орыс тілінде", "рус", "русский", "на русском", "на русском языке", "russian", "ru"}
_IN_KAZAKH = {
    "қазақша",
    "қазақ тілінде",
    "каз",
    "казахский",
    "на казахском",
    "на казахском языке",
    "kazakh",
    "kk",
}


def key(text: str) -> str:
    """The letters alone, folded: «Ф.И.О.» and «фио», «Тегі, аты» and «ТЕГI АТЫ» are the same."""
    return "".join(sign for sign in fold(text) if sign.isalpha())


_FIELDS = {
    key(heading): (field, language)
    for field, several in _HEADINGS.items()
    for language, headings in zip(("kk", "ru", "en"), several, strict=True)
    for heading in headings.split(", ")
}
_RUSSIAN_MARKS = {key(mark) for mark in _IN_RUSSIAN}
_LANGUAGE_MARKS = _RUSSIAN_MARKS | {key(mark) for mark in _IN_KAZAKH}
_NO_DATA_KEYS = {key(heading) for heading in _NO_DATA}


def recognise(heading: str) -> tuple[str, str] | None:
    """The field and the language of a heading: «Фамилия (при наличии)» is surname, ru. None: not known."""
    in_brackets = [key(part) for part in re.findall(r"\(([^()]*)\)", heading)]
    bare = re.sub(r"\([^()]*\)", " ", heading)
    marked_russian = any(part in _RUSSIAN_MARKS for part in in_brackets)
    found = _FIELDS.get(key(bare))
    if found is None:  # «Тегі / Фамилия»
        several = {_FIELDS.get(key(part)) for part in re.split(r"[/|\n]", bare) if key(part)}
        fields = {one[0] for one in several if one}
        if None in several or len(fields) != 1:
            return None
        found = fields.pop(), "kk"
    field, language = found
    if marked_russian:
        return field, "marked-ru"
    return field, "kk" if any(part in _LANGUAGE_MARKS for part in in_brackets) else language


def is_running_number(heading: str) -> bool:
    """Whether it is the column of running numbers, which nobody misses."""
    return key(heading) in _NO_DATA_KEYS


def read_headings(cells: Sequence[str]) -> tuple[dict[str, int], list[str], list[int]]:
    """The column of each field (from 0), fields that stand twice, and the columns that are not known.

    A second column of the same field, in Russian, is the Russian form of it (`ru:surname`).
    """
    columns: dict[str, int] = {}
    twice: list[str] = []
    unknown: list[int] = []
    known = [(index, recognise(cell)) for index, cell in enumerate(cells)]
    kazakh = {found[0] for _, found in known if found and found[1] in ("kk", "en")}
    for index, found in known:
        if found is None:
            if cells[index].strip() and not is_running_number(cells[index]):
                unknown.append(index)
            continue
        field, language = found
        russian = language == "marked-ru" or (language == "ru" and field in kazakh)
        name = f"ru:{field}" if russian and field in BILINGUAL else field
        if name in columns:
            twice.append(cells[index])
        else:
            columns[name] = index
    return columns, twice, unknown


_OFFICES: Mapping[Office, str] = {
    "chair": "төраға, төрағасы, ассамблея төрағасы, қазақстан халқы ассамблеясының төрағасы, председатель, "
    "председатель ассамблеи, председатель ассамблеи народа казахстана, chair, chairman, chairperson, "
    "chairman of the assembly",
    "deputy": "төраға орынбасары, төрағаның орынбасары, ассамблея төрағасының орынбасары, "
    "қазақстан халқы ассамблеясы төрағасының орынбасары, заместитель председателя, зам председателя, "
    "заместитель председателя ассамблеи, заместитель председателя ассамблеи народа казахстана, "
    "deputy, deputy chair, deputy chairman, vice-chair, vice-chairman, deputy chairman of the assembly",
    "head-of-secretariat": "хатшылық меңгерушісі, төраға орынбасары – хатшылық меңгерушісі, "
    "ассамблея төрағасының орынбасары – хатшылық меңгерушісі, ассамблея хатшылығының меңгерушісі, "
    "хатшылықтың меңгерушісі, заведующий секретариатом, заведующий секретариатом ассамблеи, "
    "заместитель председателя – заведующий секретариатом, "
    "заместитель председателя ассамблеи – заведующий секретариатом, head of secretariat, "
    "head of the secretariat, deputy chairman – head of the secretariat, head-of-secretariat",
    "member": "мүше, мүшесі, ассамблея мүшесі, кеңес мүшесі, қазақстан халқы ассамблеясының мүшесі, "
    "член, член ассамблеи, член совета, member, member of the assembly, member of the council",
}
_OFFICE_OF = {key(word): office for office, words in _OFFICES.items() for word in words.split(", ")}
_BODIES = {
    "session": "сессия, ассамблея, ассамблея мүшесі, сессия мүшесі, член ассамблеи, session, assembly",
    "council": "кеңес, ассамблея кеңесі, кеңес мүшесі, совет, совет ассамблеи, член совета, council",
}
_BODY_OF = {key(word): body for body, words in _BODIES.items() for word in words.split(", ")}
_TOTALS = tuple(key(word) for word in ("барлығы", "жиыны", "итого", "всего", "total"))


def office_word(text: str) -> Office | None:
    """The office that a word of the three languages names, or its code. None: not known."""
    return _OFFICE_OF.get(key(text))


def assembly_office(position: str) -> Office | None:
    """The office that a position names beyond doubt: one *of the Assembly*, not of some organisation."""
    office = office_word(position)
    return office if office != "member" and "ассамбле" in key(position) else None


def body_words(text: str) -> tuple[list[str], list[str]]:
    """The bodies named in a cell, and the words that name none of the two that the law knows."""
    bodies: list[str] = []
    others: list[str] = []
    for word in filter(None, (part.strip() for part in re.split(r"[,;+/]", text))):
        body = _BODY_OF.get(key(word))
        (bodies if body else others).append(body or word)
    return bodies, others


def is_total(text: str) -> bool:
    """Whether the row is the sum at the foot of a list: «Барлығы: 84»."""
    return key(text).startswith(_TOTALS)
