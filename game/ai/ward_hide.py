"""John told to hide: the place that the machine sees and reaches least, the way there, and keeping still."""

from game.agent.command import RUN, SNEAK, WALK, Command, toward
from game.agent.doors import barred, screens
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import NOWHERE, ways_of
from game.core.sight import clear

HIDE_WITHIN = 10.0  # metres to walk
HURRIES = 300  # ticks after he saw it in which he runs to hide
KNOWN = 1800  # ticks for which he reckons with where it was
DARK, SEEN, REACHED, CROSSED = 4.0, 12.0, 15.0, 10.0  # metres that a fault of a place counts as
BARRED_WITHIN, ARMS_LENGTH = 3.0, 0.85  # metres
STEPS = 6  # places on the way at which he asks whether it would see him


def hide(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Go to the best spot near, quietly, and be still there."""
    if memory.hide_x < 0.0:
        memory.hide_x, memory.hide_y = hiding_place(percept, memory)
    me = percept.me
    d = length(memory.hide_x - me.x, memory.hide_y - me.y)
    if d < 0.4 or (d < BARRED_WITHIN and body_ahead(percept, memory.hide_x - me.x, memory.hide_y - me.y)):
        return toward(0.0, 0.0, SNEAK)
    hurry = percept.tick - memory.threat.at < HURRIES
    gait = RUN if hurry and d > 3.0 else SNEAK if d < 2.0 else WALK
    return walk_to(percept, memory.legs, dice, (memory.hide_x, memory.hide_y), gait=gait, stop=0.3)


def body_ahead(percept: Percept, dx: float, dy: float) -> bool:
    """Say whether somebody stands right in the way: then here is as good as there."""
    me = percept.me
    return any(t.distance < ARMS_LENGTH and (t.x - me.x) * dx + (t.y - me.y) * dy > 0.0 for t in percept.tracks)


def hiding_place(percept: Percept, memory: WardMemory) -> tuple[float, float]:
    """Return the best of the hiding and dark places within a short walk: near, out of the machine's sight and reach."""
    me, ground, it = percept.me, percept.ground, memory.threat
    field = ways_of(ground).to(me.x, me.y, barred(percept))
    known = percept.tick - it.at < KNOWN
    best, least = (me.x, me.y), NOWHERE
    for zone in ground.zones:
        if "hide" not in zone.tags and "dark" not in zone.tags:
            continue
        x, y = zone.middle
        walk = field.distance(x, y)
        if walk > HIDE_WITHIN:
            continue
        cost = walk + (0.0 if "hide" in zone.tags else DARK)
        if known:
            cost += SEEN if clear(screens(percept), it.x, it.y, x, y) else 0.0
            cost += REACHED if length(it.x - x, it.y - y) < walk else 0.0
            cost += CROSSED * crossed(percept, memory, x, y)
        if cost < least:
            best, least = (x, y), cost
    return best


def crossed(percept: Percept, memory: WardMemory, x: float, y: float) -> float:
    """Return the share of the straight way to a place that the machine would see."""
    me, it, view = percept.me, memory.threat, screens(percept)
    shares = [k / STEPS for k in range(1, STEPS)]
    seen = [clear(view, it.x, it.y, me.x + (x - me.x) * k, me.y + (y - me.y) * k) for k in shares]
    return sum(bool(s) for s in seen) / len(seen)
