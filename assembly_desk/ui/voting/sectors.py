"""The sectors of a hall in a form: how many there are, how many sit in each, and who counts there."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from assembly_desk.domain.commands import Guest, Whom
from assembly_desk.domain.vote import Sector
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.parts.fields import Field, NotUsable, NumberField
from assembly_desk.ui.parts.labels import label, set_role
from assembly_desk.ui.people import PersonField, Pool
from assembly_desk.wording.ordinals import nth
from assembly_desk.wording.words import Words

MOST = 30


class SectorsField(Field):
    """Empty: the whole hall is counted at once. `grown`: tells that the form needs more or less room."""

    def __init__(self, name: str, bridge: Bridge, pool: Pool, grown: Callable[[], None]) -> None:
        super().__init__(name, "voting.by-sectors")
        self._bridge, self._pool, self._grown = bridge, pool, grown
        self._base = 0
        self._before: Mapping[str, Sector] = {}
        self.number = NumberField(f"{name}.number", "voting.by-sectors", digits=2)
        self.label.hide()
        self.number.edit.setMaximumWidth(120)
        self.number.edit.textChanged.connect(lambda _text: self._build())
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self.sizes: list[NumberField] = []
        self.tellers: list[PersonField] = []
        self.sum = label(f"{name}.sum", 13, role="second", bold=True)
        self.column.addWidget(self.number)
        self.column.addWidget(self._inside)
        self.column.addWidget(self.sum)

    def begin(self, base: int, before: Mapping[str, Sector]) -> None:
        """A new form: so many are in the hall; as it was divided for the vote before, if it was."""
        self._base, self._before = base, before
        self.number.set_value(str(len(before)) if before else "")
        self._build()

    def _build(self) -> None:
        wanted = min(self.number.number or 0, MOST)
        while len(self.sizes) > wanted:
            self._take_last()
        while len(self.sizes) < wanted:
            self._add(len(self.sizes))
        self._inside.setVisible(wanted > 0)
        self.show_words(self._bridge.words)
        self._grown()

    def _add(self, at: int) -> None:
        name = f"{self.field_name}.{at + 1}"
        size = NumberField(f"{name}.size", "voting.sector-size", digits=5)
        size.edit.setMaximumWidth(100)
        size.edit.textChanged.connect(lambda _text: self._show_sum())
        teller = PersonField(f"{name}.teller", "voting.sector-teller", self._bridge, self._pool, guests=True)
        before = self._before.get(str(at + 1))
        if before is not None:
            size.set_value(str(before.size) if self._fits else "")
            teller.show_person(before.teller)
        title = label(f"{name}.title", 14, bold=True)
        title.setContentsMargins(0, 0, 0, 10)
        self._grid.addWidget(title, at, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(size, at, 1)
        self._grid.addWidget(teller, at, 2)
        self.sizes.append(size)
        self.tellers.append(teller)

    def _take_last(self) -> None:
        at = len(self.sizes) - 1
        for column in range(3):
            item = self._grid.itemAtPosition(at, column)
            part = item.widget() if item is not None else None
            if part is not None:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self.sizes.pop()
        self.tellers.pop()

    @property
    def _fits(self) -> bool:
        """Whether as many are in the hall as when it was divided before."""
        return sum(sector.size for sector in self._before.values()) == self._base

    def show_words(self, say: Words) -> None:
        """In the language of the window."""
        self.number.show_words(say)
        for at, (size, teller) in enumerate(zip(self.sizes, self.tellers, strict=True)):
            name = nth(at + 1, "sector", say.language)
            item = self._grid.itemAtPosition(at, 0)
            title = item.widget() if item is not None else None
            if title is not None:
                title.setProperty("text", name)
            for field in (size, teller):
                field.show_words(say)
                field.entry().setAccessibleName(f"{name}: {field.label.text()}")
        self._show_sum()

    def _show_sum(self) -> None:
        together = sum(size.number or 0 for size in self.sizes)
        self.sum.setText(self._bridge.words("voting.sector-sum", sum=together, base=self._base))
        whole = all(not size.empty for size in self.sizes)
        set_role(self.sum, "good" if together == self._base else "bad" if whole else "second")
        self.sum.setVisible(bool(self.sizes))

    def entries(self) -> list[QWidget]:
        """The number of sectors, and the two lines of each."""
        found: list[QWidget] = [self.number.edit]
        for size, teller in zip(self.sizes, self.tellers, strict=True):
            found += [size.edit, teller.entry()]
        return found

    @property
    def empty(self) -> bool:
        """Never: without sectors the whole hall is counted."""
        return False

    def check(self) -> None:
        """Each sector has its number; whether they add up the desk says."""
        self.number.check()
        for at, (size, teller) in enumerate(zip(self.sizes, self.tellers, strict=True)):
            if size.empty:
                name = nth(at + 1, "sector", self._bridge.language)
                raise NotUsable("form.needed", field=f"{name}, {size.label.text()}")
            size.check()
            teller.check()

    @property
    def seated(self) -> dict[str, int]:
        """How many sit in each sector."""
        return {str(at + 1): size.number or 0 for at, size in enumerate(self.sizes)}

    @property
    def counting(self) -> dict[str, Whom]:
        """Who counts where, as far as somebody is named."""
        named = {str(at + 1): teller.whom for at, teller in enumerate(self.tellers)}
        return {sector: whom for sector, whom in named.items() if isinstance(whom, str | Guest)}
