"""Lying in wait where he will come by: which place, what it is worth, and how long to be a thing among things."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.agent.command import SHOVE, Command, toward
from game.agent.percept import BACKOFF, DOWN, HELD, Guise, Percept, Track
from game.ai import belief
from game.ai.eyes import eyes
from game.ai.memory import HunterMemory, Trap, begin
from game.ai.notice import guard_track, prey_track
from game.ai.odds import Odds
from game.ai.stalk import quiet_gait
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import Floats, Ground, Ints, Shorts
from game.core.particles import passing
from game.core.paths import ways_of
from game.core.posts import NO_WAY, posts_of

SETTLE = 2  # Command.choice
RECKON = 120  # ticks between two looks over all places
ROUND_ME, ABOUT_ME = 9.0, 0.25  # metres, and the share of belief in them that leaves it no time to lie down
GONE_FOR, MEETS = 60, 6.0  # ticks without the two before it thinks of lying in wait; metres to them
VALUE, LEAST_FLOW, ENOUGH = 1.8, 0.08, 0.06  # shares of belief that must come by, and while it is to hold back
# how likely it is seen for what it is: a thing, a floor that suits, any
NOTICED, FLOOR_NOTICED, ANY_FLOOR = 0.2, 0.3, 0.4
FLOOR = "floor"
HOLDS_BACK = 0.2  # what lying in wait is worth more while it is to hold back
KNOWN = 0.12  # and while its face is known: a thing needs none (as much as a change of face is then worth more)
WAITING = 0.005  # what a second of it costs
SPEED, HIS = 5.5, 2.2  # metres a second: its run, and how fast those get on who lead, wait, look about and work levers
TAKES, BEFORE = 1.5, 2.0  # seconds to become the thing, and to be there before him
PATIENCE, MORE = 30.0, 20.0  # seconds, and as many again where all belief lies near
STILL_COMES, LONGEST = 20.0, 75.0  # seconds within which he must still be expected then, and after which it gets up
WALKS_THIS_WAY = 0.5  # metres that he must come nearer in a second, in its sight
NEAR = 12.0  # metres
DETOUR = 10  # path length (20 to a metre) that counts as coming by: with 32 he walked past three metres off
FARTHEST = 80.0  # metres to walk
STICKS = 0.8  # share of what a place was worth that it goes on for, whatever it thinks on the way
LIES = 0.5  # worth of going on with it
AT = 0.5  # metres
SEEN_LATELY = 42  # ticks
WALKS_FOR = 1500  # ticks until it gives a place up
REST = 1200  # ticks before the next
STANDS_IN, A_LOOK = 0.9, 0.1  # seconds until the hand closes, and between two looks
REACH, SURE_REACH = 2.6, 2.0  # metres: an arm and what it comes forward in that time; with room for a step aside
SHOVED_WITHIN = 2.2  # metres
PASSES, COMES_NO_NEARER = 6.0, 48  # metres; ticks in sight so near after which it gets up and goes to him


class Spot(NamedTuple):
    """A place to lie in wait: metres, its walkable cell, the form there, and how likely that is noticed."""

    x: float
    y: float
    cell: int
    form: str
    noticed: float


@lru_cache(maxsize=8)
def spots(ground: Ground, guises: tuple[Guise, ...]) -> tuple[Spot, ...]:
    """Return where it could lie: the places that a level names for a thing, and every post as floor."""
    ways, posts = ways_of(ground), posts_of(ground)
    named = [
        Spot(g.x, g.y, ways.snap(g.x, g.y), g.form, FLOOR_NOTICED if g.form.startswith(FLOOR) else NOTICED)
        for g in guises
    ]
    plain = [
        Spot(x, y, cell, FLOOR, ANY_FLOOR)
        for x, y, cell in zip(posts.x.tolist(), posts.y.tolist(), posts.cell.tolist(), strict=True)
    ]
    return tuple(named + plain)


@lru_cache(maxsize=8)
def chances(ground: Ground, guises: tuple[Guise, ...]) -> Floats:
    """Return how likely each spot is noticed."""
    return np.array([s.noticed for s in spots(ground, guises)])


@lru_cache(maxsize=8)
def lengths(ground: Ground, guises: tuple[Guise, ...]) -> Shorts:
    """Return the path length (20 to a metre) from each spot to every cell, i2 [spots, cells]."""
    ways, posts = ways_of(ground), posts_of(ground)
    named = [np.minimum(ways.lengths(s.cell), NO_WAY) for s in spots(ground, guises)[: len(guises)]]
    return np.vstack([*(n[None].astype(np.int16) for n in named), posts.far])


def bid(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return what the best place to lie in wait is worth now, and keep it."""
    if memory.plan != "lure" and (percept.me.guise or memory.doing == "settle"):
        return LIES
    if percept.me.guise or not percept.briefing.guises or memory.plan == "lure":
        return 0.0
    if memory.plan == "ambush" and memory.trap.place >= 0:
        return 0.0 if met(percept, memory) else STICKS * memory.trap.worth
    if odds.prey is not None or odds.guard is not None or not gone(percept, memory):
        return 0.0
    if belief.share_near(memory.prey, percept, percept.me.x, percept.me.y, ROUND_ME) > ABOUT_ME:
        return 0.0  # they would meet on its way there
    if percept.tick < memory.spots_at:
        return memory.spots_worth
    worths = worth_of(percept, memory)
    best = int(worths.argmax())
    memory.spots_at, memory.spots_worth = percept.tick + RECKON, float(worths[best])
    if worths[best] > 0.0:
        memory.trap = Trap(best, percept.tick, float(worths[best]))
    return memory.spots_worth


def gone(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether it has seen him, but neither him nor his guard for a moment."""
    return memory.prey.seen_at >= 0 and percept.tick - max(memory.prey.seen_at, memory.guard.at) >= GONE_FOR


def met(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether one of the two is near by: a glimpse from afar is no reason to give a place up."""
    tracks = prey_track(percept, memory), guard_track(percept)
    return any(t is not None and t.distance < MEETS for t in tracks)


def worth_of(percept: Percept, memory: HunterMemory) -> Floats:
    """Return what it is worth to lie in wait at each spot: how surely he comes by, less the walk and the wait."""
    ground, guises, him = percept.ground, percept.briefing.guises, memory.prey
    worths = np.zeros(len(spots(ground, guises)))
    if him.fixed or not len(him.cell):
        return worths
    far, noticed = lengths(ground, guises), chances(ground, guises)
    walk = far[:, belief.me_cell(percept)] / 20.0
    near = np.flatnonzero(walk < FARTHEST).astype(np.int32)
    comes = flow(percept, memory, near, walk[near] / SPEED + TAKES + BEFORE, PATIENCE)
    bonus, least = (HOLDS_BACK, ENOUGH) if memory.mood == BACKOFF else (0.0, LEAST_FLOW)
    bonus += KNOWN * memory.unmasked
    worth = VALUE * comes * (1.0 - noticed[near]) - WAITING * (walk[near] / SPEED + 10.0) + bonus
    worths[near] = np.where(comes >= least, np.maximum(worth, 0.0), 0.0)
    return worths


def flow(percept: Percept, memory: HunterMemory, places: Ints, ready: Floats, within: float) -> Floats:
    """Return the share of belief that comes by each place within some seconds of its being ready there."""
    ground, him, posts = percept.ground, memory.prey, posts_of(percept.ground)
    far, comes = lengths(ground, percept.briefing.guises), np.zeros(len(places))
    passing(places, far, posts.far, posts.cell, him.cell, him.goal, him.weight, HIS, ready, within, DETOUR, comes)
    return comes / max(1e-12, float(him.weight.sum()))


def wait(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Go there, become what belongs there, and be still until he comes by or patience ends."""
    me, trap = percept.me, memory.trap
    places = spots(percept.ground, percept.briefing.guises)
    if not 0 <= trap.place < len(places):
        return give_up(percept, memory)
    spot = places[trap.place]
    where = percept.ground.room_at(spot.x, spot.y) or "the way"
    memory.intent, memory.why = "ambush", f"he may come by: {spot.form} in {where}"
    if me.guise:
        return lie(percept, memory, spot)
    if me.busy:
        return toward(0.0, 0.0)
    late = percept.tick - trap.since > WALKS_FOR or memory.doing == "spring"
    if late or met(percept, memory):
        return give_up(percept, memory)
    if length(spot.x - me.x, spot.y - me.y) > AT:
        return go(percept, memory, dice, (spot.x, spot.y), gait=quiet_gait(percept, memory), stop=AT * 0.6)
    if eyes(percept, memory) or percept.tick - memory.watched_at < SEEN_LATELY:
        return give_up(percept, memory)
    trap.lain_at = percept.tick
    begin(memory, "settle", percept.tick)
    return Command(choice=SETTLE)


def give_up(percept: Percept, memory: HunterMemory) -> Command:
    """Think again at once, and leave traps for a while."""
    memory.ended, memory.trap = True, Trap()
    memory.cool["ambush"] = percept.tick + REST
    return toward(0.0, 0.0)


def lie(percept: Percept, memory: HunterMemory, spot: Spot) -> Command:
    """Watch from where it lies: the hand goes out when he will be in reach as it stands."""
    trap, prey, me = memory.trap, prey_track(percept, memory), percept.me
    waited = (percept.tick - trap.lain_at) / 60.0
    memory.why = f"lies as {spot.form}, for {waited:.0f} s"
    hand = spring(percept, memory, prey) if prey is not None else None
    if hand is not None:
        return hand
    if prey is None or prey.distance > PASSES or trap.near_at < trap.lain_at:
        trap.near_at = percept.tick
    past = waited > PATIENCE and not worth_the_wait(percept, memory, spot, waited)
    if past or percept.tick - trap.near_at > COMES_NO_NEARER:
        memory.why = "he comes no nearer" if prey is not None else "nobody came by"
        return give_up(percept, memory)
    return toward(0.0, 0.0, aim=(prey.x - me.x, prey.y - me.y) if prey is not None else None)


def worth_the_wait(percept: Percept, memory: HunterMemory, spot: Spot, waited: float) -> bool:
    """Say whether it lies on beyond its patience: he is near, for all it knows, or should come by in a moment."""
    if waited < PATIENCE + MORE * belief.share_near(memory.prey, percept, spot.x, spot.y, NEAR):
        return True
    if waited > LONGEST:
        return False
    prey = prey_track(percept, memory)
    if prey is not None:
        return off(percept, prey, 1.0) < prey.distance - WALKS_THIS_WAY
    place = np.array([memory.trap.place], np.int32)
    return bool(flow(percept, memory, place, np.zeros(1), STILL_COMES)[0] >= LEAST_FLOW)


def spring(percept: Percept, memory: HunterMemory, prey: Track) -> Command | None:
    """Return the Command that comes out with a hand out, None unless he is sure to be in reach or will come no nearer."""
    will_be, later = off(percept, prey, STANDS_IN), off(percept, prey, STANDS_IN + A_LOOK)
    in_reach = will_be < SURE_REACH or (will_be < REACH and later >= will_be)
    if not in_reach or prey.signs & (HELD | DOWN) or shoved(percept, prey):
        return None
    dx, dy = prey.x + prey.vx * STANDS_IN - percept.me.x, prey.y + prey.vy * STANDS_IN - percept.me.y
    memory.why, memory.grabbed_at = "he is by the thing", percept.tick
    begin(memory, "spring", percept.tick)
    return toward(0.0, 0.0, held=SHOVE, aim=(dx, dy))


def off(percept: Percept, prey: Track, seconds: float) -> float:
    """Return the metres between it and him after some seconds, if he goes on as he goes."""
    return float(length(prey.x + prey.vx * seconds - percept.me.x, prey.y + prey.vy * seconds - percept.me.y))


def shoved(percept: Percept, prey: Track) -> bool:
    """Say whether his guard would be at its throat before the hand closes."""
    guard = guard_track(percept)
    if guard is None or guard.signs & DOWN or not guard.facing_me:
        return False
    return guard.distance < SHOVED_WITHIN and guard.distance < prey.distance
