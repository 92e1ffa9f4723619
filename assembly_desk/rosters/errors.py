"""Why a roster was not read or not written."""

from typing import Literal

How = Literal["unusable", "failed"]


class RosterStopped(Exception):
    """Nothing was done. `how`: the file cannot be used, or the disk failed; the row of words and its values."""

    def __init__(self, how: How, words: str, **values: object) -> None:
        super().__init__(words)
        self.how: How = how
        self.words, self.values = words, values
