"""The counting commission: elected by the body, its chair and secretary by itself, none of them a candidate."""

from dataclasses import dataclass
from typing import Literal

SMALLEST = 3
Protocol = Literal["counting-1", "counting-2"]


@dataclass(frozen=True, slots=True)
class Approval:
    """The body approves a protocol of the commission: no. 1, or no. 2 on the result of a vote."""

    approves: Protocol
    vote: int | None = None


@dataclass(frozen=True, slots=True)
class Commission:
    """The commission that counts the secret votes: ids of members of this sitting's roll."""

    members: tuple[str, ...]
    vote: int  # that elected it
    chair: str | None = None
    secretary: str | None = None

    @property
    def constituted(self) -> bool:
        """Whether it has elected its chair and its secretary (protocol no. 1)."""
        return self.chair is not None and self.secretary is not None
