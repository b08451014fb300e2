"""John's fear: how he comes to know the machine, when he runs from it, and where to."""

from game.agent.command import FOLLOW, IDLE, RUN, STAY, Command, toward
from game.agent.doubt import AVOIDS, PROOF, SURE, UNEASY
from game.agent.legs import walk_to
from game.agent.percept import BLADE, CHANGING, DOWN, HOLDING, STAGGERED, WOUND, Percept, Track
from game.agent.refuge import refuge
from game.agent.seen import Seen, seen_of
from game.ai.ward_hide import body_ahead
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of

WORDS = (
    (HOLDING, "it seized somebody"),
    (BLADE, "its arm is a blade"),
    (CHANGING, "it changes"),
    (WOUND, "its wounds close"),
)
POLICE = ("officer", "constable")
AFRAID, BRAVE = 7.0, 3.0  # metres: alone, and with the T-800 between
LONGER = 2.0  # metres more that he runs once he runs
FOLDED = 1.8  # metres, while it is folded over
SHY, AVERSE = 2.5, 4.5  # metres that he keeps from a face that troubles him, and from one that he avoids
FRESH = 90  # ticks for which an unseen threat is still fled
AT_HAND = 3.0  # metres
SHOCK, CALM_FOR = 24, 300  # ticks until he understands a hand out of a calm, ticks without fear that make a calm
ALERT_FOR = 60  # ticks after a face that troubled him in which no hand comes as a shock
BEHIND, THERE = 1.8, 1.0  # metres behind the T-800; from a refuge that has been reached
LEADER_NEAR, LEADER_FRESH, LEADER_KNOWN = 12.0, 240, 1200  # metres, ticks
FLEE_PLAN = 90  # ticks
BESIDE_LATELY = 60  # ticks
AT_HIS_HEELS, ALONE, CRIES_EVERY = 5.0, 6.0, 240  # metres to it, metres to his guard, ticks between two cries for him


def friendly(percept: Percept, look: str) -> bool:
    """Say whether he would never take that look for the machine's."""
    return look in percept.briefing.friends or look in ("t800", percept.me.look)


def dreaded(percept: Percept, track: Track) -> bool:
    """Say whether he takes somebody for the machine: he sees what no person can, or he is sure by what he saw or was told."""
    return not friendly(percept, track.look) and (bool(track.signs & PROOF) or track.doubt >= SURE)


def judge(percept: Percept, memory: WardMemory) -> None:
    """Note the first proof, and say so."""
    if memory.proof:
        return
    track = next((t for t in percept.tracks if dreaded(percept, t)), None)
    if track is not None:
        memory.proof = next((words for bit, words in WORDS if track.signs & bit), "it is not a person")
        memory.speak = memory.speak or ("john.seen_it" if track.look in POLICE else "john.not_who")


def watch(percept: Percept, memory: WardMemory) -> Track | None:
    """Remember where the machine is, as far as he can tell; return it if it is in sight."""
    feared = [t for t in percept.tracks if dreaded(percept, t)]
    track = min(feared, key=lambda t: t.distance, default=None)
    calm = percept.tick > max(memory.threat.at + CALM_FOR, memory.alert_at + ALERT_FOR)
    if calm and track is not None and track.signs & BLADE and track.distance < AT_HAND:
        memory.shock_until = percept.tick + SHOCK
    if any(UNEASY <= t.doubt < SURE and not friendly(percept, t.look) for t in percept.tracks):
        memory.alert_at = percept.tick
    if track is not None:
        memory.threat = seen_of(track, percept.tick)
    return track


def shielded(percept: Percept, memory: WardMemory) -> bool:
    """Say whether the T-800 stands between him and the machine."""
    me, leader, threat = percept.me, memory.leader, memory.threat
    if percept.tick - leader.at > 30 or leader.signs & DOWN:
        return False
    tx, ty, lx, ly = threat.x - me.x, threat.y - me.y, leader.x - me.x, leader.y - me.y
    d, along = length(tx, ty), tx * lx + ty * ly
    return bool(d > 0 and 0 < along < d * d and abs(tx * ly - ty * lx) < 1.2 * d)


def afraid(percept: Percept, memory: WardMemory) -> str:
    """Say why he runs, if he does."""
    if percept.tick - memory.threat.at > FRESH or percept.tick < memory.shock_until:
        return ""
    d = length(memory.threat.x - percept.me.x, memory.threat.y - percept.me.y)
    behind = shielded(percept, memory)
    folded = memory.threat.signs & STAGGERED and percept.tick - memory.threat.at < 12
    runs = LONGER if memory.intent == "flee" else 0.0
    if d > (FOLDED if folded else BRAVE if behind else AFRAID + runs):
        return ""
    return f"it is {d:.0f} m away" + (", even behind him" if behind else "")


def troubling(percept: Percept) -> Track | None:
    """Return the nearest face that is nearer than what he thinks of it allows."""
    near = [
        t
        for t in percept.tracks
        if not friendly(percept, t.look)
        and UNEASY <= t.doubt < SURE
        and t.distance < (AVERSE if t.doubt >= AVOIDS else SHY)
    ]
    return min(near, key=lambda t: t.distance, default=None)


def wary(percept: Percept, memory: WardMemory) -> str:
    """Say why he steps back, if he does: a face that he avoids, or one that troubles him while he has nothing to do."""
    face = troubling(percept)
    if face is None or (face.doubt < AVOIDS and memory.order not in (FOLLOW, STAY)):
        return ""
    return f"does not like that face, {face.distance:.0f} m"


def back_off(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Step behind the T-800 if he is near, else straight back from the face."""
    face, me = troubling(percept), percept.me
    if face is None:
        return IDLE
    place = behind_leader(percept, memory, seen_of(face, percept.tick))
    if place is None:
        k = AVERSE / max(0.1, face.distance)
        place = (me.x + (me.x - face.x) * k, me.y + (me.y - face.y) * k)
    if body_ahead(percept, place[0] - me.x, place[1] - me.y):
        return toward(0.0, 0.0, aim=(face.x - me.x, face.y - me.y))  # his back is as near as it gets
    return walk_to(percept, memory.legs, dice, place, aim=(face.x - me.x, face.y - me.y))


def flee(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Run behind the T-800 if he is nearer than the machine, else to where the machine comes last."""
    me, it = percept.me, memory.threat
    cry(percept, memory)
    place = behind_leader(percept, memory, it)
    stuck = place is not None and body_ahead(percept, place[0] - me.x, place[1] - me.y)
    if stuck and length(it.x - me.x, it.y - me.y) > FOLDED:
        return toward(0.0, 0.0, aim=(it.x - me.x, it.y - me.y))  # nearer to his back he does not get
    if place is None:
        if percept.tick >= memory.flee_until or length(memory.flee_x - me.x, memory.flee_y - me.y) < THERE:
            memory.flee_x, memory.flee_y = refuge(percept, it, known_guard(percept, memory))
            memory.flee_until = percept.tick + FLEE_PLAN
        place = (memory.flee_x, memory.flee_y)
    memory.hide_x = -1.0  # where he hides next is thought out anew
    return walk_to(percept, memory.legs, dice, place, gait=RUN)


def cry(percept: Percept, memory: WardMemory) -> None:
    """Cry out where it is, if it is at his heels and his guard is not beside him: who runs for his life is not silent."""
    me, it = percept.me, memory.threat
    hunted = percept.tick - it.at < BESIDE_LATELY and length(it.x - me.x, it.y - me.y) < AT_HIS_HEELS
    if alone(percept, memory) and hunted and not memory.speak and percept.tick - memory.cried_at >= CRIES_EVERY:
        memory.speak, memory.cried_at = "john.help", percept.tick


def alone(percept: Percept, memory: WardMemory) -> bool:
    """Say whether his guard is not beside him, as far as he has seen."""
    me, leader = percept.me, memory.leader
    return percept.tick - leader.at > BESIDE_LATELY or length(leader.x - me.x, leader.y - me.y) > ALONE


def behind_leader(percept: Percept, memory: WardMemory, threat: Seen) -> tuple[float, float] | None:
    """Return the spot that has the T-800 between him and a threat, if he can be reached before that."""
    me, leader = percept.me, memory.leader
    if percept.tick - leader.at > LEADER_FRESH or leader.signs & DOWN:
        return None
    mine, its = length(leader.x - me.x, leader.y - me.y), length(leader.x - threat.x, leader.y - threat.y)
    if mine > LEADER_NEAR or (its < mine and its < length(threat.x - me.x, threat.y - me.y)):
        return None
    k = BEHIND / its if its > 1e-6 else 0.0
    x, y = leader.x + (leader.x - threat.x) * k, leader.y + (leader.y - threat.y) * k
    if percept.ground.free(x, y) and ways_of(percept.ground).straight(leader.x, leader.y, x, y):
        return x, y
    return leader.x, leader.y


def known_guard(percept: Percept, memory: WardMemory) -> Seen | None:
    """Return where he takes his guard to be on his feet, if he has seen him lately."""
    leader = memory.leader
    return leader if percept.tick - leader.at < LEADER_KNOWN and not leader.signs & DOWN else None
