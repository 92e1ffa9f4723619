"""The result of a round, row by row: the figures, the verdict, the papers, and what the numbers give away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from assembly_desk.projections.round_sheet import RoundRow, RoundSheet
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.labels import Card, Signed, label, rule
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.wording.words import Words

_SIGNS = {
    "adopted": ("check", "good"),
    "tie": ("dash", "warn"),
    "outranked": ("dash", "warn"),
    "withdrawn": ("dash", "second"),
    "not-adopted": ("cross", "bad"),
}
_COLOURS = {"for": "for_", "against": "against", "abstain": "abstain"}


class ResultsCard(Card):
    """The table of a round that is over."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("voting.results", head=False)
        self._bridge = bridge
        self._shown: tuple[object, ...] = ()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        scroll = scrolled(self._inside)
        self.papers = label("voting.results.papers", 13, role="second", wrap=True)
        self.notices = label("voting.results.notices", 13, role="warning", wrap=True)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.papers)
        self.column.addWidget(self.notices)

    def set_compact(self, compact: bool) -> None:
        """Less room around, for a low screen."""
        vertical = 8 if compact else 14
        self.column.setContentsMargins(20, vertical, 20, vertical)

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show that round."""
        say = self._bridge.words
        drawn = (sheet, say.language, theme.tokens())
        if drawn != self._shown:
            self._shown = drawn
            self._draw(say, sheet)
        papers = sheet.papers
        if papers is not None:
            unused = papers.printed - papers.issued
            figures = {name: getattr(papers, name) for name in ("printed", "issued", "spoiled", "returned")}
            self.papers.setText(
                say(
                    "paper.commission-2-ballots",
                    valid=papers.valid,
                    invalid=papers.invalid,
                    unused=unused,
                    **figures,
                )
            )
        self.papers.setVisible(papers is not None)
        self.notices.setText("\n".join(self._bridge.say_notice(notice) for notice in sheet.notices))
        self.notices.setVisible(bool(sheet.notices))

    def _draw(self, say: Words, sheet: RoundSheet) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        secret = sheet.form == "secret"
        heads = [
            "vote.candidate-row" if sheet.rows[0].candidate else "voting.motion-row",
            "hall.for",
            "hall.against",
            "row.abstain",
            "ballots.no-mark" if secret else "hall.not-voting",
            "voting.verdict",
        ]
        for column, key in enumerate(heads, 1):
            head = label(f"voting.results.head.{column}", 12, role="second", bold=True, wrap=True)
            head.setText(say(key))
            if 1 < column < 6:
                head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
        for column, stretch in enumerate((0, 8, 2, 2, 2, 2, 6)):
            self._grid.setColumnStretch(column, stretch)
        for number, row in enumerate(sheet.rows, 1):
            self._add(say, number, row, secret=secret)
        self._grid.setRowStretch(2 * len(sheet.rows) + 2, 1)

    def _add(self, say: Words, number: int, row: RoundRow, *, secret: bool) -> None:
        name, at = f"voting.results.{row.motion}", 2 * number - 1
        self._grid.addWidget(rule(), at, 0, 1, 7)
        place = label(f"{name}.number", 13, role="second")
        place.setText(str(number))
        title = label(f"{name}.title", 13, bold=True, wrap=True)
        title.setText(row.name.in_language(say.language))
        self._grid.addWidget(place, at + 1, 0)
        self._grid.addWidget(title, at + 1, 1)
        figures = {
            "for": row.in_favour,
            "against": row.against,
            "abstain": row.abstain,
            "rest": row.no_mark if secret else row.not_voting,
        }
        for column, (key, figure) in enumerate(figures.items(), 2):
            self._grid.addWidget(self._figure(f"{name}.{key}", key, figure), at + 1, column)
        verdict = Signed(f"{name}.verdict", 13)
        icon, role = _SIGNS.get(row.verdict, ("dash", "second"))
        told = say.of("verdict", row.verdict)
        if row.annulled:
            told = f"{told} · {say.of('verdict', 'annulled')}"
        verdict.show_text(told, icon, role)
        self._grid.addWidget(verdict, at + 1, 6, Qt.AlignmentFlag.AlignVCenter)

    def _figure(self, name: str, key: str, figure: int | None) -> QLabel:
        made = label(name, 17, bold=True)
        made.setText("—" if figure is None else str(figure))
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setMinimumHeight(26)
        colour = _COLOURS.get(key)
        if colour is not None:
            made.setStyleSheet(f"color: {getattr(theme.tokens(), colour)};")
        return made
