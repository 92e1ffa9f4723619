"""The words of a slide: the same ones for the picture and for those who hear it read out."""

from dataclasses import dataclass
from datetime import date, timedelta

from assembly_desk.domain.ballots import Papers
from assembly_desk.domain.vote import Verdict
from assembly_desk.projections.hall_slide import (
    AdjournedSlide,
    Blank,
    BreakSlide,
    ClosedSlide,
    HallHead,
    ItemSlide,
    ListSlide,
    MessageSlide,
    QuorumSlide,
    ResultSlide,
    Slide,
    SpeakerSlide,
    VotingSlide,
    Welcome,
)
from assembly_desk.projections.hall_vote import CandidateRow
from assembly_desk.wording.dates import clock, date_and_time, legal_date
from assembly_desk.wording.ordinals import sitting_title
from assembly_desk.wording.words import Language, rule_words, words


def body_name(head: HallHead, language: Language) -> str:
    """The body at the head of every slide."""
    say, key = words(language), f"hall.{head.body}"
    return say(key) if head.body in ("council", "session") else head.name.in_language(language)


def label(slide: ItemSlide | SpeakerSlide | VotingSlide | ResultSlide | ListSlide, language: Language) -> str:
    """The line above the title: the item, and the motion on it, its candidates, or the kind of speech."""
    say = words(language)
    item = say("hall.item", item=slide.item) if slide.item else ""
    parts = [item]
    match slide:
        case SpeakerSlide():
            parts.append(say.of("floor", slide.kind))
        case VotingSlide(motion=None) | ListSlide():
            parts.append(say("hall.run-off" if slide.run_off else "hall.candidates"))
        case VotingSlide() | ResultSlide() if item and slide.motion is not None:
            parts = [say("hall.item-motion", item=slide.item, motion=slide.motion)]
    if isinstance(slide, ResultSlide | ListSlide) and slide.reported:
        parts.append(say("paper.commission-2"))
    return " · ".join(part for part in parts if part)


def page(slide: VotingSlide | ListSlide, language: Language) -> str:
    """Which page of a list it is, where it has several."""
    if slide.pages == 1:
        return ""
    return words(language)("hall.page", page=slide.page + 1, pages=slide.pages)


@dataclass(frozen=True, slots=True)
class Statement:
    """A slide that says one thing: a line above, the thing itself, a line below."""

    above: str
    said: str
    below: str


def statement(
    slide: Welcome | BreakSlide | AdjournedSlide | ClosedSlide | MessageSlide,
    language: Language,
    offset: timedelta,
) -> Statement:
    """The welcome, a break, the end, a message."""
    say = words(language)
    match slide:
        case Welcome(body, name, number, day):
            known = body if f"hall.welcome.{body}" in say else "other"
            title = sitting_title(body, number, language, name=name.in_language(language)) if number else ""
            return Statement(title, say(f"hall.welcome.{known}"), _day(day, language))
        case BreakSlide(until):
            when = say("hall.break-until", time=clock(until, offset)) if until else ""
            return Statement("", say("hall.break"), when)
        case AdjournedSlide(until):
            when = say("hall.break-until", time=date_and_time(until, offset, language)) if until else ""
            return Statement("", say("hall.adjourned"), when)
        case ClosedSlide(held):
            return Statement("", say("hall.closed" if held else "state.cancelled"), "")
        case MessageSlide(text):
            return Statement("", text, "")


def _day(day: str | None, language: Language) -> str:
    try:
        return legal_date(date.fromisoformat(day), language) if day else ""
    except ValueError:
        return ""


def quorum_rule(slide: QuorumSlide, language: Language) -> str:
    """The rule beneath the bar; in words where it is the two thirds of the Regulation."""
    rule = rule_words(slide.rule.point, language)
    two_thirds = slide.rule.at_least and slide.rule.fraction.as_integer_ratio() == (2, 3)
    return words(language)("hall.quorum-rule", rule=rule) if two_thirds else rule


def quorum_title(slide: QuorumSlide, language: Language) -> str:
    """What goes on while the quorum is shown."""
    if slide.lost:
        return words(language)("hall.quorum-no")
    running = "hall.re-registration" if slide.again else "hall.registration"
    return words(language)(running if slide.running else "state.open")


def time_left(slide: SpeakerSlide) -> str:
    """Minutes and seconds: «0:52»; what was overdrawn is not counted in public."""
    left = max(slide.left, 0)
    return f"{left // 60}:{left % 60:02}"


def under_the_time(slide: SpeakerSlide, language: Language) -> str:
    """What the time is: left, standing still, over."""
    over, still = slide.left <= 0, slide.paused
    return words(language)("hall.time-up" if over else "hall.time-paused" if still else "hall.time-left")


def running_vote(slide: VotingSlide, language: Language) -> str:
    """That a vote is being held, or already counted."""
    secret = "secret-" if slide.form == "secret" else ""
    if slide.counting:
        return words(language)(f"hall.{secret}counting")
    return words(language)("hall.secret-open" if secret else "hall.vote-open")


def how_it_is_held(slide: VotingSlide, language: Language) -> str:
    """The form of a vote that is held, the seats of a list, and which earlier vote is held again."""
    say = words(language)
    secret = slide.form == "secret" and not slide.counting
    parts = [say("hall.secret-papers") if secret else say.of("form", slide.form)]
    if slide.seats is not None:
        parts.append(say("hall.seats", seats=slide.seats))
    if slide.again is not None:
        parts.append(say(f"hall.{slide.again.turn}", vote=slide.again.vote))
    return " · ".join(parts)


def verdict(slide: ResultSlide, language: Language) -> str:
    """The verdict in capitals."""
    say = words(language)
    if slide.form == "no-objection" and slide.verdict == "adopted":
        return say("hall.no-objection")
    shown: tuple[Verdict, ...] = ("adopted", "not-adopted", "stopped")
    return say(f"hall.{slide.verdict}") if slide.verdict in shown else say.of("verdict", slide.verdict)


def figures(slide: ResultSlide, language: Language) -> tuple[tuple[str, int], ...]:
    """For, against, abstained, did not vote, with their words; nothing where nothing was counted.

    A secret vote has other parts than those who did not vote: `beside` says them.
    """
    if slide.tally is None:
        return ()
    say, tally = words(language), slide.tally
    counted = [
        (say("hall.for"), tally.in_favour),
        (say("hall.against"), tally.against),
        (say("hall.abstain"), tally.abstain),
    ]
    if slide.not_voting is not None:
        counted.append((say("hall.not-voting"), slide.not_voting))
    return tuple(counted)


def beside(slide: ResultSlide, language: Language) -> str:
    """What else is to be known of a result: the other parts of a secret vote, earlier votes, a doubt."""
    say, parts = words(language), []
    if slide.secret is not None:
        papers = slide.secret.papers
        values = {"no_mark": slide.secret.no_mark, "not_issued": slide.secret.not_issued}
        parts.append(
            say("hall.secret-rest", invalid=papers.invalid, not_returned=papers.not_returned, **values)
        )
        if slide.reported:
            parts.append(ballots(papers, language))
    for earlier in (slide.brings, slide.again):
        if earlier is not None:
            parts.append(say(f"hall.{earlier.turn}", vote=earlier.vote))
    if slide.doubtful:
        parts.append(say.of("verdict", "doubtful"))
    return "\n".join(parts)


def ballots(papers: Papers, language: Language) -> str:
    """The papers, as the counting commission reports them."""
    return words(language)(
        "hall.ballots",
        issued=papers.issued,
        returned=papers.returned,
        valid=papers.valid,
        invalid=papers.invalid,
    )


def list_facts(slide: ListSlide, language: Language) -> tuple[str, ...]:
    """What holds for all candidates of a list: seats, base and needed number; the rule; papers, if reported."""
    say = words(language)
    seats = [say("hall.seats", seats=slide.seats)]
    if slide.left:
        seats.append(say("hall.seats-left", seats=slide.left))
    seats.append(say("hall.needed", base=slide.base, needed=slide.needed))
    rule = [rule_words(slide.point, language)]
    if slide.again is not None:
        rule.append(say(f"hall.{slide.again.turn}", vote=slide.again.vote))
    if slide.doubtful:
        rule.append(say.of("verdict", "doubtful"))
    facts = [" · ".join(seats), " · ".join(rule)]
    if slide.papers is not None and slide.reported:
        facts.append(ballots(slide.papers, language))
    return tuple(facts)


def row_verdict(row: CandidateRow, language: Language) -> str:
    """The verdict on one candidate."""
    return words(language).of("verdict", row.verdict)


def rapporteurs(slide: ItemSlide, language: Language) -> str:
    """Who reports, one a line."""
    say = words(language)
    return "\n".join(
        say("hall.rapporteur", name=person.name)
        + (f", {person.position.in_language(language)}" if person.position else "")
        for person in slide.rapporteurs
    )


def progress(slide: VotingSlide, language: Language) -> str:
    """How many have answered where names answer; never what they answered."""
    if slide.answered is None:
        return ""
    return words(language)("hall.answered", answered=slide.answered, base=slide.base)


def in_words(head: HallHead, slide: Slide, language: Language) -> str:
    """The whole slide as one text."""
    say = words(language)
    parts = [body_name(head, language), say("hall.rehearsal") if head.rehearsal else ""]
    match slide:
        case Welcome() | BreakSlide() | AdjournedSlide() | ClosedSlide() | MessageSlide():
            said = statement(slide, language, head.offset)
            parts += [said.above, " ".join(said.said.split()), said.below]
        case QuorumSlide():
            lacking = say("hall.quorum-lacking", missing=slide.missing)
            parts += [
                quorum_title(slide, language),
                str(slide.present),
                say("hall.on-roll", total=slide.total),
            ]
            parts += [say("hall.quorum-yes") if slide.met else lacking]
            parts += [say("hall.quorum-mark", needed=slide.needed), quorum_rule(slide, language)]
        case ItemSlide():
            parts += [label(slide, language), slide.title.in_language(language)]
            parts += rapporteurs(slide, language).splitlines()
        case SpeakerSlide():
            title = slide.title.in_language(language) if slide.title else ""
            name = f"{say('hall.speaking')}: {slide.name.in_language(language)}"
            left = f" – {time_left(slide)}" if slide.left > 0 else ""
            parts += [label(slide, language), title, name, under_the_time(slide, language) + left]
        case VotingSlide():
            parts += [label(slide, language), slide.text.in_language(language), running_vote(slide, language)]
            parts += [how_it_is_held(slide, language), progress(slide, language)]
            parts += [name.in_language(language) for name in slide.candidates]
        case ResultSlide():
            parts += [label(slide, language), slide.text.in_language(language), say("hall.result")]
            parts += [f"{name} – {count}" for name, count in figures(slide, language)]
            parts += beside(slide, language).splitlines()
            parts += [verdict(slide, language), rule_words(slide.point, language)]
        case ListSlide():
            parts += [label(slide, language), slide.text.in_language(language), say("hall.result")]
            parts += [_row(row, language) for row in slide.rows]
            parts += list_facts(slide, language)
        case Blank():
            return body_name(head, language)
    return ". ".join(part for part in parts if part)


def _row(row: CandidateRow, language: Language) -> str:
    """A row of a list, read out whole."""
    name, verdict = row.name.in_language(language), row_verdict(row, language)
    if row.in_favour is None:
        return f"{name} – {verdict}"
    return words(language)("hall.for-row", name=name, **{"for": row.in_favour}) + f" – {verdict}"
