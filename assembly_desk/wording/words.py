"""The words of the program in Kazakh, Russian and English: one table for screens, hall, papers and commands.

`resources/words/phrases.tsv` holds the official sentences, the other files what the program needed besides; a
person who knows the languages reviews both as they are. A placeholder is a name in braces, without a suffix.
"""

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Literal

from assembly_desk.domain.text import Text
from assembly_desk.resources import resource

Language = Literal["kk", "ru", "en"]

LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
OFFICIAL = "phrases.tsv"
FILES = (OFFICIAL, *sorted(file.name for file in resource("words").glob("*.tsv") if file.name != OFFICIAL))
COLUMNS = ("key", "where", "kk", "ru", "en", "note")


class WordingError(KeyError):
    """A row that the table lacks, or a placeholder without a value: a slip of the program, not of a user."""

    def __str__(self) -> str:
        return str(self.args[0])


class Words:
    """The table read in one language: `words("say.item.next", item=2, title="…")`."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._rows = _table()[language]

    def __call__(self, key: str, /, **values: object) -> str:
        """The row filled in; a Text in this language. WordingError: no such row, or a value is missing."""
        return fill(self.template(key), {name: self.text(value) for name, value in values.items()}, key)

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def template(self, key: str) -> str:
        """The row as it stands in the table, with its placeholders. WordingError: no such row."""
        try:
            return self._rows[key]
        except KeyError:
            raise WordingError(f"no words for {key}") from None

    def of(self, group: str, code: str) -> str:
        """The word of a coded value: `of("state", "open")`; a code without a row is given back as it is."""
        return self._rows.get(f"{group}.{code}", code)

    def text(self, value: object) -> object:
        """A human text in this language (Kazakh where the Russian is missing); anything else unchanged."""
        return value.in_language(self.language) if isinstance(value, Text) else value


ENDS = (".", "!", "?", "…")
"""The signs that end a sentence."""


def fill(template: str, values: Mapping[str, object], key: str) -> str:
    """The template with its placeholders filled. WordingError names the row and the first value missing.

    A value that brings its own full stop, as the name «Әбенова С. Қ.» does, takes the place of the row's.
    """
    filled = ""
    for literal, name, _, _ in Formatter().parse(template):
        filled += literal[1:] if literal.startswith(".") and filled.endswith(ENDS) else literal
        if name is not None:
            try:
                filled += str(values[name])
            except KeyError:
                raise WordingError(f"{key} wants a value for {name}") from None
    return filled


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence by itself."""
    text = text.rstrip()
    ended = not text or text.rstrip('»”"').endswith(ENDS) or text.endswith((":", ";"))
    return text if ended else f"{text}."


@cache
def words(language: Language) -> Words:
    """The words in that language; read once."""
    return Words(language)


def rule_words(rule: str, language: Language) -> str:
    """A point of the Regulation as papers name it, `p.14`: «Ереже, 14-тармақ»; any other source as given."""
    if not rule.startswith("p."):
        return rule
    point = rule.removeprefix("p.").strip().replace("5(5)", "5-5").partition(",")[0]
    key = f"rule.{point}"
    return words(language)(key) if key in words(language) else rule


@cache
def _table() -> dict[Language, dict[str, str]]:
    rows: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
    for name in FILES:
        for cells in read_rows(name):
            key = cells[0]
            if key in rows["kk"]:
                raise ValueError(f"{name}: {key} stands twice")
            for language, cell in zip(LANGUAGES, cells[2:5], strict=True):
                rows[language][key] = cell
    return rows


def read_rows(name: str) -> list[list[str]]:
    """The rows of one file of words, six cells each, without the head. ValueError: a row of another width."""
    lines = resource("words", name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    for number, cells in enumerate(rows, 1):
        if len(cells) != len(COLUMNS):
            raise ValueError(f"{name}: row {number} has {len(cells)} cells")
    return rows[1:]
