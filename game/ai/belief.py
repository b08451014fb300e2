"""What a mind believes about where somebody is: seen, lost, looked for in vain, heard of; particles do the counting."""

from functools import lru_cache

import msgspec
import numpy as np

from game.agent.doors import barred, screens
from game.agent.percept import Noise, Percept, Track
from game.agent.seen import NEVER
from game.core import evidence, hearing, particles
from game.core.dice import Dice
from game.core.ground import Floats, Ground, Ints
from game.core.particles import WALK_LENGTH
from game.core.paths import ways_of
from game.core.posts import Posts, posts_of

PARTICLES = 400
MIX = np.array([0.25, 0.55, 0.65, 1.0])  # rising shares of hider, roamer, runner, leaver (HUNT.md)
MIX_RIDE = np.array([0.15, 0.3, 0.45, 1.0])  # of one whose ride waits
MIX_FLED = np.array([0.2, 0.4, 0.75, 1.0])  # of one who was last seen to run from it
SPEED = 4.4  # metres a second, between a boy's walk and his run
FLIGHT = 4.2  # metres a second: faster than anybody walks
KEEN_FOR = 25 * 60  # ticks after contact in which the eye reaches farther
KEEN, CALM = 20.0, 16.0  # metres
RIDE_WITHIN = 5.0  # metres round it
STEP_LOUD, STEP_SHARE = np.array([22.0, 14.0, 8.0]), np.array([0.5, 0.4, 0.1])  # a run, a walk, a sneak
STEP_MOVES = 0.25  # share of belief that a footfall of his moves
LOOK = 0.1  # seconds between two looks
SELDOM = 0.2  # seconds that pass at once while nothing is near or new
NEW = 120  # ticks after sight was lost in which every look counts
TELLS = 0.93  # share left by a look from which it told little
# ticks after he was lost from which one who runs is taken to watch where it goes, and how often in a second he thinks again
WATCHES, RETHINKS = 300, 0.3
RUNS_ON = 0.5  # how much a place counts where he would run on to, beside one where he would hide


def no_ints() -> Ints:
    return np.zeros(0, np.int32)


def no_floats() -> Floats:
    return np.zeros(0, np.float64)


class Belief(msgspec.Struct):
    """Particles for one person.

    fixed: he is in sight, and every particle is taken to be where he is; they are let go when sight is lost.
    mass f8 [posts]: share of belief round each post; habit f8 [posts]: how much more he likes a post than others do, empty
    where nothing is known of that; refuge f8 [posts]: how likely he has gone to hide at each since he was lost, in
    proportion, empty before; surprise: share that the last look left; lived_at: tick up to
    which the particles have walked; step_at: tick of the last footfall that may have been his, and step_his how likely it was.
    """

    cell: Ints = msgspec.field(default_factory=no_ints)
    goal: Ints = msgspec.field(default_factory=no_ints)
    temper: Ints = msgspec.field(default_factory=no_ints)
    weight: Floats = msgspec.field(default_factory=no_floats)
    mass: Floats = msgspec.field(default_factory=no_floats)
    habit: Floats = msgspec.field(default_factory=no_floats)
    refuge: Floats = msgspec.field(default_factory=no_floats)
    seed: int = 1
    fixed: bool = False
    x: float = -1.0
    y: float = -1.0
    vx: float = 0.0
    vy: float = 0.0
    seen_at: int = -1_000_000
    surprise: float = 1.0
    lived_at: int = 0
    step_at: int = NEVER
    step_his: float = 0.0


@lru_cache(maxsize=16)
def pulls(ground: Ground, ride: tuple[float, float] | None) -> Floats:
    """Return how much each temper likes each post, f8 [4, posts]; who has a vehicle here leaves by it."""
    posts = posts_of(ground)
    hide, leave = posts.hide > 0, posts.exit > 0
    if ride is not None:
        leave = (posts.x - ride[0]) ** 2 + (posts.y - ride[1]) ** 2 < RIDE_WITHIN**2
    pull = np.ones((particles.KINDS, posts.n))
    pull[particles.HIDER] = np.where(hide, 3.0, 0.3)
    pull[particles.ROAMER] = np.where(hide, 0.05, 1.0)
    pull[particles.LEAVER] = np.where(leave, 8.0, 0.05)
    return pull


def pull_of(belief: Belief, percept: Percept) -> Floats:
    """Return how much he would like each post, by temper, f8 [4, posts]; who leaves goes where one can leave."""
    pull = pulls(percept.ground, percept.briefing.ride)
    if not len(belief.habit):
        return pull
    mine = pull * belief.habit
    mine[particles.LEAVER] = pull[particles.LEAVER]
    return mine


@lru_cache(maxsize=16)
def open_cells(ground: Ground) -> Ints:
    """Return the cells that people walk, as indexes."""
    return np.nonzero(posts_of(ground).owner >= 0)[0].astype(np.int32)


def begin(belief: Belief, percept: Percept, dice: Dice, leads: tuple[tuple[float, float], ...]) -> None:
    """Spread the particles over the whole map, and most of them round what the briefing told."""
    posts = posts_of(percept.ground)
    cells = open_cells(percept.ground)
    n = PARTICLES
    belief.seed = 1 + dice.below(particles.MODULUS - 2)
    belief.cell = np.array([cells[dice.below(len(cells))] for _ in range(n)], np.int32)
    belief.goal = np.array([dice.below(posts.n) for _ in range(n)], np.int32)
    belief.temper = np.arange(n, dtype=np.int32) % particles.KINDS
    belief.weight = np.full(n, 1.0 / n)
    belief.mass = np.zeros(posts.n)
    for x, y in leads:
        told(belief, percept, x, y, 0.6 / len(leads), 8.0)


def me_cell(percept: Percept) -> int:
    """Return the walkable cell that I stand on or beside."""
    return ways_of(percept.ground).snap(percept.me.x, percept.me.y)


def seen(belief: Belief, percept: Percept, track: Track) -> None:
    """Take note of the person in sight."""
    belief.fixed, belief.seen_at = True, percept.tick
    belief.x, belief.y, belief.vx, belief.vy = track.x, track.y, track.vx, track.vy


def unseen(belief: Belief, percept: Percept) -> float:
    """Let the time since the last look pass without sight: particles walk, and the look that found nobody weighs them.

    Returns the seconds that passed: 0 where nothing is near or new and the next look will do for both.
    """
    if belief.fixed:
        let_go(belief, percept)
    if not due(belief, percept):
        return 0.0
    seconds = min(SELDOM, (percept.tick - belief.lived_at) / 60.0)
    belief.lived_at = percept.tick
    ground, posts, me = percept.ground, posts_of(percept.ground), me_cell(percept)
    pull = pull_of(belief, percept)
    ways = ways_of(ground).walk_with(barred(percept))
    belief.seed = particles.live(
        belief.cell, belief.goal, belief.temper, SPEED, seconds, me,
        posts.walk, ways, posts.far, posts.near, posts.hop, pull,
        RETHINKS if percept.tick - belief.seen_at > WATCHES else 0.0, belief.seed,
    )  # fmt: skip
    look(belief, percept, posts, me, pull, seconds)
    return seconds


def let_go(belief: Belief, percept: Percept) -> None:
    """Gather the particles where he was last seen, as he goes out of sight."""
    posts, me = posts_of(percept.ground), me_cell(percept)
    belief.fixed, belief.lived_at = False, percept.tick - int(LOOK * 60.0)
    at = ways_of(percept.ground).snap(belief.x, belief.y)
    belief.refuge = refuges(posts, at, me, pull_of(belief, percept))
    belief.seed = particles.gather(
        belief.cell, belief.goal, belief.temper, belief.weight,
        at, belief.vx, belief.vy, me, posts.walk, posts.far, posts.near, posts.hop,
        pull_of(belief, percept), mix_of(belief, percept), belief.seed,
    )  # fmt: skip


def refuges(posts: Posts, at: int, me: int, pull: Floats) -> Floats:
    """Return how likely somebody who is lost at a cell goes to keep out of my way at each post, in proportion, f8 [posts]."""
    rising, out = np.empty(posts.n), np.zeros(posts.n)
    for temper, weight in ((particles.HIDER, 1.0), (particles.RUNNER, RUNS_ON)):
        total = particles.wishes(rising, temper, at, me, posts.near, pull)
        if total > 0.0:
            out += weight * np.diff(rising, prepend=0.0) / total
    return out


def due(belief: Belief, percept: Percept) -> bool:
    """Say whether this look counts by itself: contact is new, the last one told something, or it is the second of two."""
    new = percept.tick - belief.seen_at < NEW
    return new or belief.surprise < TELLS or percept.tick - belief.lived_at >= int(SELDOM * 60.0)


def reach_of(belief: Belief, percept: Percept) -> float:
    """Return how far its eyes reach, in metres."""
    return KEEN if percept.tick - belief.seen_at < KEEN_FOR else CALM


def mix_of(belief: Belief, percept: Percept) -> Floats:
    """Return what kind of person he is taken for as he goes out of sight."""
    if percept.briefing.ride is not None:
        return MIX_RIDE
    return MIX_FLED if fled(belief, percept) else MIX


def fled(belief: Belief, percept: Percept) -> bool:
    """Say whether he ran away from here when he was last seen."""
    dx, dy = belief.x - percept.me.x, belief.y - percept.me.y
    speed2 = belief.vx * belief.vx + belief.vy * belief.vy
    return speed2 > FLIGHT * FLIGHT and dx * belief.vx + dy * belief.vy > 0.0


def look(belief: Belief, percept: Percept, posts: Posts, me: int, pull: Floats, seconds: float) -> None:
    """Count a look of some seconds against every particle that it should have found."""
    body = percept.me
    belief.surprise = evidence.watch(
        belief.cell, belief.goal, belief.weight, body.x, body.y, body.fx, body.fy, reach_of(belief, percept), seconds,
        screens(percept), posts.far, posts.light,
    )  # fmt: skip
    belief.seed = evidence.renew(
        belief.cell, belief.goal, belief.temper, belief.weight, belief.surprise, me,
        posts.near, pull, open_cells(percept.ground), belief.seed,
    )  # fmt: skip


def told(belief: Belief, percept: Percept, x: float, y: float, share: float, spread: float) -> None:
    """Believe a report or a sound to some degree: a share of the particles goes to within `spread` metres of it."""
    posts = posts_of(percept.ground)
    belief.seed = particles.strew(
        belief.cell, belief.goal, belief.temper, belief.weight, share, x, y, spread,
        me_cell(percept), posts.walk, posts.near, pull_of(belief, percept), belief.seed,
    )  # fmt: skip


def heard_step(belief: Belief, percept: Percept, noise: Noise, his: float) -> None:
    """Take a footfall in that was his with some chance: its loudness and the way it came tell of the place."""
    belief.step_at, belief.step_his = percept.tick, his
    ways, posts, shut = ways_of(percept.ground), posts_of(percept.ground), barred(percept)
    body, late = percept.me, hearing.late(noise.level, STEP_LOUD)
    me = ways.snap(body.x - body.vx * late, body.y - body.vy * late)  # it came to where I was when it set out
    door = ways.snap(noise.x, noise.y)
    reach = int(hearing.reach(noise.level, STEP_LOUD) * WALK_LENGTH)
    belief.seed = hearing.footfall(
        belief.cell, belief.goal, belief.temper, belief.weight,
        ways.lengths_within(me, shut, reach), ways.lengths_within(door, shut, reach),
        noise.level, STEP_LOUD, STEP_SHARE, reach, his, STEP_MOVES, me, posts.walk, posts.near,
        pull_of(belief, percept), belief.seed,
    )  # fmt: skip


def near(belief: Belief, percept: Percept, post: int) -> tuple[float, float]:
    """Return the likeliest place round a post, or the post."""
    posts = posts_of(percept.ground)
    cell = evidence.heaviest(belief.cell, belief.weight, posts.owner, post)
    return ways_of(percept.ground).middle(cell if cell >= 0 else int(posts.cell[post]))


def share_near(belief: Belief, percept: Percept, x: float, y: float, reach: float) -> float:
    """Return the share of belief within some metres of a place."""
    if belief.fixed:
        return 1.0 if (belief.x - x) ** 2 + (belief.y - y) ** 2 < reach * reach else 0.0
    cols = percept.ground.walk.shape[1]
    return float(evidence.share_within(belief.cell, belief.weight, cols, float(x), float(y), reach))


def likeliest(belief: Belief, percept: Percept) -> tuple[float, float]:
    """Return the place where most of the belief lies."""
    if belief.fixed:
        return belief.x, belief.y
    evidence.masses(belief.cell, belief.weight, posts_of(percept.ground).owner, belief.mass)
    return near(belief, percept, int(belief.mass.argmax()))
