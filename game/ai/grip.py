"""Hands on him: the grab, the blade for whoever stands in the way, carrying him off with him as a shield."""

import msgspec

from game.agent.command import FIRE, IDLE, RUN, SHOVE, WALK, Command, toward
from game.agent.doors import barred
from game.agent.percept import DOWN, HELD, ONE_ARMED, STAGGERED, Percept, Track
from game.ai import belief
from game.ai.memory import HunterMemory, begin
from game.ai.notice import at, guard_track, prey_track
from game.ai.patience import patient
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice
from game.core.particles import WALK_LENGTH
from game.core.paths import ways_of
from game.core.posts import posts_of

SEIZE_WITHIN, SURE_WITHIN = 1.4, 0.7  # metres; the arm reaches a little farther
CLOSES, STEP, REACH = 0.55, 0.9, 1.45  # seconds until the hand closes, metres that it steps meanwhile, metres of arm
FACING = 0.5  # cosine
REGRIP = 24  # ticks between two grabs
CUTS_WITHIN = 3.2  # metres to a guard with one arm
BLOCKED = 3.5  # metres to him: nearer, it goes for him and not for the guard
BLADES = ((1.6, 1), (2.4, 2), (3.4, 3))  # metres within which it slashes, thrusts, leaps with a hook; a test holds them
STRIKE_EVERY = 48  # ticks
AHEAD = 0.1  # seconds that a blade is pointed ahead of whoever moves
# cosine: the guard stands so straight between it and the boy that it cuts at him from farther than an arm
BETWEEN = 0.9
CARRY_PLAN = 60  # ticks
FAR_ENOUGH = 35.0  # metres
NO_PLACE = -1e9


def in_reach(percept: Percept, memory: HunterMemory) -> str:
    """It grabs when he will be at arm's length as the hand closes, and does not let the arm sink half way."""
    if percept.me.busy and percept.tick - memory.grabbed_at < 48:
        return "its hand is out"
    prey = prey_track(percept, memory)
    if percept.me.guise:
        return ""
    if prey is None or prey.signs & HELD or percept.tick - memory.grabbed_at < REGRIP or prey.distance > SEIZE_WITHIN:
        return ""
    if prey.distance > SURE_WITHIN and will_be(percept, prey) > REACH:
        return ""
    if patient(percept, memory, prey):
        return ""
    if cuts_first(percept, memory):
        return ""
    return "he is at arm's length"


def will_be(percept: Percept, prey: Track) -> float:
    """Return the metres between it and him when the hand closes, if he goes on as he goes."""
    dx, dy = prey.x + prey.vx * CLOSES - percept.me.x, prey.y + prey.vy * CLOSES - percept.me.y
    return float(length(dx, dy) - STEP)


def cuts_first(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether a guard with one arm left is at hand and on his feet: once it is known, it takes him apart first."""
    guard = guard_track(percept)
    if guard is None or not memory.unmasked or guard.distance > CUTS_WITHIN:
        return False
    return bool(guard.signs & ONE_ARMED) and not guard.signs & (DOWN | STAGGERED)


def in_the_way(percept: Percept, memory: HunterMemory) -> str:
    """It cuts at the guard when he stands in the way of a chase and the boy is farther off."""
    guard, prey = guard_track(percept), prey_track(percept, memory)
    if guard is not None and percept.me.busy and memory.doing == "slash":
        return "its blade is out"
    if guard is None or not memory.unmasked or memory.plan not in ("", "chase") or guard.signs & DOWN:
        return ""
    if percept.me.busy or percept.tick - memory.struck_at < STRIKE_EVERY or not blade_for(guard.distance):
        return ""
    if guard.distance > BLADES[0][0] and not ways_of(percept.ground).straight(
        percept.me.x, percept.me.y, guard.x, guard.y, barred(percept)
    ):
        return ""  # across a counter, a car: it has to go round
    if cuts_first(percept, memory):
        return "one arm, and in the way: him first"
    if prey is not None and (prey.distance <= BLOCKED or not bars(percept, guard, prey)):
        return ""
    return "the guard is in the way"


def blade_for(metres: float) -> int:
    """Return the blade for somebody so far off, 0 if none reaches."""
    return next((blade for reach, blade in BLADES if metres <= reach), 0)


def bars(percept: Percept, guard: Track, prey: Track) -> bool:
    """Say whether the guard is at arm's length, or stands between it and the boy."""
    if guard.distance <= BLADES[0][0]:
        return True
    (gx, gy), (px, py) = at(guard, percept), at(prey, percept)
    return gx * px + gy * py > BETWEEN * guard.distance * prey.distance


def seize(percept: Percept, memory: HunterMemory, _dice: Dice) -> Command:
    """Face him and put the hand out."""
    prey = prey_track(percept, memory)
    if prey is None:
        return toward(percept.me.fx, percept.me.fy, held=SHOVE)
    dx, dy = at(prey, percept)
    faces = (dx * percept.me.fx + dy * percept.me.fy) >= FACING * length(dx, dy)
    if faces and not percept.me.busy:
        memory.grabbed_at, memory.unmasked_before = percept.tick, memory.unmasked
    if faces:
        begin(memory, "grab", percept.tick)
    return toward(dx, dy, RUN if memory.unmasked else WALK, SHOVE if faces or percept.me.busy else 0, (dx, dy))


def strike(percept: Percept, memory: HunterMemory, _dice: Dice) -> Command:
    """Draw the blade on the guard, and point it at where he will be."""
    guard = guard_track(percept)
    if guard is None:
        return IDLE
    dx, dy = at(guard, percept)
    aim = (dx + guard.vx * AHEAD, dy + guard.vy * AHEAD)
    if percept.me.busy:
        return toward(*aim, RUN, 0, aim)
    memory.struck_at = percept.tick
    begin(memory, "slash", percept.tick)
    return msgspec.structs.replace(toward(*aim, RUN, FIRE, aim), weapon=blade_for(guard.distance))


def carry(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Back away from the guard with the boy between, toward the dark and the ways out."""
    me, guard = percept.me, memory.guard
    if memory.away_until <= percept.tick:
        memory.away_x, memory.away_y = away(percept, memory)
        memory.away_until = percept.tick + CARRY_PLAN
    known = percept.tick - guard.at < 180
    aim = (guard.x - me.x, guard.y - me.y) if known else None
    return go(percept, memory, dice, (memory.away_x, memory.away_y), gait=RUN, aim=aim)


def away(percept: Percept, memory: HunterMemory) -> tuple[float, float]:
    """Return a post that it reaches before the guard: far from him, near to here, better dark or a way out."""
    posts, me = posts_of(percept.ground), belief.me_cell(percept)
    guard = memory.guard if memory.guard.at > 0 else None
    there = ways_of(percept.ground).snap(guard.x, guard.y) if guard else me
    mine, his = posts.near[me] / WALK_LENGTH, posts.near[there] / WALK_LENGTH
    score = his - 0.5 * mine + 4.0 * (posts.light[posts.cell] < 0.5) + 3.0 * posts.exit
    if guard:
        score[his < mine] -= 20.0
    score[mine > FAR_ENOUGH] = NO_PLACE
    best = int(score.argmax())
    return ways_of(percept.ground).middle(int(posts.cell[best]) if score[best] > NO_PLACE else me)
