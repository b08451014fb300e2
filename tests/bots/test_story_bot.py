"""The base bot where the story wants words or hands: answers, the marked device, asking her, and a body that is not its own."""

from typing import Any

from percepts import HALL, PLAYS, me, percept, track
from plans import hall

from game.agent.command import ASK, FOLLOW, INTERACT
from game.agent.percept import BLADE, DOWN, Goal, Me, Percept, Track
from game.bots.base import decide
from game.bots.memory import BotMemory
from game.core.dice import Dice
from game.core.ground import DeviceSpot

STEP_IN = Goal("10.step", "Step in", 12.0, 8.0, True, "ledge")
HER = Goal("10.ask", "Ask her", -1.0, -1.0, False, "sarah")
LEDGE = DeviceSpot(name="ledge", x=11.8, y=7.8, w=0.5, h=0.5, user="t800", ticks=60)
HOIST = DeviceSpot(name="hoist", x=11.8, y=7.8, w=0.5, h=0.5, user="sarah", ticks=900)


def body(x: float, y: float, **changes: Any) -> Me:
    return me(x, y, **({"look": "t800", "weapon": "", "weapons": (), "rounds": 0, "spare": 0} | changes))


def see(of: Me, *tracks: Track, **changes: Any) -> Percept:
    return percept(of, *tracks, **({"briefing": PLAYS} | changes))


def with_boy() -> BotMemory:
    memory = BotMemory()
    memory.met = True
    memory.ward.x, memory.ward.y, memory.ward.at = 10.0, 9.0, 10_000
    return memory


def answered(facts: tuple[str, ...]) -> list[int]:
    """Return the choices that it makes while a question stands on the screen."""
    memory, dice = with_boy(), Dice(1)
    choices = ("way_press", "way_rolls", "way_chill")
    return [
        decide(see(body(8.0, 8.0), tick=tick, facts=facts, choices=choices), memory, dice).choice
        for tick in range(600, 900, 6)
    ]


def test_it_answers_by_what_the_screen_has_told_and_not_at_once() -> None:
    given = answered(("way_rolls",))
    assert given[0] == 0
    assert set(given) == {0, 2}


def test_what_it_does_not_know_it_does_not_guess() -> None:
    assert set(answered(())) == {0}


def test_it_works_the_device_that_the_screen_points_at() -> None:
    ground = hall(24, 16, devices=(LEDGE,))
    here = see(body(11.2, 8.0), ground=ground, goal=STEP_IN, tick=650)
    assert decide(here, with_boy(), Dice(1)).held & INTERACT
    far = see(body(4.0, 8.0), ground=ground, goal=STEP_IN, tick=650)
    assert decide(far, with_boy(), Dice(1)).move_x > 0


def test_it_walks_up_to_her_and_asks_once_in_a_while() -> None:
    me_there, memory = body(8.0, 8.0), with_boy()
    her = track(me_there, 9.5, 8.0, "sarah")
    first = decide(see(me_there, her, goal=HER, tick=600), memory, Dice(1))
    assert (first.order, first.order_x, first.order_y) == (ASK, 19, 16)
    assert decide(see(me_there, her, goal=HER, tick=606), memory, Dice(1)).order != ASK
    away = body(2.0, 8.0)
    assert decide(see(away, track(away, 9.5, 8.0, "sarah"), goal=HER), with_boy(), Dice(1)).move_x > 0


def test_of_two_of_her_it_asks_the_one_that_it_doubts_less() -> None:
    me_there, memory = body(8.0, 8.0), with_boy()
    two = (track(me_there, 9.0, 8.0, "sarah", id=1, doubt=0.5), track(me_there, 8.0, 10.0, "sarah", id=2, doubt=-3.0))
    command = decide(see(me_there, *two, goal=HER), memory, Dice(1))
    assert (command.order_x, command.order_y) == (16, 20)


def test_with_two_of_her_in_view_it_has_the_doubtful_one_asked_once_there_is_a_fact() -> None:
    me_there, memory = body(8.0, 8.0), with_boy()
    memory.ordered, memory.ordered_at = FOLLOW, 599
    two = (track(me_there, 10.0, 8.0, "sarah", id=1, doubt=0.5), track(me_there, 8.0, 10.5, "sarah", id=2, doubt=-3.0))
    command = decide(see(me_there, *two, facts=("way_rolls",)), memory, Dice(1))
    assert (command.order, command.order_x, command.order_y) == (ASK, 20, 16)
    assert decide(see(me_there, *two), with_boy(), Dice(1)).order != ASK


# ------------------------------------------------------------------ in a body that is not its own
def boy(x: float, y: float) -> Me:
    return body(x, y, look="john")


def test_as_the_boy_it_kneels_beside_the_machine_without_power() -> None:
    lies = boy(10.0, 8.0)
    seen = see(lies, track(lies, 10.5, 8.0, "t800", signs=DOWN), cause="down", clock=300)
    assert decide(seen, BotMemory(), Dice(1)).held & INTERACT
    far = boy(4.0, 8.0)
    command = decide(see(far, track(far, 10.5, 8.0, "t800", signs=DOWN), cause="down", clock=300), BotMemory(), Dice(1))
    assert command.move_x > 0


def test_as_the_boy_it_runs_from_the_blade() -> None:
    here = boy(12.0, 8.0)
    command = decide(see(here, track(here, 9.0, 8.0, "officer", signs=BLADE)), BotMemory(), Dice(1))
    assert command.move_x or command.move_y
    assert not command.held


def test_as_her_it_holds_what_wants_her_hands() -> None:
    ground = hall(24, 16, devices=(HOIST,))
    goal = Goal("10.hoist", "Lower it", 12.0, 8.0, True, "hoist")
    command = decide(see(body(11.2, 8.0, look="sarah"), ground=ground, goal=goal), BotMemory(), Dice(1))
    assert command.held & INTERACT


def test_as_the_boy_it_goes_where_the_screen_points_when_nothing_is_to_be_feared() -> None:
    goal = Goal("10.run", "Through the rolls", 20.0, 8.0, True, "gears")
    command = decide(see(boy(6.0, 8.0), ground=HALL, goal=goal), BotMemory(), Dice(1))
    assert command.move_x > 0
