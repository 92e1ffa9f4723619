"""What may be wrong with a roster: a file that cannot be read, and a cell that cannot be taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assembly_desk.wording.words import Language, words


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem or a notice about one place: the sheet's own row number and column letter, a code, values."""

    row: int | None
    column: str | None
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The row of words that says it."""
        return f"import.{self.code}"

    def sentence(self, language: Language) -> str:
        """The remark as one sentence."""
        return words(language)(self.words, **dict(self.values))


class SheetError(Exception):
    """The file as a whole is no roster: a stable code and its values; nothing was taken from it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, object] = values

    @property
    def words(self) -> str:
        """The row of words that says it."""
        return f"import.{self.code}"

    def sentence(self, language: Language) -> str:
        """The reason as one sentence."""
        return words(language)(self.words, **dict(self.values))
