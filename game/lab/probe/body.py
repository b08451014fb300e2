"""Its body: masses that add up, pools that find each other, how long fire holds it, and that nothing but steel ends it."""

from collections.abc import Iterator
from statistics import mean
from typing import NamedTuple

import numpy as np

from game.agent.command import FIRE, IDLE, RUN, Command, quantise
from game.content.weapons import WEAPONS
from game.core.ground import Ground
from game.core.posts import posts_of
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.worlds import ground_of, hall, person, pools, world_of
from game.level.made.rooms import office
from game.sim import events as E
from game.sim.step import step
from game.sim.systems.combat import lose_cohesion
from game.sim.systems.shatter import burst, explode
from game.sim.world import World

EVENTS, FULL_EVENTS, A_WORLD = 120, 100_000, 60
BURSTS, FULL_BURSTS = 8, 300
FIRES, FULL_FIRES, FIRE_TICKS = 2, 20, 3600
MAPS, FIRST_MAP = 3, 51
STILL, MOVED = 300, 0.3  # ticks, metres
CAP = 60 * 60
POINT_BLANK = 3.0  # metres


class Torn(NamedTuple):
    """What a rain of blows did: the largest error of its mass, whether it ended, whether a part of it left the map."""

    error: float
    gone: bool
    outside: bool


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure R1 to R5."""
    events = FULL_EVENTS if asked.full else EVENTS
    worlds = [torn(office(FIRST_MAP + n % MAPS, 32, 32), n) for n in range(-(-events // A_WORLD))]
    for n, world in enumerate(worlds):
        asked.log.row("body.mass", seed=n, **world._asdict())
    yield asked.figure("body.mass", max(w.error for w in worlds), events)
    yield asked.figure("body.deaths", sum(w.gone for w in worlds), events)
    yield asked.figure("body.outside", sum(w.outside for w in worlds), events)
    bursts = FULL_BURSTS if asked.full else BURSTS
    made = [scattered(office(FIRST_MAP + n % MAPS, 32, 32), n) for n in range(bursts)]
    for n, (seconds, stuck) in enumerate(made):
        asked.log.row("body.reform", seed=n, seconds=seconds, stuck=stuck)
    yield asked.figure("body.reform", max(s for s, _ in made), bursts)
    yield asked.figure("body.stuck", sum(stuck for _, stuck in made), bursts)
    yield asked.figure("body.grenade", mean(s for s, _ in made), bursts)
    fires = FULL_FIRES if asked.full else FIRES
    held = [held_by_fire(kind, n) for n in range(fires) for kind in ("shotgun", "pistol")]
    asked.log.row("body.staggered", shares=held)
    yield asked.figure("body.staggered", max(held), len(held))


def place(ground: Ground, dice: np.random.Generator) -> tuple[float, float]:
    """Return a place where somebody can stand."""
    posts = posts_of(ground)
    reached = np.flatnonzero(posts.far[:, posts.cell[0]] < 30000)
    p = int(dice.choice(reached))
    return float(posts.x[p]), float(posts.y[p])


def stage(ground: Ground, dice: np.random.Generator, seed: int) -> World:
    """Return a world with the machine anywhere and the T-800 out of the way."""
    x, y = place(ground, dice)
    return world_of(ground, person("t800", *place(ground, dice)), person("t1000", x, y), *pools(x, y), seed=seed)


def mass(world: World) -> float:
    """Return what all its parts weigh, what has melted included."""
    b = world.b
    return float(b.share[world.hunter] + sum(b.share[s] for s in world.blobs) + world.state.melted)


def torn(ground: Ground, seed: int) -> Torn:
    """Let blasts, bursts and shots fall on it at random."""
    dice = np.random.default_rng(seed)
    world, error = stage(ground, dice, seed), 0.0
    b, hunter = world.b, world.hunter
    for _ in range(A_WORLD):
        parts = [s for s in (hunter, *world.blobs) if b.here[s]]
        at = int(dice.choice(parts)) if parts else hunter
        what = int(dice.integers(4))
        if what == 0:
            explode(world, b.x[at] + float(dice.normal()), b.y[at] + float(dice.normal()), world.player)
        elif what == 1 and b.here[hunter]:
            burst(world, hunter, float(dice.random()) * 0.25)
        elif what == 2 and b.here[hunter]:
            lose_cohesion(world, hunter, float(dice.random()) * 0.6)
        for _ in range(int(dice.integers(1, 60))):
            b.health[world.player], b.down[world.player], world.state.clock = 100, 0, None
            step(world, {})
            error = max(error, abs(mass(world) - 1.0))
            if any(b.here[s] and not on_the_map(ground, b.x[s], b.y[s]) for s in (hunter, *world.blobs)):
                return Torn(error, False, True)  # the rules would fail on their next look at the ground there
    return Torn(error, "t1000" in world.state.gone, False)


def on_the_map(ground: Ground, x: float, y: float) -> bool:
    """Say whether a place is inside the outer walls."""
    return 0.5 <= x < ground.width - 0.5 and 0.5 <= y < ground.height - 0.5


def scattered(ground: Ground, seed: int) -> tuple[float, int]:
    """Burst it, and wait; return the seconds until it stands again, and how many pools got nowhere meanwhile."""
    dice = np.random.default_rng(seed)
    world = stage(ground, dice, seed)
    burst(world, world.hunter, float(dice.random()) * 0.25)
    b, stuck = world.b, 0
    since = {s: (0, b.x[s], b.y[s]) for s in world.blobs}
    for tick in range(CAP):
        events = step(world, {})
        if any(isinstance(e, E.Reformed) for e in events):
            return (tick + 1) / 60.0, stuck
        heart = max((s for s in world.blobs if b.here[s]), key=lambda s: (b.share[s], -s), default=-1)
        for s in world.blobs:
            at, x, y = since[s]
            lost = b.x[s] != b.x[s] or b.y[s] != b.y[s]
            if lost or not b.here[s] or s == heart or (b.x[s] - x) ** 2 + (b.y[s] - y) ** 2 > MOVED * MOVED:
                stuck += lost
                since[s] = tick, b.x[s], b.y[s]
            elif tick - at >= STILL:
                stuck += 1
                since[s] = tick, b.x[s], b.y[s]
    return CAP / 60.0, stuck


def held_by_fire(kind: str, seed: int) -> float:
    """Return the share of a minute in which it is folded by somebody who fires as fast as the gun lets him, point blank."""
    world = world_of(
        ground_of(hall(20, 8)), person("t800", 8.0, 4.0), person("t1000", 8.0 + POINT_BLANK, 4.0), seed=seed
    )
    b, hunter, player = world.b, world.hunter, world.player
    world.give(player, kind)
    world.draw(player, kind)
    gear, folded = world.state.gear[player], 0
    for _ in range(FIRE_TICKS):
        gear.rounds[kind] = max(gear.rounds[kind], 1) if WEAPONS[kind].one_by_one else gear.rounds[kind]
        gear.spare[kind] = 99
        dx, dy = b.x[hunter] - b.x[player], b.y[hunter] - b.y[player]
        ax, ay = quantise(dx, dy)
        comes = Command(move_x=-127, gait=RUN) if dx > POINT_BLANK else IDLE
        step(world, {player: Command(aim_x=ax, aim_y=ay, held=FIRE), hunter: comes})
        folded += b.stun_until[hunter] > world.tick
    return folded / FIRE_TICKS
