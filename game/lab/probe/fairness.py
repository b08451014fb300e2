"""Fairness: no blow without a tell that could be perceived in time, and hands that are quick enough do avoid it."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import numpy as np

from game.agent.command import FIRE, IDLE, RUN, SHOVE, WALK, Command, quantise
from game.content.blades import BLADES, Blade
from game.content.lines import ALOUD
from game.lab.probe.figure import Asked, Figure
from game.lab.probe.statistics import share
from game.lab.probe.worlds import ground_of, hall, person, world_of
from game.lab.seat import live
from game.level.load import load
from game.session import Session
from game.sim import events as E
from game.sim.step import step
from game.sim.systems.combat import in_fire_box
from game.sim.tables import NOTHING
from game.sim.world import World

NEVER = 10**9  # tick
FLOOR = 24  # ticks: .40 s, which no difficulty may undercut
SCREEN = 9.5  # metres
STRIKES, FULL_STRIKES, A_WORLD = 200, 10_000, 50
DODGES, FULL_DODGES = 60, 1000
LATENCIES = {"dodge_150": 9, "dodge_300": 18, "dodge_450": 27, "blind": -1}  # ticks
FROM = {1: (1.0, 1.6), 2: (1.6, 2.4), 3: (2.4, 3.4)}  # metres at which each blade goes out, as its mind has it
LED = 6  # ticks that it points a blade ahead, as its mind has it
SHOVE_NEEDS = 8  # ticks until a shove begun now has landed
# metres from the player within which the view keeps the boy in the picture; a test holds them
KEPT_X, KEPT_Y = 14.75, 7.75
CUE, FRESH_CUE = 90, 600  # ticks: at least so long before, at most so old
CUES = ("blade", "change", "pour", "heavy", "machine")  # sounds of its own that no person makes
LEVEL, RUNS, FULL_RUNS, TICKS = "closing_time", 2, 50, 3600


class Strike(NamedTuple):
    """A blow that landed: ticks from its beginning, and those in which its victim could see it and had heard it begin."""

    kind: str
    ticks: int
    seen: int
    heard: int
    whom: int


def probe(asked: Asked) -> Iterator[Figure]:
    """Measure F1 and F2."""
    wanted, made = FULL_STRIKES if asked.full else STRIKES, list[Strike]()
    seed = 0
    while len(made) < wanted:
        made += strikes(seed)
        seed += 1
    for s in made:
        asked.log.row("fairness.tell", **s._asdict())
    yield asked.figure("fairness.tell", sum(s.ticks < FLOOR for s in made), len(made))
    hits = [s for s in made if s.whom >= 0]
    late = sum(max(s.seen, s.heard) < FLOOR for s in hits)
    yield asked.figure("fairness.perceived", late, len(hits))
    yield from off_screen(asked)
    dodges = FULL_DODGES if asked.full else DODGES
    for name, latency in LATENCIES.items():
        kept = share(sum(avoids(latency, n) for n in range(dodges)), dodges)
        yield asked.figure(f"fairness.{name}", kept.value, dodges, kept.low, kept.high)


# ---------------------------------------------------------------------- F1
def strikes(seed: int) -> list[Strike]:
    """Let it strike again and again at the two, who move about, in a hall with a pillar; return every blow."""
    lines = hall(16, 10).splitlines()
    for r in range(8, 12):
        lines[r] = lines[r][:14] + "####" + lines[r][18:]
    world = world_of(
        ground_of("\n".join(lines)),
        person("t800", 4.0, 4.0),
        person("john", 12.0, 6.0),
        person("t1000", 8.0, 7.5),
        seed=seed,
    )
    dice, made = np.random.default_rng(seed), list[Strike]()
    b, hunter = world.b, world.hunter
    began, seen, heard = -1, {0: 0, 1: 0}, dict[int, int]()
    walks = dict.fromkeys((world.player, world.ward), IDLE)
    whom = world.player
    while len(made) < A_WORLD:
        if world.tick % 30 == 0:
            walks = {s: wander(dice) for s in walks}
            whom = int(dice.choice([world.player, world.ward]))
            reset(world)
        b.cohesion[hunter], b.health[world.player] = 1.0, 100
        dx, dy = b.x[whom] - b.x[hunter], b.y[whom] - b.y[hunter]
        blow = at(dx, dy, FIRE if whom == world.player else SHOVE)
        blow = msgspec.structs.replace(blow, weapon=BLADES[len(made) % len(BLADES)].slot)
        events = step(world, walks | {hunter: blow})
        for slot in seen:
            seen[slot] = seen[slot] + 1 if world.gap(slot, hunter) < SCREEN and world.clear_between(slot, hunter) else 0
        for e in events:
            if isinstance(e, E.StrikeBegan) and e.by == hunter:
                began = world.tick
                heard = {s: arrives(world, s, "blade") for s in seen}
            elif isinstance(e, E.StrikeLanded) and e.by == hunter:
                ticks = world.tick - began
                made.append(
                    Strike(
                        e.kind,
                        ticks,
                        min(ticks, seen.get(e.whom, 0)),
                        max(0, world.tick - heard.get(e.whom, NEVER)),
                        e.whom,
                    )
                )
    return made


def arrives(world: World, slot: int, kind: str) -> int:
    """Return the tick at which a sound of a kind that is under way comes to somebody's ears, NEVER if none is."""
    ticks = [
        tick
        for tick, sounds in world.state.coming.items()
        if any(s.slot == slot and s.noise is not None and s.noise.kind == kind for s in sounds)
    ]
    return max(ticks, default=NEVER)


def wander(dice: np.random.Generator) -> Command:
    """Walk or run somewhere, or stand."""
    x, y = (int(v) for v in dice.integers(-127, 128, 2))
    return Command(x, y, gait=int(dice.integers(0, 3))) if dice.random() < 0.7 else IDLE


def at(dx: float, dy: float, held: int) -> Command:
    """Return a Command that runs at somebody with a hand or a blade out."""
    size = max(1e-6, (dx * dx + dy * dy) ** 0.5)
    ax, ay = quantise(dx, dy)
    return Command(round(dx / size * 127), round(dy / size * 127), ax, ay, RUN, held)


def reset(world: World) -> None:
    """Let go of him, so that there is a next time."""
    if world.b.holds[world.hunter] >= 0 and world.b.act[world.hunter] == NOTHING:
        world.release(world.hunter, "test")
        world.b.x[world.ward], world.b.y[world.ward] = 12.0, 6.0
    world.b.known[world.hunter] = 0
    world.state.outcome, world.state.clock = "", None


def off_screen(asked: Asked) -> Iterator[Figure]:
    """Find the seizures that the player could not see coming, and what he could hear of them before."""
    without = seizures = 0
    for name in asked.levels or (LEVEL,):
        level = load(name)
        for seed in range(FULL_RUNS if asked.full else RUNS):
            session, cues = Session(level, seed), list[int]()
            for _ in live(session, "base", TICKS):
                world = session.world
                for e in session.events:
                    if warning := warns(session, e):
                        cues.append(arrives(world, session.player, warning))
                    elif isinstance(e, E.Seized) and not in_picture(world, e.whom):
                        seizures += 1
                        told = any(CUE <= world.tick - t < FRESH_CUE for t in cues)
                        without += not told
                        asked.log.row("fairness.offscreen", level=name, seed=seed, tick=world.tick, told=told)
    yield asked.figure("fairness.offscreen", without, seizures)


def in_picture(world: World, ward: int) -> bool:
    """Say whether the player's screen shows the boy: where it leans to, or since it leans back to keep him in view."""
    b, player = world.b, world.player
    if player < 0 or in_fire_box(world, ward):
        return True
    return bool(abs(b.x[ward] - b.x[player]) <= KEPT_X and abs(b.y[ward] - b.y[player]) <= KEPT_Y)


def warns(session: Session, event: E.Event) -> str:
    """Return the kind of sound that tells of what is coming, if an event makes one: its own, or the boy's words."""
    if isinstance(event, E.NoiseMade) and event.by == session.hunter and event.kind in CUES:
        return event.kind
    if isinstance(event, E.Said) and event.who == session.ward:
        return ALOUD.get(f"{event.speaker}.{event.key}", "")
    return ""


# ---------------------------------------------------------------------- F2
def avoids(latency: int, seed: int) -> bool:
    """Say whether somebody who understands after so many ticks comes away from one frontal blow; -1: who never looks."""
    dice = np.random.default_rng(seed)
    blade = BLADES[seed % len(BLADES)]
    d = float(dice.uniform(*FROM[blade.slot]))
    world = world_of(ground_of(hall(20, 12)), person("t800", 10.0, 6.0), person("t1000", 10.0 + d, 6.0), seed=seed)
    b, hunter, player = world.b, world.hunter, world.player
    b.fx[player], b.fy[player], b.fx[hunter], b.fy[hunter] = 1.0, 0.0, -1.0, 0.0
    business = wander_slowly(dice)
    blow = Command()
    for tick in range(60):
        if tick % 6 == 0:
            x, y = b.x[player] + b.vx[player] * LED, b.y[player] + b.vy[player] * LED
            blow = at(x - b.x[hunter], y - b.y[hunter], FIRE if tick == 0 else 0)
            blow = msgspec.structs.replace(blow, weapon=blade.slot)
        mine = business if latency < 0 or tick < latency else saves(world, blade, tick)
        events = step(world, {hunter: blow, player: mine})
        if any(isinstance(e, E.StrikeLanded) and e.by == hunter for e in events):
            return not any(isinstance(e, E.BodyHurt) and e.whom == player for e in events)
    return True


def wander_slowly(dice: np.random.Generator) -> Command:
    """Stand, or walk somewhere, as one does who has not noticed."""
    x, y = (int(v) for v in dice.integers(-127, 128, 2))
    return Command(x, y, gait=WALK) if dice.random() < 0.5 else IDLE


def saves(world: World, blade: Blade, tick: int) -> Command:
    """Return what the hands do once they understand: an open hand while there is time for it, else away from the blade.

    A sweep is run from backward, what comes in a straight line to the side.
    """
    b, hunter, player = world.b, world.hunter, world.player
    dx, dy = b.x[player] - b.x[hunter], b.y[player] - b.y[hunter]
    size = max(1e-6, (dx * dx + dy * dy) ** 0.5)
    ax, ay = quantise(-dx, -dy)
    held = SHOVE if blade.ticks - tick >= SHOVE_NEEDS and world.tick % 2 == 0 else 0
    mx, my = (-dy, dx) if blade.wide else (dx, dy)
    return Command(round(mx / size * 127), round(my / size * 127), ax, ay, RUN, held)
