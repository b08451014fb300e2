"""The observation as one vector of numbers: what a seat perceives and nothing else, gathered and handed to one kernel."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from game.agent.doors import views
from game.agent.percept import Noise
from game.content.actors import ACTORS
from game.content.looks import LOOKS
from game.content.weapons import ITEMS, WEAPONS
from game.core.ground import Ground
from game.sim.kernels import observe as kernel
from game.sim.systems import senses
from game.sim.tables import ACTS, NOTHING, RELOADING
from game.sim.world import World

Row = npt.NDArray[np.float32]
SIZE = kernel.SIZE

OWN = (
    "x y share_x share_y vx vy fx fy health cohesion light ready reloading staggered down held holding busy lying"
    " using using_left rounds spare weapon trust form driving drive_x drive_y"
).split()
SCREEN = "clock objective_known objective_x objective_y ward_x ward_y ward_far ordered order_x order_y choices".split()
PERSON = (
    "present x y vx vy fx fy awareness distance light faces_me doubt armed aiming wound blade holding held down"
    " staggered changing running is_t800 is_john is_sarah is_police is_it is_other"
).split()
NOISE = "level x y tread shot voice".split()
DEVICE = "present x y mine used".split()
THING = "present x y rounds weapon other".split()

MAP, NEAR = kernel.MAP, kernel.FAR  # metres: what counts as 1
MOST_ROUNDS, MOST_SPARE, MOST_CLOCK, MOST_USE = 12, 48, 1200, 600
MOST_FAR, LOUD, MOST_FORMS, MOST_SLOT, MOST_CHOICES = 100, 60.0, 8, 4, 9
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
BUSY = np.array([act in senses.OCCUPIED for act in range(len(ACTS))], np.uint8)
KEPT, SEEN = kernel.OWN - kernel.FELT, kernel.OWN - kernel.FELT + kernel.SCREEN  # where parts of what is told end


def layout() -> dict[str, slice]:
    """Return the part of the vector that each group fills; people, noises, devices and things are rows, nearest (loudest) first."""
    sizes = {
        "own": kernel.OWN,
        "screen": kernel.SCREEN,
        "people": kernel.PEOPLE * kernel.PERSON,
        "noises": kernel.NOISES * kernel.NOISE,
        "devices": kernel.DEVICES * kernel.DEVICE,
        "things": kernel.THINGS * kernel.THING,
        "rays": kernel.RAYS,
        "tiles": kernel.SIDE**2,
    }
    made, at = {}, 0
    for name, size in sizes.items():
        made[name] = slice(at, at + size)
        at += size
    return made


class Scratch:
    """Room for one world's kernels to work in; what is told is written through views, which cost a third of an array's item."""

    def __init__(self, world: World) -> None:
        self.told = np.zeros(kernel.TOLD)
        told: Any = memoryview(self.told)  # type: ignore[arg-type]
        self.own, self.screen, self.noises = told[:KEPT], told[KEPT:SEEN], told[SEEN:]
        self.whole, self.real = np.zeros((world.count + 1, 5), np.int64), np.zeros((world.count + 1, 10))
        self.near = np.zeros(kernel.PEOPLE, np.int64)
        self.used = np.zeros(max(1, len(world.ground.devices)), np.uint8)
        self.lies = np.array([(i.x, i.y, sort(i.kind)) for i in world.items], np.float64).reshape(-1, 3)
        self.taken = np.zeros(len(world.items), np.uint8)
        self.marked = -1, -1  # how many devices were used and things taken as those two were last written


def fill(world: World, slot: int, out: Row, scratch: Scratch) -> None:
    """Write what the body of a slot perceives into a row f4 [SIZE]; one that is not in the world perceives nothing."""
    if not world.b.here[slot]:
        out[:] = 0.0
        return
    ground, state = world.ground, world.state
    player = slot == state.player
    scratch.told[:] = 0.0
    own(world, slot, scratch.own)
    if player:
        screen(world, slot, scratch.screen)
    if slot in state.orders:
        order(world, slot, scratch.screen)
    ear = state.heard.get(slot)
    if ear and ear.noises:
        noises(world, slot, ear.noises, scratch.noises)
    known = state.known_doors.get(slot)
    closed = sum([1 << k for k, (shut, _) in known.items() if shut]) if known else 0
    marks = (len(state.used), len(state.taken)) if player else NONE
    if marks != scratch.marked:
        mark(world, player, scratch)
        scratch.marked = marks
    kernel.observe(
        out,
        scratch.told,
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
        sight(ground, closed) if closed else ground.opaque,
        ground.walk,
        barriers(ground, closed),
        ROLE,
        NOTHING,
        RELOADING,
        BUSY,
        spots(ground, world.kinds[slot]),
        scratch.used,
        scratch.lies,
        scratch.taken,
        scratch.whole,
        scratch.real,
        scratch.near,
    )


NONE = -2, -2


def mark(world: World, player: bool, scratch: Scratch) -> None:
    """Write which devices have been used and which things are gone, as the player knows it; others know of neither."""
    state = world.state
    scratch.used[: len(world.ground.devices)] = [player and d.name in state.used for d in world.ground.devices]
    scratch.taken[:] = [not player or i.id in state.taken for i in world.items]


def sort(kind: str) -> int:
    """Return which of the three sorts of THING an item is: rounds, a weapon, something else."""
    return 2 if kind not in ITEMS else 1 if ITEMS[kind][0] == kind else 0


def own(world: World, slot: int, out: Any) -> None:
    """Write of OWN what a body's record does not say."""
    state = world.state
    use, gear = state.using.get(slot), state.gear.get(slot)
    if use:
        out[0], out[1] = 1.0, use.left / MOST_USE
    if gear:
        held = gear.weapon
        if held:
            out[2] = gear.rounds.get(held, 0) / MOST_ROUNDS
            out[3] = gear.spare.get(held, 0) / MOST_SPARE
            out[4] = WEAPONS[held].slot / MOST_SLOT
        out[6] = len(gear.forms) / MOST_FORMS
    out[5] = world.trust_of(slot)
    wheel = senses.wheel(world, slot) if state.rides else None
    if wheel:
        out[7], out[8], out[9] = 1.0, wheel.hx, wheel.hy


def screen(world: World, slot: int, out: Any) -> None:
    """Write what the player's screen says: SCREEN, but for the order."""
    state = world.state
    objective = world.objectives.get(state.objective)
    place = senses.marker(world, objective.marker) if objective and objective.marker else None
    way, far = senses.arrow(world)
    out[0] = (state.clock.ends - world.tick) / MOST_CLOCK if state.clock else -1.0
    if place:
        x, y = world.b.x[slot], world.b.y[slot]
        out[1], out[2], out[3] = 1.0, (place[0] - x) / NEAR, (place[1] - y) / NEAR
    if way:
        out[4], out[5], out[6] = way[0], way[1], far / MOST_FAR
    if state.quiz:
        out[10] = len(state.quiz.options) / MOST_CHOICES


def order(world: World, slot: int, out: Any) -> None:
    """Write the order that a body is under: of SCREEN too."""
    order = world.state.orders[slot]
    out[7] = 1.0
    if order.x >= 0:
        out[8], out[9] = (order.x - world.b.x[slot]) / NEAR, (order.y - world.b.y[slot]) / NEAR


def noises(world: World, slot: int, heard: list[Noise], out: Any) -> None:
    """Write what came to its ears until its last look, loudest first, as rows of NOISE, one after the other."""
    x, y, at = world.b.x[slot], world.b.y[slot], 0
    for noise in sorted(heard, key=lambda n: -n.level)[: kernel.NOISES]:
        out[at], out[at + 1], out[at + 2] = noise.level / LOUD, (noise.x - x) / NEAR, (noise.y - y) / NEAR
        if noise.kind in KINDS:
            out[at + 3 + KINDS[noise.kind]] = 1.0
        at += kernel.NOISE


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
