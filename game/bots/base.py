"""The base bot: finds the boy, brings him out, stands between him and the machine, and takes it off him when it has him."""

import msgspec

from game.agent.command import FOLLOW, RUN, RUN_TO, WALK, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import HOLDING, STAGGERED, Percept, Track
from game.agent.seen import NEVER
from game.bots import guns
from game.bots.memory import BotMemory
from game.bots.notice import boy_is_held, foe_track, suspect, take_in
from game.bots.rescue import SHOVE_WITHIN, rescue, shove
from game.bots.way import HUNTED, go_on, join
from game.core.curves import length
from game.core.dice import Dice

LAGS, LOST = 4.0, 7.0  # metres behind: wait for him, go back for him
ORDER_AGAIN, SEND_AGAIN = 240, 90  # ticks
AT_GOAL = 0.8  # metres
HANDS = (15, 18)  # ticks until hands understand: least, and what the dice add
NEAR_HIM = 8.0  # metres
SHIELD = 5.0  # metres between the machine and the boy at which a body belongs in between
ARM = 1.2  # metres in front of the boy that it stands


def decide(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Return what the player's seat does for the next tenth of a second."""
    met = memory.met
    take_in(percept, memory)
    if memory.met and not met:
        join(percept, memory)
    guns.count(percept, memory)
    if percept.me.down:
        return note(memory, percept, "down", "no power", toward(0.0, 0.0))
    command = act(percept, memory, dice)
    slot = guns.weapon_for(percept, memory)
    return msgspec.structs.replace(command, weapon=slot) if slot else command


def act(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Do the first thing that there is a reason for."""
    if boy_is_held(percept, memory):
        memory.why = ""
        return note(memory, percept, "rescue", memory.why, rescue(percept, memory, dice))
    foe = guns.target(percept, memory)
    close = foe_track(percept, memory)
    if close is not None and on_me(percept, memory, close, dice):
        return note(memory, percept, "shove", "it is on me", shove(percept, memory, close))
    if foe is not None:
        return note(memory, percept, "shoot", f"it is {foe.distance:.0f} m off", guns.shoot(percept, memory, dice, foe))
    threat = close or suspect(percept, memory)
    flees = percept.tick < memory.flight_until
    fresh = percept.tick - memory.ward.at < 60
    if threat is not None and memory.met and fresh and gap(memory, threat) < SHIELD and not flees:
        return note(memory, percept, "shield", "between it and him", shield(percept, memory, dice, threat))
    return escort(percept, memory, dice)


def on_me(percept: Percept, memory: BotMemory, close: Track, dice: Dice) -> bool:
    """Say whether it is within reach and has been for as long as hands take to understand."""
    if close.distance > SHOVE_WITHIN or close.signs & (STAGGERED | HOLDING):
        memory.close_at = NEVER
        return False
    if memory.close_at == NEVER:
        memory.close_at = percept.tick + HANDS[0] + dice.below(HANDS[1])
    return percept.tick >= memory.close_at


def note(memory: BotMemory, percept: Percept, intent: str, why: str, command: Command) -> Command:
    """Write down what is done and why."""
    if intent != memory.intent:
        memory.intent, memory.since = intent, percept.tick
    memory.why = why or memory.why
    return command


def gap(memory: BotMemory, track: Track) -> float:
    """Return the metres between somebody and the boy."""
    return float(length(track.x - memory.ward.x, track.y - memory.ward.y))


def shield(percept: Percept, memory: BotMemory, dice: Dice, threat: Track) -> Command:
    """Stand an arm's length before the boy, on the machine's side, facing it."""
    ward, me = memory.ward, percept.me
    dx, dy = threat.x - ward.x, threat.y - ward.y
    d = max(0.1, length(dx, dy))
    k = min(ARM, d / 2) / d
    place = (ward.x + dx * k, ward.y + dy * k)
    aim = (threat.x - me.x, threat.y - me.y)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.2, aim=aim)


def escort(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Find the boy, then lead him along the way, at a pace that he can keep."""
    tick, me, ward = percept.tick, percept.me, memory.ward
    gait = RUN if tick - memory.foe.at < HUNTED or not memory.met else WALK
    memory.why = "looks for him" if not memory.met else "leads him out"
    if memory.met:
        d = length(ward.x - me.x, ward.y - me.y)
        if d > LOST or tick - ward.at > 120 or (d > LAGS and in_danger(percept, memory)):
            command = walk_to(percept, memory.legs, dice, (ward.x, ward.y), gait=RUN)
            return note(memory, percept, "go back", f"he is {d:.0f} m behind", call(percept, memory, command))
        if d > LAGS and not me.using:
            command = toward(0.0, 0.0, aim=(ward.x - me.x, ward.y - me.y), held=guns.reloads(percept, memory))
            return note(memory, percept, "wait", f"he is {d:.0f} m behind", call(percept, memory, command))
    if at_goal(percept) and memory.met:
        command = toward(0.0, 0.0, aim=(ward.x - me.x, ward.y - me.y))
        return note(memory, percept, "send", "the last steps", send(percept, memory, command))
    command = go_on(percept, memory, dice, gait)
    return note(memory, percept, "lead" if memory.met else "find", "", with_reload(percept, memory, command))


def in_danger(percept: Percept, memory: BotMemory) -> bool:
    """Say whether the machine was near him a moment ago."""
    foe, ward = memory.foe, memory.ward
    return bool(percept.tick - foe.at < 120 and length(foe.x - ward.x, foe.y - ward.y) < NEAR_HIM)


def at_goal(percept: Percept) -> bool:
    """Say whether I stand at the marker."""
    goal, me = percept.goal, percept.me
    return goal is not None and goal.known and length(goal.x - me.x, goal.y - me.y) < AT_GOAL


def send(percept: Percept, memory: BotMemory, command: Command) -> Command:
    """Tell him to run to where the marker is, once in a while."""
    goal = percept.goal
    if goal is None or percept.tick - memory.ordered_at < SEND_AGAIN:
        return command
    memory.ordered, memory.ordered_at = RUN_TO, percept.tick
    return msgspec.structs.replace(command, order=RUN_TO, order_x=round(goal.x * 2), order_y=round(goal.y * 2))


def with_reload(percept: Percept, memory: BotMemory, command: Command) -> Command:
    """Fill the magazine on the way, when it is quiet."""
    bit = guns.reloads(percept, memory)
    return msgspec.structs.replace(command, held=command.held | bit) if bit else command


def call(percept: Percept, memory: BotMemory, command: Command) -> Command:
    """Tell him to follow, now and then, when he stays behind."""
    if percept.tick - memory.ordered_at < ORDER_AGAIN:
        return command
    memory.ordered, memory.ordered_at = FOLLOW, percept.tick
    return msgspec.structs.replace(command, order=FOLLOW)
