"""John: an errand of his own until he is told to follow, then the T-800's orders, and his own fear before either."""

from collections.abc import Callable

from game.agent.command import (
    DISTRUST,
    FOLLOW,
    HIDE,
    IDLE,
    INTERACT,
    RUN,
    RUN_TO,
    SNEAK,
    STAY,
    TRUST,
    WALK,
    Command,
    toward,
)
from game.agent.doors import opaque
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.agent.seen import NEVER, seen_of
from game.ai import fear
from game.ai.follow import follow
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import NOWHERE, ways_of
from game.core.sight import clear

__all__ = ["WardMemory", "decide"]

ANSWERS = {FOLLOW: "john.follow", STAY: "john.stay", HIDE: "john.hide", RUN_TO: "john.run_to"}
PROTEST_WITHIN, PROTEST_FRESH, PROTEST_FOR = 6.0, 300, 60  # metres from the machine, ticks, ticks
CALLS = ("voice", "whistle")
HIDE_WITHIN = 10.0  # metres to walk
DWELL = 480  # ticks at each place of an errand
AT_DEVICE = 1.0  # metres
DEVICE_FOR = 900  # ticks after an order in which he works the device that he was sent to


def decide(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Return what John does for the next tenth of a second."""
    take_in(percept, memory)
    intent, why, do = choose(percept, memory)
    if intent != memory.intent:
        memory.intent, memory.since = intent, percept.tick
    memory.why = why
    return do(percept, memory, dice)


def take_in(percept: Percept, memory: WardMemory) -> None:
    """Bring the memory up to date: the leader, the machine, the order, whether somebody holds him."""
    leader = percept.sight_of(*(percept.briefing.friends or ("t800",)))
    if leader is not None:
        memory.leader = seen_of(leader, percept.tick)
    if percept.me.held != memory.was_held:
        memory.was_held = percept.me.held
        memory.speak = "john.seized" if percept.me.held else "john.freed"
    for noise in percept.noises:
        if noise.kind in CALLS:
            memory.voice_x, memory.voice_y, memory.voice_at = noise.x, noise.y, percept.tick
    fear.judge(percept, memory)
    fear.watch(percept, memory)
    obey(percept, memory)


def obey(percept: Percept, memory: WardMemory) -> None:
    """Hear a new order once: answer, and protest for a second before one that leads to the machine."""
    order = percept.order
    if order is None or percept.tick - order.age == memory.order_at:
        return
    memory.order_at = percept.tick - order.age
    if order.kind in (TRUST, DISTRUST):
        fear.told(percept, memory, order.kind, order.x, order.y)
        return
    memory.order, memory.order_x, memory.order_y = order.kind, order.x, order.y
    memory.met, memory.obey_at, memory.hide_x = True, percept.tick, -1.0
    memory.speak = memory.speak or ANSWERS.get(order.kind, "")  # what he has just seen comes first
    known = percept.tick - memory.threat.at < PROTEST_FRESH
    if known and order.kind == RUN_TO:
        it = memory.threat
        if length(it.x - order.x, it.y - order.y) < PROTEST_WITHIN:
            memory.speak, memory.obey_at = "john.protest", percept.tick + PROTEST_FOR


def choose(percept: Percept, memory: WardMemory) -> tuple[str, str, Callable[[Percept, WardMemory, Dice], Command]]:
    """Return what he does, why, and how: fear before orders, orders before errands."""
    if percept.me.held or percept.me.down:
        return "held", "it has me", nothing
    why = fear.afraid(percept, memory)
    if why:
        return "flee", why, fear.flee
    if percept.tick < memory.obey_at:
        return "protest", "that is where it is", nothing
    return DOING.get(memory.order, ("errand", "waits for his mother's friend", errand))


def nothing(_percept: Percept, _memory: WardMemory, _dice: Dice) -> Command:
    return IDLE


def stay(percept: Percept, memory: WardMemory, _dice: Dice) -> Command:
    """Stand and look where the danger or the leader is."""
    seen = memory.threat if memory.threat.at > memory.leader.at - 120 else memory.leader
    if seen.at == NEVER:
        return IDLE
    return toward(0.0, 0.0, aim=(seen.x - percept.me.x, seen.y - percept.me.y))


def run_to(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Run to the place, and work the device there if there is one for his hands."""
    place = (memory.order_x, memory.order_y)
    device = next(
        (
            d
            for d in percept.ground.devices
            if d.user in ("john", "any") and length(d.x + d.w / 2 - place[0], d.y + d.h / 2 - place[1]) < AT_DEVICE
        ),
        None,
    )
    if device is not None:
        place = (device.x + device.w / 2, device.y + device.h / 2)
    me = percept.me
    if length(place[0] - me.x, place[1] - me.y) < AT_DEVICE:
        if device is not None and device.name not in percept.used and percept.tick - memory.order_at < DEVICE_FOR:
            return toward(0.0, 0.0, held=INTERACT, aim=(place[0] - me.x, place[1] - me.y))
        return stay(percept, memory, dice)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.3)


def hide(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Go to the best spot near, quietly, and be still there."""
    if memory.hide_x < 0.0:
        memory.hide_x, memory.hide_y = hiding_place(percept, memory)
    me = percept.me
    d = length(memory.hide_x - me.x, memory.hide_y - me.y)
    if d < 0.4:
        return toward(0.0, 0.0, SNEAK)
    hurry = percept.tick - memory.threat.at < PROTEST_FRESH
    gait = RUN if hurry and d > 3.0 else SNEAK if d < 2.0 else WALK
    return walk_to(percept, memory.legs, dice, (memory.hide_x, memory.hide_y), gait=gait, stop=0.3)


def hiding_place(percept: Percept, memory: WardMemory) -> tuple[float, float]:
    """Return the best of the hiding and dark places within a short walk: near, out of the machine's sight and reach."""
    me, ground, it = percept.me, percept.ground, memory.threat
    field = ways_of(ground).to(me.x, me.y)
    known = percept.tick - it.at < 1800
    best, least = (me.x, me.y), NOWHERE
    for zone in ground.zones:
        if "hide" not in zone.tags and "dark" not in zone.tags:
            continue
        x, y = zone.middle
        walk = field.distance(x, y)
        if walk > HIDE_WITHIN:
            continue
        cost = walk + (0.0 if "hide" in zone.tags else 4.0)
        if known:
            cost += 12.0 if clear(opaque(percept), it.x, it.y, x, y) else 0.0
            cost += 15.0 if length(it.x - x, it.y - y) < walk else 0.0
        if cost < least:
            best, least = (x, y), cost
    return best


def errand(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Go from place to place of his own route and wait a while at each."""
    route = percept.briefing.leads
    if not route:
        return IDLE
    place = route[memory.errand % len(route)]
    me = percept.me
    if length(place[0] - me.x, place[1] - me.y) > 0.7:
        memory.errand_until = percept.tick + DWELL
        return walk_to(percept, memory.legs, dice, place, stop=0.5)
    if percept.tick >= memory.errand_until:
        memory.errand += 1
        memory.errand_until = percept.tick + DWELL
    return toward(0.0, 0.0)


DOING: dict[int, tuple[str, str, Callable[[Percept, WardMemory, Dice], Command]]] = {
    FOLLOW: ("follow", "told to follow", follow),
    STAY: ("stay", "told to stay", stay),
    HIDE: ("hide", "told to hide", hide),
    RUN_TO: ("run to", "told to run there", run_to),
}
