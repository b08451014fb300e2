"""The base bot's shooting: when, with what, and never with somebody in the way."""

from game.agent.command import FIRE, RELOAD, Command, toward
from game.agent.doors import opaque
from game.agent.percept import STAGGERED, Percept, Track
from game.bots.memory import BotMemory
from game.bots.nerves import after
from game.bots.notice import RUSH_FOR, WARD, foe_track, to_boy
from game.core.curves import length
from game.core.dice import Dice
from game.core.sight import clear

SLOTS = {"pistol": 2, "shotgun": 3}  # the keys (a test holds them, and the reaches, against content WEAPONS)
LAUNCHER = "grenade"
SHOTGUN_REACH, PISTOL_REACH = 4.6, 8.5  # metres, a little inside what they carry
FEARED = 7.0  # metres between the machine and the boy, or 5 to me, at which it is worth a shot
BESIDE, PAST, FLIES = 0.6, 0.5, 5.0  # metres beside the line of fire, and behind what it reaches, kept clear
BURST, BURST_FOR = 2, 120  # shells, then the legs; ticks after which the count begins anew
ON_HIM = 3.0  # metres from the boy: then legs are better than a far shot
WITH_ME = 4.0  # metres
FLIGHT = 150  # ticks of breaking sight
CLICKS = 48  # ticks of pulling a trigger that only clicks
CALM = 8.0  # metres to the machine for a quiet reload
FISTS = 1  # the key that empties the hands
KEEPS_IT = 900  # ticks without the machine after which the gun goes away


def armed(percept: Percept) -> bool:
    """Say whether a gun in hand has anything left."""
    me = percept.me
    return me.weapon in SLOTS and me.rounds + me.spare > 0


def target(percept: Percept, memory: BotMemory) -> Track | None:
    """Return the machine if it should and can be shot at now."""
    foe = foe_track(percept, memory)
    if foe is None or not armed(percept) or percept.tick < memory.flight_until:
        return None
    reach = SHOTGUN_REACH if percept.me.weapon == "shotgun" else PISTOL_REACH
    menace = foe.distance < 5.0 or to_boy(memory, foe) < FEARED
    if foe.distance > (SHOTGUN_REACH if to_boy(memory, foe) < ON_HIM else reach):
        return None
    return foe if menace and clear_shot(percept, foe) else None


def clear_shot(percept: Percept, foe: Track) -> bool:
    """Say whether the line is free of walls and of everybody else."""
    me = percept.me
    dx, dy, d = foe.x - me.x, foe.y - me.y, foe.distance
    if d < 1e-6 or not clear(opaque(percept), me.x, me.y, foe.x, foe.y):
        return False
    for t in percept.tracks:
        if t.id == foe.id or t.look == WARD:
            continue
        ox, oy = t.x - me.x, t.y - me.y
        along, across = (ox * dx + oy * dy) / d, abs(ox * dy - oy * dx) / d
        if 0.0 < along < max(d, FLIES) + PAST and across < BESIDE + 0.1 * along:
            return False
    return True


def count(percept: Percept, memory: BotMemory) -> None:
    """Count the shots of a burst by the rounds that are gone; two that fold it are enough: then run."""
    me, tick = percept.me, percept.tick
    if tick - memory.shot_at > BURST_FOR:
        memory.shots = 0
    if me.weapon in SLOTS and me.rounds < memory.rounds:
        memory.shots += memory.rounds - me.rounds
        memory.shot_at = tick
    memory.rounds = me.rounds
    if me.weapon == LAUNCHER or LAUNCHER not in me.loaded:
        memory.unloaded = me.weapon == LAUNCHER and me.rounds == 0
    foe = foe_track(percept, memory)
    if foe is not None and foe.signs & STAGGERED and memory.shots >= BURST and boy_is_with_me(percept, memory, foe):
        memory.shots, memory.flight_until = 0, tick + FLIGHT


def boy_is_with_me(percept: Percept, memory: BotMemory, foe: Track) -> bool:
    """Say whether the boy is near enough to run with me, and nearer to me than to it."""
    ward, me = memory.ward, percept.me
    d = length(ward.x - me.x, ward.y - me.y)
    return bool(percept.tick - ward.at < 60 and d < WITH_ME and d < length(ward.x - foe.x, ward.y - foe.y) + 0.5)


def shoot(percept: Percept, memory: BotMemory, dice: Dice, foe: Track) -> Command:
    """Face it, and fire as soon as the hand has caught up with the eye, giving ground the while."""
    tick, me = percept.tick, percept.me
    aim = (foe.x - me.x, foe.y - me.y)
    if tick - memory.react_at > BURST_FOR:
        memory.react_at = tick + after(memory.nerves.finger, dice)
    if tick < memory.react_at:
        return toward(*back_from(percept, foe), aim=aim)
    memory.react_at = max(memory.react_at, tick - BURST_FOR // 2)
    if memory.pull_id != foe.id or me.reloading:
        memory.pull_id, memory.pull_at = foe.id, tick
    if tick - max(memory.pull_at, memory.shot_at) > CLICKS:  # the trigger refuses: that is a person
        memory.cleared.append(foe.id)
        memory.scanned.append(foe.id)
    return toward(0.0, 0.0, held=FIRE, aim=aim)


def back_from(percept: Percept, foe: Track) -> tuple[float, float]:
    """Return the way straight back from it, or no way where there is no room."""
    me = percept.me
    k = 1.0 / max(0.1, foe.distance)
    dx, dy = (me.x - foe.x) * k, (me.y - foe.y) * k
    return (dx, dy) if percept.ground.free(me.x + dx, me.y + dy) else (0.0, 0.0)


def weapon_for(percept: Percept, memory: BotMemory) -> int:
    """Return the slot to draw, 0 to keep what is in hand: nothing while all is quiet, then the shotgun unless it is empty."""
    me = percept.me
    if not wanted(percept, memory):
        return FISTS if me.weapon in SLOTS and not me.reloading else 0
    empty = me.weapon in SLOTS and me.rounds + me.spare == 0
    if me.weapon == "shotgun" and empty and "pistol" in me.weapons:
        return SLOTS["pistol"]
    if me.weapon not in ("shotgun", "pistol") and memory.shots == 0:
        return SLOTS["shotgun"] if "shotgun" in me.weapons else SLOTS["pistol"] if "pistol" in me.weapons else 0
    return 0


def wanted(percept: Percept, memory: BotMemory) -> bool:
    """Say whether a gun belongs in the hand: the machine was about, or somebody ran at the boy; else guards only ask about it."""
    tick = percept.tick
    return tick - memory.foe.at < KEEPS_IT or tick - memory.rushed_at < RUSH_FOR or memory.held_since >= 0


def reloads(percept: Percept, memory: BotMemory) -> int:
    """Return RELOAD when there is time for it and room in the magazine."""
    me, foe = percept.me, memory.foe
    quiet = percept.tick - foe.at > 120 or length(foe.x - me.x, foe.y - me.y) > CALM
    return RELOAD if quiet and me.weapon in SLOTS and me.rounds < 2 and me.spare > 0 and not me.reloading else 0
