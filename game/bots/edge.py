"""The base bot beside molten steel with a grenade: the boy out of the way, two shells, and the grenade where it falls in."""

from functools import lru_cache

import msgspec

from game.agent.command import FIRE, RELOAD, RUN, RUN_TO, WALK, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import HOLDING, STAGGERED, Percept, Thing, Track
from game.agent.seen import NEVER
from game.bots import guns
from game.bots.fall import has_steel, in_line, nearest_steel, stand
from game.bots.lead import QUIET, left_behind, order
from game.bots.memory import BotMemory
from game.bots.notice import POLICE, foe_track, to_boy
from game.core.curves import length
from game.core.dice import Dice
from game.core.ground import Ground, Zone

GRENADE, SHOTGUN = "grenade", "shotgun"
KEYS = guns.SLOTS | {GRENADE: 4}  # a test holds them against content WEAPONS
SHELLS_WITHIN = 3.2  # metres: from here two shells fold it
STEP_ASIDE = 1.8  # metres to the right place that are worth going before the first shell
TOO_NEAR_HIM, CLOSE = 2.6, 2.2  # metres between it and the boy, and to me: then the shells come first
BENT, BENT_BY_HAND = 50, 22  # ticks after it was seen to fold within which a grenade must reach it
FLIES = 27.0  # metres a second that the grenade flies
FUSE, SAFE = 66, 3.2  # ticks until the grenade has done what it does, metres to stand off
HIS_PLACE, SENDS_FROM, SEND_AGAIN = 1.0, 4.0, 150  # metres: as good as there, and to my place when he is sent; ticks
FULL = {"shotgun": 5, "pistol": 5, GRENADE: 1}  # rounds in them that are enough to wait with
NO_TIME = 6.0  # metres from it within which there is no time to load the launcher
CALLS_AFTER, CALLS_WITH = 900, 8  # ticks of waiting after which a shell calls it, shells that are kept
BY_THE_STEEL = 8.0  # metres
ARM = 1.1  # metres before him that I stand
Place = tuple[float, float]


def armed(percept: Percept, memory: BotMemory) -> bool:
    """Say whether there is steel to fall into and a grenade in the launcher to do it with."""
    return at_steel(percept) and GRENADE in percept.me.loaded and not memory.unloaded


def at_steel(percept: Percept) -> bool:
    """Say whether the screen points at an area beside molten steel: here it is to end."""
    goal, ground = percept.goal, percept.ground
    if goal is None or not goal.known or not has_steel(ground) or ground.zone(goal.marker) is None:
        return False
    return beside_steel(ground, goal.x, goal.y)


@lru_cache(maxsize=256)
def beside_steel(ground: Ground, x: float, y: float) -> bool:
    """Say whether a place lies within a few metres of molten steel."""
    sx, sy = nearest_steel(ground, x, y)
    return bool(length(sx - x, sy - y) < BY_THE_STEEL)


def machine(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the machine: whoever is proven, else whoever comes in its uniform; nobody else wears one by the steel."""
    foe = foe_track(percept, memory)
    if foe is not None or not at_steel(percept):
        return foe
    return percept.sight_of(*POLICE)


# ------------------------------------------------------------------ wishes
def stuck_in_it(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """The grenade is in it: off."""
    return "it goes off" if percept.tick < memory.fuse_until else ""


def folded(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """It is folded, and there is a place near by from which the grenade throws it in."""
    foe = machine(percept, memory) if armed(percept, memory) else None
    if foe is None or not foe.signs & STAGGERED:
        memory.folded_at = NEVER
        return ""
    if memory.folded_at == NEVER:
        memory.folded_at, memory.by_hand = percept.tick, memory.intent == "shove"
    return "over the rail with it" if place_for(percept, memory, foe) is not None else ""


def at_the_rail(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """It stands where the grenade would throw it in: fold it."""
    foe = machine(percept, memory) if armed(percept, memory) else None
    if foe is None or foe.signs & (STAGGERED | HOLDING) or SHOTGUN not in percept.me.loaded:
        return ""
    if foe.distance > 2 * SHELLS_WITHIN or place_for(percept, memory, foe) is None:
        return ""
    return "it is by the rail"


def lets_it_come(percept: Percept, memory: BotMemory, dice: Dice) -> str:
    """It is not by the rail yet, and not near enough to him to be kept off with shells."""
    foe = machine(percept, memory) if armed(percept, memory) else None
    if foe is None or foe.distance < CLOSE or to_boy(memory, foe) < TOO_NEAR_HIM:
        return ""
    return waits(percept, memory, dice)


def waits(percept: Percept, memory: BotMemory, dice: Dice) -> str:
    """By the rail, as long as he is with me."""
    if not at_steel(percept) or not memory.met or post(percept) is None or left_behind(percept, memory, dice):
        return ""
    return "waits by the rail"


def place_for(percept: Percept, memory: BotMemory, foe: Track) -> Place | None:
    """Return where to fire the grenade from: here if that will do, else the nearest place that does."""
    here, there = (percept.me.x, percept.me.y), (foe.x, foe.y)
    return here if in_line(percept, memory, here, there) else stand(percept, memory, there)


# ------------------------------------------------------------------ acts
def stand_off(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Back away from it and keep the boy back."""
    foe = machine(percept, memory) or memory.foe
    d = max(0.1, length(percept.me.x - foe.x, percept.me.y - foe.y))
    k = SAFE / d
    place = (foe.x + (percept.me.x - foe.x) * k, foe.y + (percept.me.y - foe.y) * k)
    aim = (foe.x - percept.me.x, foe.y - percept.me.y)
    if d > SAFE or not percept.ground.free(*place):
        return toward(0.0, 0.0, aim=aim)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, aim=aim)


def embed(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Get into line with it and the steel, the launcher in hand, and fire."""
    foe, me = machine(percept, memory), percept.me
    if foe is None:
        return toward(0.0, 0.0)
    place, aim = place_for(percept, memory, foe), (foe.x - me.x, foe.y - me.y)
    if place == (me.x, me.y):
        fires = me.weapon == GRENADE and me.ready and in_time(percept, memory, foe)
        if fires and me.rounds > 0:
            memory.fuse_until = percept.tick + FUSE
        return drawn(toward(0.0, 0.0, held=FIRE if fires else 0, aim=aim), GRENADE)
    if place is None:
        return drawn(toward(0.0, 0.0, aim=aim), GRENADE)
    return drawn(walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.1, aim=aim), GRENADE)


def in_time(percept: Percept, memory: BotMemory, foe: Track) -> bool:
    """Say whether a grenade fired now finds it folded still."""
    left = memory.folded_at + (BENT_BY_HAND if memory.by_hand else BENT) - percept.tick
    return left >= foe.distance / FLIES * 60.0


def fold(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Get to where it stands between me and the steel, and fire the shells from there."""
    foe, me = machine(percept, memory), percept.me
    place = place_for(percept, memory, foe) if foe is not None else None
    if foe is None or place is None:
        return toward(0.0, 0.0)
    memory.flight_until = percept.tick  # nobody runs from here
    off = length(place[0] - me.x, place[1] - me.y)
    near = foe.distance < SHELLS_WITHIN and guns.armed(percept) and guns.clear_shot(percept, foe)
    if near and (off < STEP_ASIDE or to_boy(memory, foe) < TOO_NEAR_HIM):
        return drawn(guns.shoot(percept, memory, dice, foe), SHOTGUN)
    aim = (foe.x - me.x, foe.y - me.y)
    return drawn(walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.3, aim=aim), SHOTGUN)


def wait(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """The boy in his corner, I before it, loaded."""
    found, me = post(percept), percept.me
    if found is None:
        return toward(0.0, 0.0)
    his, mine = found
    away = length(mine[0] - me.x, mine[1] - me.y)
    foe = machine(percept, memory)
    aim = (foe.x - me.x, foe.y - me.y) if foe is not None else None
    if calls_it(percept, memory, foe, away):
        return drawn(toward(0.0, 0.0, held=FIRE if me.weapon == SHOTGUN and me.ready else 0), SHOTGUN)
    thing = wanted(percept, memory)
    if thing is not None:
        return walk_to(percept, memory.legs, dice, (thing.x, thing.y), stop=0.3)
    bit = RELOAD if me.rounds < FULL.get(me.weapon, 0) and me.spare > 0 and not me.reloading else 0
    command = walk_to(percept, memory.legs, dice, mine, gait=RUN if away > 1.0 else WALK, stop=0.4, held=bit, aim=aim)
    if must_load(percept, memory):
        command = drawn(command, GRENADE)
    elif foe is not None and SHOTGUN in me.loaded:
        command = drawn(command, SHOTGUN)
    if length(memory.ward.x - his[0], memory.ward.y - his[1]) > HIS_PLACE and away < SENDS_FROM:
        return order(percept, memory, command, RUN_TO, his, SEND_AGAIN)
    return command


def must_load(percept: Percept, memory: BotMemory) -> bool:
    """Say whether the launcher is empty, there is a grenade for it, and it is not upon us."""
    me, foe = percept.me, memory.foe
    near = percept.tick - foe.at < 60 and length(foe.x - me.x, foe.y - me.y) < NO_TIME
    return memory.unloaded and GRENADE in me.loaded and (not near or me.reloading)


def calls_it(percept: Percept, memory: BotMemory, foe: Track | None, away: float) -> bool:
    """Say whether it is time for a shell into the air: in place, with shells to spare, and it does not come."""
    me, since = percept.me, max(memory.since, memory.foe.at, memory.shot_at)
    enough = SHOTGUN in me.loaded and (me.weapon != SHOTGUN or me.rounds + me.spare > CALLS_WITH)
    return foe is None and enough and away < 1.0 and percept.tick - since > CALLS_AFTER


def wanted(percept: Percept, memory: BotMemory) -> Thing | None:
    """Return a grenade that lies in view when I have none and it is quiet."""
    if GRENADE in percept.me.loaded or percept.tick - memory.foe.at < QUIET:
        return None
    me = percept.me
    things = [t for t in percept.things if t.kind == GRENADE]
    return min(things, key=lambda t: length(t.x - me.x, t.y - me.y), default=None)


def drawn(command: Command, weapon: str) -> Command:
    """Return a Command with a weapon in hand."""
    return msgspec.structs.replace(command, weapon=KEYS[weapon])


# ------------------------------------------------------------------ where to wait
def post(percept: Percept) -> tuple[Place, Place] | None:
    """Return the boy's place and mine: the safe zone nearest to where the screen points, else to me."""
    goal, ground, me = percept.goal, percept.ground, percept.me
    x, y = (goal.x, goal.y) if goal is not None and goal.known else (me.x, me.y)
    safe = ground.tagged("safe")
    if not safe:
        return None
    return posts(ground, min(safe, key=lambda z: length(z.middle[0] - x, z.middle[1] - y)))


@lru_cache(maxsize=16)
def posts(ground: Ground, safe: Zone) -> tuple[Place, Place]:
    """Return the middle of a safe zone, and a place an arm's length before it on the side of the steel."""
    x, y = safe.middle
    sx, sy = nearest_steel(ground, x, y)
    k = ARM / max(ARM, length(sx - x, sy - y))
    return (x, y), (x + (sx - x) * k, y + (sy - y) * k)
