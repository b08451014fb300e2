"""The T-1000 as a thing or as the floor: who can see it, what gives it away, how it comes out; and its voices."""

from itertools import pairwise

import pytest

from game.agent import command as C
from game.agent.command import Command
from game.agent.percept import Guise
from game.sim import events as E
from game.sim.systems import guise
from game.sim.systems.percepts import percept
from game.sim.systems.shatter import explode
from game.sim.world import World
from tests.sim.test_forms import live, of
from tests.worlds import arm, person, world_of

SETTLE = Command(choice=guise.SETTLE)


def lying(form: str = "mannequin", x: float = 6.0) -> World:
    """Return a world in which it lies as a thing in the middle, the T-800 and John off to the side and looking at it."""
    world = world_of(person("t800", 2.0, 2.5), person("john", 2.0, 3.5), person("t1000", x, 2.5))
    world.guises = (Guise(form, 6.0, 2.5, 0.8, 0.8),) if form != "floor" else ()
    live(world, 1, t1000=SETTLE)
    live(world, guise.SETTLE_TICKS + 2)
    assert world.b.guise[world.hunter] != 0
    return world


def test_it_becomes_the_thing_of_the_place_in_a_second_that_shows_and_sounds() -> None:
    world = world_of(person("t800", 2.0, 2.5), person("t1000", 6.2, 2.5))
    world.guises = (Guise("mannequin", 6.0, 2.5, 0.8, 0.8),)
    events = live(world, 1, t1000=SETTLE)
    assert [(e.form, e.ticks) for e in of(E.Settled, events)] == [("mannequin", 60)]  # type: ignore[attr-defined]
    assert any(e.kind == "change" for e in of(E.NoiseMade, events))  # type: ignore[attr-defined]
    live(world, 58)
    assert not world.b.guise[world.hunter]
    live(world, 30)
    assert guise.shown(world, world.hunter) == "mannequin"
    assert world.b.x[world.hunter] == pytest.approx(6.0)


def test_it_comes_to_lie_in_its_place_no_faster_than_it_walks() -> None:
    world = world_of(person("t800", 2.0, 2.5), person("t1000", 6.5, 3.0))
    world.guises = (Guise("mannequin", 6.0, 2.5, 0.8, 0.8),)
    live(world, 1, t1000=SETTLE)
    hunter, places = world.hunter, []
    for _ in range(90):
        live(world, 1)
        places.append((float(world.b.x[hunter]), float(world.b.y[hunter])))
    steps = [((x - u) ** 2 + (y - v) ** 2) ** 0.5 for (x, y), (u, v) in pairwise(places)]
    assert places[-1] == pytest.approx((6.0, 2.5))
    assert max(steps) <= 4.0 / 60.0 + 1e-9


def test_where_no_thing_belongs_it_is_the_floor() -> None:
    world = lying("floor")
    assert guise.shown(world, world.hunter) == "floor"
    live(world, 300, t800=Command(move_x=127))
    assert world.b.x[world.player] > 7.0, "one walks over a floor"


@pytest.mark.parametrize("form", ["mannequin", "floor_terrazzo", "floor"])
def test_nobody_sees_a_thing_among_things(form: str) -> None:
    world = lying(form)
    live(world, 60)
    for slot in (world.player, world.ward):
        assert not world.sees_now[slot, world.hunter]
        assert not any(t.look == "officer" for t in percept(world, slot).tracks)
    assert not world.b.seen[world.hunter]


def test_a_ripple_runs_over_it_each_four_seconds_one_more_or_less() -> None:
    world = lying()
    ticks = []
    for _ in range(1800):
        if of(E.Rippled, live(world, 1)):
            ticks.append(world.tick)
    gaps = [b - a for a, b in pairwise(ticks)]
    assert len(gaps) >= 5
    assert all(180 <= g <= 300 for g in gaps)
    assert all(entry.known for entry in world.state.ledger if entry.by == "ripple")


def test_it_takes_nine_tenths_of_a_second_to_come_out_with_a_hand() -> None:
    world = lying(x=6.0)
    world.b.x[world.ward], world.b.y[world.ward] = 4.8, 2.5
    grab = Command(held=C.SHOVE, aim_x=-32)
    events = live(world, 54, t1000=grab)
    assert [e.kind for e in of(E.StrikeBegan, events)] == ["spring"]  # type: ignore[attr-defined]
    assert not of(E.Seized, events)
    assert of(E.Seized, live(world, 3, t1000=grab))


def test_a_wish_to_move_makes_it_stand_up_first() -> None:
    world = lying()
    events = live(world, 50, t1000=Command(move_x=127))
    assert of(E.Sprang, events)
    assert world.b.x[world.hunter] == pytest.approx(6.0, abs=0.1)
    live(world, 40, t1000=Command(move_x=127))
    assert world.b.x[world.hunter] > 6.5


def test_a_shot_or_a_blast_tears_it_out_of_the_thing() -> None:
    world = lying()
    world.b.x[world.ward] = 1.0
    arm(world)
    live(world, 20, t800=Command(aim_x=64, held=C.FIRE))
    assert not world.b.guise[world.hunter]
    world = lying()
    explode(world, 6.0, 2.5, world.player)
    live(world, 2)
    assert not world.b.guise[world.hunter]


def test_a_scan_of_the_thing_finds_it_out() -> None:
    world = lying()
    events = live(world, 100, t800=Command(aim_x=64, held=C.SCAN))
    assert [e.machine for e in of(E.Scanned, events)] == [True]  # type: ignore[attr-defined]


def test_it_calls_only_in_voices_that_it_knows_and_he_hears_where_enough_arrives() -> None:
    world = world_of(person("t800", 2.0, 2.5), person("john", 3.0, 3.5), person("t1000", 9.0, 2.5))
    assert not of(E.Called, live(world, 2, t1000=Command(voice=0)))
    for _ in range(3):
        world.say("t800", "walk")
    world.b.x[world.player] = 8.0
    for _ in range(3):
        world.say("t800", "walk")
    live(world, 7)
    assert world.state.gear[world.hunter].voices == ["t800"]
    called = of(E.Called, live(world, 1, t1000=Command(voice=0)))
    assert [(e.name, e.heard) for e in called] == [("t800", True)]  # type: ignore[attr-defined]
    words = []
    for _ in range(20):  # six metres of way take a sixth of a second
        live(world, 1)
        words += [w for w in percept(world, world.ward).words if w.kind == "call"]
    assert words
    assert (words[0].speaker, words[0].topic) == ("t800", "come")
    assert not of(E.Called, live(world, 300, t1000=Command(voice=0))), "not again at once"


def test_a_private_question_shows_a_call_for_what_it_is() -> None:
    world = world_of(person("t800", 2.0, 2.5), person("john", 3.0, 3.5), person("t1000", 9.0, 2.5))
    world.state.gear[world.hunter].voices.append("t800")
    live(world, 1, t1000=Command(voice=0))
    live(world, 1, t800=Command(order=C.ASK, order_x=18, order_y=5))
    topics = []
    for _ in range(12):
        live(world, 1)
        topics += [w.topic for w in percept(world, world.ward).words if w.kind == "call"]
    assert "wrong" in topics
