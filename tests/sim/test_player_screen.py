"""What only the player's seat is told, because his screen shows it: the arrow to the boy, what lies about."""

from game.content.lines import CLOCKS, FALLEN, HELD_HIMSELF, SHOVE_NOW, UNTIL_SHE_IS_UP
from game.hud import shown
from game.level.data import ItemSpot
from game.sim import events as E
from game.sim.step import step
from game.sim.systems.combat import ALLY_DOWN, REBOOT_TICKS, hurt
from game.sim.systems.percepts import percept
from game.sim.systems.senses import noticed
from game.sim.systems.strikes import seize
from tests.worlds import OPEN_ROOM, ground_of, person, world_of

WALLED = "\n".join(row[:9] + "####" + row[13:] for row in OPEN_ROOM.strip().splitlines())


def test_the_arrow_shows_a_boy_who_has_been_seized_though_nobody_has_met_him() -> None:
    world = world_of(
        person("t800", 2, 2.5), person("john", 9, 2.5), person("t1000", 9.6, 2.5), ground=ground_of(WALLED)
    )
    step(world, {})
    assert percept(world, world.player).arrow is None
    seize(world, world.hunter, world.ward)
    told = percept(world, world.player)
    assert (told.arrow, told.arrow_far) == ((1.0, 0.0), 7)


def test_he_sees_what_lies_in_view_until_it_is_taken() -> None:
    world = world_of(person("t800", 2, 2.5), ground=ground_of(WALLED))
    near = ItemSpot(id=1, name="a", kind="shells", x=3.0, y=1.5)
    hidden = ItemSpot(id=2, name="b", kind="shells", x=9.0, y=2.5)
    world.items = (near, hidden)
    assert [t.kind for t in percept(world, world.player).things] == ["shells"]
    world.state.taken.append(1)
    assert percept(world, world.player).things == ()


def test_the_cause_line_names_what_it_seems_to_be_only_where_such_people_have_lines() -> None:
    """As a packer, whose like never notice anybody, "PACKER SAW JOHN" gave it away; known, it was named after Sarah."""
    world = world_of(
        person("t800", 2, 2.5), person("john", 3, 2.5), person("t1000", 6, 2.5), person("packer_a", 9, 2.5)
    )
    it = world.hunter
    world.b.face[it] = world.slot("packer_a")
    world.become(it, "packer_a")
    noticed(world, it, world.ward)
    assert world.state.cause == ""
    world.minds[world.slot("packer_a")] = "guard"
    noticed(world, it, world.ward)
    assert world.state.cause.startswith("PACKER SAW JOHN AT 3 M")
    world.b.known[it] = 1
    noticed(world, it, world.ward)
    assert world.state.cause.startswith("IT SAW JOHN AT 3 M")


def test_the_clock_says_what_would_free_him_and_when_hands_reach() -> None:
    world = world_of(person("t800", 2, 2.5), person("john", 5, 2.5), person("t1000", 5.6, 2.5))
    step(world, {})
    seize(world, world.hunter, world.ward)
    far = shown(world)
    assert not far.in_reach
    assert far.clock_cure == CLOCKS["seized"][1]
    world.b.x[world.player] = world.b.x[world.hunter] - 1.2
    near = shown(world)
    assert near.in_reach
    assert near.clock_cure == SHOVE_NOW


def test_who_is_himself_held_is_told_when_the_t800_is_back() -> None:
    world = world_of(person("t800", 2, 2.5), person("john", 5, 2.5), person("t1000", 5.6, 2.5))
    world.state.cells = 1
    hurt(world, world.keeper, world.hunter, 200)
    assert world.player == world.ward
    seize(world, world.hunter, world.ward)
    told = shown(world)
    assert not told.in_reach
    assert told.clock_cure == HELD_HIMSELF.format(seconds=REBOOT_TICKS / 60)


def test_the_screen_says_who_lies_and_what_to_do_until_she_is_up() -> None:
    world = world_of(
        person("t800", 2, 2.5),
        person("john", 5, 2.5),
        person("sarah", 4, 3.5, "ally", "sarah"),
        person("t1000", 9, 2.5),
    )
    step(world, {})
    assert shown(world).fallen == ""
    hurt(world, world.slot("sarah"), world.hunter, 200)
    assert [(e.speaker, e.key) for e in world.events if isinstance(e, E.Said)] == [("sarah", "hit")]
    lies = FALLEN.format(who="SARAH", seconds=ALLY_DOWN / 60)
    assert shown(world).fallen == f"{lies}\n" + UNTIL_SHE_IS_UP.format(ward="JOHN")
    world.state.gone.append("t1000")
    assert shown(world).fallen == lies
    world.b.down[world.slot("sarah")] = 0
    assert shown(world).fallen == ""
