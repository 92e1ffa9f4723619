"""The one place that decides at which spaces a line may not break, for paragraphs and lists alike."""

import re

HELD = "\u00a0"
"""A space that holds together; in the file it reads as a plain space again."""

LONGEST = 40
"""More letters held together would tear the line above: they are let go."""

_WORD = r"[^\W\d_]"
_CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_SPACES = re.compile(
    r"(?<=№) (?=\w)"  # № 8
    rf"|(?<=\b{_WORD}\.) (?={_WORD})"  # Қ. С. Тегі
    rf"|(?<={_WORD}) (?=(?:{_CAPITAL}\. ){{0,2}}{_CAPITAL}\.(?! ?{_CAPITAL}))"  # Тегі Қ. С.
    rf"|(?<=\d) (?=[«(]?{_WORD}{{1,24}}\b)"  # 2026 жылғы, 1 маусым, 40 дауыс
    r"|(?<=\d) (?=\d{3}\b)"  # 1 000 000
    r"|(?<=\d) (?=%)"
    r"| (?=[–—](?: |$))"  # no line begins with a dash
    r"|(?<=[–—]) (?=(?:№ )?\d[\w:.,]{0,11}(?:\W|$))"  # – 57, – 10:04
    r"|(?<=[–—]) (?=№ |_)"  # also before a blank
    r"|(?<=\b[вкосуиаВКОСУИА]) (?=[\w«])"  # a Russian preposition stays with its word
)
_NUMBERED = re.compile(
    r"\b((?:(?:пункт|подпункт|част|абзац|стать|приложени|вопрос|сектор)\w*|point|item|appendix|sector|сағат)"
    r"|\w+(?= №)) ((?:№\u00a0)?\d[\d.:,-]*\b)\u00a0?",
    re.IGNORECASE,
)
_ROMAN = re.compile(rf"\b([IVXLC]+) (?={_WORD})")


def bound(text: str) -> str:
    """The text with the spaces held at which no line should break: none between a number and its word."""
    held = _ROMAN.sub(rf"\1{HELD}", _NUMBERED.sub(_number_after, _SPACES.sub(HELD, text)))
    if HELD not in held:
        return text
    return re.sub(r"[^ \n]+", lambda piece: piece[0] if len(piece[0]) <= LONGEST else let_go(piece[0]), held)


def _number_after(found: re.Match[str]) -> str:
    """A number belongs to the word before it, «пункт 5», and then not to the one that follows."""
    return f"{found[1]}{HELD}{found[2]}{' ' if found[0].endswith(HELD) else ''}"


def let_go(text: str) -> str:
    """The text with plain spaces again."""
    return text.replace(HELD, " ")
