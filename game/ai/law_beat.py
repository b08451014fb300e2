"""The beat of guards and police: the round, looking about, a word with somebody in a hurry, coming to a call."""

import msgspec

from game.agent.command import IDLE, RUN, WALK, Command, toward
from game.agent.doors import screens
from game.agent.legs import ASIDE, walk_to
from game.agent.percept import PANICS, Percept
from game.ai.law_memory import LawMemory
from game.ai.law_notice import stranger
from game.ai.steps import before_a_shut_door
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import Bytes
from game.core.paths import ways_of
from game.core.sight import clear

STROLL = 0.55  # share of a walk at which one goes one's rounds
DWELL = 240  # ticks at each place of a round
THERE = 0.9  # metres
SPEAK_AGAIN = 300  # ticks
ARRIVED = 3.5  # metres
GUARD_COMES, KEEPS_COMING = 22.0, 34.0  # metres to which a guard leaves the round, and to which he stays away from it
YIELDS_AFTER, YIELDS_FOR, YIELDS = 48, 60, 1.5  # ticks without getting on, ticks, times the steps of legs.ASIDE
CROWDED, STANDS = 0.8, 0.3  # metres
PRESSED = 1.2  # metres within which somebody in flight runs past
WAITS = 240  # ticks before a door that stays shut
WAYS = ((1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7))
BEST_VIEWS, LOOKS_FAR = 5, 12.0  # of the eight ways; metres
LOOK_EVERY = 36  # ticks


# ------------------------------------------------------------------ wishes
def called(percept: Percept, memory: LawMemory) -> str:
    """Police come to every call; a guard to what is near."""
    trouble, me = memory.trouble, percept.me
    if trouble is None:
        return ""
    reach = KEEPS_COMING if memory.intent == "come" else GUARD_COMES  # the way there may first lead away from it
    near = length(trouble.x - me.x, trouble.y - me.y) < reach or "pistol" in me.weapons
    return f"{trouble.what} over there" if near else ""


def odd(percept: Percept, memory: LawMemory) -> str:
    return "somebody in a hurry" if stranger(percept, memory) is not None else ""


def always(_percept: Percept, _memory: LawMemory) -> str:
    return "on the round"


# ------------------------------------------------------------------ acts
def come(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Go where the trouble is, look round there, and leave it when there is nothing."""
    trouble, me = memory.trouble, percept.me
    if trouble is None:
        return IDLE
    if length(trouble.x - me.x, trouble.y - me.y) < ARRIVED:
        if memory.wait_until < memory.since:
            memory.wait_until = percept.tick + 2 * DWELL
        if percept.tick > memory.wait_until:
            memory.trouble = None
        return look_round(percept, memory, dice)
    return go(percept, memory, dice, (trouble.x, trouble.y), gait=RUN)


def ask(percept: Percept, memory: LawMemory, _dice: Dice) -> Command:
    """Speak to somebody who runs or sneaks, and look after them."""
    whom = stranger(percept, memory)
    if whom is None:
        return IDLE
    memory.asked[whom.face] = percept.tick
    say(percept, memory, "in_a_hurry")
    return toward(0.0, 0.0, aim=(whom.x - percept.me.x, whom.y - percept.me.y))


def go_round(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Stroll from place to place of the round, and look about at each."""
    route, me = percept.briefing.leads, percept.me
    if not route:
        return look_round(percept, memory, dice)
    place = route[memory.leg % len(route)]
    if length(place[0] - me.x, place[1] - me.y) < THERE:
        if memory.wait_until < percept.tick - 60:
            memory.wait_until = percept.tick + DWELL
        elif percept.tick >= memory.wait_until:
            memory.leg = (memory.leg + 1) % len(route)
        return look_round(percept, memory, dice)
    command = go(percept, memory, dice, place)
    return msgspec.structs.replace(command, move_x=int(command.move_x * STROLL), move_y=int(command.move_y * STROLL))


def look_round(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Stand, and look one way after the other, those first in which one sees far: into rooms, down halls."""
    me = percept.me
    if percept.tick >= memory.look_at:
        memory.look_at = percept.tick + LOOK_EVERY + dice.below(LOOK_EVERY)
        view = screens(percept)
        views = sorted(range(len(WAYS)), key=lambda k: -sight(percept, view, *WAYS[k]))[:BEST_VIEWS]
        fresh = [k for k in views if k not in memory.looked] or views
        memory.looked = ([] if fresh is views else memory.looked) + fresh[:1]
        memory.view = fresh[0]
    fx, fy = WAYS[memory.view] if memory.view >= 0 else (me.fx, me.fy)
    return toward(0.0, 0.0, aim=(fx * 4.0, fy * 4.0))


def sight(percept: Percept, view: Bytes, dx: float, dy: float) -> float:
    """Return how many metres one sees in a direction, at most as far as it matters."""
    me = percept.me
    far = 2.0
    while far < LOOKS_FAR:
        x, y = me.x + dx * far, me.y + dy * far
        if not (0.0 < x < percept.ground.width and 0.0 < y < percept.ground.height) or not clear(
            view, me.x, me.y, x, y
        ):
            break
        far += 2.0
    return far


def go(
    percept: Percept,
    memory: LawMemory,
    dice: Dice,
    place: tuple[float, float],
    gait: int = WALK,
    *,
    stop: float = 0.25,
    held: int = 0,
    aim: tuple[float, float] | None = None,
) -> Command:
    """Walk to a place; before a door that stays shut, wait a while and give it up; out of a gap for one, give way."""
    if percept.doors and before_a_shut_door(percept, place):
        memory.barred_for += memory.passed
        if memory.barred_for > WAITS:
            memory.barred_for, memory.trouble, memory.leg = 0, None, memory.leg + 1
        return look_round(percept, memory, dice)
    if percept.tick < memory.yields_until:
        dx, dy = memory.yield_x - percept.me.x, memory.yield_y - percept.me.y
        return toward(dx, dy, gait, held, aim) if length(dx, dy) > STANDS else toward(0.0, 0.0, gait, held, aim)
    if (
        YIELDS_AFTER < percept.tick - memory.legs.tick < 2 * YIELDS_AFTER
        and percept.tick - memory.legs.last <= memory.passed
    ):
        give_way(percept, memory, place)
    return walk_to(percept, memory.legs, dice, place, gait=gait, stop=stop, held=held, aim=aim)


def give_way(percept: Percept, memory: LawMemory, place: tuple[float, float]) -> None:
    """Somebody comes the other way through a gap for one: step back out of it, away from people, or let those in flight pass."""
    me, ways = percept.me, ways_of(percept.ground)
    spots = [(me.x + dx * YIELDS, me.y + dy * YIELDS) for dx, dy in ASIDE]
    free = [(x, y) for x, y in spots if percept.ground.free(x, y) and ways.straight(me.x, me.y, x, y)]
    if not free:
        if any(t.distance < PRESSED and t.signs & PANICS for t in percept.tracks):
            stand(percept, memory)
        return

    def room(spot: tuple[float, float]) -> float:
        crowd = min((length(t.x - spot[0], t.y - spot[1]) for t in percept.tracks), default=9.0)
        return float(min(3.0, crowd) + 0.2 * length(place[0] - spot[0], place[1] - spot[1]))

    best = max(free, key=room)
    on_the_way = [(me.x + (best[0] - me.x) * k, me.y + (best[1] - me.y) * k) for k in (0.4, 1.0)]
    crowded = any(length(t.x - x, t.y - y) < CROWDED for t in percept.tracks for x, y in on_the_way)
    stand(percept, memory)
    if not crowded:
        memory.yield_x, memory.yield_y = best


def stand(percept: Percept, memory: LawMemory) -> None:
    """Keep to where one is for a second."""
    memory.yield_x, memory.yield_y = percept.me.x, percept.me.y
    memory.yields_until = percept.tick + YIELDS_FOR


def say(percept: Percept, memory: LawMemory, key: str) -> None:
    """Say something, not over and over."""
    if percept.tick - memory.spoke_at.get(key, -SPEAK_AGAIN) >= SPEAK_AGAIN:
        memory.spoke_at[key] = percept.tick
        memory.speak = f"self.{key}"
