"""What happened in the register."""

from dataclasses import dataclass

from assembly_desk.domain.member import Body, Member


@dataclass(frozen=True, slots=True)
class MemberAdded:
    """The register gained a member."""

    member: Member


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """The register knows this of the member from now on."""

    member: Member


@dataclass(frozen=True, slots=True)
class BodyAdded:
    """The register knows a body besides those of the law, or now its rule."""

    body: Body
