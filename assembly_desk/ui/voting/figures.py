"""The figures of a vote: the bar with the mark to reach, for, against, abstained, and the rule in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from assembly_desk.domain.state import Sitting
from assembly_desk.domain.threshold import Threshold
from assembly_desk.projections.vote_sheet import VoteSheet
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.icons import paint_icon
from assembly_desk.ui.parts.labels import Card, Signed, label
from assembly_desk.wording.words import Words, rule_words

_THICK = 24
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class VoteBar(QWidget):
    """The votes side by side on the base, and the mark that those for have to reach, with its words above."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._parts: tuple[tuple[str, int], ...] = ()
        self._base, self._needed, self._says = 1, 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_THICK + 26)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, _THICK + 26)

    def show_votes(self, sheet: VoteSheet, mark: str, says: str) -> None:
        """Show the votes of that sheet; `mark`: what stands above the mark; `says`: all of it in words."""
        self._parts = (
            ("for_", sheet.in_favour or 0),
            ("against", sheet.against or 0),
            ("abstain", sheet.abstain or 0),
        )
        self._base, self._needed, self._says = max(1, sheet.base), sheet.needed, mark
        self.setAccessibleName(says)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the votes, the mark and its words."""
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0.5, 21.5, self.width() - 1, _THICK)
        outline = QPainterPath()
        outline.addRoundedRect(track, 6, 6)
        painter.fillPath(outline, QColor(now.track))
        painter.save()
        painter.setClipPath(outline)
        left = track.left()
        for colour, votes in self._parts:
            width = track.width() * votes / self._base
            box = QRectF(left, track.top(), width, track.height())
            painter.fillRect(box, QColor(str(getattr(now, colour))))
            if votes and left > track.left():  # a line between, so that no colour has to tell them apart
                painter.fillRect(QRectF(left, track.top(), 1, track.height()), QColor(now.surface))
            left += width
        painter.restore()
        if now.stroke > 1:
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawPath(outline)
        at = round(track.left() + track.width() * min(self._needed, self._base) / self._base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(at - 2, 18, 4, _THICK + 8), QColor(now.surface))
        painter.fillRect(QRectF(at - 1, 18, 2, _THICK + 8), QColor(now.ink))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(now.ink))
        painter.setFont(theme.brush_font(12, bold=True))
        wide = theme.metrics(12, bold=True).horizontalAdvance(self._says) + 4
        start = min(max(0.0, at - wide / 2), max(0.0, self.width() - wide))
        painter.drawText(QRectF(start, 0, wide, 17), _CENTRE, self._says)


class FigureRow(QWidget):
    """A sign, a word and a figure on the ground of its meaning. `colour`: of the tokens, "" for none."""

    def __init__(self, name: str, icon: str, colour: str, *, tall: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon, self._colour, self._tall = icon, colour, tall
        self._word, self._figure = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        self._pixels = 20 if compact else 26
        self.setFixedHeight(self._pixels + 12 + (20 if self._tall else 0))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the figure and a few letters of the word."""
        return QSize(88, self.height())

    def show_figure(self, word: str, figure: str) -> None:
        """Show that figure under that word."""
        if (word, figure) != (self._word, self._figure):
            self._word, self._figure = word, figure
            self.setAccessibleName(f"{word} – {figure}")
            self.setToolTip("")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Beside each other, or the word above the figure where the row is tall and narrow."""
        now = theme.tokens()
        ink = QColor(str(getattr(now, self._colour or "second")))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._colour:
            painter.setBrush(QColor(str(getattr(now, f"{self._colour.rstrip('_')}_soft"))))
            painter.setPen(QPen(ink, now.stroke) if now.stroke > 1 else Qt.PenStyle.NoPen)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.second if now.stroke > 1 else now.line), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(ink)
        figure_font = theme.brush_font(self._pixels, bold=True)
        figure_wide = theme.metrics(self._pixels, bold=True).horizontalAdvance(self._figure)
        word_box = box.adjusted(12, 4, -10, -4)
        if self._tall:
            word_box.setHeight(22)
            under = QRectF(box.left() + 12, box.top() + 24, box.width() - 24, box.height() - 28)
            painter.setFont(figure_font)
            painter.drawText(under, _LEFT, self._figure)
        else:
            painter.setFont(figure_font)
            painter.drawText(box.adjusted(12, 0, -12, 0), _RIGHT, self._figure)
            word_box.setRight(word_box.right() - figure_wide - 8)
        if self._icon:
            sign = QRectF(word_box.left(), word_box.center().y() - 7, 14, 14)
            paint_icon(painter, self._icon, ink.name(), sign)
        word_box.setLeft(word_box.left() + (22 if self._icon or not self._tall else 0))
        pixels = 14
        while (
            pixels > 11 and theme.metrics(pixels, bold=True).horizontalAdvance(self._word) > word_box.width()
        ):
            pixels -= 1
        painter.setFont(theme.brush_font(pixels, bold=True))
        shown = theme.metrics(pixels, bold=True).elidedText(
            self._word, Qt.TextElideMode.ElideRight, int(word_box.width()) + 1
        )
        painter.drawText(word_box, _LEFT, shown)
        if shown != self._word and not self.toolTip():
            self.setToolTip(self._word)


class FiguresCard(Card):
    """The vote in figures: so far while it is held, as they stand once it is over."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.figures")
        self._bridge, self._low = bridge, False
        self.bar = VoteBar("voting.figures.bar")
        self.certain = Signed("voting.figures.certain", 13)
        self.rows = {
            "for": FigureRow("voting.figures.for", "check", "for_"),
            "against": FigureRow("voting.figures.against", "cross", "against"),
            "abstain": FigureRow("voting.figures.abstain", "dash", "abstain"),
            "rest": FigureRow("voting.figures.rest", "", ""),
        }
        self.column.addWidget(self.bar)
        self.column.addWidget(self.certain)
        for row in self.rows.values():
            self.column.addWidget(row)

    def set_compact(self, compact: bool) -> None:
        """Less tall, for a low screen."""
        self.column.setSpacing(4 if compact else 8)
        self._low = compact
        for row in self.rows.values():
            row.set_compact(compact)

    def show_sheet(self, sheet: VoteSheet | None) -> None:
        """Show the figures of that vote; hidden where nothing is counted."""
        shown = sheet is not None and sheet.in_favour is not None and sheet.verdict != "stopped"
        self.setVisible(shown)
        if sheet is None or not shown:
            return
        say = self._bridge.words
        words = {
            "for": capital(say("hall.for")),
            "against": capital(say("hall.against")),
            "abstain": capital(say("hall.abstain")),
            "rest": say("answer.not-yet") if sheet.held else capital(say("hall.not-voting")),
        }
        awaited = sheet.held and sheet.form == "show-of-hands"
        if awaited:
            words["rest"] = capital(say("vote.awaited" if sheet.waited_for else "hall.not-voting"))
        figures = {
            "for": sheet.in_favour,
            "against": sheet.against,
            "abstain": sheet.abstain,
            "rest": (sheet.waited_for if awaited else 0) or sheet.not_voting,
        }
        for name, row in self.rows.items():
            row.show_figure(words[name], str(figures[name]))
        mark = say("vote.at-least", needed=sheet.needed)
        told = "; ".join(f"{words[name]} – {figures[name]}" for name in words)
        self.bar.show_votes(sheet, mark, f"{told}; {mark}")
        head = say("vote.interim") if sheet.held else say("hall.result")
        if sheet.held and sheet.certain is None:
            head += f" · {say('vote.more-needed', missing=sheet.missing)}"
        elif sheet.held:
            head += f" · {say('voting.reached' if sheet.certain == 'adopted' else 'voting.out-of-reach')}"
        self.set_head(head)
        certain = sheet.held and sheet.certain is not None and sheet.waited_for > 0
        self.certain.setVisible(certain and not self._low)  # on a low screen the head alone says it
        good = sheet.certain == "adopted"
        self.certain.show_text(say("vote.certain"), "check" if good else "cross", "good" if good else "bad")


class RuleCard(Card):
    """The rule in words with its figures, and its point."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.rule")
        self._bridge = bridge
        self.text = label("voting.rule.text", 14, wrap=True)
        self.point = label("voting.rule.point", 13, role="second", wrap=True)
        self.column.addWidget(self.text)
        self.column.addWidget(self.point)

    def set_compact(self, compact: bool) -> None:
        """Smaller letters, for a low screen."""
        self.text.setFont(theme.font(13 if compact else 14))
        self.column.setSpacing(4 if compact else 8)

    def show_rule(self, base: int, needed: int, rule: Threshold, *, each: bool = False) -> None:
        """Show that rule on that base; `each`: for every candidate of a list."""
        say, state = self._bridge.words, self._bridge.state
        self.set_head(say("voting.rule"))
        told = rule_sentence(say, state, base, needed, rule)
        if each:
            body = f"vote.rule-candidate.{state.convening.body}"
            key, point = (
                (body if body in say else "vote.rule-candidate.other"),
                rule_words(rule.point, say.language),
            )
            told = say(key, base=base, needed=needed, rule=point)
        self.text.setText(told)
        counted = say("voting.counted-rule", base=base, fraction=_fraction(rule), needed=needed)
        self.point.setText(f"{counted} · {rule_words(rule.point, self._bridge.language)}")


def rule_sentence(say: Words, state: Sitting, base: int, needed: int, rule: Threshold) -> str:
    """When a decision is taken, in the words of the body's own point, with the figures of this vote."""
    body = state.convening.body
    if f"say.rule.{body}" in say:
        return say(f"say.rule.{body}", base=base, needed=needed)
    return say("say.rule.other", rule=rule_words(rule.point, say.language), base=base, needed=needed)


def _fraction(rule: Threshold) -> str:
    return f"{rule.fraction.numerator}/{rule.fraction.denominator}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
