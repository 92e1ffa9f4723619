"""The one place that joins a number and a noun: «4-мәселе», «вопрос 4», “item 4”; «XXXV сессиясы».

A hyphen and the noun make the Kazakh ordinal after digits, a Roman numeral stands without one. The noun bears
its ending in the table, so no suffix ever hangs on a number.
"""

import re

from assembly_desk.wording.words import Language, words

_DIGITS = re.compile(r"\d+([./-]\d+)*")


def nth(number: str | int, noun_key: str, language: Language) -> str:
    """The number with its noun; `noun_key` names a row `nth.*`, with or without that prefix."""
    noun_key = noun_key.removeprefix("nth.")
    noun = words(language)(f"nth.{noun_key}")
    number = str(number)
    digits = bool(_DIGITS.fullmatch(number))
    if language == "kk":
        return f"{number}-{noun}" if digits else f"{number} {noun}"
    if noun_key.startswith("session") and not digits:
        return f"{noun} {number}".replace("session", "Session") if language == "en" else f"{number} {noun}"
    if noun_key.startswith(("sitting", "session")):
        return f"{noun} № {number}" if language == "ru" else f"{noun} no. {number}"
    return f"{noun} {number}"


def sitting_of(body: str, number: str | int, language: Language) -> str:
    """The {sitting_of} of a paper's head: «14-отырысының», «заседания № 14», «XXXV сессиясының»."""
    noun = "session" if body == "session" else "sitting"
    return nth(number, f"{noun}-poss" if language == "en" else f"{noun}-gen", language)


def sitting_title(
    body: str, number: str | int, language: Language, *, name: str | None = None, full: bool = False
) -> str:
    """The title of a sitting: «Ассамблея Кеңесінің 14-отырысы», «Ассамблеяның XXXV сессиясы».

    `full` writes out «Қазақстан халқы Ассамблеясы», as papers do. A body that is neither the Council nor the
    Session goes by its own `name`: «Ғылыми-сарапшылық кеңес: 14-отырыс».
    """
    say = words(language)
    if body not in ("council", "session"):
        return say("title.other", body=name or body, sitting=nth(number, "sitting", language))
    noun = nth(number, "session-poss" if body == "session" else "sitting-poss", language)
    title = say(f"paper.head.{body}", sitting_of=noun) if full else say(f"title.{body}", sitting=noun)
    return title[0].upper() + title[1:]
