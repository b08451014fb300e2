"""What the rules let the law do: fire only from what the player's screen can show, be heard, be sent by radio."""

import itertools

import pytest

from game.agent.command import FIRE, IDLE, STAY, Command
from game.agent.percept import Noise, Word
from game.ai.law_memory import LawMemory
from game.sim import events as E
from game.sim.state import Ear
from game.sim.step import step
from game.sim.systems import minds
from game.sim.systems.combat import in_fire_box
from game.sim.systems.minds import utter
from game.sim.world import World
from tests.worlds import OPEN_ROOM, arm, coming, ground_of, person, world_of

LONG_ROOM = "\n".join(("#" * 100, *("#" + "." * 98 + "#" for _ in range(18)), "#" * 100))


def beat(x: float, y: float = 4.0, at: float = 4.0) -> World:
    """Return a long room with the player at the left and an officer at a place, gun in hand."""
    people = (person("t800", at, 4.0), person("cop", x, y, "law", "officer"))
    world = world_of(*people, ground=ground_of(LONG_ROOM))
    arm(world, "pistol", "cop")
    world.acting = sorted({world.player, world.slot("cop")})
    return world


def pull(world: World, aim_x: int) -> list[E.Event]:
    """Let the officer pull the trigger once, looking at the player; the player aims along x."""
    cop, x = world.slot("cop"), -160
    return step(world, {cop: Command(aim_x=x, held=FIRE), world.player: Command(aim_x=aim_x)})


def test_an_officer_fires_from_inside_the_picture() -> None:
    assert any(isinstance(e, E.ShotFired) for e in pull(beat(12.0), 0))


def test_an_officer_does_not_fire_from_beyond_it() -> None:
    assert not any(isinstance(e, E.ShotFired | E.ShotRefused) for e in pull(beat(20.0), 0))


def test_the_picture_leans_where_the_player_aims() -> None:
    world = beat(15.0)
    assert pull(world, 64)
    assert in_fire_box(world, world.slot("cop"))
    pull(world, -64)
    assert not in_fire_box(world, world.slot("cop"))


def test_a_pistol_takes_little_from_the_machine() -> None:
    world = beat(9.0)
    for tick in range(30):
        step(world, {world.slot("cop"): Command(aim_x=-160, held=FIRE if tick < 2 else 0)})
    assert world.b.health[world.player] == 99


def test_a_shout_reaches_who_can_hear_it_and_says_where() -> None:
    guard, near, far = person("guard_a", 4, 4, "law", "guard"), person("t800", 10, 4), person("john", 44, 4)
    world = world_of(guard, near, far, ground=ground_of(LONG_ROOM))
    memory = LawMemory(shout=("machine", 6.0, 4.0), speak="self.metal")
    utter(world, world.slot("guard_a"), memory)
    said = {sound.slot: sound.word for sound in coming(world)}
    assert said[world.slot("t800")] == Word("shout", "guard", "machine", "", 6.0, 4.0)
    assert world.slot("john") not in said
    assert memory.shout is None
    assert memory.speak == ""
    assert any(isinstance(e, E.Said) and e.speaker == "guard_a" and "[" not in e.text for e in world.events)


def test_only_who_carries_a_radio_can_send() -> None:
    people = (person("guard_a", 4, 4, "law", "guard"), person("cop", 20, 4, "law", "officer"), person("t800", 9, 4))
    world = world_of(*people, ground=ground_of(OPEN_ROOM))
    for carried in (False, True):
        world.state.radios = [world.slot("cop"), *([world.slot("guard_a")] if carried else [])]
        utter(world, world.slot("guard_a"), LawMemory(radio=("hall", "machine")))
        assert bool(world.ear(world.slot("cop")).words) == carried


def test_a_guard_at_ease_thinks_at_every_second_look_and_misses_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    world = world_of(
        person("guard_a", 4, 4, "law", "guard"), person("t800", 30, 4), ground=ground_of(LONG_ROOM), minds=True
    )
    guard = world.slot("guard_a")
    thoughts: list[tuple[int, int, int]] = []
    plain = minds.think

    def think(world: World, slot: int) -> None:
        if slot == guard:
            ear = world.state.heard.get(guard, Ear())
            thoughts.append((world.tick, len(ear.noises), len(ear.words)))
        plain(world, slot)

    monkeypatch.setattr(minds, "think", think)
    for tick in range(240):
        if tick == 120:
            world.ear(guard).noises.append(Noise(9.0, "steps", 20.0, 4.0))
        if tick == 180:
            world.ear(guard).words.append(Word("radio", "dispatch", "officer", "", 20.0, 4.0))
        step(world, {})
    at = [tick for tick, _, _ in thoughts]
    calm = [b - a for a, b in itertools.pairwise(at) if a > 24 and b < 170]
    assert set(calm) == {12}
    assert sum(n for tick, n, _ in thoughts if tick < 170) == 1
    woken = next(tick for tick, _, words in thoughts if words)
    assert woken - 180 <= 7


@pytest.mark.parametrize("parity", [0, 1])
def test_a_ward_at_ease_thinks_at_every_second_look_and_at_once_about_an_order(
    monkeypatch: pytest.MonkeyPatch, parity: int
) -> None:
    world = world_of(person("t800", 4, 4), person("john", 30, 4), ground=ground_of(LONG_ROOM), minds=True)
    john, thoughts = world.ward, []
    plain = minds.think

    def think(world: World, slot: int) -> None:
        thoughts.append(world.tick)
        plain(world, slot)

    monkeypatch.setattr(minds, "think", think)
    ordered = 120 + 6 * parity
    for tick in range(180):
        step(world, {world.player: Command(order=STAY, order_x=60, order_y=8) if tick == ordered else IDLE})
    calm = [b - a for a, b in itertools.pairwise(thoughts) if a > 24 and b < 120]
    assert set(calm) == {12}
    assert world.memories[john].order == STAY
    assert min(at for at in thoughts if at > ordered) - ordered <= 6
