"""The base bot: finds the boy, brings him out, stands between him and the machine, and takes it off him when it has him.

The first intent in ORDER whose condition holds is what it does.
"""

from collections.abc import Callable

import msgspec

from game.agent.command import IDLE, RUN, SCAN, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import HOLDING, STAGGERED, Percept, Track
from game.agent.seen import NEVER
from game.bots import borrowed, counters, drive, edge, faces, find, guns, hide, lead, lever, story
from game.bots.memory import BotMemory
from game.bots.nerves import after
from game.bots.notice import boy_is_held, foe_track, proven, suspect, take_in, to_boy, unsettled
from game.bots.rescue import SHOVE_WITHIN, rescue, shove
from game.bots.way import join
from game.core.curves import length
from game.core.dice import Dice

CALM_FOR = 300  # ticks that make a calm
UNMOVED_FOR = 1200  # ticks for which a face that shoving did not fold is left alone
FOLDS_BY, PAUSE = 90, 30  # ticks of shoving after which it would have folded, ticks that end a spell of shoving
SHIELD = 5.0  # metres between the machine and the boy at which a body belongs in between
ARM = 1.2  # metres in front of the boy that it stands
IN_PLACE = 0.5  # metres from there at which it can stand and look
TRIES = 60  # ticks of getting between after which it looks from where it is
FRESH = 60  # ticks for which it knows where the boy is

Act = Callable[[Percept, BotMemory, Dice], Command]
Wish = Callable[[Percept, BotMemory, Dice], str]


def decide(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Return what the player's seat does for the next tenth of a second."""
    if percept.wheel is not None:
        memory.intent, memory.why = "drive", "at the wheel"
        return drive.drive(percept, memory, percept.wheel)
    body = borrowed.not_mine(percept, memory, dice)
    if body:
        memory.intent, memory.why = "borrowed", body
        return borrowed.act(percept, memory, dice)
    met, shown, fought_at = memory.met, len(memory.solid), memory.foe.at
    take_in(percept, memory)
    if len(memory.solid) > shown and percept.tick - fought_at > CALM_FOR and not edge.at_steel(percept):
        memory.startled_until = percept.tick + after(memory.nerves.startled, dice)
    faces.look_at(percept, memory)
    if memory.met and not met:
        join(percept, memory)
    guns.count(percept, memory)
    story.watch(percept, memory)
    command = act(percept, memory, dice)
    if percept.me.down:
        return command
    command = story.which(percept, memory, story.answer(percept, memory, dice, command))
    slot = guns.weapon_for(percept, memory)
    if slot and not command.weapon:
        command = msgspec.structs.replace(command, weapon=slot)
    return faces.pass_on(percept, memory, command)


def act(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Do the first thing in the order that there is a reason for."""
    for intent, wish, do in ORDER:
        why = wish(percept, memory, dice)
        if why:
            if intent != memory.intent:
                memory.intent, memory.since = intent, percept.tick
            memory.why = why
            return do(percept, memory, dice)
    return IDLE


# ------------------------------------------------------------------ wishes
def down(percept: Percept, _memory: BotMemory, _dice: Dice) -> str:
    return "no power" if percept.me.down else ""


def startled(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    return "it is one of them" if percept.tick < memory.startled_until else ""


def held(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    return "it has him" if boy_is_held(percept, memory) else ""


def on_me(percept: Percept, memory: BotMemory, dice: Dice) -> str:
    """It is within reach and has been for as long as hands take to understand."""
    close = foe_track(percept, memory)
    if close is None or close.distance > SHOVE_WITHIN or close.signs & (STAGGERED | HOLDING):
        memory.close_at = NEVER
        return ""
    if memory.close_at == NEVER:
        memory.close_at = percept.tick + after(memory.nerves.hands, dice)
    return "it is on me" if percept.tick >= memory.close_at else ""


def can_shoot(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    foe = guns.target(percept, memory)
    return f"it is {foe.distance:.0f} m off" if foe is not None else ""


def threat(percept: Percept, memory: BotMemory) -> Track | None:
    """Return who is too near the boy: the machine, or a face that might be."""
    if not memory.met or percept.tick - memory.ward.at > FRESH or percept.tick < memory.flight_until:
        return None
    foe = foe_track(percept, memory)
    if foe is not None:
        return foe if to_boy(memory, foe) < SHIELD else None
    return suspect(percept, memory)


def too_near(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    it = threat(percept, memory)
    if it is None:
        return ""
    return "between it and him" if proven(percept, memory, it) else f"who is that {it.look or 'stranger'}?"


def doubts(percept: Percept, memory: BotMemory, _dice: Dice) -> str:
    """A face near the boy is not settled, and there is time to settle it."""
    hot = percept.tick - memory.foe.at < 120 or percept.tick < memory.flight_until
    if not memory.met or hot or lead.far_from(percept, memory) > faces.WITH_ME:
        return ""
    face = faces.to_scan(percept, memory, everybody=memory.intent in ("guard", "scan") and memory.guarding)
    return f"scans a {face.look or 'stranger'}" if face is not None else ""


# ------------------------------------------------------------------ acts
def nothing(_percept: Percept, _memory: BotMemory, _dice: Dice) -> Command:
    return IDLE


def push(percept: Percept, memory: BotMemory, _dice: Dice) -> Command:
    """Shove what is too near; who is shoved for long and never folds is a person with a copied face."""
    close = foe_track(percept, memory)
    if close is None:
        return IDLE
    if memory.shove_id != close.face or percept.tick - memory.shoved_at > PAUSE:
        memory.shove_id, memory.shove_since = close.face, percept.tick
    memory.shoved_at = percept.tick
    if percept.tick - memory.shove_since > FOLDS_BY:
        memory.solid = [i for i in memory.solid if i != close.id]
        memory.cleared.append(close.id)
        memory.scanned.append(close.id)
        memory.unmoved[close.face] = percept.tick + UNMOVED_FOR
    return shove(percept, memory, close)


def shoot(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    foe = guns.target(percept, memory)
    return guns.shoot(percept, memory, dice, foe) if foe is not None else IDLE


def shield(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Stand an arm's length before the boy, on the other's side, facing it; scan a face that is not settled."""
    it, ward, me = threat(percept, memory), memory.ward, percept.me
    if it is None:
        return IDLE
    dx, dy = it.x - ward.x, it.y - ward.y
    d = max(0.1, length(dx, dy))
    k = min(ARM, d / 2) / d
    place, aim = (ward.x + dx * k, ward.y + dy * k), (it.x - me.x, it.y - me.y)
    stands = length(place[0] - me.x, place[1] - me.y) < IN_PLACE or percept.tick - memory.since > TRIES
    if unsettled(memory, it) and not proven(percept, memory, it) and stands:
        faces.begin_scan(percept, memory, it)
        return toward(0.0, 0.0, held=SCAN, aim=aim)
    return walk_to(percept, memory.legs, dice, place, gait=RUN, stop=0.2, aim=aim)


def settle(percept: Percept, memory: BotMemory, _dice: Dice) -> Command:
    face = faces.to_scan(percept, memory, everybody=memory.guarding)
    return faces.scan(percept, memory, face) if face is not None else IDLE


# In order: what it is called, when (the words are the reason, none means no), and how it is done.
ORDER: tuple[tuple[str, Wish, Act], ...] = (
    ("down", down, nothing),
    ("rescue", held, rescue),
    ("startled", startled, nothing),
    ("stand off", edge.stuck_in_it, edge.stand_off),
    ("embed", edge.folded, edge.embed),
    ("shove", on_me, push),
    ("fold", edge.at_the_rail, edge.fold),
    ("let it come", edge.lets_it_come, edge.wait),
    ("shoot", can_shoot, shoot),
    ("shield", too_near, shield),
    ("scan", doubts, settle),
    ("work for the story", story.has_work, story.work),
    ("ask her", story.must_ask, story.ask),
    ("edge", edge.waits, edge.wait),
    ("counter", counters.at_hand, counters.use),
    ("hide him", hide.hears_it, hide.hide_him),
    ("find", find.not_met, find.find),
    ("let him", lever.his_wish, lever.let_him),
    ("guard", lever.his_turn, lever.guard),
    ("hold", lever.alone, lever.hold),
    ("open to him", lever.he_is_behind, lever.open_to_him),
    ("go back", lead.left_behind, lead.go_back),
    ("wait", lead.lags, lead.wait),
    ("work", lever.my_turn, lever.work),
    ("send", lead.nearly_there, lead.send),
    ("fetch", lead.short_of_shells, lead.fetch),
    ("lead", lead.always, lead.lead),
)
