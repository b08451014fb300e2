"""Senses: one chance for hits and misses, fair sight, light and dark, doors that hush, and when and how loud sounds arrive."""

from collections.abc import Iterator
from statistics import median

import numpy as np

from game.agent.command import SNEAK, Command
from game.core.curves import exp_neg
from game.core.evidence import watch
from game.core.ground import Ground
from game.core.posts import posts_of
from game.core.sight import clear
from game.lab.probe.audit import LONGEST, Heard, could_be, in_time, speed
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.kernels.look import CALM_REACH, grow
from game.sim.kernels.sound import FAR, flood, room
from game.sim.sound_map import SoundMap
from game.sim.step import step
from game.sim.systems import percepts

SCENES, FULL_SCENES = 400, 10_000
STATES, FULL_STATES = 100, 1000
EYES, FULL_EYES = 9, 60
RUNS, FULL_RUNS, TICKS = 1, 10, 1500
EXACT = 1e-12
LEVEL = "closing_time"
LOUD = 40


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure S1 to S5."""
    scenes = FULL_SCENES if asked.full else SCENES
    yield asked.figure("senses.one_rate", unequal(scenes, asked), scenes)
    yield asked.figure("senses.symmetry", symmetric(scenes * 10), scenes * 10)
    eyes = FULL_EYES if asked.full else EYES
    lit = [seconds_to_see(n, 1.0, Command()) for n in range(eyes)]
    dark = [seconds_to_see(n, 0.2, Command(gait=SNEAK)) for n in range(eyes)]
    asked.log.row("senses", lit=lit, dark=dark)
    yield asked.figure("senses.lit", median(lit), eyes)
    yield asked.figure("senses.dark", median(dark) / max(1e-9, median(lit)), eyes)
    states = FULL_STATES if asked.full else STATES
    ground = load(asked.levels[0] if asked.levels else LEVEL).ground
    yield asked.figure("senses.doors", louder(ground, states), states)
    yield from sounds(asked)


def unequal(scenes: int, asked: Asked) -> int:
    """Return in how many random scenes an eye and a belief that looks in vain use another chance."""
    dice = np.random.default_rng(1)
    ground = ground_of(hall(24, 12))
    world = world_of(ground, person("john", 3.0, 3.0), person("t1000", 5.0, 5.0))
    posts, columns, found = posts_of(ground), ground.walk.shape[1], 0
    b, hunter, john = world.b, world.hunter, world.ward
    for _ in range(scenes):
        r, c = int(dice.integers(2, 22)), int(dice.integers(2, 46))
        b.x[john], b.y[john], b.light[john] = c * 0.5 + 0.25, r * 0.5 + 0.25, float(dice.random())
        b.x[hunter], b.y[hunter] = (float(v) for v in dice.uniform((1.0, 1.0), (23.0, 11.0)))
        turn = float(dice.uniform(0.0, 6.283))
        b.fx[hunter], b.fy[hunter] = float(np.cos(turn)), float(np.sin(turn))
        goal = int(dice.integers(posts.n))
        moves = posts.far[goal, r * columns + c] > 14
        b.vx[john] = 3.0 / 60.0 if moves else 0.0
        opaque = ground.opaque.copy()
        opaque[2:-2, int(dice.integers(4, 44))] = int(dice.random() < 0.4)
        seen = exp_neg(grow(world.bodies, hunter, john, opaque, ground.low, False, CALM_REACH) * 0.1)
        weight, light = np.ones(1), np.full(ground.walk.size, b.light[john])
        cell, goals = np.array([r * columns + c], np.int32), np.array([goal], np.int32)
        here = b.x[hunter], b.y[hunter], b.fx[hunter], b.fy[hunter]
        watch(cell, goals, weight, *here, CALM_REACH, 0.1, opaque, posts.far, light)
        if abs(weight[0] - seen) > EXACT:
            found += 1
            asked.log.row("senses.one_rate", eye=1 - seen, belief=1 - weight[0])
    return found


def symmetric(pairs: int) -> float:
    """Return the share of pairs of places on random grids that see each other both ways or not at all."""
    dice, same = np.random.default_rng(2), 0
    opaque = np.zeros((48, 48), np.uint8)
    for n in range(pairs):
        if n % 50 == 0:
            opaque = (dice.random((48, 48)) < dice.uniform(0.02, 0.3)).astype(np.uint8)
        x0, y0, x1, y1 = (float(v) for v in dice.uniform(0.5, 23.5, 4))
        same += clear(opaque, x0, y0, x1, y1) == clear(opaque, x1, y1, x0, y0)
    return same / pairs


def seconds_to_see(n: int, light: float, command: Command) -> float:
    """Return the seconds in which a fresh eye makes somebody out at eight metres."""
    world = world_of(ground_of(hall(20, 6)), person("john", 11.0, 3.0), person("t1000", 3.0, 3.0), seed=n, light=light)
    hunter, john = world.hunter, world.ward
    world.tick = n % 6
    began = world.tick
    while not world.sees(hunter, john) and world.tick - began < 3600:
        step(world, {john: command, hunter: Command(aim_x=64)})
    return (world.tick - began) / 60.0


def louder(ground: Ground, states: int) -> int:
    """Return in how many random states of the doors a sound gets louder somewhere when more of them are shut."""
    dice, found = np.random.default_rng(3), 0
    sound = SoundMap(ground)
    rooms = [room(ground.height, ground.width) for _ in range(2)]
    far, more = rooms[0][0], rooms[1][0]
    cells = np.argwhere(ground.walk.reshape(ground.height, 2, ground.width, 2).sum((1, 3)) == 4)
    for _ in range(states):
        y, x = (int(v) for v in cells[dice.integers(len(cells))])
        some = dice.random(len(ground.doors)) < 0.5
        all_of = some | (dice.random(len(ground.doors)) < 0.5)
        for shut, own in zip((some, all_of), rooms, strict=True):
            sound.set_doors([bool(v) for v in shut])
            flood(sound.cost, LOUD, x, y, *own)
        found += bool((np.minimum(far, FAR) > np.minimum(more, FAR)).any())
    return found


def sounds(asked: Asked) -> Iterator[Figure]:
    """Follow every sound to the ears that hear it."""
    wrong = heard = 0
    fastest = 0.0
    for name in asked.levels or (LEVEL,):
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            session = Session(level, seed)
            made: list[Heard] = []
            for _ in live(session, "base", TICKS):
                world, hunter = session.world, session.hunter
                if hunter < 0 or not world.b.here[hunter]:
                    continue
                x, y, now = world.b.x[hunter], world.b.y[hunter], world.tick
                made = [h for h in made if now - h.tick < LONGEST]
                made += [Heard(now, x, y, e) for e in session.events if isinstance(e, E.NoiseMade)]
                if not world.looked(hunter):
                    continue
                for noise in percepts.percept(world, hunter).noises:
                    heard += 1
                    sources = [h for h in made if could_be(hunter, noise, h)]
                    wrong += not any(in_time(h, now) for h in sources)
                    if sources:
                        came = min(speed(h, now) for h in sources)
                        fastest = max(fastest, came)
                        asked.log.row("senses.sound", kind=noise.kind, speed=came)
    yield asked.figure("senses.sound", wrong, heard)
    yield asked.figure("senses.sound_speed", fastest, heard)
