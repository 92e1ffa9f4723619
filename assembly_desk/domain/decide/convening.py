"""Who convenes what, and what a convening must hold before the sitting opens (p. 5(5), p. 12)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import AmendSitting, Convene, ConveningData, Invite, Whom
from assembly_desk.domain.decide.bodies import with_body
from assembly_desk.domain.decide.phases import RUNNING, need_before_closing
from assembly_desk.domain.decide.setting import Accepted, Setting, registered, somebody
from assembly_desk.domain.profile import BodyRules, Profile
from assembly_desk.domain.refusals import Refused
from assembly_desk.domain.state import Convening, Sitting
from assembly_desk.domain.text import Person

AFTER_OPENING = {"secretary", "place", "invited"}


def convene(command: Convene, setting: Setting) -> Accepted:
    """Begin a sitting; only those whom the law names may convene the body."""
    profile = with_body(_profile(command.data, setting, None), command.body, setting)
    convening = _filled(Convening(command.body), command.data, None, setting)
    _may_convene(convening, profile.bodies[command.body])
    return Accepted((e.Begun(setting.nonce, setting.rehearsal), e.Convened(convening, profile)))


def amend(state: Sitting, command: AmendSitting, setting: Setting) -> Accepted:
    """Change the convening data; after opening only secretary, place and guests."""
    need_before_closing(state)
    data = command.data
    given = {name for name in data.__dataclass_fields__ if getattr(data, name) is not None}
    if state.phase in RUNNING and given - AFTER_OPENING:
        raise Refused("AlreadyOpen")
    convening = _filled(state.convening, data, state, setting)
    profile = state.profile
    if given & {"date", "profile"}:
        profile = with_body(_profile(data, setting, state), convening.body, setting)
    _may_convene(convening, profile.bodies[convening.body])
    if (convening, profile) == (state.convening, state.profile):
        return Accepted()
    return Accepted((e.SittingAmended(convening, profile),))


def invite(state: Sitting, command: Invite, setting: Setting) -> Accepted:
    """Name a guest, also after opening."""
    need_before_closing(state)
    person = somebody(command.person, state, setting)
    return Accepted(() if person in state.convening.invited else (e.Invited(person),))


def missing(convening: Convening, rules: BodyRules) -> tuple[str, ...]:
    """The data that a convening still lacks, by the name of their field."""
    needed: dict[str, object] = {
        "number": convening.number,
        "date": convening.date,
        "convened_by": convening.convened_by,
        "presiding": convening.presiding,
        "secretary": convening.secretary,
    }
    if rules.act_needed:
        needed["act"] = convening.act
    return tuple(name for name, value in needed.items() if not value)


def consent_missing(convening: Convening, rules: BodyRules) -> bool:
    """Whether the Chair's consent is needed and not stated (p. 12); only for bodies whose convening is ruled."""
    if not rules.consent_unless:
        return False
    return convening.consent is None and not set(rules.consent_unless).intersection(convening.by_office)


def need_complete(state: Sitting) -> None:
    """Refuse to open before the convening is complete."""
    if lacking := missing(state.convening, state.rules):
        raise Refused("NotConvened", fields=lacking, rule=state.rules.convening_point)
    if consent_missing(state.convening, state.rules):
        raise Refused("ConsentMissing")


def _profile(data: ConveningData, setting: Setting, state: Sitting | None) -> Profile:
    if data.profile is not None:
        if data.profile not in setting.profiles:
            raise Refused("NotInProfile", code=data.profile, case="profile")
        return setting.profiles[data.profile]
    date = data.date or setting.now.date().isoformat()
    valid = [
        profile
        for profile in setting.profiles.values()
        if profile.valid_from <= date and (profile.valid_until is None or date <= profile.valid_until)
    ]
    if not valid:
        raise Refused("NotInProfile", code=date, case="date")
    if state is not None and state.profile.id in {profile.id for profile in valid}:
        return state.profile
    return max(valid, key=lambda profile: profile.valid_from)


def _filled(before: Convening, data: ConveningData, state: Sitting | None, setting: Setting) -> Convening:
    """The convening with what is given now; people are named as they are now."""

    def people(whom: Iterable[Whom]) -> tuple[Person, ...]:
        return tuple(somebody(one, state, setting) for one in whom)

    changes: dict[str, Any] = {
        name: value
        for name in ("number", "date", "time", "place", "act", "consent", "sort")
        if (value := getattr(data, name)) is not None
    }
    if data.presiding is not None:
        changes["presiding"] = somebody(data.presiding, state, setting)
    if data.secretary is not None:
        changes["secretary"] = somebody(data.secretary, state, setting)
    if data.invited is not None:
        changes["invited"] = people(data.invited)
    if data.convened_by is not None:
        changes["convened_by"] = people(data.convened_by)
        changes["by_office"] = tuple(_office(one, before.body, setting) for one in data.convened_by)
    return replace(before, **changes)


def _office(whom: Whom, body: str, setting: Setting) -> str:
    return registered(setting, whom).office_in(body) if isinstance(whom, str) else "guest"


def _may_convene(convening: Convening, rules: BodyRules) -> None:
    if rules.convened_by and not set(convening.by_office) <= set(rules.convened_by):
        raise Refused("MayNotConvene")
