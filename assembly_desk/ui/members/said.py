"""What the register says of a member, in words: bodies, offices, terms, what changes."""

from collections.abc import Mapping
from datetime import date

from assembly_desk.domain.member import Mandate, Member
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Text
from assembly_desk.projections.members_sheet import Changed
from assembly_desk.ui.bridge import Bridge
from assembly_desk.wording.dates import short_date


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def bodies(bridge: Bridge) -> Mapping[str, Text]:
    """The bodies that are known now, with their names: those of the law, and those that were entered."""
    law = {id: body.name for id, body in bridge.state.profile.bodies.items()}
    return law | {id: body.name for id, body in bridge.register.bodies.items()}


def body_name(bridge: Bridge, body: str) -> str:
    """The short name of a body, its own where the law does not name it."""
    say, name = bridge.words, bodies(bridge).get(body)
    if f"body.{body}" in say or name is None:
        return say.of("body", body)
    return name.in_language(bridge.language)


def office_name(bridge: Bridge, office: Office) -> str:
    """The name of an office."""
    return capital(bridge.words.of("office", office))


def pill(bridge: Bridge, member: Member) -> str:
    """The body that says most of a member: the Council, else whatever there is."""
    if not member.bodies:
        return bridge.words("members.no-body")
    body = "council" if "council" in member.bodies else next(iter(member.bodies))
    name = body_name(bridge, body)
    return name if member.bodies[body].votes else f"{name}, {bridge.words('members.no-vote')}"


def seats(bridge: Bridge, member: Member) -> str:
    """All bodies of a member, and where there is no vote."""
    return _seats(bridge, [(body, seat.votes) for body, seat in member.bodies.items()])


def _seats(bridge: Bridge, those: list[tuple[str, bool]]) -> str:
    say = bridge.words
    named = [
        body_name(bridge, body) if votes else f"{body_name(bridge, body)} ({say('members.no-vote')})"
        for body, votes in those
    ]
    return ", ".join(named) or say("members.no-body")


def offices(bridge: Bridge, member: Member) -> str:
    """The office in the Assembly, and one that a body gave."""
    named = [] if member.office == "member" else [office_name(bridge, member.office)]
    for body, seat in member.bodies.items():
        if seat.office and seat.office not in ("member", member.office):
            named.append(f"{office_name(bridge, seat.office)} ({body_name(bridge, body)})")
    return ", ".join(named)


def term(bridge: Bridge, mandate: Mandate) -> str:
    """A term of membership on one line."""
    since, until = (
        short_date(date.fromisoformat(day)) if day else "…" for day in (mandate.since, mandate.until)
    )
    says = bridge.words("members.term", body=body_name(bridge, mandate.body), since=since, until=until)
    act = mandate.act.in_language(bridge.language) if mandate.act else ""
    return " · ".join(part for part in (says, act, mandate.end_reason or "") if part)


def difference(bridge: Bridge, changed: Changed) -> str:
    """What changes, before and after."""
    say = bridge.words
    field = say(changed.field)
    if changed.ru:
        field = f"{field} ({say('language.ru').lower()})"
    old, new = (_value(bridge, changed.field, value) or "—" for value in (changed.old, changed.new))
    return say("members.difference", field=field, old=old, new=new)


def _value(bridge: Bridge, field: str, value: object) -> str:
    match field, value:
        case "field.office", str():
            return capital(bridge.words.of("office", value))
        case "field.body", tuple():
            return _seats(bridge, list(value))
        case "members.mandates", tuple():
            return "; ".join(term(bridge, one) for one in value)
    return str(value)
