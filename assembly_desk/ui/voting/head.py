"""The head of the voting page: what is put and how far the answers have come, or the result; no quorum."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout

from assembly_desk.domain.ballots import By
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Text
from assembly_desk.projections.agenda_sheet import item_numbers
from assembly_desk.projections.round_sheet import RoundSheet
from assembly_desk.projections.vote_sheet import MotionName, VoteSheet, motion_name, sector_rows
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.icons import pixmap
from assembly_desk.ui.parts.labels import Card, label, set_role
from assembly_desk.ui.voting.figures import capital
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import Words


class WholeText(QScrollArea):
    """A text in full: large where it is short, smaller where it is long, and it scrolls where it is very long."""

    def __init__(self, name: str, largest: int = 21) -> None:
        super().__init__()
        self._largest, self._room = largest, 200
        self.text = label(name, largest, bold=True, wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.text)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show that text."""
        if text != self.text.text():
            self.text.setText(text)
            self.text.setAccessibleName(text)
            self._fit()

    def set_room(self, height: int) -> None:
        """It may become as tall as that."""
        if height != self._room:
            self._room = height
            self._fit()

    def _fit(self) -> None:
        width = max(120, self.width())
        for pixels in range(self._largest, 13, -1):
            self.text.setFont(theme.font(pixels, bold=True))
            height = self.text.heightForWidth(width)
            if height <= self._room * 2 // 3:
                break
        bar = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            if height > self._room
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(
            bar
        )  # never for a moment only: it would take width, and ask for itself
        self.setFixedHeight(max(24, min(height, self._room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: perhaps other letters."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, self.height())


class HeadCard(Card):
    """What is put to the vote and how many have answered; once it is over, the verdict and by how many votes."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.head", margin=20)
        self._bridge = bridge
        self.text = WholeText("voting.text")
        self.verdict = label("voting.verdict", 24, bold=True)
        self.sign = label("voting.verdict.sign")
        self.by = label("voting.verdict.by", 15, role="second", wrap=True)
        self.answered = label("voting.answered", 38, bold=True)
        self.of = label("voting.answered.of", 22, role="second", bold=True)
        self.answered_head = label("voting.answered.head", 12, role="head", bold=True, spaced=0.4)
        self.keying = label("voting.keying", 13, role="warning", bold=True)
        self.keying.hide()
        self.column.removeWidget(self.head)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.head)
        left.addWidget(self.text)
        result = QHBoxLayout()
        result.setSpacing(10)
        result.addWidget(self.sign)
        result.addWidget(self.verdict)
        result.addSpacing(8)
        result.addWidget(self.by, 1)
        left.addLayout(result)
        left.addStretch(1)
        figures = QHBoxLayout()
        figures.setSpacing(8)
        figures.addStretch(1)
        figures.addWidget(self.answered, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBaseline)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.answered_head, 0, Qt.AlignmentFlag.AlignRight)
        right.addLayout(figures)
        right.addWidget(self.keying, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right)
        self.column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        self.answered.setFont(theme.font(30 if compact else 38, bold=True))
        self.column.setContentsMargins(20, *((8, 20, 8) if compact else (14, 20, 14)))

    def show_sheet(self, sheet: VoteSheet | None) -> None:
        """Show the vote that is held, or the one that was just over; hidden without either."""
        self.setVisible(sheet is not None)
        self.keying.hide()
        if sheet is None:
            return
        say = self._bridge.words
        first = say("vote.put-head") if sheet.held else say("voting.result")
        named = motion_words(say, sheet.name)
        self.set_head(f"{first} · {named} · {say.of('form', sheet.form)}")
        self.head.setText(f"{first.upper()} · {named} · {say.of('form', sheet.form)}")
        self.text.show_text(quoted(say, sheet.text))
        self._show_answered(say, self._bridge.state, sheet)
        for part in (self.sign, self.verdict, self.by):
            part.setVisible(not sheet.held)
        if not sheet.held:
            self._show_verdict(say, sheet)

    def _show_answered(self, say: Words, state: Sitting, sheet: VoteSheet) -> None:
        sectors = len(sector_rows(state, state.vote)) if state.vote and sheet.form == "show-of-hands" else 0
        shown = sheet.held and (sheet.form == "named" or sectors > 1)
        for part in (self.answered_head, self.answered, self.of):
            part.setVisible(shown)
        if not shown:
            return
        named = sheet.form == "named"
        done = sheet.answered if named else sectors - len(sheet.missing_counts)
        whole = sheet.base if named else sectors
        self.answered_head.setText(say("vote.answered" if named else "voting.sectors-in").upper())
        self.answered.setText(str(done))
        self.of.setText(f"/ {whole}")
        self.answered.setAccessibleName(f"{self.answered_head.text()}: {done} / {whole}")

    def show_round(self, sheet: RoundSheet, by: By) -> None:
        """Show a list or a secret vote, held or just over; of a secret one that is held only whose keying it is."""
        say, state = self._bridge.words, self._bridge.state
        self.show()
        parts = [say("vote.put-head") if sheet.held else say("voting.result")]
        if sheet.form == "secret":
            parts = [say.of("form", "secret"), *([] if sheet.held else parts)]
        motion = state.motions[sheet.rows[0].motion]
        if sheet.is_list and sheet.item is not None:
            number = item_numbers(state).get(sheet.item)
            parts += [nth(number, "item", say.language)] if number is not None else []
            parts.append(say("voting.list-head", count=len(sheet.rows), seats=sheet.seats))
        else:
            parts.append(motion_words(say, motion_name(state, motion)))
        if sheet.form == "named":
            parts.append(say.of("form", "named"))
        told = " · ".join(parts)
        self.set_head(told)
        self.head.setText(f"{parts[0].upper()} · {' · '.join(parts[1:])}")
        if sheet.is_list and sheet.item is not None:
            self.text.show_text(state.agenda.items[sheet.item].title.in_language(say.language))
        else:
            self.text.show_text(quoted(say, sheet.rows[0].text))
        self.keying.setVisible(sheet.held and sheet.form == "secret")
        self.keying.setText(say(f"vote.{by}-keying"))
        named = sheet.held and sheet.form == "named"
        for part in (self.answered_head, self.answered, self.of):
            part.setVisible(named)
        self.answered_head.setText(say("vote.answered").upper())
        self.answered.setText(str(sheet.complete))
        self.of.setText(f"/ {sheet.base}")
        self.answered.setAccessibleName(f"{self.answered_head.text()}: {sheet.complete} / {sheet.base}")
        for part in (self.sign, self.verdict, self.by):
            part.setVisible(not sheet.held)
        if not sheet.held:
            self._show_outcome(say, sheet)

    def _show_outcome(self, say: Words, sheet: RoundSheet) -> None:
        through = len(sheet.with_verdict("adopted"))
        by = ""
        if sheet.stopped or not sheet.is_list:
            word = say.of("verdict", sheet.rows[0].verdict)
            role = "warn" if sheet.stopped else "good" if through else "bad"
            by = say("voting.stopped-why", reason=sheet.stop_reason) if sheet.stop_reason else ""
        else:
            word = say("voting.list-elected", elected=through, seats=sheet.seats)
            role = "good" if not sheet.seats_left else "warn"
            if sheet.seats_left:
                by = say("voting.list-left", seats=sheet.seats_left)
        self._show_sign(capital(word), role, 18 if sheet.is_list else 24)
        self.by.setText(by)

    def _show_sign(self, word: str, role: str, pixels: int = 24) -> None:
        self.verdict.setFont(theme.font(pixels, bold=True))
        self.verdict.setText(word)
        set_role(self.verdict, role)
        icon, colour = {
            "good": ("check", "for_"), "warn": ("dash", "abstain"), "bad": ("cross", "against")
        }[role]  # fmt: skip
        ink = str(getattr(theme.tokens(), colour))
        self.sign.setPixmap(pixmap(icon, ink, 26, self.devicePixelRatioF()))

    def _show_verdict(self, say: Words, sheet: VoteSheet) -> None:
        good = sheet.verdict == "adopted"
        role = "good" if good else "warn" if sheet.verdict == "stopped" else "bad"
        word = say.of("verdict", sheet.verdict)
        if good and sheet.form == "no-objection":
            word = say("hall.no-objection")
        self._show_sign(capital(word), role)
        self.by.setText(_by_how_many(say, sheet))


def _by_how_many(say: Words, sheet: VoteSheet) -> str:
    if sheet.verdict == "stopped":
        if sheet.form == "no-objection" and sheet.stop_reason is None:
            return say("say.no-objection.some")
        return say("voting.stopped-why", reason=sheet.stop_reason) if sheet.stop_reason else ""
    if sheet.margin is None:
        return ""
    if sheet.margin > 0:
        return say("voting.more", count=sheet.margin)
    return say("voting.fewer", count=-sheet.margin) if sheet.margin else say("voting.exactly")


def motion_words(say: Words, name: MotionName) -> str:
    """What the motion is called by: «4-мәселе, 1-ұсыныс»; of procedure: «рәсімдік ұсыныс»."""
    if name.item is None:
        return say("voting.of-procedure")
    return f"{nth(name.item, 'item', say.language)}, {nth(name.number, 'motion', say.language)}"


def quoted(say: Words, text: Text) -> str:
    """The text in quotation marks, as it is put."""
    return f"«{text.in_language(say.language)}»"


class QuorumLost(Card):
    """The quorum is lost: what stops, and what to do."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.quorum-lost")
        self._bridge = bridge
        self.figures = label("voting.quorum-lost.figures", 15, role="bad", bold=True, wrap=True)
        self.what = label("voting.quorum-lost.what", 14, wrap=True)
        self.column.addWidget(self.figures)
        self.column.addWidget(self.what)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_all(self) -> None:
        """Seen while an open sitting has no quorum."""
        say, state = self._bridge.words, self._bridge.state
        quorum = state.quorum
        self.setVisible(state.phase == "open" and not quorum.met)
        self.set_head(say("voting.quorum-lost"))
        self.figures.setText(say("top.quorum-no", present=quorum.present, needed=quorum.needed))
        self.what.setText(say("voting.quorum-held" if state.vote else "voting.quorum-what"))
