"""What a protocol lacks: told from the state alone."""

import json

from assembly_desk.domain.commands import WriteGist
from assembly_desk.domain.text import Text
from assembly_desk.projections.protocol_check import protocol_check
from tests.played_sitting import COUNCIL, played, sample_lines


def without(lines: list[str], *fields: str) -> list[str]:
    """The same steps without those fields."""
    kept = []
    for line in lines:
        if line.startswith("{"):
            step = {name: value for name, value in json.loads(line).items() if name not in fields}
            line = json.dumps(step, ensure_ascii=False)
        kept.append(line)
    return kept


def test_the_sample_sitting_lacks_nothing_that_a_kazakh_protocol_needs() -> None:
    check = protocol_check(played().sitting(COUNCIL).state)
    assert check.undecided == ()
    assert check.without_gist == ()
    assert check.votes_within
    assert (check.number, check.date) == ("14", "2026-03-12")
    assert not check.number_missing
    assert check.secretary is not None
    assert check.presiding is not None
    assert check.named_votes == (7,)
    assert check.may_sign
    assert check.may_seal


def test_a_closed_sitting_without_a_number_lacks_it_and_an_open_one_does_not_yet() -> None:
    lines = [line for line in sample_lines() if "number-protocol" not in line]
    assert protocol_check(played(lines).sitting(COUNCIL).state).number_missing
    still_open = [line for line in lines if '"do": "close"}' not in line and '"do": "close",' not in line]
    check = protocol_check(played(still_open).sitting(COUNCIL).state)
    assert not check.number_missing
    assert not check.may_sign
    assert not check.may_seal


def test_each_speech_without_its_gist_is_named_until_it_is_written() -> None:
    desk = played(without(sample_lines(), "gist"))
    check = protocol_check(desk.sitting(COUNCIL).state)
    assert check.without_gist == check.speeches
    first = check.speeches[0]
    desk.submit(WriteGist(first.entry, Text("Мазмұны")), sitting=COUNCIL)
    after = protocol_check(desk.sitting(COUNCIL).state)
    assert [speech.entry for speech in after.without_gist] == [one.entry for one in check.speeches[1:]]
    assert after.without_russian.count("gist") == 1


def test_an_item_that_was_finished_without_a_verdict_is_undecided() -> None:
    lines = sample_lines()
    start = next(number for number, line in enumerate(lines) if '"motion": "6.1"' in line)
    end = next(number for number, line in enumerate(lines) if number > start and '"close-vote"' in line)
    check = protocol_check(played(lines[:start] + lines[end + 1 :]).sitting(COUNCIL).state)
    assert check.undecided == (6,)
