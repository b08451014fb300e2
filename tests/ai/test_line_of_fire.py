"""Whoever of one's own stands before the launcher makes way, as a person would."""

import pytest

from game.agent.command import FIRE, IDLE, STEADY, Command
from game.sim import events as E
from game.sim.step import step
from game.sim.world import World
from tests.worlds import arm, ground_of, person, world_of

WIDE = "\n".join(["#" * 32, *["#" + "." * 30 + "#"] * 18, "#" * 32])


def last_stand(x: float, y: float, who: str = "john", back: bool = False) -> World:
    """Return a hall: the T-800 with a loaded launcher, the machine seven metres before it, one of ours between them."""
    role = ("john", x, y) if who == "john" else ("sarah", x, y, "ally", "sarah")
    people = [person("t800", 3.0, 5.0), person(*role), person("t1000", 10.0, 5.0)]
    world = world_of(*people, ground=ground_of(WIDE), minds=True)
    arm(world, "grenade")
    world.b.fx[world.player], world.b.fy[world.player] = 1.0, 0.0
    slot, it = world.slot(who), world.hunter
    world.b.fx[slot], world.b.fy[slot] = (1.0 if back else -1.0), 0.0
    face = world.b.face[it]
    world.face_doubt[slot, face], world.face_at[slot, face] = 6.0, 1
    return world


def lived(world: World, ticks: int, command: Command) -> list[E.Event]:
    found = []
    for _ in range(ticks):
        found += step(world, {world.player: command, world.hunter: IDLE})
    return found


def aims(held: int = 0) -> Command:
    return Command(held=held, aim_x=7 * 16, aim_y=0)


@pytest.mark.parametrize("who", ["john", "sarah"])
@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize(("x", "y"), [(4.5, 5.0), (5.5, 5.4), (4.2, 4.4)])
def test_they_step_aside_before_the_launcher(who: str, x: float, y: float, back: bool) -> None:
    world = last_stand(x, y, who, back)
    lived(world, 75, aims(STEADY))
    events = lived(world, 2, aims(STEADY | FIRE))
    assert any(isinstance(e, E.ShotFired) and e.weapon == "grenade" for e in events)


def test_the_trigger_held_down_fires_as_soon_as_the_way_is_clear() -> None:
    world = last_stand(4.5, 5.0)
    events = lived(world, 100, aims(FIRE))
    assert isinstance(next(e for e in events if isinstance(e, E.ShotRefused | E.ShotFired)), E.ShotRefused)
    assert any(isinstance(e, E.ShotFired) for e in events)


def test_nobody_makes_way_for_a_gun() -> None:
    world = last_stand(4.5, 5.0, "john")
    arm(world, "pistol")
    lived(world, 12, aims())
    assert world.memories[world.ward].intent != "make way"
