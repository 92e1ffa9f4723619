"""Other bodies (p. 18-26): their quorum and majority are entered with their source, never invented (A20)."""

from dataclasses import replace

from assembly_desk.domain import events as e
from assembly_desk.domain.commands import AddBody
from assembly_desk.domain.decide.setting import Accepted, Setting
from assembly_desk.domain.member import Body
from assembly_desk.domain.profile import BodyRules, Competence, Profile
from assembly_desk.domain.refusals import Refused


def add_body(command: AddBody, setting: Setting) -> Accepted:
    """Enter a body once; a rule that was missing may follow, one that was entered stays."""
    body = command.body
    before = setting.register.bodies.get(body.id)
    if before == body:
        return Accepted()
    known = any(body.id in profile.bodies for profile in setting.profiles.values())
    if known or (before is not None and before.quorum is not None and before.majority is not None):
        raise Refused("DuplicateId", id=body.id)
    if body.parent is not None and body.parent not in known_bodies(setting):
        raise Refused("UnknownBody", id=body.parent)
    return Accepted((e.BodyAdded(body),))


def known_bodies(setting: Setting) -> set[str]:
    """The bodies of the laws known, and those entered."""
    return {body for profile in setting.profiles.values() for body in profile.bodies} | set(
        setting.register.bodies
    )


def with_body(profile: Profile, id: str, setting: Setting) -> Profile:
    """The profile with the rules of that body, as they are frozen in its sitting."""
    if id in profile.bodies:
        return profile
    body = setting.register.bodies.get(id)
    if body is None:
        raise Refused("UnknownBody", id=id)
    return replace(profile, bodies={**profile.bodies, id: rules_of(body)})


def rules_of(body: Body) -> BodyRules:
    """The rules of a body that was entered: its own quorum and majority, and nothing that no source gives.

    Who convenes it is not prescribed. It decides, recommends and elects on its own matters only.
    """
    if body.quorum is None or body.majority is None:
        raise Refused("RuleMissing", body=body.name)
    point = body.majority.point
    advice = Competence(("recommendation",), point)
    own = Competence(("decision", "recommendation", "candidate", "take-note"), point)
    return BodyRules(
        name=body.name,
        quorum=body.quorum,
        majority=body.majority,
        convened_by=(),
        consent_unless=(),
        convening_point=point,
        act_needed=False,
        decides_own_form=False,
        appeals=False,
        competence={
            "S8.1": advice,
            "P31": advice,
            "C13.6": own,
            "PROC": Competence(("procedural",), point),
            "INFO": Competence(("take-note",), point),
        },
    )
