"""A stranger with the journal alone: what was changed is found, even where the chain was written anew."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assembly_desk.desk.desk import Desk
from assembly_desk.desk.proof import entries_of, prove
from assembly_desk.desk.rehearsal import Rehearsal
from assembly_desk.journal.chain import Head
from assembly_desk.journal.entry import GENESIS, Entry, Unreadable, canonical, line
from assembly_desk.journal.memory import MemoryJournals
from assembly_desk.resources import resource
from assembly_desk.rules import load_profiles

PROFILES = load_profiles()


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    desk = Desk(MemoryJournals(), PROFILES, rehearsal=True)
    lines = resource("samples", "council-14.jsonl").read_text(encoding="utf-8").splitlines()
    answers = list(Rehearsal(desk, record=False, language="kk").play(lines))
    assert all(answer.ok for answer in answers)
    return list(desk.lines("council-14"))


def chained_anew(entries: list[Entry]) -> list[Entry]:
    """What a forger does who knows the format: each number, link and hash is right again."""
    forged: list[Entry] = []
    previous = GENESIS
    for seq, entry in enumerate(entries, start=1):
        unsealed = entry._replace(seq=seq, previous=previous)
        forged.append(unsealed._replace(hash=unsealed.derived_hash))
        previous = forged[-1].hash
    return forged


def with_payload(entries: list[Entry], kind: str, change: Callable[[Any], None], nth: int = 0) -> list[Entry]:
    place = [index for index, entry in enumerate(entries) if entry.kind == kind][nth]
    payload = json.loads(entries[place].payload)
    change(payload)
    return chained_anew(
        [*entries[:place], entries[place]._replace(payload=canonical(payload)), *entries[place + 1 :]]
    )


def test_the_sample_sitting_is_sound_and_every_closed_vote_is_derived_again(entries: list[Entry]) -> None:
    proof = prove(entries, PROFILES)
    assert proof.sound
    assert proof.votes == sum(entry.kind == "vote-closed" for entry in entries) > 5


def test_an_export_reads_back_to_the_same_entries(entries: list[Entry]) -> None:
    data = "".join(line(entry) + "\n" for entry in entries).encode()
    assert entries_of(data) == entries
    with pytest.raises(Unreadable):
        entries_of(data[:-1])
    with pytest.raises(Unreadable):
        entries_of(b"\xff\xfe")


def adopt(payload: Any) -> None:
    payload["verdict"] = "adopted"


def count_one_more(payload: Any) -> None:
    payload["tally"]["in_favour"] += 1


def need_one_less(payload: Any) -> None:
    payload["needed"] -= 1


def drop_a_voter(payload: Any) -> None:
    payload["electorate"].pop()


def other_text(payload: Any) -> None:
    payload["text"]["kk"] = "Басқа мәтін"


def lower_majority(payload: Any) -> None:
    payload["profile"]["bodies"]["council"]["majority"]["fraction"] = "1/10"


def lower_vote_rule(payload: Any) -> None:
    payload["rule"]["fraction"] = "1/10"
    payload["needed"] = 6


def fewer_members(payload: Any) -> None:
    payload["quorum"]["total"] -= 30


def be_its_own_part(payload: Any) -> None:
    payload["motion"]["part_of"] = payload["motion"]["id"]


def stranger_votes(payload: Any) -> None:
    payload["member"] = "m9999"


@pytest.mark.parametrize(
    ("kind", "change", "nth"),
    [
        ("vote-closed", adopt, 5),
        ("vote-closed", count_one_more, 0),
        ("vote-closed", need_one_less, 0),
        ("vote-put", drop_a_voter, 0),
        ("vote-put", other_text, 0),
        ("vote-put", lower_vote_rule, 0),
        ("vote-counted", count_one_more, 0),
        ("vote-cast", stranger_votes, 0),
        ("motion-proposed", be_its_own_part, 0),
        ("opened", fewer_members, 0),
        ("convened", lower_majority, 0),
    ],
)
def test_a_forged_figure_is_found_though_the_chain_is_whole(
    entries: list[Entry], kind: str, change: Callable[[Any], None], nth: int
) -> None:
    proof = prove(with_payload(entries, kind, change, nth), PROFILES)
    assert proof.broken is None
    assert proof.findings


@pytest.mark.parametrize("kind", ["agenda-set", "motion-amended", "vote-put", "opened", "vote-closed"])
def test_an_entry_left_out_is_found_though_the_chain_is_whole(entries: list[Entry], kind: str) -> None:
    place = next(index for index, entry in enumerate(entries) if entry.kind == kind)
    proof = prove(chained_anew([*entries[:place], *entries[place + 1 :]]), PROFILES)
    assert proof.broken is None
    assert proof.findings


def test_nothing_may_follow_the_seal(entries: list[Entry]) -> None:
    sealed = entries[-1]._replace(kind="sealed", payload="{}", command="s")
    noted = entries[-1]._replace(kind="noted", payload='{"text":{"kk":"Кейін"}}', command="n")
    assert prove(chained_anew([*entries, sealed]), PROFILES).sound
    assert not prove(chained_anew([*entries, sealed, noted]), PROFILES).sound


def test_a_cut_tail_is_found_by_the_head_that_somebody_remembered(entries: list[Entry]) -> None:
    head = Head(len(entries), entries[-1].hash)
    assert prove(entries, PROFILES, head).sound
    assert prove(entries[:-3], PROFILES).broken is None
    assert prove(entries[:-3], PROFILES, head).broken is not None


def test_every_single_entry_may_be_spoilt_without_an_exception(entries: list[Entry]) -> None:
    for place in range(len(entries)):
        for payload in ("{}", "[]", "null", '{"x":1}', "{"):
            spoilt = chained_anew(
                [*entries[:place], entries[place]._replace(payload=payload), *entries[place + 1 :]]
            )
            prove(spoilt, PROFILES)
        prove(chained_anew([*entries[:place], *entries[place + 1 :]]), PROFILES)
