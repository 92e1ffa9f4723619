"""The form of a member: new, or as the register knows them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from assembly_desk.domain.member import Member, Seat
from assembly_desk.domain.profile import Office
from assembly_desk.domain.text import Name
from assembly_desk.projections.members_sheet import OFFICES, free_ids
from assembly_desk.ui.bridge import Bridge
from assembly_desk.ui.members import said
from assembly_desk.ui.members.fields import Beside, MandatesField, TwoLanguages, WordsField
from assembly_desk.ui.members.panel import MembersPanel
from assembly_desk.ui.parts.fields import ChoiceField, NotUsable, NumberField
from assembly_desk.wording.words import Words

NO, VOTES, VOTELESS = "no", "votes", "voteless"
SEATS = ((NO, "members.seat-no"), (VOTES, "members.seat-votes"), (VOTELESS, "members.seat-voteless"))


class MemberForm(MembersPanel):
    """All that the register says of a member. `member`: None for a new one, whose id the program makes."""

    def __init__(
        self,
        page: QWidget,
        bridge: Bridge,
        member: Member | None,
        record: Callable[[Member, Member | None], str],
    ) -> None:
        """`record`: what is done with what was filled in; it returns what stands against it, or nothing."""
        super().__init__(page, "members.form", width=860)
        self._bridge, self._before, self._record = bridge, member, record
        self.id = WordsField("members.form.id", "members.id", needed=True)
        self.badge = NumberField("members.form.badge", "field.badge", digits=12)
        self.surname = WordsField("members.form.surname", "field.surname", needed=True)
        self.given = WordsField("members.form.given", "field.given", needed=True)
        self.patronymic = WordsField("members.form.patronymic", "field.patronymic")
        self.ru_surname = WordsField("members.form.ru.surname", "field.surname")
        self.ru_given = WordsField("members.form.ru.given", "field.given")
        self.ru_patronymic = WordsField("members.form.ru.patronymic", "field.patronymic")
        self.seats = {body: SeatField(bridge, body) for body in said.bodies(bridge)}
        self.office = ChoiceField("members.form.office", "field.office")
        self.position = TwoLanguages("members.form.position", "field.position")
        self.organisation = TwoLanguages("members.form.organisation", "field.organisation")
        self.region = TwoLanguages("members.form.region", "field.region")
        self.mandates = MandatesField("members.form.mandates", "members.mandates", bridge)
        self.russian = RussianName(
            "members.form.ru",
            self.ru_surname,
            self.ru_given,
            self.ru_patronymic,
            key="members.in-russian",
        )
        self.add(Beside("members.form.name", self.surname, self.given, self.patronymic))
        self.add(self.russian)
        self.add(Beside("members.form.numbers", self.badge, self.id))
        for seat in self.seats.values():
            self.add(seat)
        for field in (self.office, self.position, self.organisation, self.region, self.mandates):
            self.add(field)
        self.show_all()
        self._show()
        self.on_done(self._do)
        self.left.connect(self.deleteLater)

    def show_all(self) -> None:
        """In the language of the window; what was typed and chosen stays."""
        say, before = self._bridge.words, self._before
        if before is None:
            self.show_words(say, "members.add-title", "members.add")
        else:
            self.show_words(say, "members.change-title", "do.save", name=before.person.short)
        for choice in self.seats.values():
            choice.set_choices([(code, say(key)) for code, key in SEATS])
        self.office.set_choices([(one, said.office_name(self._bridge, one)) for one in OFFICES])

    def _show(self) -> None:
        member = self._before or Member(next(free_ids(self._bridge.register.members.keys())), Name("", ""))
        self.id.set_value(member.id)
        self.id.setEnabled(self._before is None)
        self.badge.set_value(member.badge or "")
        ru = member.names.get("ru") or Name("", "")
        for fields, name in (
            ((self.surname, self.given, self.patronymic), member.name),
            ((self.ru_surname, self.ru_given, self.ru_patronymic), ru),
        ):
            for field, part in zip(fields, (name.surname, name.given, name.patronymic), strict=True):
                field.set_value(part or "")
        for body, choice in self.seats.items():
            seat = member.bodies.get(body)
            choice.choose(NO if seat is None else VOTES if seat.votes else VOTELESS)
        self.office.choose(member.office)
        self.position.set_text(member.position)
        self.organisation.set_text(member.organisation)
        self.region.set_text(member.region)
        self.mandates.show_mandates(member.mandates)

    @property
    def member(self) -> Member:
        """The member as the form says; what is not on the form stays."""
        before = self._before or Member(self.id.text, Name("", ""), {})
        names = {language: name for language, name in before.names.items() if language != "ru"}
        if not self.ru_surname.empty:
            names["ru"] = Name(self.ru_surname.text, self.ru_given.text, self.ru_patronymic.text or None)
        return replace(
            before,
            id=self.id.text,
            name=Name(self.surname.text, self.given.text, self.patronymic.text or None),
            names=names,
            badge=self.badge.value or None,
            bodies=self._seats(before),
            office=_office(self.office.value),
            position=self.position.text,
            organisation=self.organisation.text,
            region=self.region.text,
            mandates=self.mandates.mandates,
        )

    def _seats(self, before: Member) -> dict[str, Seat]:
        seats = {body: seat for body, seat in before.bodies.items() if body not in self.seats}
        for body, choice in self.seats.items():
            if choice.value != NO:
                seats[body] = replace(before.bodies.get(body, Seat()), votes=choice.value == VOTES)
        return seats

    def _do(self) -> str:
        return self._record(self.member, self._before)


class SeatField(ChoiceField):
    """Whether the member belongs to a body, and with a vote."""

    def __init__(self, bridge: Bridge, body: str) -> None:
        super().__init__(f"members.form.seat.{body}", "members.member-of")
        self._bridge, self._of = bridge, body

    def show_words(self, say: Words) -> None:
        """The label names the body."""
        self.label.setText(say(self.key, body=said.body_name(self._bridge, self._of)))


class RussianName(Beside):
    """The name in Russian, where it differs: surname and given name, or nothing."""

    def check(self) -> None:
        """Not a part of a name alone."""
        super().check()
        surname, given, _patronymic = self.inner
        for field in (surname, given):
            if not self.empty and field.empty:
                self._wrong = field
                raise NotUsable("form.needed", field=f"{self.label.text()}: {field.label.text()}")


def _office(code: str) -> Office:
    return next((office for office in OFFICES if office == code), "member")
