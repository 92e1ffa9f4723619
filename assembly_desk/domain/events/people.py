"""What happened in the register."""

from dataclasses import dataclass

from assembly_desk.domain.member import Member


@dataclass(frozen=True, slots=True)
class MemberAdded:
    """The register gained a member."""

    member: Member


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """The register knows this of the member from now on."""

    member: Member
