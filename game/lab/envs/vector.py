"""The observation as one vector of numbers: what a seat perceives and nothing else, gathered and handed to one kernel."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from game.agent.doors import views
from game.content.actors import ACTORS
from game.content.looks import LOOKS
from game.content.weapons import WEAPONS
from game.core.ground import Ground
from game.sim.kernels import observe as kernel
from game.sim.systems import senses
from game.sim.world import World

Row = npt.NDArray[np.float32]
SIZE = kernel.SIZE

OWN = (
    "x y share_x share_y vx vy fx fy health cohesion light ready reloading staggered down held holding busy using"
    " using_left rounds spare weapon trust form lying driving drive_x drive_y"
).split()
SCREEN = "clock objective_known objective_x objective_y ward_x ward_y ward_far ordered order_x order_y choices".split()
PERSON = (
    "present x y vx vy fx fy awareness distance light faces_me doubt armed aiming wound blade holding held down"
    " staggered changing running is_t800 is_john is_sarah is_police is_it is_other"
).split()
NOISE = "level x y tread shot voice".split()
DEVICE = "present x y mine used".split()

MAP, NEAR, FAST = 128.0, 20.0, 6.0  # metres, metres, metres a second: what counts as 1
MOST_TRUST, MOST_ROUNDS, MOST_SPARE, MOST_CLOCK, MOST_USE = 1.0, 12, 48, 1200, 600
MOST_FAR, LOUD, MOST_FORMS, MOST_SLOT, MOST_CHOICES, MOST_HEALTH = 100, 60.0, 8, 4, 9, 100
ROLES = ("t800", "john", "sarah", "police", "machine")  # what is none of these is other
ROLE = np.array([ROLES.index(row.role) if row.role in ROLES else len(ROLES) for row in LOOKS.values()], np.int64)
KINDS = {
    "step": 0,
    "heavy": 0,
    "pistol": 1,
    "shotgun": 1,
    "blast": 1,
    "voice": 2,
    "scream": 2,
    "shout": 2,
    "whistle": 2,
}
NO_NOISES = np.zeros((0, kernel.NOISE))


def layout() -> dict[str, slice]:
    """Return the part of the vector that each group fills; people, noises and devices are rows, nearest (loudest) first."""
    sizes = {
        "own": kernel.OWN,
        "screen": kernel.SCREEN,
        "people": kernel.PEOPLE * kernel.PERSON,
        "noises": kernel.NOISES * kernel.NOISE,
        "devices": kernel.DEVICES * kernel.DEVICE,
        "rays": kernel.RAYS,
        "tiles": kernel.SIDE**2,
    }
    made, at = {}, 0
    for name, size in sizes.items():
        made[name] = slice(at, at + size)
        at += size
    return made


class Scratch:
    """Room for one world's kernels to work in."""

    def __init__(self, world: World) -> None:
        self.own, self.screen = np.zeros(kernel.OWN), np.zeros(kernel.SCREEN)
        self.whole, self.real = np.zeros((world.count + 1, 5), np.int64), np.zeros((world.count + 1, 10))
        self.near = np.zeros(kernel.PEOPLE, np.int64)
        self.used = np.zeros(max(1, len(world.ground.devices)), np.uint8)


def fill(world: World, slot: int, out: Row, scratch: Scratch) -> None:
    """Write what the body of a slot perceives into a row f4 [SIZE]; one that is not in the world perceives nothing."""
    if not world.b.here[slot]:
        out[:] = 0.0
        return
    ground, player = world.ground, slot == world.player
    own(world, slot, scratch.own)
    screen(world, slot, scratch.screen)
    known = world.state.known_doors.get(slot)
    closed = sum(1 << k for k, (shut, _) in known.items() if shut) if known else 0
    scratch.used[:] = 0
    if player and world.state.used:
        scratch.used[: len(ground.devices)] = [d.name in world.state.used for d in ground.devices]
    kernel.observe(
        out,
        scratch.own,
        scratch.screen,
        noises(world, slot),
        world.bodies,
        slot,
        world.count,
        world.aware,
        world.sees_now,
        world.track,
        world.doubt,
        senses.GUNS,
        senses.METAL,
        world.tick,
        world.opaque,
        sight(ground, closed),
        ground.walk,
        barriers(ground, closed),
        ROLE,
        spots(ground, world.kinds[slot]),
        scratch.used,
        scratch.whole,
        scratch.real,
        scratch.near,
    )


def own(world: World, slot: int, out: Any) -> None:
    """Write a body as it feels itself: OWN."""
    me, ground = senses.me(world, slot), world.ground
    wheel = senses.wheel(world, slot) if world.state.rides else None
    out[:] = (
        me.x / MAP,
        me.y / MAP,
        me.x / ground.width,
        me.y / ground.height,
        me.vx / FAST,
        me.vy / FAST,
        me.fx,
        me.fy,
        me.health / MOST_HEALTH,
        me.cohesion,
        me.light,
        me.ready,
        me.reloading,
        me.staggered,
        me.down,
        me.held,
        me.holding,
        me.busy,
        bool(me.using),
        me.use_left / MOST_USE,
        me.rounds / MOST_ROUNDS,
        me.spare / MOST_SPARE,
        WEAPONS[me.weapon].slot / MOST_SLOT if me.weapon else 0.0,
        me.trust / MOST_TRUST,
        len(me.forms) / MOST_FORMS,
        bool(me.guise),
        wheel is not None,
        wheel.hx if wheel else 0.0,
        wheel.hy if wheel else 0.0,
    )


def screen(world: World, slot: int, out: Any) -> None:
    """Write what the player's screen says (nothing on another seat), and the order that a body is under: SCREEN."""
    out[:] = 0.0
    x, y = world.b.x[slot], world.b.y[slot]
    order = world.state.orders.get(slot)
    if order:
        out[7] = 1.0
        if order.x >= 0:
            out[8], out[9] = (order.x - x) / NEAR, (order.y - y) / NEAR
    if slot != world.player:
        return
    clock, goal, (way, far) = world.state.clock, senses.goal(world), senses.arrow(world)
    out[0] = (clock.ends - world.tick) / MOST_CLOCK if clock else -1.0
    if goal and goal.known:
        out[1], out[2], out[3] = 1.0, (goal.x - x) / NEAR, (goal.y - y) / NEAR
    if way:
        out[4], out[5], out[6] = way[0], way[1], far / MOST_FAR
    out[10] = len(world.state.quiz.options) / MOST_CHOICES if world.state.quiz else 0.0


def noises(world: World, slot: int) -> Any:
    """Return what came to its ears until its last look, loudest first, as rows of NOISE."""
    ear = world.state.heard.get(slot)
    if not ear or not ear.noises:
        return NO_NOISES
    x, y = world.b.x[slot], world.b.y[slot]
    made = np.zeros((min(kernel.NOISES, len(ear.noises)), kernel.NOISE))
    loudest = sorted(ear.noises, key=lambda n: -n.level)
    for row, noise in zip(made, loudest, strict=False):
        row[:3] = noise.level / LOUD, (noise.x - x) / NEAR, (noise.y - y) / NEAR
        if noise.kind in KINDS:
            row[3 + KINDS[noise.kind]] = 1.0
    return made


@lru_cache(maxsize=64)
def spots(ground: Ground, kind: str) -> Any:
    """Return the devices of a map as f8 [n, 3]: middle, and whether the hands of a kind of person can work them."""
    hands = ACTORS[kind].hands
    return np.array([(*d.middle, d.user in hands) for d in ground.devices], np.float64).reshape(-1, 3)


def sight(ground: Ground, closed: int) -> Any:
    """Return what stops sight as far as a mind knows that knows these doors to be shut."""
    hides = sum(1 << i for i, d in enumerate(ground.doors) if d.opaque)
    return views(ground, closed & hides) if closed & hides else ground.opaque


@lru_cache(maxsize=256)
def barriers(ground: Ground, closed: int) -> Any:
    """Return u8 [2h, 2w]: 1 a door, 2 one that is known to be shut and that walking does not open."""
    made = np.zeros_like(ground.walk)
    for i, d in enumerate(ground.doors):
        value = 2 if closed >> i & 1 and not d.pushes else 1
        made[int(d.y * 2 + 0.01) : int((d.y + d.h) * 2 + 0.99), int(d.x * 2 + 0.01) : int((d.x + d.w) * 2 + 0.99)] = (
            value
        )
    made.setflags(write=False)
    return made
