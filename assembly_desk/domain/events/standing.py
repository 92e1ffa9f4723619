"""What an adopted motion brought about besides agenda, form and text: commission, lists, and other votes' fate."""

from dataclasses import dataclass, field

from assembly_desk.domain.commission import Approval
from assembly_desk.domain.motion import ListRule, OfficeChoice
from assembly_desk.domain.profile import Form
from assembly_desk.domain.standing import TakenBack


@dataclass(frozen=True, slots=True)
class CommissionElected:
    """The body elected a counting commission."""

    vote: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProtocolApproved:
    """The body approved a protocol of the counting commission."""

    vote: int
    approval: Approval


@dataclass(frozen=True, slots=True)
class ListDecided:
    """The body decided that the most votes count among those who reach the threshold (A18)."""

    vote: int
    rule: ListRule


@dataclass(frozen=True, slots=True)
class OfficeGiven:
    """A member was elected to an office of the body."""

    vote: int
    choice: OfficeChoice


@dataclass(frozen=True, slots=True)
class VoteAnnulled:
    """The verdict of that vote was annulled: its figures stay, what it had brought about is taken back."""

    vote: int
    annulled: int
    back: TakenBack = field(default_factory=TakenBack)


@dataclass(frozen=True, slots=True)
class AgainAllowed:
    """That vote is recounted in its form, or repeated in the named one: once."""

    vote: int
    of: int
    form: Form


@dataclass(frozen=True, slots=True)
class VoteReplaced:
    """A recount or repetition ended: its verdict holds in place of that one's.

    `kept`: both adopted the motion, so what the first brought about stands. Else it is taken back.
    """

    vote: int
    replaced: int
    back: TakenBack = field(default_factory=TakenBack)
    kept: bool = False
