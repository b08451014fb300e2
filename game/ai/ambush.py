"""Lying in wait where he will come by: which place, what it is worth, and how long to be a thing among things."""

import numpy as np

from game.agent.command import SHOVE, Command, toward
from game.agent.percept import DOWN, HELD, Guise, Percept, Track
from game.ai import belief
from game.ai.eyes import eyes
from game.ai.memory import HunterMemory, Trap, begin
from game.ai.notice import guard_track, prey_track
from game.ai.odds import Odds
from game.ai.stalk import quiet_gait
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import FAR, ways_of
from game.core.posts import posts_of

SETTLE = 2  # Command.choice
FIRST = 600  # ticks before which it looks about rather than wait
VALUE, LEAST_FLOW = 0.9, 0.08
NOTICED, FLOOR_NOTICED = 0.3, 0.4  # how likely one thing too many is seen for what it is, and a floor without its seam
WAITING = 0.005  # what a second of it costs
SPEED, HIS = 5.5, 3.5  # metres a second
TAKES, BEFORE = 1.5, 2.0  # seconds to become the thing, and to be there before him
PATIENCE, MORE = 25.0, 20.0  # seconds, and as many again where all belief lies near
NEAR = 12.0  # metres
DETOUR = 32  # path length (20 to a metre) that counts as coming by
FARTHEST = 45.0  # metres to walk
LIES = 0.5  # worth of going on with it
AT = 0.5  # metres
SEEN_LATELY = 42  # ticks
WALKS_FOR = 1500  # ticks until it gives a place up
REST = 600  # ticks before the next
STANDS_IN = 0.9  # seconds until the hand closes
REACH = 2.6  # metres: an arm and what it comes forward in that time
SHOVED_WITHIN = 2.2  # metres


def bid(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return what the best place to lie in wait is worth now, and keep it."""
    if percept.me.guise or memory.doing == "settle":
        return LIES
    if not percept.briefing.guises or odds.prey is not None or odds.guard is not None or percept.tick < FIRST:
        return 0.0
    if memory.plan == "ambush" and memory.trap.place >= 0:
        return worth(percept, memory, memory.trap.place)
    found = [(worth(percept, memory, k), -k) for k in range(len(percept.briefing.guises))]
    best, place = max(found)
    if best > 0.0:
        memory.trap = Trap(-place, percept.tick)
    return best


def worth(percept: Percept, memory: HunterMemory, k: int) -> float:
    """Return what it is worth to lie in wait at a place: how surely he comes by, less the walk and the wait."""
    spot = percept.briefing.guises[k]
    d = away(percept, spot)
    if d > FARTHEST:
        return 0.0
    flow = passes(percept, memory, spot, d / SPEED + TAKES + BEFORE)
    if flow < LEAST_FLOW:
        return 0.0
    noticed = FLOOR_NOTICED if spot.form.startswith("floor_") else NOTICED
    return float(VALUE * flow * (1.0 - noticed) - WAITING * (d / SPEED + 10.0))


def away(percept: Percept, spot: Guise) -> float:
    """Return the metres to walk to a place."""
    ways = ways_of(percept.ground)
    far = int(ways.lengths(ways.snap(spot.x, spot.y))[belief.me_cell(percept)])
    return far / 20.0


def passes(percept: Percept, memory: HunterMemory, spot: Guise, ready: float) -> float:
    """Return the share of belief that comes by a place after `ready` seconds and before patience ends."""
    ways, posts, him = ways_of(percept.ground), posts_of(percept.ground), memory.prey
    if him.fixed or not len(him.cell):
        return 0.0
    cell = ways.snap(spot.x, spot.y)
    to_spot = ways.lengths(cell)[him.cell].astype(np.int64)
    onward = posts.far[him.goal, cell].astype(np.int64)
    whole = posts.far[him.goal, him.cell].astype(np.int64)
    by = (to_spot < FAR) & (to_spot + onward <= whole + DETOUR)
    seconds = to_spot / 20.0 / HIS
    in_time = (seconds > ready) & (seconds < ready + PATIENCE)
    total = float(him.weight.sum())
    return float(him.weight[by & in_time].sum()) / total if total > 0.0 else 0.0


def wait(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Go there, become what belongs there, and be still until he comes by or patience ends."""
    me, trap = percept.me, memory.trap
    if not 0 <= trap.place < len(percept.briefing.guises):
        return give_up(percept, memory)
    spot = percept.briefing.guises[trap.place]
    where = percept.ground.room_at(spot.x, spot.y) or "the way"
    memory.intent, memory.why = "ambush", f"he may come by: {spot.form} in {where}"
    if me.guise:
        return lie(percept, memory, spot)
    if me.busy:
        return toward(0.0, 0.0)
    late = percept.tick - trap.since > WALKS_FOR or memory.doing == "spring"
    if late or prey_track(percept, memory) is not None or guard_track(percept) is not None:
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


def lie(percept: Percept, memory: HunterMemory, spot: Guise) -> Command:
    """Watch from where it lies: the hand goes out when he will be in reach as it stands."""
    trap, prey, me = memory.trap, prey_track(percept, memory), percept.me
    waited = (percept.tick - trap.lain_at) / 60.0
    memory.why = f"lies as {spot.form}, for {waited:.0f} s"
    if prey is not None:
        dx = prey.x + prey.vx * STANDS_IN - me.x
        dy = prey.y + prey.vy * STANDS_IN - me.y
        if length(dx, dy) < REACH and not prey.signs & (HELD | DOWN) and not shoved(percept, prey):
            memory.why, memory.grabbed_at = "he is by the thing", percept.tick
            begin(memory, "spring", percept.tick)
            return toward(0.0, 0.0, held=SHOVE, aim=(dx, dy))
        return toward(0.0, 0.0, aim=(prey.x - me.x, prey.y - me.y))
    near = belief.share_near(memory.prey, percept, spot.x, spot.y, NEAR)
    if waited > PATIENCE + MORE * near:
        memory.why = "nobody came by"
        return give_up(percept, memory)
    return toward(0.0, 0.0)


def shoved(percept: Percept, prey: Track) -> bool:
    """Say whether his guard would be at its throat before the hand closes."""
    guard = guard_track(percept)
    if guard is None or guard.signs & DOWN:
        return False
    return guard.distance < SHOVED_WITHIN and guard.distance < prey.distance
