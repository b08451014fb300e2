"""Guards and police: percept in, command out."""

from typing import Any

import msgspec
from percepts import me, percept, track
from plans import hall

from game.agent.command import FIRE, STEADY, Command
from game.agent.percept import (
    AIMING,
    ARMED,
    BLADE,
    DOWN,
    HELD,
    HOLDING,
    PANICS,
    RUNNING,
    Briefing,
    DoorView,
    Me,
    Noise,
    Percept,
    Word,
)
from game.ai.law import decide
from game.ai.law_beat import DWELL, GUARD_COMES, called
from game.ai.law_guns import WARNING
from game.ai.law_memory import LawMemory, Trouble
from game.core.dice import Dice

BEAT = Briefing(role="law", leads=((6.0, 8.0), (18.0, 8.0)))
SHOT = (Noise(40.0, "shotgun", 14.0, 8.0),)


def guard(x: float, y: float, **changes: Any) -> Me:
    return me(x, y, **({"look": "guard", "weapon": "fists", "weapons": ("fists",)} | changes))


def officer(x: float, y: float, **changes: Any) -> Me:
    facts = {"look": "constable", "weapon": "pistol", "weapons": ("fists", "pistol"), "rounds": 12}
    return me(x, y, **(facts | changes))


def at(body: Me, *tracks: Any, tick: int = 600, **changes: Any) -> Percept:
    return percept(body, *tracks, tick=tick, **({"briefing": BEAT} | changes))


def live(memory: LawMemory, *percepts: Percept) -> list[Command]:
    stream = Dice(5)
    return [decide(p, memory, stream) for p in percepts]


def metal(body: Me, x: float, **changes: Any) -> Any:
    facts = {"signs": BLADE, "doubt": 6.0, "look": "officer", "id": 7, "face": 2}
    return track(body, x, 8, **(facts | changes))


# ------------------------------------------------------------------ the round
def test_a_guard_walks_the_round_at_a_stroll() -> None:
    memory = LawMemory()
    (command,) = live(memory, at(guard(9, 8)))
    assert memory.intent == "round"
    assert command.move_x < 0  # to the first place
    assert abs(command.move_x) < 90


def test_at_each_place_a_guard_stands_a_while_and_then_goes_on() -> None:
    memory = LawMemory()
    waits = [at(guard(6, 8), tick=600 + 6 * n) for n in range(DWELL // 6)]
    assert all(c.move_x == 0 for c in live(memory, *waits))
    assert live(memory, at(guard(6, 8), tick=630 + DWELL), at(guard(6, 8), tick=636 + DWELL))[-1].move_x > 0


def test_where_there_is_no_room_to_step_aside_a_guard_lets_those_in_flight_pass() -> None:
    narrow = hall(
        24, 16, *((row, 10, "#" * 16) for row in (12, 13, 18, 19)), *((row, 14, "#..#") for row in range(14, 18))
    )
    for signs, stands in ((PANICS, True), (0, False)):
        memory, body = LawMemory(), guard(8, 8)
        people = [
            at(body, track(body, 7.4, 8, "shopper_a", face=11, signs=signs), tick=600 + 6 * n, ground=narrow)
            for n in range(30)
        ]
        halted = [c for c in live(memory, *people) if (c.move_x, c.move_y) == (0, 0)]
        assert (len(halted) >= 8) is stands


def test_a_guard_speaks_to_somebody_in_a_hurry_once() -> None:
    memory, body = LawMemory(), guard(9, 8)
    runs = track(body, 12, 8, "shopper_a", signs=RUNNING, face=11)
    live(memory, at(body, runs))
    assert memory.intent == "ask"
    assert memory.speak == "self.in_a_hurry"
    memory.speak = ""
    live(memory, at(body, runs, tick=606))
    assert memory.intent == "round"


# ------------------------------------------------------------------ what they pass on
def test_a_guard_who_sees_metal_shouts_and_sends_where() -> None:
    memory, body = LawMemory(), guard(9, 8)
    live(memory, at(body, metal(body, 14)))
    assert memory.shout == ("machine", 14, 8)
    assert memory.radio == ("hall", "machine")


def test_it_is_passed_on_once() -> None:
    memory, body = LawMemory(), guard(9, 8)
    live(memory, at(body, metal(body, 14)))
    memory.shout = memory.radio = None
    live(memory, at(body, metal(body, 14), tick=606))
    assert memory.shout is None
    assert memory.radio is None


def test_the_boy_is_sent_by_radio_only_when_the_radio_asked_for_him() -> None:
    body = guard(9, 8)
    boy = track(body, 14, 8, "john")
    untold, told = LawMemory(), LawMemory()
    live(untold, at(body, boy))
    live(told, at(body, boy, words=(Word("radio", "dispatch", "boy", "hall", 10, 8),)))
    assert untold.radio is None
    assert told.radio == ("hall", "boy")
    assert told.shout is None


def test_somebody_on_the_floor_is_reported() -> None:
    memory, body = LawMemory(), guard(9, 8)
    live(memory, at(body, track(body, 13, 8, "shopper_a", signs=DOWN)))
    assert memory.radio == ("hall", "man down")


# ------------------------------------------------------------------ coming
def test_shots_bring_an_officer() -> None:
    memory = LawMemory()
    (command,) = live(memory, at(officer(2, 8, weapon="fists"), noises=SHOT))
    assert memory.intent == "come"
    assert command.move_x > 100


def test_a_call_brings_an_officer() -> None:
    memory = LawMemory()
    word = Word("radio", "guard", "machine", "hall", 20.0, 8.0)
    (command,) = live(memory, at(officer(2, 8, weapon="fists"), words=(word,)))
    assert memory.intent == "come"
    assert command.move_x > 100


def test_an_officer_who_finds_nothing_goes_back_to_the_round() -> None:
    memory, body = LawMemory(), officer(13, 8, weapon="fists")
    live(memory, at(body, noises=SHOT), *(at(body, tick=606 + 6 * n) for n in range(90)))
    assert memory.intent == "round"


# ------------------------------------------------------------------ guns
def warned(body: Me, *tracks: Any, **changes: Any) -> tuple[LawMemory, list[Command]]:
    """Let an officer face somebody from the warning on until it is over."""
    memory = LawMemory()
    story = [at(body, *tracks, tick=600 + 6 * n, **changes) for n in range(WARNING // 6 + 3)]
    return memory, live(memory, *story)


def test_an_officer_draws_on_what_is_proven() -> None:
    memory, body = LawMemory(), officer(9, 8, weapon="fists")
    (command,) = live(memory, at(body, metal(body, 14)))
    assert command.weapon == 2


def test_an_officer_warns_first_and_then_fires() -> None:
    body = officer(9, 8)
    memory, commands = warned(body, metal(body, 14))
    fired = [n for n, c in enumerate(commands) if c.held & FIRE]
    assert memory.speak == "self.metal"
    assert fired
    assert fired[0] >= WARNING // 6
    assert all(c.held & STEADY for c in commands[fired[0] :])


def test_an_officer_is_never_shot_at_without_proof() -> None:
    body = officer(9, 8)
    other = metal(body, 14, signs=ARMED | AIMING, doubt=2.9)
    _, commands = warned(body, other, noises=SHOT)
    assert not any(c.held & FIRE for c in commands)


def test_a_stranger_with_a_gun_is_told_to_put_it_away_and_not_shot_at() -> None:
    body = officer(9, 8)
    memory, commands = warned(body, track(body, 13, 8, "t800", signs=ARMED, face=0))
    assert memory.intent == "challenge"
    assert memory.speak == "self.put_away"
    assert not any(c.held & FIRE for c in commands)


def test_one_who_fires_among_people_is_warned_and_shot_at() -> None:
    body = officer(9, 8)
    gunman = track(body, 14, 8, "t800", signs=ARMED | AIMING, face=0)
    memory, commands = warned(body, gunman, noises=SHOT)
    assert memory.foe_is == "gunman"
    assert any(c.held & FIRE for c in commands)


def test_whoever_fights_the_machine_is_no_gunman() -> None:
    body = officer(9, 8)
    gunman = track(body, 12, 10, "t800", signs=ARMED | AIMING, face=0)
    memory, _ = warned(body, gunman, metal(body, 14), noises=SHOT)
    assert memory.foe_is == "machine"


def test_a_lowered_weapon_calms() -> None:
    memory, body = LawMemory(), officer(9, 8)
    gunman = track(body, 14, 8, "t800", signs=ARMED | AIMING, face=0)
    live(memory, at(body, gunman, noises=SHOT))
    calm = track(body, 14, 8, "t800", face=0)
    live(memory, at(body, calm, tick=606, words=(Word("gesture", "t800", "stand_down", "", 14, 8),)))
    assert memory.foe_is == ""
    assert memory.intent != "stand off"


def test_nobody_fires_through_people_or_at_a_shield() -> None:
    body = officer(9, 8)
    between = track(body, 12, 8.2, "shopper_a", id=3)
    shield = track(body, 14.5, 8.4, "john", id=4, signs=HELD)
    for other in (between, shield):
        _, commands = warned(body, metal(body, 14, signs=HOLDING), other)
        assert not any(c.held & FIRE for c in commands)


def test_a_guard_without_a_gun_keeps_away_from_it() -> None:
    body = guard(9, 8)
    memory = LawMemory()
    (command,) = live(memory, at(body, metal(body, 12)))
    assert memory.intent == "stand off"
    assert command.move_x < 0 or command.move_y != 0
    assert not command.held & FIRE


def test_who_is_held_does_nothing() -> None:
    body = guard(9, 8, held=True)
    memory = LawMemory()
    assert live(memory, at(body, metal(body, 12)))[0].held == 0
    assert memory.intent == "helpless"


# ------------------------------------------------------------------ the mind as such
def test_the_same_percepts_and_dice_give_the_same_commands() -> None:
    body = officer(9, 8)

    def run() -> list[Command]:
        return warned(body, metal(body, 14))[1]

    assert run() == run()


def test_a_memory_can_be_written_down_and_read() -> None:
    memory, body = LawMemory(), guard(9, 8)
    live(memory, at(body, metal(body, 14), doors=(DoorView(0, False, 3),) if body.down else ()))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(memory), type=LawMemory) == memory


def test_a_guard_on_his_way_does_not_turn_back_at_the_edge_of_his_beat() -> None:
    trouble = Trouble(4.0 + GUARD_COMES + 1.0, 4.0, 0, "shots")
    for before, comes in (("round", False), ("come", True)):
        memory = LawMemory(intent=before, trouble=trouble)
        assert bool(called(percept(guard(4.0, 4.0)), memory)) is comes
