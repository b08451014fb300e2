"""A machine with one arm left: long guns take it twice as long, who looks at it sees it, and who has him waits for it."""

import pytest

from game.agent import command as C
from game.agent.command import Command
from game.agent.percept import ONE_ARMED
from game.ai import grip
from game.ai.memory import HunterMemory
from game.content.actors import ONE_ARM
from game.content.weapons import WEAPONS
from game.sim import events as E
from game.sim.systems import percepts, strikes
from game.sim.systems.combat import REBOOT_TICKS, hurt
from game.sim.world import World
from tests.percepts import percept, shifter, track
from tests.sim.test_forms import live, of
from tests.worlds import arm, person, world_of

SHOOTS = Command(aim_x=64, held=C.FIRE)


def duel(health: int) -> World:
    world = world_of(person("t800", 4.0, 2.5), person("john", 3.0, 2.5), person("t1000", 6.5, 2.5))
    world.b.health[world.keeper] = health
    return world


def shots(world: World, ticks: int) -> list[E.Event]:
    return of(E.ShotFired, live(world, ticks, t800=SHOOTS))


@pytest.mark.parametrize(("weapon", "health", "times"), [("shotgun", 34, 1), ("shotgun", 33, 2), ("pistol", 33, 1)])
def test_what_takes_two_hands_takes_twice_as_long_in_one(weapon: str, health: int, times: int) -> None:
    world, row = duel(health), WEAPONS[weapon]
    arm(world, weapon)
    assert len(shots(world, row.cadence * times)) == 1
    assert len(shots(world, 2)) == 1


def test_alone_one_arm_folds_it_no_more_and_with_another_gun_beside_it_does() -> None:
    for health, folds in ((ONE_ARM + 1, True), (ONE_ARM, False)):
        world = duel(health)
        arm(world)
        assert bool(of(E.Staggered, live(world, 70, t800=SHOOTS))) is folds


def test_who_looks_at_it_sees_it_and_a_hunter_that_is_known_takes_it_apart_first() -> None:
    for health, seen in ((ONE_ARM + 1, 0), (ONE_ARM, ONE_ARMED)):
        world = duel(health)
        live(world, 60)
        guard = next(t for t in percepts.tracks(world, world.hunter) if t.look == "t800")
        assert guard.signs & ONE_ARMED == seen
    body = shifter(5.0, 5.0)
    boy = track(body, 5.0, 6.2, "john", id=2, face=1)
    for signs, unmasked, first in ((0, True, False), (ONE_ARMED, False, False), (ONE_ARMED, True, True)):
        told = percept(body, track(body, 5.0, 5.9, "t800", face=0, signs=signs), boy)
        memory = HunterMemory(unmasked=unmasked, plan="chase")
        grip_first = bool(grip.in_the_way(told, memory)) and not grip.in_reach(told, memory)
        assert grip_first is first


def test_the_clock_waits_for_who_has_to_get_up_and_for_the_way_that_grows_meanwhile() -> None:
    standing, lying = duel(100), duel(100)
    hurt(lying, lying.keeper, lying.hunter, 200)
    for world in (standing, lying):
        strikes.seize(world, world.hunter, world.ward)
    assert standing.state.clock is not None
    assert lying.state.clock is not None
    more = (lying.state.clock.ends - standing.state.clock.ends) / REBOOT_TICKS
    assert more == pytest.approx(1.0 + 2.0 / 3.0, abs=0.02)
