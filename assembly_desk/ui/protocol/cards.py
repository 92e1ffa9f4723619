"""The cards beside the pages: what is missing, the language and the appendices, the signatures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from assembly_desk.domain.text import Person
from assembly_desk.projections.protocol_check import ProtocolCheck
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton, chip
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Card, Elided, Signed, label, rule, set_role
from assembly_desk.ui.protocol.papers import ROLES, Role, Signer
from assembly_desk.wording.dates import short_date
from assembly_desk.wording.words import Language, Words

_MARGIN = 16
_MOST_ITEMS = 3  # without a decision, named each


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a card: its sign and look, what it says, and the link at its right."""

    code: str
    text: str
    icon: str = "check"
    role: str = "good"
    link: str = ""
    to: str = ""


class Rows(QWidget):
    """Lines of a card; only what differs is made anew."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._shown: dict[str, _Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        codes = [row.code for row in rows]
        if list(self._shown) != codes:
            for line in self._shown.values():
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._shown = {code: self._line(code, first=not at) for at, code in enumerate(codes)}
        for row in rows:
            self._shown[row.code].show_row(row)

    def link(self, code: str) -> QPushButton:
        """The link of that line."""
        return self._shown[code].link

    @property
    def links(self) -> list[QWidget]:
        """The links, as they are read."""
        return [line.link for line in self._shown.values()]

    def _line(self, code: str, *, first: bool) -> "_Line":
        line = _Line(f"{self._name}.{code}", first=first)
        line.link.clicked.connect(lambda: self.asked.emit(line.to))
        self._column.addWidget(line)
        return line

    def repaint_signs(self) -> None:
        """The signs in the colours of the theme in use."""
        for line in self._shown.values():
            line.said.repaint_sign()


class _Line(QWidget):
    """One line: what it says, and the link beside it, or below where there is no room."""

    def __init__(self, name: str, *, first: bool) -> None:
        super().__init__()
        self.to = ""
        self.said = Signed(name, 14, bold=False)
        self.link = QPushButton()
        self.link.setObjectName(f"{name}.link")
        self.link.setProperty("role", "link")
        self.link.setFont(theme.font(14, bold=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(4)
        self._row.addWidget(self.said, 1)
        self._row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not first:
            column.addWidget(rule())
        column.addLayout(self._row)

    def show_row(self, row: Row) -> None:
        """Show it: the sign has its colour, the words are ink."""
        self.said.show_text(row.text, row.icon, row.role)
        set_role(self.said.text, row.role if row.role in ("bad", "second") else "")
        self.said.text.setAccessibleName(row.text)
        self.link.setText(row.link)
        self.link.setAccessibleName(f"{row.text}: {row.link}")
        self.link.setVisible(bool(row.link))
        self.to = row.to
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the card makes it."""
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words = self.said.text.text().split()
        longest = max((theme.metrics(14).horizontalAdvance(word) for word in words), default=0)
        need = 30 + max(longest, self.width() // 3) + 8 + self.link.sizeHint().width()
        beside = self.link.isHidden() or need <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
            self._row.setStretch(0, 1 if beside else 0)


class CheckCard(Card):
    """What the protocol still lacks, each with the way to where it is mended."""

    asked = Signal(str)
    """Where to go: `gists`, `number`, or the name of a page."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("protocol.check", margin=_MARGIN)
        self._bridge = bridge
        self.rows = Rows("protocol.check")
        self.rows.asked.connect(self.asked)
        self.column.addWidget(self.rows)

    def show_check(self, check: ProtocolCheck, *, short: bool = False) -> None:
        """Show it. `short`: what is in order and cannot be changed is passed over, the record excepted."""
        say = self._bridge.words
        self.set_head(say("protocol.check"))
        rows = [*_undecided(say, check)]
        if check.votes_within:
            rows.append(Row("votes-within", say("check.votes-within")))
        rows += _gists(say, check)
        rows += _number(say, check)
        for code, person in (("secretary", check.secretary), ("presiding", check.presiding)):
            if person is None:
                rows.append(_gap(code, say(f"protocol.{code}-missing"), say("protocol.fill"), "preparation"))
        if check.without_russian:
            text = say("protocol.russian-missing", count=len(check.without_russian))
            to = "gists" if "gist" in check.without_russian and check.may_write else "agenda"
            rows.append(Row("russian", text, "dash", "second", say("protocol.look"), to))
        if short:
            rows = [row for row in rows if row.link or row.role != "good"]
        rows.append(_journal(self._bridge))
        self.rows.show_rows(rows)


def _gap(code: str, text: str, link: str = "", to: str = "") -> Row:
    return Row(code, text, "warning", "warn", link, to)


def _journal(bridge: Bridge) -> Row:
    opened, say = bridge.opened, bridge.words
    if opened.broken is not None:
        return Row("journal", say("verify.chain-broken", entry=opened.broken.seq), "cross", "bad")
    return Row("journal", say("check.journal", count=opened.entries))


def _undecided(say: Words, check: ProtocolCheck) -> list[Row]:
    if not check.undecided:
        return [Row("decided", say("check.all-decided"))] if check.may_sign else []  # not while it goes on
    rows = [
        _gap(f"undecided-{number}", say("check.undecided", item=number), say("protocol.look"), "agenda")
        for number in check.undecided[:_MOST_ITEMS]
    ]
    more = len(check.undecided) - _MOST_ITEMS
    if more > 0:
        rows.append(_gap("undecided-more", say("protocol.undecided-more", count=more)))
    return rows


def _gists(say: Words, check: ProtocolCheck) -> list[Row]:
    if not check.speeches:
        return []
    if check.without_gist:
        link = say("protocol.write") if check.may_write else ""
        return [_gap("gists", say("protocol.gists-missing", count=len(check.without_gist)), link, "gists")]
    link = say("protocol.change") if check.may_write else ""
    return [Row("gists", say("protocol.gists-written"), link=link, to="gists")]


def _number(say: Words, check: ProtocolCheck) -> list[Row]:
    if check.number_missing:
        return [_gap("number", say("protocol.number-missing"), say("protocol.give-number"), "number")]
    if check.number is None:
        return []
    day = short_date(date.fromisoformat(check.date)) if check.date else "—"
    text = say("protocol.numbered", number=check.number, date=day)
    link = say("protocol.change") if check.may_number else ""
    return [Row("number", text, link=link, to="number")]


class LanguageCard(Card):
    """The language of the pages, of those that can be made, and what is appended to them."""

    chosen = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("protocol.language", margin=_MARGIN)
        self._bridge = bridge
        self._chips = Flow(8)
        self.column.addWidget(self._chips)
        self._group = QButtonGroup(self)
        self.buttons: dict[Language, QPushButton] = {}
        self._note = label("protocol.language.note", 13, role="second", wrap=True)
        self.column.addWidget(self._note)
        self._appendices = label("protocol.appendices", 14, wrap=True)
        self.column.addWidget(self._appendices)

    def show_languages(self, languages: Sequence[Language], current: Language) -> None:
        """Offer these."""
        say = self._bridge.words
        self.set_head(say("protocol.language"))
        if tuple(self.buttons) != tuple(languages):
            self._chips.empty()
            self.buttons = {language: self._chip(language) for language in languages}
        for language, button in self.buttons.items():
            button.setText(say(f"language.{language}"))
            button.setAccessibleName(f"{say('language.document')}: {button.text()}")
            button.setChecked(language == current)
        self._chips.setVisible(len(languages) > 1)
        self._note.setText(say("protocol.signed-in"))
        self._note.setVisible(current != "kk")

    def _chip(self, language: Language) -> QPushButton:
        made = chip(f"protocol.language.{language}")
        made.setFont(theme.font(14, bold=True))
        made.clicked.connect(lambda: self.chosen.emit(language))
        self._group.addButton(made)
        self._chips.add(made)
        made.show()
        return made

    def show_appendices(self, named_votes: Sequence[int]) -> None:
        """The attendance list, and the lists of the votes by name."""
        say = self._bridge.words
        lines = [say("protocol.appendix", number=1, paper=say("document.attendance"))]
        named = say("document.named-vote")
        if len(named_votes) == 1:
            lines.append(say("protocol.appendix", number=2, paper=named))
        elif named_votes:
            lines.append(say("protocol.appendices", first=2, last=1 + len(named_votes), paper=named))
        self._appendices.setText("\n".join(lines))


class SignCard(Card):
    """Who has signed, who is to sign, and what else brings the record to its end."""

    asked = Signal(str)
    """`secretary`, `presiding`, `verify`."""
    seal_asked = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("protocol.sign", margin=_MARGIN)
        self._bridge = bridge
        self.rows = Rows("protocol.sign")
        self.rows.asked.connect(self.asked)
        self.column.addWidget(self.rows)
        self.file = Elided("protocol.sign.file", 13, role="second")
        self.column.addWidget(self.file)
        self.verify = QPushButton()
        self.verify.setObjectName("protocol.verify")
        self.verify.setProperty("role", "link")
        self.verify.setFont(theme.font(14, bold=True))
        self.verify.clicked.connect(lambda: self.asked.emit("verify"))
        self.column.addWidget(self.verify)
        self.seal = KeyButton("protocol.seal", role="danger", pixels=14)
        self.seal.clicked.connect(self.seal_asked)
        self.column.addWidget(self.seal)

    def show_signatures(
        self,
        check: ProtocolCheck,
        signers: Sequence[Signer],
        path: Path | None,
        *,
        sure: bool,
        able: bool,
        time: Callable[[Signer], str],
    ) -> None:
        """Show them. `sure`: a second press seals; `able`: papers can be made here."""
        say = self._bridge.words
        self.set_head(say("protocol.signatures"))
        people: dict[Role, Person | None] = {"secretary": check.secretary, "presiding": check.presiding}
        self.rows.show_rows(
            [self._signature(role, people[role], signers, check.may_sign and able, time) for role in ROLES]
        )
        self.file.setVisible(path is not None)
        if path is not None:
            self.file.show_text(say("protocol.signed-file", path=path))
            self.file.setToolTip(str(path))
        self.verify.setText(say("do.verify"))
        self.verify.setAccessibleName(say("do.verify"))
        self.verify.setEnabled(able)
        self.seal.setVisible(check.may_seal)
        self.seal.show_text(say("do.once-more" if sure else "do.seal"))
        self.seal.setEnabled(self._bridge.accepting)

    def _signature(
        self,
        role: Role,
        person: Person | None,
        signers: Sequence[Signer],
        may_sign: bool,
        time: Callable[[Signer], str],
    ) -> Row:
        say = self._bridge.words
        name = person.short.in_language(self._bridge.language) if person else "—"
        name = name.replace(" ", "\u00a0")  # initials stay with the surname
        text = f"{say(f'paper.signature-{role}')} – {name}"
        signed = next((one for one in signers if one.role == role), None)
        if signed is not None:
            return Row(role, f"{text}\n{say('sign.signed', time=time(signed))}")
        return Row(role, text, "dash", "second", say("do.sign") if may_sign else "", role)
