"""Another truth: moves about what somebody cannot perceive, or everything, and leaves what he can perceive as it was."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.agent.percept import Percept
from game.level.data import Level
from game.session import Session
from game.sim import pack
from game.sim.systems.percepts import percept
from game.sim.world import World

Mask = npt.NDArray[np.bool_]

# What nobody can see of a body in sight either.
INNER = (
    "saw_x", "saw_y", "saw_at", "goal_x", "goal_y", "fear", "dice", "route", "leg", "wait_until", "seen", "known",
    "matched", "ready_at", "strike_at", "immune_until",
)  # fmt: skip
# What can be seen of a body, and is moved about for those out of sight.
OUTER = (
    "x", "y", "vx", "vy", "fx", "fy", "wish_x", "wish_y", "light", "look", "face", "health", "weapon", "mood", "down",
    "act", "gait", "aiming", "cohesion", "hurt_at", "fired_at", "stun_until", "holds", "held_by",
)  # fmt: skip


def decoy(level: Level, seed: int) -> Session:
    """Return another world on the same level, for a mind that would look at the truth."""
    return Session(level, (seed ^ 0x5EED) % 2**63, "standard", "t1000")


def scramble_all(world: World, dice: np.random.Generator) -> None:
    """Move everybody about and turn every hidden thing over."""
    everybody = np.ones(world.count, bool)
    mix(world, everybody, ~everybody, -1, dice)
    world.tick = int(dice.integers(0, 10**6))
    doors = np.asarray(world.doors)
    doors["shut"][: len(world.ground.doors)] = dice.integers(0, 2, len(world.ground.doors))
    world.shut_mask = int(dice.integers(0, 2**30))


def differences(world: World, slot: int, dice: np.random.Generator) -> list[str]:
    """Return what a body would perceive otherwise if all that it cannot perceive were otherwise: names of fields."""
    before = percept(world, slot)
    moment, memories, shut_mask = pack.snapshot(world), world.memories, world.shut_mask
    seen = np.array(world.sees_now[slot], bool)
    own = np.zeros(world.count, bool)
    own[slot] = True
    mix(world, ~(seen | own), ~own, slot, dice)
    world.shut_mask = int(dice.integers(0, 2**30))
    after = percept(world, slot)
    pack.restore(world, moment)
    world.memories, world.shut_mask = memories, shut_mask  # the same objects: nobody thought meanwhile
    return unlike(before, after)


def unlike(a: Percept, b: Percept) -> list[str]:
    """Return the names of the fields in which two percepts differ."""
    found = [
        name for name in a.__struct_fields__ if name not in ("ground", "me") and getattr(a, name) != getattr(b, name)
    ]
    return found + [f"me.{name}" for name in a.me.__struct_fields__ if getattr(a.me, name) != getattr(b.me, name)]


def mix(world: World, unseen: Mask, others: Mask, me: int, dice: np.random.Generator) -> None:
    """Shuffle the bodies out of sight, the inner lives of all others, and what the rules remember of them."""
    bodies: Any = np.asarray(world.bodies)
    hidden, all_others = np.flatnonzero(unseen), np.flatnonzero(others | unseen)
    order = dice.permutation(hidden)
    for name in OUTER:
        bodies[name][hidden] = bodies[name][order]
    bodies["x"][hidden] += dice.normal(0.0, 3.0, len(hidden))
    bodies["y"][hidden] += dice.normal(0.0, 3.0, len(hidden))
    for name in INNER:
        bodies[name][all_others] = dice.integers(0, 50, len(all_others))
    rows = [i for i in range(world.count) if i != me]
    world.doubt[rows] = dice.normal(0.0, 3.0, (len(rows), world.count))
    world.face_doubt[rows] = dice.normal(0.0, 3.0, (len(rows), world.count))
    world.aware[np.ix_(rows, range(world.count))] = dice.random((len(rows), world.count))
    world.sees_now[rows] = dice.integers(0, 2, (len(rows), world.count))
    if me >= 0:
        world.aware[me, hidden] = dice.random(len(hidden))
    state = world.state
    state.trust = float(dice.random())
    state.orders.clear()
    state.dice = {key: int(dice.integers(0, 2**62)) for key in state.dice}
    state.objective, state.clock = "", None
    for slot, gear in state.gear.items():
        if slot != me:
            gear.rounds = {kind: int(dice.integers(0, 9)) for kind in gear.rounds}
    for slot in list(state.heard):
        if slot != me:
            del state.heard[slot]
    for slot in list(state.known_doors):
        if slot != me:
            del state.known_doors[slot]
    for slot in list(state.known_stands):
        if slot != me:
            del state.known_stands[slot]
