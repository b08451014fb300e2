"""The observation as one vector of numbers: what a seat perceives and nothing else, gathered and handed to one kernel."""

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from game.agent.percept import Noise
from game.content.actors import ACTORS
from game.content.weapons import ITEMS, WEAPONS
from game.core.doorways import closed
from game.core.ground import Ground
from game.sim.kernels import observe as kernel
from game.sim.systems import percepts
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


class Seat:
    """What one body knows of the map's devices and things, as the kernel reads it."""

    def __init__(self, world: World, slot: int) -> None:
        hands = ACTORS[world.kinds[slot]].hands
        devices, items = world.ground.devices, world.items
        self.spots = np.array([(*d.middle, d.user in hands, 0.0) for d in devices], np.float64).reshape(-1, 4)
        self.lies = np.array([(i.x, i.y, sort(i.kind), 1.0) for i in items], np.float64).reshape(-1, 4)
        self.marked = NONE  # how many devices were used and things taken when that was last written in

    def mark(self, world: World, marks: tuple[int, int]) -> None:
        """Write which devices have been used and which things are gone, as the player knows it; others know of neither."""
        state, self.marked = world.state, marks
        player = marks != NONE
        self.spots[:, 3] = [player and d.name in state.used for d in world.ground.devices]
        self.lies[:, 3] = [not player or i.id in state.taken for i in world.items]


NONE = -2, -2


class Scratch:
    """Room for one world's kernels to work in; what is told is written through views, which cost a third of an array's item."""

    def __init__(self, world: World) -> None:
        self.told = np.zeros(kernel.TOLD)  # all 0 between two rows: the kernel wipes it
        told: Any = memoryview(self.told)  # type: ignore[arg-type]
        self.own, self.screen, self.noises = told[:KEPT], told[KEPT:SEEN], told[SEEN:]
        self.seats = {slot: Seat(world, slot) for slot in world.acting}
        self.near = np.zeros((kernel.PEOPLE, 2))
        self.closed = -1  # the doors that `known` and `floor` are of, as a bit mask
        self.known: Any = world.ground.opaque
        self.floor: Any = world.ground.walk

    def close(self, ground: Ground, closed: int) -> None:
        """Let known and floor be those of a mind that knows these doors to be shut."""
        self.closed, self.known, self.floor = closed, sight(ground, closed), floor(ground, closed)


def fill(world: World, slot: int, out: Row, scratch: Scratch) -> None:
    """Write what the body of a slot perceives into a row f4 [SIZE]; one that is not in the world perceives nothing."""
    if not world.b.here[slot]:
        out[:] = 0.0
        return
    state = world.state
    player = slot == state.player
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
    if closed != scratch.closed:
        scratch.close(world.ground, closed)
    seat = scratch.seats[slot]
    marks = (len(state.used), len(state.taken)) if player else NONE
    if marks != seat.marked:
        seat.mark(world, marks)
    kernel.observe(
        out,
        scratch.told,
        world.bodies,
        slot,
        world.count,
        world.aware,
        world.sees_now,
        world.doubt,
        world.tick,
        world.opaque,
        scratch.known,
        scratch.floor,
        seat.spots,
        seat.lies,
        scratch.near,
    )


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
    wheel = percepts.wheel(world, slot) if state.rides else None
    if wheel:
        out[7], out[8], out[9] = 1.0, wheel.hx, wheel.hy


def screen(world: World, slot: int, out: Any) -> None:
    """Write what the player's screen says: SCREEN, but for the order."""
    state = world.state
    objective, clock = world.objectives.get(state.objective), state.clock
    place = percepts.marker(world, objective.marker) if objective and objective.marker else None
    way, far = percepts.arrow(world)
    out[0] = (clock.ends - world.tick) / MOST_CLOCK if clock else -1.0
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


def sight(ground: Ground, shut: int) -> Any:
    """Return what stops sight as far as a mind knows that knows these doors to be shut."""
    hides = sum(1 << i for i, d in enumerate(ground.doors) if d.opaque)
    return closed(ground, shut & hides) if shut & hides else ground.opaque


@lru_cache(maxsize=256)
def floor(ground: Ground, closed: int) -> Any:
    """Return the map's cells u8 [2h, 2w] as one knows them who knows these doors to be shut; pushing opens some all the same."""
    made = np.where(ground.walk != 0, kernel.FLOOR, kernel.NO_FLOOR).astype(np.uint8)
    for i, d in enumerate(ground.doors):
        barred = closed >> i & 1 and not d.pushes
        there = kernel.NO_FLOOR if barred else kernel.DOOR
        made[d.cells] = np.where(ground.walk[d.cells] != 0, there, kernel.NO_FLOOR)
    made.setflags(write=False)
    return made
