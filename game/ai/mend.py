"""Breaking off: out of the guard's sight while its holes close."""

from game.agent.command import RUN, Command
from game.agent.doors import screens
from game.agent.percept import Percept
from game.ai import belief, disguise
from game.ai.memory import HunterMemory
from game.ai.notice import guard_track
from game.ai.odds import odds_of
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice
from game.core.particles import WALK_LENGTH
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.sight import clear

BREAK_BELOW, MENDED = 0.45, 0.85  # cohesion
BREAK_RANGE, BREAK_FOR, BREAK_AGAIN = 9.0, 300, 480  # metres, ticks, ticks
OUT_OF_SIGHT = 45  # ticks
FOUND, COVER_WITHIN = 4.0, 25.0  # metres
THROWN, THROWN_WITHIN = 2, 900  # times, ticks
TOO_TORN, THROWN_OFF = "too many holes", "thrown off again: not like this"
NO_PLACE = -1e9


def hurt(percept: Percept, memory: HunterMemory) -> str:
    """It breaks off, for a few seconds at a time, when little holds it together, or when it was thrown off twice."""
    me, guard, tick = percept.me, memory.guard, percept.tick
    if tick < memory.cover_until:
        unseen = tick - max(memory.watched_at, guard.at) > OUT_OF_SIGHT
        if memory.broke_off == THROWN_OFF and unseen and memory.plan and as_another(percept, memory):
            memory.cover_until = tick  # it need not wait until they are calm
        return memory.broke_off if me.cohesion < MENDED or memory.broke_off == THROWN_OFF else ""
    near = length(guard.x - me.x, guard.y - me.y) < BREAK_RANGE and tick - guard.at < 90
    torn = me.cohesion < BREAK_BELOW and memory.guard_armed
    if not near or not (torn or thrown_off(percept, memory)) or tick - memory.cover_until < BREAK_AGAIN:
        return ""
    memory.cover_x, memory.cover_y = cover(percept, memory)
    memory.cover_until, memory.thrown = tick + BREAK_FOR, []
    memory.broke_off = TOO_TORN if torn else THROWN_OFF
    return memory.broke_off


def as_another(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether it can come back as somebody else."""
    return disguise.bid(percept, memory, odds_of(percept, memory)) > 0.0 and not disguise.plain(memory.ruse)


def thrown_off(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether hands have thrown it off too often for it to go on like this."""
    memory.thrown = [t for t in memory.thrown if percept.tick - t < THROWN_WITHIN]
    return len(memory.thrown) >= THROWN


def break_off(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Run out of the guard's sight and wait there, facing where he will come from."""
    me, guard = percept.me, memory.guard
    place = (memory.cover_x, memory.cover_y)
    there = length(place[0] - me.x, place[1] - me.y) < 0.6
    seen = guard_track(percept)
    if there and seen is not None and seen.distance < FOUND:
        memory.cover_until = percept.tick  # found: fight
    aim = (guard.x - me.x, guard.y - me.y) if there else None
    return go(percept, memory, dice, place, gait=RUN, stop=0.4, aim=aim)


def cover(percept: Percept, memory: HunterMemory) -> tuple[float, float]:
    """Return a near post that the guard cannot see from where he is and that does not lie past him."""
    posts, me = posts_of(percept.ground), belief.me_cell(percept)
    guard, view = memory.guard, screens(percept)
    there = ways_of(percept.ground).snap(guard.x, guard.y)
    best, most = me, NO_PLACE
    all_mine, all_his = posts.near[me] / WALK_LENGTH, posts.near[there] / WALK_LENGTH
    for p in (all_mine <= COVER_WITHIN).nonzero()[0].tolist():
        mine, his = float(all_mine[p]), float(all_his[p])
        hidden = not clear(view, guard.x, guard.y, float(posts.x[p]), float(posts.y[p]))
        score = 12.0 * hidden - mine + 0.4 * min(his, 15.0) - (15.0 if his < mine else 0.0)
        if score > most:
            best, most = int(posts.cell[p]), score
    return ways_of(percept.ground).middle(best)
