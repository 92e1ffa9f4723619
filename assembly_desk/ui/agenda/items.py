"""The agenda at the left, and the head of the item that is looked at."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from assembly_desk.projections.floor_sheet import ItemRow, ItemSheet, adopted_at, item_rows
from assembly_desk.ui import theme
from assembly_desk.ui.agenda.rows import Look, Rows
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.buttons import KeyButton
from assembly_desk.ui.parts.labels import Card, label
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.wording.words import Words, rule_words

_SIGNS: dict[str, tuple[str, str]] = {
    "finished": ("check", "for_"),
    "taken": ("play", "act_text"),
    "postponed": ("clock", "second"),
    "offered": ("plus", "second"),
    "removed": ("cross", "second"),
    "not-reached": ("dash", "second"),
}
_OVER = ("finished", "postponed", "removed", "not-reached")


class ItemsCard(Card):
    """The items in their order. The chosen one is looked at; the one under consideration has its own sign."""

    taken = Signal()
    finished = Signal()
    added = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("agenda.items-card", margin=16)
        self._bridge = bridge
        self.rows = Rows("agenda.items")
        self.none = label("agenda.items.none", 14, role="second", wrap=True)
        self.take = KeyButton("agenda.take", pixels=13)
        self.finish = KeyButton("agenda.finish", pixels=13)
        self.add = KeyButton("agenda.add-item", pixels=13)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.none)
        column.addWidget(self.rows)
        column.addStretch(1)
        self._scroll, self._inside = scrolled(inside), inside
        inside.installEventFilter(self)
        self.column.setContentsMargins(8, 12, 8, 16)
        self.head.setContentsMargins(12, 0, 12, 0)
        self.column.addWidget(self._scroll, 1)
        buttons = ((self.take, self.taken), (self.finish, self.finished), (self.add, self.added))
        for button, signal in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            self.column.addWidget(button)
        self.rows.chosen.connect(self.follow)

    def show_all(self) -> None:
        """The items as they stand."""
        state, say = self._bridge.state, self._bridge.words
        rows = item_rows(state)
        at = adopted_at(state) if state.agenda.approved else None
        adopted = say("agenda.adopted-at", time=self._bridge.time(at)) if at else say("agenda.not-adopted")
        self.set_head(f"{say('screen.agenda')} · {adopted}")
        self.rows.show_rows([_look(row, say) for row in rows])
        self.rows.setAccessibleName(say("screen.agenda"))
        self.none.setText(say("agenda.empty"))
        self.none.setVisible(not rows)
        self.take.show_text(say("do.take-item"))
        self.finish.show_text(say("do.finish-item"))
        self.add.show_text("+ " + say("do.add-item-vote" if state.agenda.approved else "do.add-item"))
        self.add.setVisible(state.phase in ("prepared", "open", "break", "adjourned"))
        for button in (self.take, self.finish, self.add):
            button.setEnabled(self._bridge.accepting)

    def follow(self) -> None:
        """Keep the chosen item in view."""
        self._scroll.ensureWidgetVisible(self.rows.home(), 0, 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """At another size the chosen item stays in view."""
        if watched is self._inside and event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    def show_acts(self, sheet: ItemSheet | None) -> None:
        """What may be done with the item that is looked at."""
        is_open = self._bridge.state.phase == "open"
        self.take.setVisible(is_open and sheet is not None and sheet.may_take)
        self.finish.setVisible(is_open and sheet is not None and sheet.may_finish)


def _look(row: ItemRow, say: Words) -> Look:
    return Look(
        id=row.item,
        lead=str(row.number) if row.number is not None else "–",
        title=str(say.text(row.title)),
        below=_standing(row, say),
        icon=_SIGNS.get(row.state),
        marked=row.current,
        quiet=row.state in _OVER,
        lines=8,
    )


def _standing(row: ItemRow, say: Words) -> str:
    """How far the item has come: its state, or how the vote on it ended."""
    if row.voting:
        return say("motion.open")
    if row.speaking is not None:
        kind = say.of("floor", row.speaking)
        if row.speaking in ("report", "co-report"):
            return say("agenda.speaking-on", kind=kind)
        return f"{say.of('item', row.state)} · {kind}"
    state = say.of("item", row.state)
    if row.figures is None or row.state not in ("finished", "taken"):
        return state
    verdict = say.of("verdict", row.figures.verdict)
    tally = row.figures.tally
    if tally is not None:
        verdict = f"{verdict} {tally.in_favour}–{tally.against}–{tally.abstain}"
    return verdict if row.state == "finished" else f"{state} · {verdict}"


class ItemHead(Card):
    """The item that is looked at: number, matter with its point, title, rapporteurs, draft."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("agenda.item")
        self._bridge = bridge
        self._low = False
        self.title = label("agenda.item.title", 22, bold=True, wrap=True)
        self.about = label("agenda.item.about", 14, role="second", wrap=True)
        self.elsewhere = label("agenda.item.elsewhere", 13, role="second", bold=True, wrap=True)
        for part in (self.title, self.about, self.elsewhere):
            self.column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_compact(self, compact: bool, *, low: bool) -> None:
        """Smaller letters; on a low screen less is said while somebody speaks."""
        self._low = low
        self.title.setFont(theme.font(17 if compact else 22, bold=True))
        self.about.setFont(theme.font(13 if compact else 14))
        self.column.setSpacing(4 if compact else 8)

    def show_item(self, sheet: ItemSheet | None) -> None:
        """Show this item."""
        self.setVisible(sheet is not None)
        if sheet is None:
            return
        state, say = self._bridge.state, self._bridge.words
        row = sheet.row
        number = say("hall.item", item=row.number) if row.number is not None else say.of("item", row.state)
        matter = say.of("competence", sheet.competence)
        point = f" ({rule_words(sheet.point, self._bridge.language)})" if sheet.point else ""
        self.set_head(f"{number} · {matter}{point}")
        self.title.setText(str(say.text(row.title)))
        parts: list[str] = []
        names = [str(say.text(person.short)) for person in row.rapporteurs]
        if len(names) == 1:
            parts.append(say("hall.rapporteur", name=names[0]))
        elif names:
            parts.append(say("agenda.rapporteurs", names=", ".join(names)))
        if sheet.kinds:
            parts.append(say("agenda.draft-ready" if sheet.draft else "agenda.draft-missing"))
        if sheet.debate_closed:
            parts.append(say("agenda.debate-closed"))
        self.about.setText(" · ".join(parts))
        self.about.setVisible(bool(parts) and not (self._low and state.floor.speech is not None))
        draft = state.agenda.items[row.item].draft
        self.about.setToolTip(str(say.text(draft)) if draft else "")
        current = state.agenda.current
        elsewhere = current is not None and current != row.item
        self.elsewhere.setVisible(elsewhere)
        if elsewhere:
            taken = next((one.number for one in item_rows(state) if one.item == current), None)
            self.elsewhere.setText(say("agenda.hall-is-on", item=taken or current))
