"""The form of the convening data, and the short one for a guest."""

from dataclasses import replace
from typing import TypeVar

from assembly_desk.domain.commands import AmendSitting, ConveningData, Invite, Whom
from assembly_desk.domain.state import SittingSort
from assembly_desk.domain.text import Person
from assembly_desk.projections.next_act import whom
from assembly_desk.projections.preparation_sheet import FIELDS, open_fields
from assembly_desk.ui.page import Page
from assembly_desk.ui.parts.fields import ChoiceField, DateField, Field, LineField, TextsField, TimeField
from assembly_desk.ui.parts.labels import label
from assembly_desk.ui.people import PeopleField, PersonField
from assembly_desk.ui.preparation.act_field import ActField
from assembly_desk.ui.preparation.form import Form, People

SORTS: tuple[SittingSort, ...] = ("regular", "extraordinary", "extended", "closed")
_T = TypeVar("_T")
_NONE = "none"
_NAME = "preparation.convening"


class ConveningForm(Form):
    """All convening data. What is left as it was is not given to the desk; so nothing is changed unawares."""

    def __init__(self, page: Page, people: People) -> None:
        super().__init__(page, _NAME)
        bridge = self._bridge
        self.sort = ChoiceField(f"{_NAME}.sort", "field.sort")
        self.number = LineField(f"{_NAME}.number", "field.number")
        self.day = DateField(f"{_NAME}.date", "field.date")
        self.time = TimeField(f"{_NAME}.time", "field.time")
        self.place = TextsField(f"{_NAME}.place", "field.place", lines=1)
        self.convened_by = PeopleField(f"{_NAME}.convened-by", "field.convened-by", bridge, people)
        self.act = ActField(f"{_NAME}.act", "field.act")
        self.consent = ActField(f"{_NAME}.consent", "field.consent")
        self.presiding = PersonField(f"{_NAME}.presiding", "field.presiding", bridge, people)
        self.secretary = PersonField(f"{_NAME}.secretary", "field.secretary", bridge, people, guests=True)
        self.invited = PeopleField(f"{_NAME}.invited", "field.invited", bridge, people, guests=True)
        self.profile = ChoiceField(f"{_NAME}.profile", "field.rule")
        in_order: list[Field] = [self.sort, self.number, self.day, self.time, self.place]
        in_order += [self.convened_by, self.act, self.consent, self.presiding, self.secretary]
        in_order += [self.invited, self.profile]
        self.by_name: dict[str, Field] = dict(zip(FIELDS, in_order, strict=True))
        opened = open_fields(bridge.state)
        if bridge.state.phase != "prepared":
            why = label(f"{_NAME}.why", 14, role="warning", wrap=True)
            why.setText(bridge.words("preparation.after-opening"))
            self.body.addWidget(why)
        for name, field in self.by_name.items():
            field.setEnabled(name in opened)
            self.add(field)
        rules = bridge.state.rules
        self.consent.setVisible(set(rules.convened_by) != set(rules.consent_unless))
        self.profile.setVisible(len(bridge.desk.profiles) > 1)
        self.show_words(bridge.words, "do.amend-sitting", "do.save")
        self._show()
        # as they were shown: who stays is not named anew
        self._persons = {one: one.finder.edit.text() for one in (self.presiding, self.secretary)}
        self._keep_what_cannot_be_emptied()

    def _show(self) -> None:
        say, state = self._bridge.words, self._bridge.state
        convening = state.convening
        choices: list[tuple[str, str]] = [(sort, say(f"sort.{sort}")) for sort in SORTS]
        if convening.sort is None:
            choices.insert(0, (_NONE, say("preparation.sort-none")))
        self.sort.set_choices(choices, convening.sort or _NONE)
        language = self._bridge.language
        profiles = [(id, one.act.in_language(language)) for id, one in self._bridge.desk.profiles.items()]
        self.profile.set_choices(profiles, state.profile.id)
        self.number.set_value(convening.number or "")
        self.day.set_iso(convening.date)
        self.time.set_value(convening.time or "")
        self.place.set_text(convening.place)
        self.convened_by.show_people(convening.convened_by)
        self.act.set_act(convening.act)
        self.consent.set_act(convening.consent)
        self.presiding.show_person(convening.presiding)
        self.secretary.show_person(convening.secretary)
        self.invited.show_people(convening.invited)

    def _keep_what_cannot_be_emptied(self) -> None:
        before = self._bridge.state.convening
        restore = {
            "number": lambda: self.number.set_value(before.number or ""),
            "date": lambda: self.day.set_iso(before.date),
            "time": lambda: self.time.set_value(before.time or ""),
            "place": lambda: self.place.set_text(before.place),
            "convened_by": lambda: self.convened_by.show_people(before.convened_by),
            "act": lambda: self.act.set_act(before.act),
            "consent": lambda: self.consent.set_act(before.consent),
            "presiding": lambda: self.presiding.show_person(before.presiding),
            "secretary": lambda: self.secretary.show_person(before.secretary),
        }
        for name, again in restore.items():
            if getattr(before, name):
                self.keep(self.by_name[name], again)

    def data(self) -> ConveningData:
        """What was typed anew; the rest is left out and stays."""
        before = self._bridge.state.convening
        sort = next((one for one in SORTS if one == self.sort.value), None)
        data = ConveningData(
            number=_new(self.number.value or None, before.number),
            date=_new(self.day.iso, before.date),
            time=_new(self.time.clock, before.time),
            place=_new(self.place.text, before.place),
            act=_new(self.act.act, before.act),
            consent=_new(self.consent.act, before.consent),
            presiding=self._person(self.presiding),
            secretary=self._person(self.secretary),
            sort=_new(sort, before.sort),
            profile=_new(self.profile.value, self._bridge.state.profile.id),
        )
        if (convened_by := self.convened_by.people) and convened_by != _all(before.convened_by):
            data = replace(data, convened_by=convened_by)
        if self.invited.people != _all(before.invited):
            data = replace(data, invited=self.invited.people)
        return data

    def _person(self, field: PersonField) -> Whom | None:
        return None if field.finder.edit.text() == self._persons[field] else field.whom

    def submit(self) -> str:
        """Change the convening data."""
        return self.do(AmendSitting(self.data()), self._bridge.words("preparation.saved"))


class InviteForm(Form):
    """One guest more, at any time before the end."""

    def __init__(self, page: Page, people: People) -> None:
        super().__init__(page, "preparation.guest", width=560)
        self.person = PersonField(
            "preparation.guest.person", "preparation.guest", self._bridge, people, guests=True, needed=True
        )
        self.add(self.person)
        self.show_words(self._bridge.words, "preparation.invite", "do.add")

    def submit(self) -> str:
        """Name the guest."""
        guest = self.person.whom
        assert guest is not None
        name = self.person.finder.edit.text().strip()
        return self.do(Invite(guest), self._bridge.words("preparation.invited", name=name))


def _new(typed: _T | None, before: _T | None) -> _T | None:
    return None if typed == before else typed


def _all(people: tuple[Person, ...]) -> tuple[Whom, ...]:
    return tuple(whom(person) for person in people)
