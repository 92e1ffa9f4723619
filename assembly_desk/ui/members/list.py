"""The list of the register: filters with their counts, the rows."""

from PySide6.QtCore import Signal

from assembly_desk.domain.profile import Office
from assembly_desk.projections.members_sheet import (
    OFFICES,
    SHOWS,
    MemberLine,
    Show,
    counts,
    lines,
    office_counts,
    shown,
)
from assembly_desk.ui import theme
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members import said
from assembly_desk.ui.members.cards import RegisterStrip
from assembly_desk.ui.members.delegate import MembersDelegate
from assembly_desk.ui.members.model import Column, MembersModel
from assembly_desk.ui.parts.icons import icon
from assembly_desk.ui.parts.labels import rule
from assembly_desk.ui.people_list import PeopleList
from assembly_desk.ui.roll.delegate import pill_width

SHOW_WORDS: dict[Show, str] = {
    "all": "presence.all",
    "council": "body.council",
    "session-only": "members.session-only",
}


class MembersList(PeopleList):
    """The list. The chosen member stays chosen through filters, as long as they are shown."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, bridge: Bridge) -> None:
        self.model = MembersModel(bridge)
        super().__init__(bridge, "members", self.model)
        self._register: object = None  # the one for which the people were listed
        self.people: tuple[MemberLine, ...] = ()
        self._show: Show = "all"
        self.office: Office | None = None
        self._search = ""
        self.chips = self.add_filters(SHOWS, "office", self.show_only)
        self.add_table(MembersDelegate)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.doubleClicked.connect(self.opened)
        self.strip = RegisterStrip(bridge)
        self.column.addWidget(rule())
        self.column.addWidget(self.strip)

    # ------------------------------------------------------------------------------------------ what is shown

    def read(self) -> None:
        """List the members anew if the register is another one."""
        register = self._bridge.register
        if register is not self._register:
            self.people = lines(register, self.people)
            self._register = register
            self._fill()
            self._count()

    def search(self, text: str) -> None:
        """Show those whose names or badge hold what was typed; the first of them is chosen."""
        self._search = text
        self._fill(first=bool(text.strip()))

    def show_only(self, show: Show) -> None:
        """Show one group."""
        self._show = show
        self.chips[show].setChecked(True)
        self._fill()

    def show_office(self, office: Office | None) -> None:
        """Show those who hold that office; None: all."""
        self.office = office
        self._name_office()
        self._fill()

    def _fill(self, *, first: bool = False) -> None:
        current = self.current
        self.model.show_rows(shown(self.people, self._show, self.office, self._search))
        self.stack.setCurrentWidget(self.table if self.model.rows else self.nobody)
        if not self.model.rows:
            self._say_nobody()
            self._chosen()
        elif first or current is None:
            self.choose_row(0)
        else:
            self.choose_row(max(0, self.model.row_of(current.member.id)))

    @property
    def current(self) -> MemberLine | None:
        """The chosen member."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def reach(self, member: str) -> None:
        """Choose that member, behind whatever filter they stand."""
        if self.model.row_of(member) < 0:
            self.office, self._search = None, ""
            self._name_office()
            self.show_only("all")
        if (row := self.model.row_of(member)) >= 0:
            self.choose_row(row)

    def _chosen(self, *_rows: object) -> None:
        self.table.viewport().update()
        self.chosen.emit()

    # ---------------------------------------------------------------------------------------------- the words

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        say = self._bridge.words
        self.table.setAccessibleName(say("members.list"))
        self.setAccessibleName(say("members.list"))
        self._count()
        self._say_nobody()
        self.share_width()

    def _count(self) -> None:
        say = self._bridge.words
        for show, number in counts(self.people).items():
            text = f"{say(SHOW_WORDS[show])} {number}"
            self.chips[show].setText(text)
            self.chips[show].setAccessibleName(text)
        self._name_office()

    def _name_office(self) -> None:
        say = self._bridge.words
        text = said.office_name(self._bridge, self.office) if self.office else say("members.office-any")
        self.picker.setText(text)
        self.picker.setAccessibleName(f"{say('field.office')}: {text}")
        self.picker.setToolTip(self.picker.accessibleName())
        self.picker.setIcon(icon("chevron", theme.tokens().ink, 14))

    def office_choices(self) -> list[tuple[str, str]]:
        """The offices by code and name, with how many hold them."""
        numbers = office_counts(self.people)
        named = [
            (office, f"{said.office_name(self._bridge, office)} {numbers[office]}") for office in OFFICES
        ]
        return [("any", self._bridge.words("members.office-any")), *named]

    def _say_nobody(self) -> None:
        say = self._bridge.words
        self.nobody.setText(say("roll.nobody" if self.people else "shell.no-members"))

    # ----------------------------------------------------------------------------------------------- the view

    def share_width(self) -> None:
        """Name and place get most of the width; what is short keeps its own."""
        say, room = self._bridge.words, self.table.viewport().width()
        figures = theme.metrics(13).horizontalAdvance(str(max(len(self.people), 99)))
        number = figures + 32
        badge = max(theme.metrics(13).horizontalAdvance("00000"), 48) + 16
        names = [say("body.council"), say("body.session"), say("members.no-body")]
        pill = min(max(map(pill_width, names)) + 16, max(90, room // 5))
        rest = max(room - number - badge - pill, 120)
        name = min(rest * 42 // 100, 420)
        place = min(rest * 38 // 100, 520)
        office = min(rest - name - place, 280)
        for column, width in (
            (Column.NUMBER, number),
            (Column.NAME, name),
            (Column.PLACE, place),
            (Column.BODIES, pill),
            (Column.OFFICE, office),
            (Column.BADGE, room - number - name - place - pill - office),
        ):
            self.table.setColumnWidth(column, width)
