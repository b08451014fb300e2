"""The base bot and a boy out of sight: where it takes him for, and how long it wonders."""

from percepts import PLAYS, me, percept

from game.agent.percept import Percept
from game.bots.memory import BotMemory
from game.bots.nerves import SENSIBLE
from game.bots.notice import take_in
from game.bots.rescue import rescue, surprise
from game.core.dice import Dice


def told(x: float, y: float, far: int, tick: int = 600, cause: str = "seized") -> Percept:
    """Return a percept whose screen shows an arrow to the right, with whole metres beside it."""
    return percept(me(x, y, look="t800"), tick=tick, briefing=PLAYS, arrow=(1.0, 0.0), arrow_far=far, cause=cause)


def test_a_place_read_off_the_arrow_stays_while_it_may_be_right() -> None:
    memory, places = BotMemory(), set()
    for n, x in enumerate((4.0, 4.3, 4.6, 4.2, 3.9)):
        take_in(told(x, 8.0, 14, 600 + 6 * n), memory)
        places.add((memory.ward.x, memory.ward.y))
    assert len(places) == 1


def test_a_place_that_can_no_longer_be_right_is_given_up() -> None:
    memory = BotMemory()
    take_in(told(4.0, 8.0, 14), memory)
    before = memory.ward.x
    take_in(told(4.0, 8.0, 10, 660), memory)
    assert memory.ward.x < before - 2.0


def test_nobody_wonders_for_long_what_that_was_after_a_hunt_in_the_open() -> None:
    memory, dice = BotMemory(), Dice(5)
    memory.held_since, memory.foe.at = 600, 400
    least, more = SENSIBLE.disbelief
    assert max(surprise(told(4.0, 8.0, 9), memory, dice) for _ in range(200)) < least + more


def test_a_hand_out_of_a_trusted_face_is_wondered_at() -> None:
    memory, dice = BotMemory(), Dice(5)
    memory.held_since, memory.foe.at = 600, 400
    least, more = SENSIBLE.disbelief
    assert max(surprise(told(4.0, 8.0, 9, cause="seized_trusted"), memory, dice) for _ in range(200)) > least + more


def test_where_it_holds_him_out_of_sight_is_where_it_was_last_seen_with_him() -> None:
    memory, dice = BotMemory(held_since=600, react_at=600), Dice(5)
    memory.ward.x, memory.ward.y, memory.ward.at = 10.0, 3.0, 700  # he is dragged along a counter, on this side of it
    memory.foe.x, memory.foe.y, memory.foe.at = 10.0, 13.0, 700
    command = rescue(percept(me(10.0, 8.0, look="t800"), tick=720, briefing=PLAYS), memory, dice)
    assert command.move_y > 0
    memory.foe.at = 500  # seen before it took him: that says nothing
    command = rescue(percept(me(10.0, 8.0, look="t800"), tick=720, briefing=PLAYS), memory, dice)
    assert command.move_y < 0
