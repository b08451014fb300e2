"""Closing in: walking up to him, running him down, the grab, the blade, carrying him off, and mending behind cover."""

from game.agent.command import FIRE, IDLE, RUN, SHOVE, WALK, Command, toward
from game.agent.doors import opaque
from game.agent.legs import field_to, walk_to
from game.agent.percept import DOWN, HELD, RUNNING, Percept, Track
from game.ai import belief
from game.ai.memory import HunterMemory
from game.ai.notice import guard_track, prey_track
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.sight import clear

SEIZE_WITHIN = 1.4  # metres; the arm reaches a little farther
FACING = 0.5  # cosine
REGRIP = 24  # ticks between two grabs
BLOCKED = 3.5  # metres to him: nearer, it goes for him and not for the guard
SLASH_WITHIN, SLASH_EVERY = 1.6, 48  # metres, ticks
NOTICED = 12.0  # metres within which it need not walk any more once he runs
PRESS, AS_NEAR = 2.5, 0.6  # metres
CLEARANCE = 1.8  # metres that it leaves to the guard's arms
HOT = 360  # ticks for which a lost sight is still pursued
LEAD_TIME = 0.35  # seconds that it runs ahead of him
BREAK_BELOW, MENDED = 0.45, 0.85  # cohesion
BREAK_RANGE, BREAK_FOR, BREAK_AGAIN = 9.0, 300, 480  # metres, ticks, ticks
CARRY_PLAN = 60  # ticks
NO_PLACE = -1e9


# ------------------------------------------------------------------ wishes
def in_reach(percept: Percept, memory: HunterMemory) -> str:
    """It grabs when he is at arm's length, and does not let the arm sink half way."""
    if percept.me.busy and percept.tick - memory.grabbed_at < 48:
        return "its hand is out"
    prey = prey_track(percept, memory)
    if prey is None or prey.signs & HELD or percept.tick - memory.grabbed_at < REGRIP:
        return ""
    return "he is at arm's length" if prey.distance <= SEIZE_WITHIN else ""


def in_the_way(percept: Percept, memory: HunterMemory) -> str:
    """It cuts at the guard when he stands before it and the boy is farther off."""
    guard, prey = guard_track(percept), prey_track(percept, memory)
    if guard is None or not memory.unmasked or guard.distance > SLASH_WITHIN or guard.signs & DOWN:
        return ""
    if percept.me.busy or percept.tick - memory.struck_at < SLASH_EVERY:
        return ""
    return "the guard is in the way" if prey is None or prey.distance > BLOCKED else ""


def trusted(percept: Percept, memory: HunterMemory) -> str:
    """It walks while it may still be an officer to him."""
    prey = prey_track(percept, memory)
    if prey is None or memory.unmasked:
        return ""
    return f"an officer walks up to a boy, {prey.distance:.0f} m"


def in_sight(percept: Percept, memory: HunterMemory) -> str:
    prey = prey_track(percept, memory)
    return f"sees him, {prey.distance:.0f} m" if prey is not None else ""


def just_lost(percept: Percept, memory: HunterMemory) -> str:
    lost = percept.tick - memory.prey.seen_at
    return f"saw him {lost / 60:.0f} s ago" if lost < HOT else ""


def hurt(percept: Percept, memory: HunterMemory) -> str:
    """It breaks off when little holds it together and an armed guard is near, for a few seconds at a time."""
    me, guard, tick = percept.me, memory.guard, percept.tick
    if tick < memory.cover_until:
        return "mends behind cover" if me.cohesion < MENDED else ""
    near = length(guard.x - me.x, guard.y - me.y) < BREAK_RANGE and tick - guard.at < 90
    if me.cohesion >= BREAK_BELOW or not memory.guard_armed or not near or tick - memory.cover_until < BREAK_AGAIN:
        return ""
    memory.cover_x, memory.cover_y = cover(percept, memory)
    memory.cover_until = tick + BREAK_FOR
    return "too many holes"


# ------------------------------------------------------------------ acts
def at(track: Track, percept: Percept) -> tuple[float, float]:
    """Return where somebody is from my body."""
    return track.x - percept.me.x, track.y - percept.me.y


def seize(percept: Percept, memory: HunterMemory, _dice: Dice) -> Command:
    """Face him and put the hand out."""
    prey = prey_track(percept, memory)
    if prey is None:
        return toward(percept.me.fx, percept.me.fy, held=SHOVE)
    dx, dy = at(prey, percept)
    faces = (dx * percept.me.fx + dy * percept.me.fy) >= FACING * length(dx, dy)
    if faces and not percept.me.busy:
        memory.grabbed_at = percept.tick
    return toward(dx, dy, RUN if memory.unmasked else WALK, SHOVE if faces or percept.me.busy else 0, (dx, dy))


def strike(percept: Percept, memory: HunterMemory, _dice: Dice) -> Command:
    """Draw the blade on the guard."""
    guard = guard_track(percept)
    if guard is None:
        return IDLE
    memory.struck_at = percept.tick
    return toward(*at(guard, percept), RUN, FIRE, at(guard, percept))


def stalk(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk up to him; run only when he runs and is near enough to be caught."""
    prey = prey_track(percept, memory)
    if prey is None:
        return IDLE
    runs = bool(prey.signs & RUNNING) and prey.distance <= NOTICED
    return close_in(percept, memory, dice, prey, RUN if runs else WALK)


def chase(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Run to where he will be."""
    prey = prey_track(percept, memory)
    return IDLE if prey is None else close_in(percept, memory, dice, prey, RUN)


def close_in(percept: Percept, memory: HunterMemory, dice: Dice, prey: Track, gait: int) -> Command:
    """Go to him, a little ahead of him, by the straight line where there is one; the eyes stay on him."""
    x, y = prey.x + prey.vx * LEAD_TIME, prey.y + prey.vy * LEAD_TIME
    if not percept.ground.free(x, y):
        x, y = prey.x, prey.y
    if prey.distance < PRESS and not ways_of(percept.ground).straight(percept.me.x, percept.me.y, prey.x, prey.y):
        field = field_to(percept, prey.x, prey.y)
        if length(field.x - percept.me.x, field.y - percept.me.y) < AS_NEAR:  # he is in a nook: press in after him
            return toward(*at(prey, percept), gait, aim=at(prey, percept))
    x, y = round_guard(percept, memory, prey, x, y)
    return walk_to(percept, memory.legs, dice, (x, y), gait=gait, stop=0.0, aim=at(prey, percept))


def round_guard(percept: Percept, memory: HunterMemory, prey: Track, x: float, y: float) -> tuple[float, float]:
    """Return the place to run to, or one beside the guard where he stands in the straight way to it."""
    me, guard = percept.me, memory.guard
    if percept.tick - guard.at > 30 or guard.signs & DOWN or prey.distance < SEIZE_WITHIN:
        return x, y
    dx, dy, gx, gy = x - me.x, y - me.y, guard.x - me.x, guard.y - me.y
    d = length(dx, dy)
    along, across = (gx * dx + gy * dy) / max(d, 1e-6), (dx * gy - dy * gx) / max(d, 1e-6)
    if not 0.0 < along < d or abs(across) > CLEARANCE:
        return x, y
    k = (CLEARANCE + 0.4) / max(d, 1e-6)
    for side in (-1.0, 1.0) if across > 0 else (1.0, -1.0):  # the nearer side first
        px, py = guard.x - dy * k * side, guard.y + dx * k * side
        if percept.ground.free(px, py) and ways_of(percept.ground).straight(me.x, me.y, px, py):
            return px, py
    return x, y


def pursue(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Go where he has most likely gone."""
    place = belief.likeliest(memory.prey, percept)
    return walk_to(percept, memory.legs, dice, place, gait=RUN if memory.unmasked else WALK, stop=0.4)


def carry(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Back away from the guard with the boy between, toward the dark and the ways out."""
    me, guard = percept.me, memory.guard
    if memory.away_until <= percept.tick:
        memory.away_x, memory.away_y = away(percept, memory)
        memory.away_until = percept.tick + CARRY_PLAN
    known = percept.tick - guard.at < 180
    aim = (guard.x - me.x, guard.y - me.y) if known else None
    return walk_to(percept, memory.legs, dice, (memory.away_x, memory.away_y), gait=RUN, aim=aim)


def break_off(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Run out of the guard's sight and wait there, facing where he will come from."""
    me, guard = percept.me, memory.guard
    place = (memory.cover_x, memory.cover_y)
    there = length(place[0] - me.x, place[1] - me.y) < 0.6
    seen = guard_track(percept)
    if there and seen is not None and seen.distance < 4.0:
        memory.cover_until = percept.tick  # found: fight
    aim = (guard.x - me.x, guard.y - me.y) if there else None
    return walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.4, aim=aim)


# ------------------------------------------------------------------ places
def away(percept: Percept, memory: HunterMemory) -> tuple[float, float]:
    """Return a post that it reaches before the guard: far from him, near to here, better dark or a way out."""
    posts, me = posts_of(percept.ground), belief.me_cell(percept)
    guard = memory.guard if memory.guard.at > 0 else None
    there = ways_of(percept.ground).snap(guard.x, guard.y) if guard else me
    best, most = me, NO_PLACE
    for p in range(posts.n):
        mine, his = posts.far[p, me] / 20.0, posts.far[p, there] / 20.0
        if mine > 35.0:
            continue
        score = his - 0.5 * mine + 4.0 * (posts.light[posts.cell[p]] < 0.5) + 3.0 * posts.exit[p]
        if guard and his < mine:
            score -= 20.0
        if score > most:
            best, most = int(posts.cell[p]), score
    return ways_of(percept.ground).middle(best)


def cover(percept: Percept, memory: HunterMemory) -> tuple[float, float]:
    """Return a near post that the guard cannot see from where he is and that does not lie past him."""
    posts, me = posts_of(percept.ground), belief.me_cell(percept)
    guard, view = memory.guard, opaque(percept)
    there = ways_of(percept.ground).snap(guard.x, guard.y)
    best, most = me, NO_PLACE
    for p in range(posts.n):
        mine, his = posts.far[p, me] / 20.0, posts.far[p, there] / 20.0
        if mine > 25.0:
            continue
        hidden = not clear(view, guard.x, guard.y, float(posts.x[p]), float(posts.y[p]))
        score = 12.0 * hidden - mine + 0.4 * min(his, 15.0) - (15.0 if his < mine else 0.0)
        if score > most:
            best, most = int(posts.cell[p]), score
    return ways_of(percept.ground).middle(best)
