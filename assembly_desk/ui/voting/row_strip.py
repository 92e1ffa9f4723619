"""The candidates of a list by name, above the names: what the member at hand answered, and who comes now."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assembly_desk.domain.vote import Choice
from assembly_desk.projections.round_sheet import RoundRow
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.flow import Flow
from assembly_desk.ui.parts.labels import Signed, label
from assembly_desk.ui.voting.hands import surname_of
from assembly_desk.ui.voting.names import LOOKS

_ROLES = {"for": "good", "against": "bad", "abstain": "warn"}


class RowStrip(QWidget):
    """One line for the candidate at hand in full, and all of them below."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("voting.rows")
        self._bridge = bridge
        self.now = label("voting.rows.now", 17, bold=True, wrap=True)
        self._flow = Flow(12)
        self._signs: list[Signed] = []
        self._motions: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.now)
        column.addWidget(self._flow)

    def show_rows(self, rows: Sequence[RoundRow], answers: Mapping[str, Choice], at: int | None) -> None:
        """The candidates; `answers`: those of the member at hand; `at`: the one asked for now."""
        say = self._bridge.words
        motions = tuple(row.motion for row in rows)
        if motions != self._motions:
            self._motions = motions
            self._flow.empty()
            self._signs = [Signed(f"voting.rows.{motion}", 13) for motion in motions]
            for sign in self._signs:
                sign.text.setWordWrap(False)
                self._flow.add(sign)
                sign.show()
        for number, (row, sign) in enumerate(zip(rows, self._signs, strict=True)):
            choice = answers.get(row.motion)
            icon, role = (LOOKS[choice][0], _ROLES[choice]) if choice else ("clock", "second")
            name = row.name.in_language(say.language)
            short = surname_of(row.candidate.short.in_language(say.language)) if row.candidate else name
            sign.show_text(f"{number + 1}. {short}", icon, "" if number == at else role)
            told = say(f"choice.{choice}") if choice else say("voting.no-answer")
            sign.setAccessibleName(f"{number + 1}. {name}: {told}")
        if at is None:
            self.now.setText("")
        else:
            name = rows[at].name.in_language(say.language)
            self.now.setText(say("voting.row-of", number=at + 1, count=len(rows), name=name))
        self.now.setVisible(at is not None)
