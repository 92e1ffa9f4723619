"""The members of the Assembly, whatever sitting is held: find, add, change, import, export."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from assembly_desk.desk.desk import Receipt
from assembly_desk.domain.commands import AddMember, ChangeMember, Command, ImportMembers
from assembly_desk.domain.member import Mandate, Member
from assembly_desk.domain.refusals import Refusal
from assembly_desk.projections.members_sheet import OFFICES, MemberLine, change, standing_bodies
from assembly_desk.projections.next_act import NextAct
from assembly_desk.projections.roll_sheet import by_badge
from assembly_desk.ui import keys
from assembly_desk.ui.bridge import Bridge, Trouble, new_act
from assembly_desk.ui.members.cards import MemberCard
from assembly_desk.ui.members.ending import EndForm
from assembly_desk.ui.members.exchange import NotTaken, Preview
from assembly_desk.ui.members.form import MemberForm
from assembly_desk.ui.members.list import MembersList
from assembly_desk.ui.members.preview import THREAD, ImportPanel
from assembly_desk.ui.members.search import MemberSearch
from assembly_desk.ui.name_search import STEPS
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.choices import Choices
from assembly_desk.ui.parts.scroll import scrolled
from assembly_desk.ui.protocol.files import documents_folder
from assembly_desk.ui.protocol.work import Job

_LOW = 690  # a page less tall than this has a less tall search box


class MembersPage(Page):
    """The page. It changes nothing by itself: the desk's answer does, once the act is on the disk."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "members")
        self.search = MemberSearch(bridge)
        self.list = MembersList(bridge)
        self.card = MemberCard(bridge)
        self.register = self.list.strip
        self.offices = Choices(self, "members.offices")
        self.block.undo_shown = False  # the register knows no undo
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addStretch(1)
        self._right = self.acts_below(scrolled(inside))
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.list, 1)
        below.addWidget(self._right)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addWidget(self.search)
        page.addLayout(below, 1)
        order: list[QWidget] = [
            self.search.edit,
            *self.list.chips.values(),
            self.list.picker,
            self.list.table,
        ]
        order += [self.register.add, self.register.load, self.register.write]
        order += [self.card.change, self.card.end, self.block.next]
        for one, then in pairwise(order):
            QWidget.setTabOrder(one, then)
        self.setFocusProxy(self.search.edit)

    def _connect(self) -> None:
        self.search.searched.connect(self.list.search)
        self.search.moved.connect(self.list.step)
        self.search.entered.connect(self.change)
        self.search.scanned.connect(self._scanned)
        self.search.undone.connect(self.undo)
        self.list.key_pressed.connect(self._key_in_list)
        self.list.picked.connect(self._ask_office)
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self.change)
        self.offices.chosen.connect(self._office)
        self.card.change.clicked.connect(self.change)
        self.card.end.clicked.connect(self.end)
        self.register.add.clicked.connect(self.add)
        self.register.load.clicked.connect(self._choose_file)
        self.register.write.clicked.connect(self._choose_target)
        self.bridge.register_changed.connect(self._register_changed)
        self.bridge.trouble_changed.connect(self._trouble_changed)

    # ------------------------------------------------------------------------------------- one member at a time

    def add(self) -> None:
        """Ask for a new member."""
        if self._accepting():
            self.open_panel(MemberForm(self, self.bridge, None, self._record), self.search.edit)

    def change(self) -> None:
        """Change what the register says of the chosen member."""
        line = self._who()
        if line is not None:
            self.open_panel(MemberForm(self, self.bridge, line.member, self._record), self.search.edit)

    def end(self) -> None:
        """End the membership of the chosen member in a body."""
        line = self._who()
        if line is None:
            return
        member = line.member
        today = self.bridge.now().astimezone().date().isoformat()
        if not standing_bodies(member, today):
            self.search.say(self.bridge.words("members.end-nothing", name=member.person.short), "warn")
            return
        self.open_panel(EndForm(self, self.bridge, member, self._end(member)), self.search.edit)

    def _end(self, member: Member) -> Callable[[tuple[Mandate, ...]], str]:
        def record(mandates: tuple[Mandate, ...]) -> str:
            command = ChangeMember(member.id, mandates=mandates)
            return self._submit(command, self.bridge.words("members.ended", name=member.person.short))

        return record

    def _record(self, member: Member, before: Member | None) -> str:
        say, short = self.bridge.words, member.person.short
        if before is None:
            against = self._submit(AddMember(member), say("members.added", name=short), badge=member.badge)
        elif (command := change(before, member)) is None:
            self.search.say(say("members.unchanged", name=short), "second")
            return ""
        else:
            against = self._submit(command, say("members.changed", name=short), badge=member.badge)
        if not against:
            self.search.edit.clear()
            self.list.reach(member.id)
        return against

    def _submit(self, command: Command, said: str, *, badge: str | None = None) -> str:
        """Give it to the desk; returns what stands against it in one sentence, or nothing."""
        answer = self.bridge.submit(command, new_act())
        match answer:
            case Receipt(entries=entries):
                recorded = self.bridge.words("members.recorded", entry=entries[-1]) if entries else ""
                self.search.say(" · ".join(part for part in (said, recorded) if part))
                return ""
            case Refusal(code="DuplicateId", values={"id": str(id)}) if badge and id == badge:
                holder = by_badge((line.listed for line in self.list.people), badge)
                name = holder.name.kk if holder else "—"
                return self.bridge.words("import.badge-taken", badge=badge, name=name)
            case Refusal():
                return self.bridge.say_refusal(answer)
            case Trouble():
                return self.bridge.say_trouble()

    def _who(self) -> MemberLine | None:
        line = self.list.current
        if line is None and self.list.people:
            self.search.say(self.bridge.words("roll.nobody"), "warn")
        return line if line is not None and self._accepting() else None

    def _accepting(self) -> bool:
        if not self.bridge.accepting:
            self.search.say(self.bridge.words("members.view-only"), "warn")
        return self.bridge.accepting

    def _scanned(self, digits: str) -> None:
        self.search.edit.clear()
        one = by_badge((line.listed for line in self.list.people), digits)
        if one is None:
            self.search.say(self.bridge.words("roll.unknown-badge", badge=digits), "warn")
        else:
            self.list.reach(one.member)

    def undo(self) -> None:
        """A change of the register is no step of the sitting: it is changed again, not undone."""
        self.search.say(self.bridge.words("members.no-undo"), "warn")

    def recorded_at_last(self, said: str) -> None:
        """What the disk had refused was recorded at a second try."""
        if self.panel is not None:
            self.panel.leave()
        self.search.say(said)

    # --------------------------------------------------------------------------------------------------- files

    def next_act(self) -> NextAct | None:
        """Without members the first act is to import them; otherwise nothing here brings a sitting on."""
        return None if self.bridge.register.members else NextAct("do.import", "members")

    def prepare(self, act: NextAct) -> None:
        """Ask for the file."""
        del act
        self._choose_file()

    def _choose_file(self) -> None:
        if not self._accepting():
            return
        say = self.bridge.words
        kinds = f"{say('members.file-kinds')} (*.xlsx *.ods *.csv *.XLSX *.ODS *.CSV)"
        start = str(documents_folder())
        chosen, _kind = QFileDialog.getOpenFileName(self.window(), say("members.file-import"), start, kinds)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Show what that roster would do; it is written only when the operator says so."""
        if self._accepting():
            panel = ImportPanel(self, self.bridge, path, self._import)
            panel.stopped.connect(lambda: self.hear(self.bridge.words("members.import-stopped")))
            self.open_panel(panel, self.search.edit)

    def _import(self, preview: Preview) -> str:
        said = self.bridge.words("members.import-done", added=len(preview.add), changed=len(preview.change))
        return self._submit(ImportMembers(preview.add, preview.change), said)

    def _choose_target(self) -> None:
        say = self.bridge.words
        proposed = str(documents_folder() / f"{say('members.export-name')}.xlsx")
        chosen, kind = QFileDialog.getSaveFileName(
            self.window(), say("members.file-export"), proposed, "XLSX (*.xlsx);;CSV (*.csv)"
        )
        if chosen:
            path = Path(chosen)
            suffix = ".csv" if kind.startswith("CSV") else ".xlsx"
            self.export_file(path if path.suffix else path.with_name(path.name + suffix))

    def export_file(self, path: Path) -> None:
        """Write the register to that file, off the window's thread."""
        exchange, register, say = self.bridge.exchange, self.bridge.register, self.bridge.words
        if exchange is None:
            self.search.say(say("members.not-available"), "warn")
            return
        self.register.write.setEnabled(False)
        self.search.say(say("members.exporting", file=path.name), "second")

        def done(_nothing: object) -> None:
            self._show_register()
            self.search.say(self.bridge.words("members.exported", path=path))

        def failed(error: Exception) -> None:
            self._show_register()
            if not isinstance(error, NotTaken):
                raise error
            self.search.say(self.bridge.words(error.words, **error.values), "warn")

        Job(self, lambda _job: exchange.export(path, register), done, failed, thread=THREAD)

    # ---------------------------------------------------------------------------------------- filters and keys

    def _ask_office(self, corner: QPoint) -> None:
        head = self.bridge.words("field.office")
        current = self.list.office or "any"
        self.offices.open_at(
            self.mapFromGlobal(corner), head, self.list.office_choices(), self.search.edit, current
        )

    def _office(self, code: str) -> None:
        self.list.show_office(next((office for office in OFFICES if office == code), None))

    def _key_in_list(self, event: QKeyEvent) -> None:
        if keys.is_next_act(event) or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            number = len(self.list.people)
            self.list.step(-number if event.key() == Qt.Key.Key_Home else number)
            event.accept()
        else:
            event.setAccepted(self.take_key(event))

    def take_key(self, event: QKeyEvent) -> bool:
        """Insert adds; letters, Enter and arrows belong to the search box, wherever they are pressed."""
        if self.panel is not None:
            return False
        if keys.is_insert(event):
            self.add()
            return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        written = bool(event.text()) and event.text().isprintable() and event.text() != " "
        acts = keys.place(event) in keys.ENTERS and not keys.is_next_act(event)
        if (plain and (written or event.key() in STEPS)) or acts or keys.is_undo(event):
            self.search.type(event)
            return True
        return False

    # --------------------------------------------------------------------------------------------- what shows

    def home(self) -> QWidget:
        """The search box."""
        return self.search.edit

    def hear(self, says: str) -> None:
        """Said where what was recorded is said."""
        self.search.say(says, "warn")

    def show_all(self) -> None:
        """In the language of the window and the colours of the theme."""
        self.search.say("")
        self.search.show_all()
        self.list.read()
        self.list.show_all()
        self.show_sitting()
        if isinstance(self.panel, MemberForm | EndForm | ImportPanel):
            self.panel.show_all()

    def show_sitting(self) -> None:
        """The register as it stands; the sitting only says whether anything may be changed."""
        self.list.read()
        self._show_chosen()
        self._show_register()
        self.block.show_act()

    def _register_changed(self) -> None:
        if self.isVisible():
            self.show_sitting()

    def _trouble_changed(self) -> None:
        if self.isVisible():
            self._show_chosen()
            self._show_register()

    def _show_chosen(self) -> None:
        self.card.setVisible(bool(self.list.people))
        self.card.show_member(self.list.current, self.bridge.accepting)

    def _show_register(self) -> None:
        self.register.show_state(self.bridge.accepting, members=bool(self.list.people))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide page has a wider right column, a low one a lower search box."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._right.setFixedWidth(max(316, min(520, self.width() * 29 // 100)))
        self.search.setFixedHeight(48 if low else 60)
        if (page := self.layout()) is not None:
            page.setContentsMargins(24, *((12, 24, 12) if low else (20, 24, 20)))
            page.setSpacing(12 if low else 16)
