"""What a rehearsal answers, line by line: times, repeated ids, which sitting, rehearsal and record apart."""

import json
from datetime import UTC, datetime, timedelta

from assembly_desk.desk.desk import Receipt
from assembly_desk.domain.commands import Open
from assembly_desk.journal.memory import MemoryJournals
from tests.desk.lines import CONVENE, IDS, MEMBERS, NOW, OPEN, ROLL, VOTE, Play

NOTE = {"do": "note", "text": "Мәтін"}


def at(clock: str, day: int = 20) -> dict[str, str]:
    return {"at": f"2026-05-{day}T{clock}:00+05:00"}


def times(play: Play) -> list[datetime]:
    return [entry.at for entry in play.desk.sitting("s").log]


# -------------------------------------------------------------------------------------------- the answers


def test_each_line_is_answered_with_its_number_and_the_numbers_of_its_entries() -> None:
    play = Play(MEMBERS)
    lines = [
        "# түсініктеме",
        "",
        json.dumps(CONVENE),
        "  ",
        '  {"do": "fix-roll"}  ',
        '{"do": "arrive", "member": "m1"}',
    ]
    lines += ['{"do": "arrive", "member": "m1"}']
    assert [answer.body for answer in play.rehearsal.play(lines)] == [
        {"line": 3, "ok": True, "entries": [1, 2], "notices": []},
        {"line": 5, "ok": True, "entries": [3], "notices": []},
        {"line": 6, "ok": True, "entries": [4], "notices": []},
        {"line": 7, "ok": True, "entries": [], "notices": []},
    ]


def test_a_run_stops_at_the_first_refusal_and_at_an_unreadable_line() -> None:
    for bad in ('{"do": "open"}', '{"do": "opem"}'):
        assert [answer.ok for answer in Play(OPEN).rehearsal.play([bad, json.dumps(NOTE)])] == [False]
        kept = Play(OPEN).rehearsal.play([bad, json.dumps(NOTE)], keep_going=True)
        assert [answer.ok for answer in kept] == [False, True]


def test_a_line_is_answered_only_once_it_is_recorded() -> None:
    play = Play(OPEN)
    answers = play.rehearsal.play([json.dumps(NOTE), json.dumps(NOTE)])
    before = play.state().entries
    assert next(answers).body["entries"] == [before + 1]
    assert play.state().entries == before + 1


def test_notices_are_told_once_each() -> None:
    play = Play(OPEN)
    item = {"do": "add-item", "item": "1", "title": "Мәселе", "competence": "S8.1"}
    assert play.accepts(item)["notices"] == ["RussianMissing", "CouncilDiscussesOnly"]


def test_closing_a_vote_answers_its_row() -> None:
    play = Play(VOTE)
    play.accepts({"do": "count", "for": 4, "against": 1, "abstain": 0})
    (row,) = play.accepts({"do": "close-vote"})["votes"]
    assert row == play.show()["votes"][-1]
    assert (row["vote"], row["for"], row["not_voting"], row["verdict"]) == (1, 4, 1, "adopted")


def test_a_vote_without_objection_closes_without_naming_any() -> None:
    play = Play([*OPEN, {"do": "propose", "motion": "p", "kind": "procedural", "text": "Мәтін"}])
    play.accepts({"do": "put", "motion": "p", "form": "no-objection"})
    (row,) = play.accepts({"do": "close-vote"})["votes"]
    assert (row["verdict"], row["for"]) == ("adopted", None)


# --------------------------------------------------------------------------------------------------- times


def test_a_time_holds_until_the_next_one_is_given() -> None:
    play = Play(
        [*MEMBERS, CONVENE | at("09:00"), *ROLL, {"do": "open"} | at("10:00"), NOTE, NOTE | at("10:05"), NOTE]
    )
    assert [moment.astimezone(UTC).strftime("%H:%M") for moment in times(play)] == [
        *("04:00", "04:00", "04:00", "04:00", "05:00", "05:00", "05:05", "05:05"),
    ]


def test_without_a_time_the_clock_counts() -> None:
    play = Play([*MEMBERS, CONVENE])
    play.now += timedelta(minutes=3)
    play.accepts({"do": "fix-roll"})
    assert times(play) == [NOW, NOW, NOW + timedelta(minutes=3)]


def test_time_does_not_run_back() -> None:
    play = Play([*MEMBERS, CONVENE | at("10:00"), *ROLL])
    play.refuses({"do": "open"} | at("09:59"), "TimeRunsBack")
    play.accepts({"do": "open"} | at("10:00"))
    play.accepts(NOTE | {"at": "2026-05-20T05:00:00Z"})


def test_a_time_that_was_refused_is_not_the_time_of_the_next_line() -> None:
    play = Play([*MEMBERS, CONVENE | at("10:00"), *ROLL])
    play.refuses({"do": "open"} | at("09:59"), "TimeRunsBack")
    play.accepts({"do": "open"})
    play.accepts(NOTE | at("10:30"))
    assert [moment.astimezone(UTC).strftime("%H:%M") for moment in times(play)[-2:]] == ["05:00", "05:30"]


def test_a_time_holds_though_its_own_step_was_refused_by_another_rule() -> None:
    play = Play([*MEMBERS, CONVENE | at("10:00"), {"do": "fix-roll"}])
    play.refuses({"do": "open"} | at("10:15"), "NoQuorum")
    play.accepts(NOTE)
    assert times(play)[-1].astimezone(UTC).strftime("%H:%M") == "05:15"


def test_after_times_that_lie_ahead_another_run_gives_its_time() -> None:
    journals = MemoryJournals()
    Play([*MEMBERS, CONVENE | at("23:00"), *ROLL, NOTE | {"id": "k"}], journals=journals)
    later = Play(journals=journals)  # another run, whose clock shows ten
    later.refuses({"do": "open"}, "TimeRunsBack")
    assert later.accepts(NOTE | {"id": "k"})["repeated"] is True
    later.accepts({"do": "open"} | at("23:00"))
    later.accepts(NOTE)
    assert times(later)[-1] == NOW + timedelta(hours=13)


def test_in_the_window_a_rehearsal_whose_times_lie_ahead_goes_on() -> None:
    play = Play([*MEMBERS, CONVENE | at("23:00"), *ROLL])
    assert isinstance(play.desk.submit(Open(), sitting="s"), Receipt)
    assert times(play)[-1] == NOW + timedelta(hours=13)


def test_on_the_record_the_time_is_the_clocks() -> None:
    play = Play([*MEMBERS, CONVENE, *ROLL], record=True)
    play.refuses({"do": "open"} | at("10:00"), "NotInRehearsal")
    play.refuses(MEMBERS[0] | {"member": "x"} | at("10:00"), "NotInRehearsal")
    play.accepts({"do": "open"})


def test_on_the_record_a_clock_that_was_set_back_is_told_in_an_entry() -> None:
    play = Play([*MEMBERS, CONVENE, *ROLL], record=True)
    play.now -= timedelta(hours=1)
    assert len(play.accepts({"do": "open"})["entries"]) == 2
    assert play.state().phase == "open"


# ------------------------------------------------------------------------------------------- repeated ids


def test_a_line_whose_id_is_recorded_answers_with_the_same_entries() -> None:
    play = Play([*MEMBERS, CONVENE, {"do": "fix-roll"}])
    first = play.accepts({"do": "arrive", "members": IDS, "id": "k1"})
    again = play.accepts({"do": "arrive", "members": IDS, "id": "k1"})
    assert again == first | {"repeated": True}
    assert play.accepts({"do": "leave", "member": "m1", "id": "k1"})["repeated"] is True
    assert play.show()["roll"]["present"] == 6


def test_a_whole_rehearsal_played_again_changes_nothing() -> None:
    journals = MemoryJournals()
    steps = [{**step, "id": f"k{number}"} for number, step in enumerate(VOTE)]
    steps += [
        {"do": "count", "for": 6, "against": 0, "abstain": 0, "id": "k-count"},
        {"do": "close-vote", "id": "k-1"},
    ]
    steps += [
        {"do": "propose", "motion": "p", "kind": "procedural", "text": "Мәтін", "id": "k-p"},
        {"do": "put", "motion": "p", "form": "named", "id": "k-put"},
    ]
    before = Play(steps, journals=journals)
    recorded = before.recorded()
    again = Play(journals=journals)
    answers = {step["id"]: again.accepts(step) for step in steps}
    assert all(answer["repeated"] for answer in answers.values())
    assert again.recorded() == recorded
    (row,) = answers["k-1"]["votes"]
    assert (row["vote"], row["verdict"]) == (1, "adopted")


def test_a_refused_line_may_be_tried_again_under_its_id() -> None:
    play = Play([*MEMBERS, CONVENE, {"do": "fix-roll"}])
    play.refuses({"do": "open", "id": "k"}, "NoQuorum")
    play.accepts({"do": "arrive", "members": IDS})
    assert "repeated" not in play.accepts({"do": "open", "id": "k"})


# ------------------------------------------------------------------------------------------ which sitting


def test_a_step_belongs_to_the_sitting_of_the_line_before() -> None:
    play = Play([*MEMBERS, CONVENE, CONVENE | {"sitting": "t"}, {"do": "fix-roll"}])
    assert (play.state("s").roll.fixed, play.state("t").roll.fixed) == (False, True)
    play.accepts({"do": "fix-roll", "sitting": "s"})
    play.accepts(NOTE)
    assert (len(play.state("s").notes), len(play.state("t").notes)) == (1, 0)
    play.refuses(NOTE | {"sitting": "u"}, "UnknownSitting")


def test_at_the_start_of_a_run_it_is_the_only_one_not_closed() -> None:
    journals = MemoryJournals()
    Play().refuses(NOTE, "WhichSitting")
    Play([*MEMBERS, CONVENE, {"do": "cancel"}, CONVENE | {"sitting": "t"}], journals=journals)
    Play([NOTE], journals=journals)
    play = Play([CONVENE | {"sitting": "u"}], journals=journals)
    assert len(play.state("t").notes) == 1
    again = Play(journals=journals)
    again.refuses(NOTE, "WhichSitting")
    again.accepts(NOTE | {"sitting": "u"})
    again.accepts(NOTE)
    assert len(again.state("u").notes) == 2


def test_a_rehearsal_changes_no_member_beside_a_sitting_of_the_record() -> None:
    journals = MemoryJournals()
    rehearsal = Play([*MEMBERS, CONVENE], journals=journals)
    change = {"do": "change-member", "member": "m2", "surname": "Басқа"}
    rehearsal.accepts(change)
    Play([CONVENE | {"sitting": "t"}, change | {"surname": "Жаңа"}], record=True, journals=journals)
    for step in (change, MEMBERS[0] | {"member": "x"}):
        Play(journals=journals).refuses(step, "NotInRehearsal")
    Play([{"do": "fix-roll", "sitting": "s"}], journals=journals)


def broken(journals: MemoryJournals, journal: str, seq: int) -> None:
    """As somebody changes the file."""
    entries = journals.read(journal)
    entries[seq - 1] = entries[seq - 1]._replace(at="2026-05-20T05:00:01.000000Z")
    journals._entries[journal] = entries


def test_a_line_on_a_broken_sitting_is_refused_and_the_whole_ones_are_played_on() -> None:
    journals = MemoryJournals()
    Play([*MEMBERS, CONVENE, *ROLL, CONVENE | {"sitting": "t"}], journals=journals)
    broken(journals, "sitting/s", 3)
    play = Play(journals=journals)
    answer = play.refuses_line(json.dumps({"do": "open", "sitting": "s"}), "ChainBroken")
    assert answer.body["message"].startswith("Журнал тізбегі үзілген: № 3 жазба.")
    play.accepts({"do": "fix-roll", "sitting": "t"})
    lines = [json.dumps(NOTE | {"sitting": id}) for id in ("s", "t")]
    assert [answer.ok for answer in play.rehearsal.play(lines)] == [False]
    assert [answer.ok for answer in play.rehearsal.play(lines, keep_going=True)] == [False, True]


def test_a_sitting_of_which_nothing_can_be_read_is_refused_and_so_is_a_broken_register() -> None:
    journals = MemoryJournals()
    Play([*MEMBERS, CONVENE], journals=journals)
    broken(journals, "sitting/s", 1)
    broken(journals, "register", 2)
    play = Play(journals=journals, language="ru")
    play.refuses({"do": "fix-roll", "sitting": "s"}, "ChainBroken")
    on_the_record = Play(journals=journals, record=True, language="en")
    step = json.dumps(MEMBERS[0] | {"member": "x"})
    assert "entry no. 2" in on_the_record.refuses_line(step, "ChainBroken").body["message"]


def test_rehearsals_never_touch_the_record_nor_the_record_rehearsals() -> None:
    journals = MemoryJournals()
    rehearsal = Play([*MEMBERS, CONVENE], journals=journals)
    record = Play([CONVENE | {"sitting": "t"}], record=True, journals=journals)
    assert (rehearsal.state("s").rehearsal, record.state("t").rehearsal) == (True, False)
    rehearsal.refuses({"do": "fix-roll", "sitting": "t"}, "NotInRehearsal")
    record.refuses({"do": "fix-roll", "sitting": "s"}, "NotInRehearsal")
    Play([{"do": "fix-roll"}], record=True, journals=journals)
    Play([{"do": "fix-roll"}], journals=journals)
    assert [record.recorded()[f"sitting/{id}"] for id in ("s", "t")] == [3, 3]
    rehearsal.refuses(CONVENE | {"sitting": "t"}, "DuplicateId")
