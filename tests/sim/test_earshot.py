"""What reaches the player's ears: as the rules flood it, by doors, and without touching the world."""

from worlds import coming, ground_of, person, world_of

from game.core.ground import DoorSpot
from game.sim import pack
from game.sim.earshot import Earshot

ROOMS = "\n".join(["#" * 60, *["#" + "." * 29 + "##" + "." * 27 + "#"] * 14, *["#" + "." * 57 + "#"] * 4, "#" * 60])
DOOR = DoorSpot(name="d", kind="fire", x=15.0, y=7.5, w=1.0, h=2.0)


def test_a_sound_comes_by_the_gap_in_the_wall_and_loses_what_the_way_takes() -> None:
    world = world_of(person("t800", 5.5, 2.5), ground=ground_of(ROOMS))
    ears = Earshot(world.ground)
    ears.listen(world, 0)
    way = ears.way(25.5, 2.5, 60)
    assert way is not None
    assert way.cost == way.metres == 30  # down to the gap, through it and up again
    straight = ears.way(8.5, 2.5, 60)
    assert straight is not None
    assert (straight.cost, straight.kind) == (3, "near")
    assert (straight.x, straight.y) == (8.5, 2.5)


def test_what_the_rules_leave_unheard_is_silent() -> None:
    world = world_of(person("t800", 5.5, 2.5), ground=ground_of(ROOMS))
    ears = Earshot(world.ground)
    ears.listen(world, 0)
    assert ears.way(25.5, 2.5, 33) is None
    assert ears.way(25.5, 2.5, 34) is not None


def test_the_flood_agrees_with_the_one_of_the_rules() -> None:
    world = world_of(person("t800", 5.5, 2.5), person("john", 25.5, 2.5), ground=ground_of(ROOMS))
    ears = Earshot(world.ground)
    ears.listen(world, 0)
    world.noise("glass", 25.5, 2.5, 40, 1)
    heard = coming(world)[0].noise.level
    way = ears.way(25.5, 2.5, 40)
    assert way is not None
    assert heard == 40 - way.cost


def test_a_shut_door_muffles_and_the_ears_notice_that_it_moved() -> None:
    world = world_of(person("t800", 5.5, 8.5), ground=ground_of(ROOMS, doors=(DOOR,)))
    ears = Earshot(world.ground)
    ears.listen(world, 0)
    shut = ears.way(25.5, 8.5, 60)
    world.d.shut[0] = 0
    world.refresh_doors()
    ears.listen(world, 0)
    after = ears.way(25.5, 8.5, 60)
    assert shut is not None
    assert after is not None
    assert (shut.kind, after.kind) == ("shut", "near")  # the drawing names no rooms
    assert shut.cost > after.cost


def test_sound_and_captions_share_one_pair_of_ears_that_go_with_the_body() -> None:
    world = world_of(person("t800", 5.5, 2.5), ground=ground_of(ROOMS))
    ears = world.earshot(0)
    assert ears.way(9.5, 2.5, 60).cost == 4  # type: ignore[union-attr]
    world.b.x[0] = 7.5
    assert world.earshot(0) is ears
    assert ears.way(9.5, 2.5, 60).cost == 2  # type: ignore[union-attr]


def test_listening_changes_nothing() -> None:
    world = world_of(person("t800", 5.5, 2.5), ground=ground_of(ROOMS))
    before = pack.digest(world)
    ears = Earshot(world.ground)
    ears.listen(world, 0)
    ears.way(25.5, 2.5, 60)
    assert pack.digest(world) == before


def test_what_the_boy_screams_carries_farther_than_what_he_says() -> None:
    world = world_of(person("t800", 5.5, 2.5), person("john", 25.5, 8.5), ground=ground_of(ROOMS))
    for key, kind, heard in (("follow", "voice", False), ("help", "scream", True)):
        world.state.coming.clear()
        world.say("john", key)
        sounds = [s.noise.kind for s in coming(world) if s.slot == 0 and s.noise is not None]
        assert sounds == ([kind] if heard else [])
