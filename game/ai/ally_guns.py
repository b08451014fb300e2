"""Sarah's gun: whom she takes for the machine, when she fires, how she keeps her distance and her magazine full."""

import msgspec

from game.agent.command import FIRE, RELOAD, RUN, WALK, Command, toward
from game.agent.doors import opaque
from game.agent.doubt import METAL, SURE
from game.agent.legs import walk_to
from game.agent.percept import HOLDING, Percept, Track
from game.ai.ally_memory import AllyMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.sight import clear

KEYS = {"pistol": 2, "shotgun": 3}  # the keys (a test holds them and the reaches against content WEAPONS)
REACH = {"pistol": 8.5, "shotgun": 4.6}  # metres, a little inside what they carry
FRESH, WITHIN, NEEDED = 90, 9.0, 7.5  # ticks, metres to me, metres between it and those she keeps
# metres to it: under the first she gives ground; to the second she comes, so that two shells fold it
TOO_NEAR, STANDS = 2.0, 2.9
FINGER = (18, 18)  # ticks until she has understood: least, and what the dice add
AIMED = 0.97  # cosine
BESIDE = 0.6  # metres beside the line of fire kept clear
OURS = ("t800", "john")
QUIET, FULL = 150, 6  # ticks without it, rounds


def machine(percept: Percept) -> Track | None:
    """Return the machine, if she sees it for what it is: by what no person shows, by doubt, or by her own face on another."""
    found = [
        t
        for t in percept.tracks
        if t.signs & METAL
        or (t.signs & HOLDING and t.look != "t800")
        or (t.doubt >= SURE and t.look not in OURS)
        or (t.look == percept.me.look and t.look)
    ]
    return min(found, key=lambda t: t.distance, default=None)


def armed(percept: Percept) -> bool:
    """Say whether there is a gun with anything in it."""
    return any(w in KEYS for w in percept.me.loaded)


def wants_fire(percept: Percept, memory: AllyMemory) -> str:
    """Say why she covers them, if she does: it is near to her or to those she keeps."""
    if not armed(percept) or percept.tick - memory.threat.at > FRESH:
        return ""
    it, me = memory.threat, percept.me
    d = length(it.x - me.x, it.y - me.y)
    to_boy = length(it.x - memory.boy_x, it.y - memory.boy_y) if memory.boy_at > 0 else d
    to_him = length(it.x - memory.leader.x, it.y - memory.leader.y) if memory.leader.at > 0 else d
    if d > WITHIN and min(to_boy, to_him) > NEEDED:
        return ""
    return f"it is {min(d, to_boy):.0f} m off"


def far_off(percept: Percept, memory: AllyMemory) -> bool:
    """Say whether it is too far away to leave a thing half done for."""
    it, me = memory.threat, percept.me
    return bool(length(it.x - me.x, it.y - me.y) > WITHIN)


def cover(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Come within reach, stand, fire; give ground where it comes too near."""
    it, me = machine(percept), percept.me
    if it is None:
        place = memory.threat
        return walk_to(percept, memory.legs, dice, (place.x, place.y), gait=WALK, stop=REACH["shotgun"])
    aim = (it.x - me.x, it.y - me.y)
    if memory.fires_from < memory.since:
        memory.fires_from = percept.tick + FINGER[0] + dice.below(FINGER[1])
    reach = REACH.get(me.weapon, REACH["shotgun"])
    back = it.distance < TOO_NEAR and not me.held
    if it.distance <= reach and open_line(percept, it):
        fires = percept.tick >= memory.fires_from and me.rounds > 0 and on_target(percept, it)
        bit = FIRE if fires else RELOAD if me.rounds == 0 else 0
        way = away(percept, it) if back else aim if it.distance > STANDS else (0.0, 0.0)
        return toward(*way, WALK, bit, aim)
    if me.rounds == 0 and me.spare > 0:
        return toward(*away(percept, it), WALK, RELOAD, aim)
    return walk_to(percept, memory.legs, dice, (it.x, it.y), gait=RUN, stop=STANDS, aim=aim)


def on_target(percept: Percept, it: Track) -> bool:
    """Say whether the gun points at it."""
    me = percept.me
    return bool((it.x - me.x) * me.fx + (it.y - me.y) * me.fy >= AIMED * it.distance)


def open_line(percept: Percept, it: Track) -> bool:
    """Say whether the line is free of walls and of people who are not ours."""
    me, d = percept.me, max(0.1, it.distance)
    dx, dy = (it.x - me.x) / d, (it.y - me.y) / d
    if not clear(opaque(percept), me.x, me.y, it.x, it.y):
        return False
    for t in percept.tracks:
        along, across = (t.x - me.x) * dx + (t.y - me.y) * dy, abs((t.x - me.x) * dy - (t.y - me.y) * dx)
        if t.id != it.id and t.look not in OURS and 0.0 < along < d + 0.6 and across < BESIDE:
            return False
    return True


def away(percept: Percept, it: Track) -> tuple[float, float]:
    """Return the way straight back from it, or no way where there is no room."""
    me, k = percept.me, 1.0 / max(0.1, it.distance)
    dx, dy = (me.x - it.x) * k, (me.y - it.y) * k
    return (dx, dy) if percept.ground.free(me.x + dx, me.y + dy) else (0.0, 0.0)


def drawn(percept: Percept, command: Command) -> Command:
    """Return a Command with the best loaded gun in hand."""
    loaded = [w for w in ("shotgun", "pistol") if w in percept.me.loaded]
    if not loaded or percept.me.weapon == loaded[0]:
        return command
    return msgspec.structs.replace(command, weapon=KEYS[loaded[0]])


def reloads(percept: Percept, memory: AllyMemory, command: Command) -> Command:
    """Return a Command that fills the magazine meanwhile, when it is quiet."""
    me = percept.me
    quiet = percept.tick - memory.threat.at > QUIET
    if quiet and me.weapon in KEYS and me.rounds < FULL and me.spare > 0 and not me.reloading and not command.held:
        return msgspec.structs.replace(command, held=RELOAD)
    return command
