"""Running him down: what a chase is worth, the way to where he will be, round his guard, and on when he is lost."""

from game.agent.command import IDLE, RUN, WALK, Command, toward
from game.agent.legs import field_to
from game.agent.percept import BACKOFF, DOWN, Percept, Track
from game.ai import belief
from game.ai.faces import eyed
from game.ai.memory import HunterMemory
from game.ai.notice import at, prey_track
from game.ai.odds import Odds
from game.ai.patience import patient
from game.ai.steps import go
from game.core.curves import length, sigmoid
from game.core.dice import Dice
from game.core.paths import ways_of

AT_ARM = 1.4  # metres: the hand is as good as on him
BREAST = 0.75  # metres between their middles
PRESS, AS_NEAR = 2.5, 0.6  # metres
CLEARANCE = 1.8  # metres that it leaves to the guard's arms
HOT = 360  # ticks for which a lost sight is still pursued
LEAD_TIME = 0.35  # seconds that it runs ahead of him
SPEED, HIS_RUN, HIS_WALK = 5.5, 5.0, 1.5  # metres a second
BEFORE_COVER = 8.0  # seconds until he is out of reach
STRIKE_FROM, STRIKE_WORTH = 3.0, 0.45  # metres
CATCHES = 0.5  # chance from which a chase needs no more thought
KEEPS = 0.6  # share of both that is enough once it runs
GUARD_STOPS = 0.45  # share of grabs that a guard beside him spoils
LEAST_LOC = 0.3
TIME, SHOWN = 0.02, 0.18  # what a second costs, what giving a good face away costs


def bid(percept: Percept, memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    """Return the rank and the worth of running: rank 3 only when he is as good as caught, else it competes with deceit."""
    prey, keeps = odds.prey, KEEPS if memory.plan == "chase" else 1.0
    rank, worth = 2, 0.0
    if prey is not None and prey.distance < STRIKE_FROM and not patient(percept, memory, prey):
        known = 1.2 * odds.guarded if odds.man >= 2.0 and not eyed(percept, memory) else 0.0
        strike = sigmoid(1.5 * (1.9 - prey.distance) + (0.0 if prey.facing_me else 1.0) - known)
        if strike > STRIKE_WORTH * keeps:
            rank, worth = 3, float(strike)
    holds_back = memory.mood == BACKOFF and prey is None and memory.plan != "chase"  # no chase begins unseen
    if (prey is None and odds.lost * 60.0 > HOT) or odds.loc < LEAST_LOC or holds_back:
        return (rank, worth) if worth > 0.0 else (0, 0.0)
    caught, missed = memory.grabs["open"]
    flees = odds.fast or odds.boy >= 1.0
    catch = sigmoid(0.6 * ((SPEED - (HIS_RUN if flees else HIS_WALK)) * BEFORE_COVER - odds.gap))
    catch *= (1.0 - GUARD_STOPS * odds.guarded) * caught / (caught + missed) / 0.4
    if catch > CATCHES * keeps and odds.burned:
        rank = 3
    price = TIME * odds.gap / SPEED + (0.0 if odds.burned else SHOWN)
    return rank, max(0.05, worth, float(catch - price))


def run(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Run to where he will be, or to where he most likely has gone."""
    prey = prey_track(percept, memory)
    if prey is None:
        memory.intent, memory.why = "pursue", f"saw him {(percept.tick - memory.prey.seen_at) / 60:.0f} s ago"
        return pursue(percept, memory, dice)
    memory.intent, memory.why = "chase", f"sees him, {prey.distance:.0f} m"
    return close_in(percept, memory, dice, prey, RUN)


def in_sight(percept: Percept, memory: HunterMemory) -> str:
    prey = prey_track(percept, memory)
    return f"sees him, {prey.distance:.0f} m" if prey is not None else ""


def just_lost(percept: Percept, memory: HunterMemory) -> str:
    lost = percept.tick - memory.prey.seen_at
    return f"saw him {lost / 60:.0f} s ago" if lost < HOT else ""


def chase(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Run to where he will be."""
    prey = prey_track(percept, memory)
    if prey is None:
        return IDLE
    if prey.distance < BREAST:  # breast to breast: the hand needs room, and pressing helps nobody
        return toward(0.0, 0.0, aim=at(prey, percept))
    return close_in(percept, memory, dice, prey, RUN)


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
    return go(percept, memory, dice, (x, y), gait=gait, stop=0.0, aim=at(prey, percept))


def round_guard(percept: Percept, memory: HunterMemory, prey: Track, x: float, y: float) -> tuple[float, float]:
    """Return the place to run to, or one beside the guard where he stands in the straight way to it."""
    me, guard = percept.me, memory.guard
    if percept.tick - guard.at > 30 or guard.signs & DOWN or prey.distance < AT_ARM:
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
    return go(percept, memory, dice, place, gait=RUN if memory.unmasked else WALK, stop=0.4)
