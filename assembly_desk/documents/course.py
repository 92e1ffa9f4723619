"""The main part of the protocol: what was heard and said, votes, decisions, and what came between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from assembly_desk.documents.keeping import Kept
from assembly_desk.documents.phrases import Phrases
from assembly_desk.documents.styles import BODY, BODY_FIGURES, HEADING, INSET, SUBHEADING, bold, italic, para
from assembly_desk.documents.votes import vote_block
from assembly_desk.domain.floor import Speech
from assembly_desk.domain.profile import SpeechKind
from assembly_desk.domain.roll import RollChange
from assembly_desk.domain.state import HandOver, Note, Pause
from assembly_desk.domain.text import Person
from assembly_desk.projections.agenda_sheet import AgendaLine
from assembly_desk.projections.protocol_sheet import Decision, Happening, ItemPart, ProtocolSheet
from assembly_desk.projections.vote_entry import VoteEntry
from assembly_desk.wording.words import sentence

_BEGINNING = 3  # of a decision: its heading, its text, by whom and when
REPORTS: tuple[SpeechKind, ...] = ("report", "co-report")


def course(words: Phrases, sheet: ProtocolSheet) -> Iterator[Flowable]:
    """All parts in the order of the sitting."""
    for part in sheet.parts:
        if isinstance(part, ItemPart):
            yield from item_course(words, part, short=sheet.kind == "short")
        else:
            yield from _happenings(words, [part], short=sheet.kind == "short")


def item_course(words: Phrases, part: ItemPart, *, short: bool = False) -> Iterator[Flowable]:
    """What was heard, said, voted and decided on one item; `short`: of the speeches only who spoke."""
    say = words.say
    yield para(HEADING, f"{part.line.number}. {say('paper.heard')}")
    yield para(INSET, sentence(words.text(part.line.title)))
    for person in part.line.rapporteurs:
        yield para(INSET, words.named("paper.rapporteur", person))
    happenings = list(part.happenings)
    while not short and happenings and isinstance(first := happenings[0], Speech) and first.kind in REPORTS:
        yield _speech(words, first)
        happenings.pop(0)
    blocks = list(decided(words, part.decisions))
    last = happenings[-1] if happenings else None
    if isinstance(last, VoteEntry) and blocks and not part.unput:
        yield from _happenings(words, happenings[:-1], short=short)
        yield vote_block(words, last, blocks[0][:_BEGINNING])
        del blocks[0][:_BEGINNING]
    else:
        yield from _happenings(words, happenings, short=short)
    if part.unput:
        yield para(SUBHEADING, say("paper.unput"))
        for motion in part.unput:
            text = words.text(motion.text).removesuffix(".")
            yield para(INSET, text, italic(f" ({say.of('motion', motion.state)})"), ".")
    for group in blocks:
        if group:
            yield Kept(group)


def decided(words: Phrases, decisions: Sequence[Decision]) -> Iterator[list[Flowable]]:
    """What was decided, and what was recommended, each under its heading."""
    for recommended, group in groupby(decisions, lambda one: one.kind == "recommendation"):
        heading = words.say("paper.recommended" if recommended else "paper.decided")
        yield [para(SUBHEADING, heading), *_decisions(words, list(group))]


def _decisions(words: Phrases, decisions: Sequence[Decision]) -> Iterator[Flowable]:
    say = words.say
    for number, decision in enumerate(decisions, 1):
        before = f"{number}. " if len(decisions) > 1 else ""
        first, *further = words.text(decision.text).split("\n")
        yield para(INSET, before, bold(first if further else sentence(first)))
        yield from (para(INSET, bold(one)) for one in further[:-1])
        yield from (para(INSET, bold(sentence(one))) for one in further[-1:])
        for person in words.ordered(decision.names, lambda one: one):
            yield para(INSET, "– ", bold(words.name(person)), _comma(words.position(person)))
        told: list[str] = []
        if decision.responsible is not None:
            told.append(say("paper.responsible", name=words.with_position(decision.responsible)))
        if decision.deadline is not None:
            told.append(say("paper.deadline", date=words.date(decision.deadline)))
        if decision.addressees:
            names = "; ".join(words.text(one) for one in decision.addressees)
            told.append(say("paper.addressees", names=names))
        if told:
            yield para(INSET, " ".join(told))


def _comma(text: str) -> str:
    return f", {text}" if text else ""


def _happenings(
    words: Phrases, happenings: Sequence[Happening], *, short: bool = False
) -> Iterator[Flowable]:
    for spoken, group in groupby(happenings, lambda one: isinstance(one, Speech)):
        if spoken:
            yield para(SUBHEADING, words.say("paper.spoke"))
            if short:
                yield para(INSET, sentence(words.people(_speakers(group))))
                continue
        for one in group:
            match one:
                case Speech():
                    yield _speech(words, one)
                case VoteEntry():
                    yield vote_block(words, one)
                case Pause():
                    yield para(BODY_FIGURES, *_pause(words, one))
                case HandOver(_, at, person):
                    name = words.with_position(person)
                    yield para(BODY, words.say("paper.handed-over", name=name, time=words.clock(at)))
                case RollChange():
                    for line in _roll_change(words, one):
                        yield para(BODY, line)
                case Note(_, at, text):
                    yield note(words, words.clock(at), words.text(text))


def _speakers(speeches: Iterable[Happening]) -> Iterable[Person]:
    """Everybody who spoke, once, in the order of the first speech."""
    return dict.fromkeys(one.person for one in speeches if isinstance(one, Speech))


def note(words: Phrases, time: str, text: str) -> Flowable:
    """A remark."""
    return para(BODY, sentence(words.say("paper.note", time=time, text=text)))


def _speech(words: Phrases, speech: Speech) -> Flowable:
    kind = words.say.of("floor", speech.kind)
    if not speech.quorum:
        kind = f"{kind}; {words.say('paper.without-quorum')}"
    position = words.position(speech.person)
    who = bold(words.name(speech.person))
    gist = sentence(words.text(speech.gist))
    after = f": {gist}" if gist else "."
    return para(INSET, who, f", {position}" if position else "", italic(f" ({kind})"), after)


def _pause(words: Phrases, pause: Pause) -> Iterator[str]:
    say = words.say
    if pause.kind == "break":
        if pause.until is None:
            yield say("paper.break-begun", **{"from": words.clock(pause.since)})
        else:
            ends = {"from": words.clock(pause.since), "until": words.clock(pause.until)}
            yield say("paper.break", **ends)
    else:
        yield say("paper.adjourned-at", time=words.clock(pause.since))
        until = pause.until or pause.planned
        if until is not None:
            yield " " + say("paper.adjourned-until", date=words.day_of(until))
    if pause.reason is not None:
        yield " " + say("paper.reason", reason=words.text(pause.reason))
    if pause.until is not None and pause.quorum is not None:
        quorum = pause.quorum
        yield " " + say(
            "paper.resumed",
            time=words.clock(pause.until),
            total=quorum.total,
            present=quorum.present,
            needed=quorum.needed,
            rule=words.rule(quorum.point),
        )


def _roll_change(words: Phrases, change: RollChange) -> Iterator[str]:
    for key, members in (("paper.roll-added", change.added), ("paper.roll-removed", change.removed)):
        if members:
            names = words.people(member.person for member in members)
            act, time = words.act(change.act), words.clock(change.at)
            line = words.say(key, names=names, act=act, time=time)
            yield f"{line} {words.say('paper.reason', reason=words.text(change.reason))}"


def item_names(words: Phrases, lines: Sequence[AgendaLine]) -> str:
    """Items in a row, by number and title."""
    return "; ".join(
        f"{line.number}. {words.text(line.title)}" if line.number else words.text(line.title)
        for line in lines
    )
