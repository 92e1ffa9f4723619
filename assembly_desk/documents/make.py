"""One door to the papers of a sitting: a kind and a state in, the bytes of a PDF out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, get_args

from assembly_desk.documents.agenda import agenda
from assembly_desk.documents.attendance import attendance, recipients
from assembly_desk.documents.badges import badges
from assembly_desk.documents.ballots import ballots
from assembly_desk.documents.counting import counting
from assembly_desk.documents.decision import appeal, decision
from assembly_desk.documents.extract import extract
from assembly_desk.documents.finish import Record
from assembly_desk.documents.integrity import integrity
from assembly_desk.documents.invitations import invitations
from assembly_desk.documents.named_vote import named_vote
from assembly_desk.documents.no_quorum import no_quorum
from assembly_desk.documents.page import Paper
from assembly_desk.documents.proposal import proposal
from assembly_desk.documents.protocol import protocol
from assembly_desk.documents.script import script
from assembly_desk.documents.seat_cards import seat_cards
from assembly_desk.domain.state import Sitting
from assembly_desk.projections.agenda_sheet import agenda_sheet
from assembly_desk.projections.attendance_sheet import attendance_form, attendance_sheet
from assembly_desk.projections.ballot_sheet import ballot_sheets, recipients_sheet
from assembly_desk.projections.cards_sheet import cards_sheet
from assembly_desk.projections.counting_sheet import Number, counting_sheets
from assembly_desk.projections.decision_sheet import appeal_sheets, decision_sheets
from assembly_desk.projections.extract_sheet import extract_sheets
from assembly_desk.projections.integrity_sheet import integrity_sheet
from assembly_desk.projections.invitations_sheet import invitations_sheet
from assembly_desk.projections.named_vote_sheet import NoNamedVote, named_vote_sheet, named_votes
from assembly_desk.projections.no_quorum_sheet import no_quorum_sheet
from assembly_desk.projections.not_made import NotMade
from assembly_desk.projections.proposal_sheet import proposal_sheets
from assembly_desk.projections.protocol_sheet import protocol_sheet
from assembly_desk.projections.script_sheet import script_sheet
from assembly_desk.wording.words import Language

Kind = Literal[
    "protocol",
    "extract",
    "decision",
    "appeal",
    "proposal",
    "attendance",
    "named-vote",
    "counting",
    "ballots",
    "badges",
    "seat-cards",
    "invitations",
    "agenda",
    "script",
    "integrity",
    "no-quorum",
]

PaperLanguage = Literal["kk", "ru", "kk+ru"]
"""`kk+ru`: the Kazakh text, which prevails and is the one that is signed, then the Russian one."""

ALL_KINDS: Final[Sequence[Kind]] = get_args(Kind)

KINDS: Final[Sequence[Kind]] = (
    "protocol",
    "attendance",
    "named-vote",
    "agenda",
    "invitations",
    "badges",
    "seat-cards",
    "script",
    "integrity",
)
"""Those that can be made of every sitting; the others want something adopted, or a sitting not held."""

LANGUAGES: Final[Mapping[PaperLanguage, Sequence[Language]]] = {
    "kk": ("kk",),
    "ru": ("ru",),
    "kk+ru": ("kk", "ru"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the sitting a paper is asked for.

    `vote`: a named vote of a list by name, a secret one of `counting`, `ballots` and, of the list on which their
    recipients sign, `attendance`. `item`: of an extract, a decision, an Appeal, a proposal, ballots. `number`: of the
    commission's protocol. `copies`: how many ballots. Without them all are printed. `short`: a short protocol.
    """

    vote: int | None = None
    item: str | None = None
    number: Number | None = None
    copies: int | None = None
    short: bool = False


_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


def kinds_of(state: Sitting) -> tuple[Kind, ...]:
    """The papers that this sitting has: those that `document` would make of it now."""
    return tuple(kind for kind in ALL_KINDS if _is_made(kind, state))


def _is_made(kind: Kind, state: Sitting) -> bool:
    wanted: Mapping[Kind, Callable[[Sitting], object]] = {
        "extract": extract_sheets,
        "decision": decision_sheets,
        "appeal": appeal_sheets,
        "proposal": proposal_sheets,
        "counting": counting_sheets,
        "ballots": ballot_sheets,
        "named-vote": named_votes,
        "no-quorum": no_quorum_sheet,
    }
    try:
        return bool(wanted[kind](state)) if kind in wanted else True
    except NotMade:
        return False


def document(
    kind: Kind,
    state: Sitting,
    *,
    language: PaperLanguage = "kk",
    journal: bytes,
    head: str,
    entries: int,
    chosen: Choice | None = None,
) -> bytes:
    """The paper of that kind: the same bytes for the same record.

    `journal` are the exact lines of the sitting's journal, `head` its last hash (64 hex digits), `entries`
    their number. Raises NoNamedVote, NotMade.
    """
    record = Record(journal, head, entries, state.last_at or _EPOCH)
    first, *others = _papers(kind, state, record, LANGUAGES[language], chosen or Choice())
    return first.render(record, *others)


def _papers(
    kind: Kind, state: Sitting, record: Record, languages: Sequence[Language], chosen: Choice
) -> Sequence[Paper]:
    """The paper in each of the languages, or one in all of them."""
    each = [(language, place > 0) for place, language in enumerate(languages)]
    match kind:
        case "protocol":
            sheet, present = protocol_sheet(state, short=chosen.short), attendance_sheet(state)
            named = [named_vote_sheet(state, number) for number in named_votes(state)]
            return [protocol(sheet, present, named, record, one, second=second) for one, second in each]
        case "extract":
            extracts = extract_sheets(state, chosen.item)
            if not extracts:
                raise NotMade("NothingAdopted")
            return [extract(extracts, one, second=second) for one, second in each]
        case "decision":
            decisions = decision_sheets(state, chosen.item)
            return [decision(decisions, one, second=second) for one, second in each]
        case "appeal":
            appeals = appeal_sheets(state, chosen.item)
            return [appeal(appeals, one, second=second) for one, second in each]
        case "proposal":
            proposals = proposal_sheets(state, chosen.item)
            return [proposal(proposals, one, second=second) for one, second in each]
        case "counting":
            counts = counting_sheets(state, chosen.number, chosen.vote)
            return [counting(counts, one, second=second) for one, second in each]
        case "ballots":
            return [ballots(ballot_sheets(state, chosen.item, chosen.vote, chosen.copies), languages)]
        case "attendance" if chosen.vote is not None:
            receiving = recipients_sheet(state, chosen.vote)
            return [recipients(receiving, one) for one in languages]
        case "attendance":
            prepared = state.phase == "prepared"
            listed = attendance_form(state) if prepared else attendance_sheet(state)
            return [attendance(listed, one) for one in languages]
        case "named-vote":
            numbers = named_votes(state) if chosen.vote is None else (chosen.vote,)
            if not numbers:
                raise NoNamedVote(None, "unknown")
            lists = [named_vote_sheet(state, number) for number in numbers]
            return [named_vote(lists, one) for one in languages]
        case "badges":
            return [badges(cards_sheet(state), languages)]
        case "seat-cards":
            return [seat_cards(cards_sheet(state), languages)]
        case "invitations":
            return invitations(invitations_sheet(state), languages)
        case "agenda":
            return [agenda(agenda_sheet(state), one) for one in languages]
        case "script":
            return [script(script_sheet(state), one) for one in languages]
        case "integrity":
            return [integrity(integrity_sheet(state), record, one) for one in languages]
        case "no-quorum":
            act = no_quorum_sheet(state)
            return [no_quorum(act, one, second=second) for one, second in each]
