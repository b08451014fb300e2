"""The T-1000 in other people's faces: whom it touches, where it changes, how it walks up, what it thinks they believe."""

from typing import Any

import pytest
from percepts import percept, shifter, track
from plans import hall

from game.agent.command import INTERACT, RUN, SHOVE, WALK, Command
from game.agent.percept import ARMED, BLADE, RUNNING, SCANS, DoorView, Me, Percept, Touch, Word
from game.ai.disguise import in_face
from game.ai.faces import BOY, GUARD, LAW, believed
from game.ai.hunter import PLANS, decide
from game.ai.memory import HunterMemory
from game.ai.odds import odds_of
from game.ai.patience import OTHERS_FACE, STRANGER
from game.core.dice import Dice
from game.core.ground import DoorSpot

OFFICER, GUARD_FACE, CLERK = 2, 5, 9


def with_guard(x: float, y: float, **changes: Any) -> Me:
    """Return its body with a guard's face besides the officer's."""
    return shifter(x, y, faces=(OFFICER, GUARD_FACE), forms=("officer", "guard"), **changes)


def live(memory: HunterMemory, *percepts: Percept) -> list[Command]:
    stream = Dice(3)
    return [decide(p, memory, stream) for p in percepts]


def burned(face: int = OFFICER) -> HunterMemory:
    memory = HunterMemory()
    memory.beliefs = {f"{BOY}/{face}": 6.0, f"{GUARD}/{face}": 6.0}
    return memory


def test_it_puts_its_hand_on_somebody_when_its_face_is_given_away() -> None:
    memory, body = burned(), shifter(8, 8)
    clerk = track(body, 8.6, 8, "clerk", id=4, face=CLERK)
    boy = track(body, 18, 8, "john")
    (command,) = live(memory, percept(body, boy, clerk))
    assert memory.intent == "take a form"
    assert command.held & INTERACT


@pytest.mark.parametrize("shut", [False, True])
def test_it_gives_somebody_up_who_is_behind_a_gate_that_is_shut(shut: bool) -> None:
    gate = DoorSpot(name="gate", kind="gate", x=9.0, y=0.0, w=1.0, h=16.0, pushes=False, opaque=False)
    memory, body, ground = burned(), shifter(8.4, 8), hall(24, 16, doors=(gate,))
    clerk, boy = track(body, 11, 8, "clerk", id=4, face=CLERK), track(body, 18, 8, "john")
    doors = (DoorView(0, shut, 0),)
    live(memory, *(percept(body, boy, clerk, tick=600 + 6 * n, ground=ground, doors=doors) for n in range(24)))
    assert (CLERK in memory.refused) == shut
    assert (memory.intent == "take a form") != shut


def test_it_never_touches_the_boy_or_his_guard() -> None:
    memory, body = burned(), shifter(8, 8)
    near = (track(body, 8.9, 8.9, "t800", id=3, face=0), track(body, 16, 8, "john", face=1))
    commands = live(memory, *(percept(body, *near, tick=600 + 6 * n) for n in range(20)))
    assert not any(c.held & INTERACT for c in commands)


def test_it_becomes_whom_it_touched_where_nobody_looks() -> None:
    memory = burned()
    boy = track(shifter(8, 8), 18, 8, "john")
    live(memory, percept(with_guard(8, 8), boy))
    (command,) = live(memory, percept(with_guard(8, 8), tick=700))
    assert command.form == 1
    assert memory.doing == "change"


def test_it_does_not_change_under_eyes_but_looks_for_a_place() -> None:
    memory = burned()
    body = with_guard(8, 8)
    watches = track(body, 14, 8, "t800", id=3, facing_me=True)
    commands = live(memory, *(percept(body, watches, track(body, 15, 8, "john"), tick=600 + 6 * n) for n in range(12)))
    assert all(c.form < 0 for c in commands)


def test_the_guard_watches_all_round() -> None:
    memory = burned()
    body = with_guard(8, 8)
    behind = track(body, 14, 8, "t800", id=3, facing_me=False)
    commands = live(memory, *(percept(body, behind, track(body, 15, 8, "john"), tick=600 + 6 * n) for n in range(12)))
    assert all(c.form < 0 for c in commands)


def test_a_face_that_was_given_away_is_not_walked_up_in() -> None:
    memory, body = burned(), shifter(8, 8)
    live(memory, *(percept(body, track(body, 13, 8, "john"), tick=600 + 6 * n) for n in range(10)))
    assert memory.intent not in ("stalk", "walk along")


def test_it_goes_along_with_them_while_his_guard_is_beside_him() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    boy, guard = track(body, 12, 8, "john"), track(body, 13.5, 8, "t800", id=3, signs=ARMED)
    commands = live(memory, *(percept(body, boy, guard, tick=600 + 6 * n) for n in range(6)))
    assert memory.intent == "walk along"
    assert all(c.gait == WALK and not c.held & SHOVE for c in commands)


def test_it_closes_in_when_they_part() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    boy, guard = track(body, 12, 8, "john"), track(body, 18, 8, "t800", id=3, signs=ARMED)
    (command,) = live(memory, percept(body, boy, guard))
    assert memory.intent == "stalk"
    assert command.move_x > 100


def test_it_loses_patience() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    boy, guard = track(body, 12, 8, "john"), track(body, 13.5, 8, "t800", id=3)
    live(memory, *(percept(body, boy, guard, tick=600 + 6 * n) for n in range(140)))
    assert memory.intent != "walk along"


@pytest.mark.parametrize(("metres", "does"), [(5.0, "walk along"), (2.6, "stalk")])
def test_under_the_long_scan_it_steps_aside_or_strikes_if_he_is_at_hand(metres: float, does: str) -> None:
    memory, body = HunterMemory(), as_guard(8, 8)
    boy, guard = track(body, 8 + metres, 8, "john"), track(body, 10, 9.5, "t800", id=3, facing_me=True)
    live(memory, *(percept(body, boy, guard, tick=600 + 6 * n) for n in range(3)))
    assert memory.intent == "walk along", "unscanned it is patient"
    felt = Touch(2.0, 1.5, "scan")
    commands = live(memory, *(percept(body, boy, guard, tick=618 + 6 * n, touches=(felt,)) for n in range(2)))
    assert memory.intent == does
    assert ("steps aside" in memory.why) == (does == "walk along")
    assert commands[-1].gait == (WALK if does == "walk along" else RUN)


def test_it_believes_that_whoever_saw_the_blade_knows() -> None:
    memory, body = HunterMemory(), shifter(8, 8, busy=True)
    memory.doing, memory.did_at = "slash", 600
    sees = track(body, 12, 8, "john", facing_me=True)
    away = track(body, 12, 10, "t800", id=3, facing_me=True)
    live(memory, percept(body, sees, away))
    assert believed(memory, BOY, OFFICER, "officer") > 3
    assert believed(memory, GUARD, OFFICER, "officer") > 3


def test_it_believes_nothing_new_of_those_who_could_not_see() -> None:
    before = believed(HunterMemory(), BOY, OFFICER, "officer")
    memory, body = HunterMemory(), shifter(8, 8, busy=True)
    memory.doing, memory.did_at = "slash", 600
    live(memory, percept(body, track(body, 12, 8, "john", facing_me=False)))
    assert believed(memory, BOY, OFFICER, "officer") == before


def test_only_the_face_worn_is_given_away() -> None:
    memory, body = HunterMemory(), with_guard(8, 8)
    live(memory, percept(body, touches=(Touch(-1, 0, "shot"),)))
    assert believed(memory, GUARD, OFFICER, "officer") >= 5
    assert believed(memory, GUARD, GUARD_FACE, "guard") < 0


def test_the_scan_is_felt_and_counts_when_it_is_over() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    scans = track(body, 13, 8, "t800", id=3, signs=SCANS, facing_me=True)
    felt = (Touch(1, 0, "scan"),)
    live(memory, percept(body, scans, tick=600, touches=felt), percept(body, scans, tick=630, touches=felt))
    assert believed(memory, GUARD, OFFICER, "officer") < 3
    live(memory, percept(body, scans, tick=660, touches=felt))
    assert believed(memory, GUARD, OFFICER, "officer") >= 6


def test_running_after_his_guard_is_not_running_away() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    guard = track(body, 14, 8, "t800", id=3)
    follows = [
        percept(
            body, track(body, 10 + n * 0.4, 8, "john", vx=5.0, signs=RUNNING, facing_me=n < 2), guard, tick=600 + 6 * n
        )
        for n in range(8)
    ]
    live(memory, *follows)
    assert believed(memory, BOY, OFFICER, "officer") < 0


def test_running_away_from_it_says_that_he_knows() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    flees = [
        percept(body, track(body, 9.5 + n * 0.5, 8, "john", vx=5.0, signs=RUNNING, facing_me=n < 2), tick=600 + 6 * n)
        for n in range(10)
    ]
    live(memory, *flees)
    assert believed(memory, BOY, OFFICER, "officer") > 2


def test_what_the_radio_says_the_law_knows() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    live(memory, percept(body, words=(Word("radio", "guard", "machine", "hall", 2.0, 2.0),)))
    assert believed(memory, LAW, OFFICER, "officer") >= 3


def test_it_counts_how_its_grabs_end() -> None:
    memory = HunterMemory()
    body, boy = shifter(8, 8), track(shifter(8, 8), 9.1, 8, "john")
    live(memory, percept(body, boy, tick=600))
    live(memory, percept(shifter(8, 8, busy=True), boy, tick=606))
    live(memory, percept(body, track(body, 12, 8, "john", signs=BLADE), tick=660))
    assert memory.grabs["trusted"] == [3.0, 3.0]


def test_twice_thrown_off_it_goes_away_to_come_back_as_somebody_else() -> None:
    memory, body = burned(), shifter(8, 8)
    guard, boy = track(body, 9.5, 8, "t800", id=3, signs=ARMED), track(body, 11, 8, "john")
    shoved = (Touch(1, 0, "shove"),)
    live(
        memory, percept(body, guard, boy, tick=600, touches=shoved), percept(body, guard, boy, tick=800, touches=shoved)
    )
    assert memory.intent == "break off"


def test_face_to_face_no_other_face_helps() -> None:
    memory, body = burned(), shifter(8, 8)
    clerk = track(body, 8.6, 8, "clerk", id=4, face=CLERK)
    (command,) = live(memory, percept(body, track(body, 13, 8, "john", facing_me=True), clerk))
    assert memory.intent == "chase"
    assert not command.held & INTERACT


def test_patience_belongs_to_a_face() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    boy, guard = track(body, 12, 8, "john"), track(body, 13.5, 8, "t800", id=3)
    live(memory, *(percept(body, boy, guard, tick=600 + 6 * n) for n in range(40)))
    waited = memory.walked_with
    other = with_guard(8, 8)
    live(memory, percept(shifter(8, 8, face=GUARD_FACE, faces=other.faces, forms=other.forms, look="guard"), tick=900))
    assert waited > 0
    assert memory.walked_with == 0


def as_guard(x: float, y: float) -> Me:
    """Return its body in a guard's face that it has touched."""
    other = with_guard(x, y)
    return shifter(x, y, face=GUARD_FACE, faces=other.faces, forms=other.forms, look="guard")


def reaches_after(boy_from_guard: float) -> int:
    """Return the looks for which it stands by a boy in a good face before its hand goes out, his guard so far from him."""
    memory, body = HunterMemory(), as_guard(8, 8)
    boy, guard = track(body, 9.2, 8, "john"), track(body, 9.2 + boy_from_guard, 8.6, "t800", id=3)
    commands = live(memory, *(percept(body, boy, guard, tick=600 + 6 * n) for n in range(OTHERS_FACE // 3)))
    return next((n for n, c in enumerate(commands) if c.held & SHOVE), -1)


def test_in_a_good_face_it_waits_while_his_guard_is_beside_him_and_after_a_few_steps_when_they_part() -> None:
    assert OTHERS_FACE // 12 < reaches_after(0.8) < OTHERS_FACE // 4  # looks of six ticks: its patience, and a little
    assert STRANGER // 6 - 1 <= reaches_after(6.0) <= STRANGER // 6 + 1


def test_going_along_it_keeps_some_steps_off() -> None:
    memory, body = HunterMemory(), as_guard(8, 8)
    boy, guard = track(body, 11, 8, "john"), track(body, 12, 8, "t800", id=3)
    (command,) = live(memory, percept(body, boy, guard))
    assert memory.intent == "walk along"
    assert command.move_x == command.move_y == 0
    far = track(body, 15.5, 8, "john"), track(body, 16.5, 8, "t800", id=3)
    (command,) = live(memory, percept(body, *far, tick=606))
    assert memory.intent == "walk along"
    assert command.move_x > 0


def test_before_they_meet_it_puts_on_a_face_that_they_do_not_expect_and_only_where_the_two_are_not() -> None:
    for near in (False, True):
        memory, body = HunterMemory(), shifter(8, 8)
        clerk = track(body, 8.6, 8, "clerk", id=4, face=CLERK)
        guard = (track(body, 18, 8, "t800", id=3, face=0),) if near else ()
        (command,) = live(memory, percept(body, clerk, *guard))
        assert (memory.intent == "take a form") == (not near)
        assert bool(command.held & INTERACT) == (not near)


def test_thrown_off_twice_it_is_back_at_once_if_it_can_come_back_as_somebody_else() -> None:
    for body, waits in ((with_guard(8, 8), False), (shifter(8, 8), True)):
        memory = burned()
        boy, guard = track(body, 9.5, 8, "john"), track(body, 9.2, 8.4, "t800", id=3)
        thrown = [percept(body, boy, guard, tick=600 + 60 * n, touches=(Touch(0, 1, "shove"),)) for n in range(2)]
        live(memory, *thrown, *(percept(body, tick=666 + 6 * n) for n in range(14)))
        assert (memory.intent == "break off") == waits, memory.intent


def test_it_searches_for_whom_it_does_not_see_and_deceives_whom_it_sees() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    live(memory, percept(body, track(body, 16, 8, "john"), tick=600))
    assert memory.plan == "deceive"
    memory = HunterMemory()
    live(memory, *(percept(body, tick=600 + 6 * n) for n in range(20)))
    assert memory.plan == "search"


def test_a_ruse_that_leads_to_nobody_is_given_up_for_a_while() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    live(memory, percept(body, tick=600))
    memory.plan, memory.plan_since, memory.choose_at = "deceive", 600, 0
    tick = 600 + PLANS["deceive"].fruitless + 6
    live(memory, percept(body, tick=tick))
    assert memory.plan != "deceive"
    assert memory.cool["deceive"] == tick + PLANS["deceive"].fruitless


def test_a_ruse_that_is_worth_nothing_any_more_is_not_taken_up_again_at_once() -> None:
    memory, body = HunterMemory(), shifter(8, 8)
    live(memory, percept(body, tick=600))
    memory.plan, memory.plan_since, memory.choose_at = "deceive", 600, 0
    live(memory, percept(body, tick=606))
    assert memory.plan == "search"
    assert memory.cool["deceive"] == 606 + PLANS["deceive"].rest


def as_clerk(x: float, y: float) -> Me:
    """Return its body in a clerk's face, with a guard's and the officer's in store."""
    return shifter(
        x, y, look="clerk", face=CLERK, faces=(OFFICER, GUARD_FACE, CLERK), forms=("officer", "guard", "clerk")
    )


def test_with_him_in_sight_a_good_face_wants_no_other() -> None:
    memory, body = HunterMemory(), as_clerk(4, 8)
    someone = track(body, 5, 8, "porter", id=4, face=11)
    boy = track(body, 20, 8, "john")
    live(memory, *(percept(body, boy, someone, tick=600 + 6 * n) for n in range(12)))
    assert memory.plan == "deceive"
    assert memory.ruse.face < 0
    assert memory.ruse.donor < 0


def test_the_owner_of_a_face_is_in_the_way_only_beside_the_boy() -> None:
    body = as_clerk(4, 8)
    boy = track(body, 20, 8, "john")
    worths = []
    for x in (6.0, 19.0):
        memory, owner = HunterMemory(), track(body, x, 9, "clerk", id=4, face=CLERK)
        seen = percept(body, boy, owner)
        live(memory, seen)
        worths.append(in_face(seen, memory, odds_of(seen, memory), CLERK))
    assert worths[0] > worths[1] + 0.1


def test_a_good_face_that_has_lost_him_looks_for_him_and_is_still_the_same_ruse() -> None:
    memory, body = HunterMemory(), as_clerk(4, 8)
    live(memory, percept(body, track(body, 20, 8, "john")))
    live(memory, *(percept(body, tick=606 + 6 * n) for n in range(200)))
    assert memory.plan == "deceive"
    assert memory.intent == "stalk"
    live(memory, *(percept(body, tick=1806 + 6 * n) for n in range(150)))
    assert memory.plan != "deceive", "not for ever"
