"""What a body carries: an empty launcher takes the next grenade at once, and who goes back is patched up."""

import pytest

from game.content.weapons import WEAPONS
from game.sim.world import World
from tests.worlds import arm, person, world_of


def with_launcher(rounds: int, spare: int) -> World:
    world = world_of(person("t800", 4.0, 2.5))
    world.give(world.keeper, "grenade", 1)
    gear = world.state.gear[world.keeper]
    gear.rounds["grenade"], gear.spare["grenade"] = rounds, spare
    return world


def carried(world: World, weapon: str) -> tuple[int, int]:
    gear = world.state.gear[world.keeper]
    return gear.rounds[weapon], gear.spare[weapon]


@pytest.mark.parametrize(("rounds", "spare", "then"), [(0, 0, (1, 0)), (1, 0, (1, 1)), (0, 1, (1, 1)), (1, 2, (1, 3))])
def test_a_grenade_goes_into_an_empty_launcher_and_else_to_the_others(
    rounds: int, spare: int, then: tuple[int, int]
) -> None:
    world = with_launcher(rounds, spare)
    world.give(world.keeper, "grenade", 1)
    assert carried(world, "grenade") == then


def test_shells_are_kept_beside_the_gun() -> None:
    world = world_of(person("t800", 4.0, 2.5))
    arm(world, "shotgun")
    world.state.gear[world.keeper].rounds["shotgun"] = 0
    before = world.state.gear[world.keeper].spare["shotgun"]
    world.give(world.keeper, "shells", 4)
    assert carried(world, "shotgun") == (0, before + 4)


def test_who_is_patched_up_has_the_grenade_that_he_had_in_the_barrel_and_gets_none() -> None:
    world = with_launcher(0, 1)
    world.patch_up(0.6)
    world.patch_up(0.6)
    assert carried(world, "grenade") == (1, 0)


def test_guns_are_filled_and_what_is_more_than_full_is_left() -> None:
    world = world_of(person("t800", 4.0, 2.5))
    arm(world, "shotgun")
    gear = world.state.gear[world.keeper]
    full = WEAPONS["shotgun"].magazine
    gear.rounds["shotgun"], gear.spare["shotgun"] = 1, 3 * full
    world.patch_up(0.6)
    assert carried(world, "shotgun") == (full, 3 * full)
