"""A rule profile: what the law says of each body, as data with the point of the law beside each figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assembly_desk.domain.text import Text
from assembly_desk.domain.threshold import Threshold

Office = Literal["chair", "deputy", "head-of-secretariat", "member"]
MotionKind = Literal[
    "decision", "recommendation", "take-note", "amendment", "procedural", "candidate", "appeal"
]
Form = Literal["show-of-hands", "named", "secret", "no-objection"]
SpeechKind = Literal[
    "report",
    "co-report",
    "debate",
    "second",
    "question",
    "answer",
    "reference",
    "reply",
    "order",
    "motive",
    "closing",
]


@dataclass(frozen=True, slots=True)
class Competence:
    """What one body may do with one matter: the kinds of motion, whether a reason is needed, the point."""

    kinds: tuple[MotionKind, ...]
    point: str
    reason_needed: bool = False
    notice: str | None = None  # what is said when such an item is entered


@dataclass(frozen=True, slots=True)
class BodyRules:
    """The rules of one body."""

    name: Text
    quorum: Threshold
    majority: Threshold
    convened_by: tuple[Office, ...]  # who may convene it; none named: not prescribed
    consent_unless: tuple[
        Office, ...
    ]  # whose convening needs no consent of the Chair; none named: no consent
    convening_point: str
    act_needed: bool  # whether the convening act must be named before opening
    decides_own_form: bool  # p. 10: a vote waits until the body has decided the form
    appeals: bool  # p. 11: its decision may take the form of an Appeal
    competence: Mapping[str, Competence]  # by matter


@dataclass(frozen=True, slots=True)
class Profile:
    """A dated law as data. A sitting freezes its profile; every document names it."""

    id: str
    valid_from: str  # ISO date
    valid_until: str | None
    act: Text  # how a document names it
    utc_offset_minutes: int
    bodies: Mapping[str, BodyRules]
    own_form_matters: tuple[str, ...]  # matters on which the form itself is decided: by hands before any form
    signers: tuple[str, ...]
    speech_seconds: Mapping[str, int]  # the reglament until the body adopts its own
    extension_seconds: int
    warning_seconds: int
