"""Why a paper was not made, signed or examined."""

from typing import Literal

How = Literal["refused", "unusable", "failed"]


class PaperStopped(Exception):
    """Nothing was done. `how`: a rule said no, a file cannot be used, or the disk failed.

    `sentence`: the reason, in the language asked for; `code`: the stable code of a refusal, else empty.
    """

    def __init__(self, how: How, sentence: str, code: str = "") -> None:
        super().__init__(sentence)
        self.how: How = how
        self.sentence, self.code = sentence, code
