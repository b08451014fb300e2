"""N1: nobody in the crowd takes fright before sight or sound could have told them."""

from math import hypot

import pytest

from game.agent.command import Command
from game.core.sight import clear
from game.level.load import load
from game.session import Session
from game.sim.ears import FRIGHT
from game.sim.events import NoiseMade
from game.sim.tables import COWER, FLEE

LOOKBACK = 90  # ticks in which something must have told them


def causes(session: Session, slot: int, noises: list[tuple[int, NoiseMade]], afraid: dict[int, int]) -> list[str]:
    """List what could have told somebody by now: a noise in earshot, a gun, bright metal or a frightened neighbour in view."""
    world, b = session.world, session.world.b
    x, y = b.x[slot], b.y[slot]
    found = [f"heard {e.kind}" for t, e in noises if world.tick - t < LOOKBACK and hypot(e.x - x, e.y - y) <= e.level]
    found += [
        f"saw {n}" for n, s in (("gun", world.player), ("metal", world.hunter)) if s >= 0 and in_view(session, slot, s)
    ]
    found += [f"saw {world.names[s]} run" for s in afraid if s != slot and hypot(b.x[s] - x, b.y[s] - y) < 8.0]
    return found


def in_view(session: Session, slot: int, other: int) -> bool:
    b = session.world.b
    near = hypot(b.x[other] - b.x[slot], b.y[other] - b.y[slot]) < 16.0
    return near and bool(clear(session.world.opaque, b.x[slot], b.y[slot], b.x[other], b.y[other]))


@pytest.mark.parametrize("level", ["yard", "closing_time"])
def test_fright_has_a_cause_that_could_be_perceived(level: str) -> None:
    session = Session(load(level), 7)
    world = session.world
    noises: list[tuple[int, NoiseMade]] = []
    afraid: dict[int, int] = {}
    frights = 0
    for tick in range(1500):
        fire = 1 if tick % 300 > 280 else 0
        events = session.step({"t800": Command(move_x=100 if tick % 120 < 60 else -100, aim_x=64, held=fire)})
        noises = [(t, e) for t, e in noises if world.tick - t < LOOKBACK]
        noises += [(world.tick, e) for e in events if isinstance(e, NoiseMade) and e.kind in FRIGHT]
        for slot in range(world.crowd_from, world.count):
            if world.b.mood[slot] in (FLEE, COWER) and slot not in afraid:
                assert causes(session, slot, noises, afraid), f"{world.names[slot]} at tick {world.tick}"
                afraid[slot] = world.tick
                frights += 1
    assert frights > 2


def test_only_radios_hear_the_radio() -> None:
    session = Session(load("closing_time"), 3)
    world = session.world
    session.step()
    before = {slot: len(ear.words) for slot, ear in world.state.ears.items()}
    world.radio("concourse", "boy")
    heard = {slot for slot, ear in world.state.ears.items() if len(ear.words) > before.get(slot, 0)}
    assert heard == {slot for slot in world.state.radios if world.alive(slot)}
    assert world.ward not in heard
