"""Whom a closing decision names: those elected by the votes that it rests on, and nobody else."""

from assembly_desk.domain.alphabet import sort_key
from assembly_desk.domain.motion import Motion
from assembly_desk.domain.state import Sitting
from assembly_desk.domain.text import Person


def elected_people(state: Sitting, motion: Motion) -> tuple[Person, ...]:
    """The candidates whom the votes of its `from` adopted, by the Kazakh alphabet; nobody where it rests on none."""
    people = [
        person
        for vote in state.votes
        if vote.number in motion.rests_on and vote.verdict == "adopted" and vote.holds
        if (person := state.motions[vote.motion].candidate) is not None
    ]
    return tuple(sorted(people, key=lambda person: sort_key(person.name.kk)))
