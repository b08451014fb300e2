"""Sarah when the machine has John: a shell past him, else her hands; and her hands on the T-800 where it lies without power."""

from game.agent.command import FOLLOW, INTERACT, RUN, SHOVE, Command, toward
from game.agent.legs import walk_to
from game.agent.percept import DOWN, FALLEN, HELD, POWERLESS, Percept, Track
from game.agent.seen import NEVER, Seen
from game.ai import ally_guns as guns
from game.ai.ally_memory import AllyMemory
from game.core.curves import length
from game.core.dice import Dice

BOY, HIM, SCREAM = "john", "t800", "scream"
KNEELS, BY_HIM = 0.8, 1.8  # metres
KNOWS_FOR, GLANCE = 480, 90  # ticks for which it lies where she saw it lie; after which she looks again
SHOCK, AFTER = 30, 300  # ticks until she has understood; for which she runs after it unseen
HANDS_WITHIN, PRESS = 1.3, 6  # metres; ticks that a hand is put out, and drawn back
SHIELD_COS, BESIDE_IT = 0.9, 1.6  # cosine within which he is in the way; metres from it that she runs to


def holder(percept: Percept) -> Track | None:
    """Return whoever has John in its arms, if she sees it."""
    boy = percept.sight_of(BOY)
    if boy is None or not boy.signs & HELD:
        return None
    return percept.holder()


def watch(percept: Percept, memory: AllyMemory) -> None:
    """Keep when she saw that it took him, when she saw it last, and where somebody screamed."""
    boy, it = percept.sight_of(BOY), holder(percept)
    if it is not None:
        memory.taken_since = percept.tick if memory.taken_at == NEVER else memory.taken_since
        memory.taken_at = percept.tick
    elif (boy is not None and not boy.signs & HELD) or percept.tick - memory.taken_at > AFTER:
        memory.taken_at = NEVER
    for noise in percept.noises:
        if noise.kind == SCREAM:
            memory.cry_x, memory.cry_y, memory.cry_at = noise.x, noise.y, percept.tick


def wanted(percept: Percept, memory: AllyMemory) -> str:
    """Say why she drops everything else."""
    taken = memory.taken_at != NEVER and percept.tick - memory.taken_since >= SHOCK
    return "it has John" if taken else ""


def free_him(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Run to it; fire where he is not in the way, else shove it off him."""
    it = holder(percept)
    if it is None:
        return walk_to(percept, memory.legs, dice, (memory.threat.x, memory.threat.y), gait=RUN, stop=0.3)
    aim = (it.x - percept.me.x, it.y - percept.me.y)
    if it.distance < HANDS_WITHIN:
        return toward(*aim, RUN, SHOVE if percept.tick // PRESS % 2 else 0, aim)
    if percept.me.rounds > 0 and guns.armed(percept):
        if not shielded(percept, it):
            return guns.cover(percept, memory, dice)
        return walk_to(percept, memory.legs, dice, flank(percept, it), gait=RUN, stop=0.2, aim=aim)
    return walk_to(percept, memory.legs, dice, (it.x, it.y), gait=RUN, stop=0.0, aim=aim)


def shielded(percept: Percept, it: Track) -> bool:
    """Say whether it holds him between itself and her: no shot is allowed there."""
    boy, me = percept.sight_of(BOY), percept.me
    if boy is None or boy.distance >= it.distance:
        return False
    ahead = (boy.x - me.x) * (it.x - me.x) + (boy.y - me.y) * (it.y - me.y)
    return bool(ahead > SHIELD_COS * boy.distance * it.distance)


def flank(percept: Percept, it: Track) -> tuple[float, float]:
    """Return the nearest free place behind it or at its sides."""
    me = percept.me
    ways = ((-it.fx, -it.fy), (-it.fy, it.fx), (it.fy, -it.fx))
    places = [(it.x + x * BESIDE_IT, it.y + y * BESIDE_IT) for x, y in ways]
    free = [place for place in places if percept.ground.free(*place)]
    return min(free or [(it.x, it.y)], key=lambda p: length(p[0] - me.x, p[1] - me.y))


# ------------------------------------------------------------------ hands on the T-800
def lies(percept: Percept, memory: AllyMemory) -> str:
    """Say why she kneels: it lies without power before her eyes, or did when she saw or was told of it last."""
    fallen = memory.leader.signs & POWERLESS and percept.tick - memory.leader.at < KNOWS_FOR
    return "he has no power" if fallen else ""


def alone(percept: Percept, memory: AllyMemory) -> str:
    """Say why John is hers to keep with: the T-800 lies, and its own cell will have it up again."""
    signs, free = memory.leader.signs, memory.boy_at != NEVER and memory.order in (0, FOLLOW)
    lies_down = signs & DOWN and not signs & POWERLESS and percept.tick - memory.leader.at < KNOWS_FOR
    return "he has nobody else" if lies_down and free else ""


def keep_by_him(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Stay by John, and look where there was a scream, the machine, or he, whichever was last."""
    me = percept.me
    if length(memory.boy_x - me.x, memory.boy_y - me.y) > BY_HIM:
        return walk_to(percept, memory.legs, dice, (memory.boy_x, memory.boy_y), gait=RUN, stop=BY_HIM - 0.3)
    x, y = watches(memory) or (memory.boy_x, memory.boy_y)
    return guns.reloads(percept, memory, toward(0.0, 0.0, aim=(x - me.x, y - me.y)))


def told(percept: Percept, memory: AllyMemory) -> None:
    """Take from John's words where it lies, if she does not see it herself."""
    for word in percept.words:
        if word.topic == FALLEN and percept.sight_of(HIM) is None:
            memory.leader = Seen(word.x, word.y, at=percept.tick, signs=DOWN | POWERLESS)


def kneel(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Go to it and keep hands on it, the eyes on where there was a scream, the machine, or John, whichever was last."""
    him, me = memory.leader, percept.me
    if length(him.x - me.x, him.y - me.y) < KNEELS:
        unsure = percept.tick - him.at > GLANCE
        x, y = (None if unsure else watches(memory)) or (him.x, him.y)
        return toward(0.0, 0.0, held=INTERACT, aim=(x - me.x, y - me.y))
    return walk_to(percept, memory.legs, dice, (him.x, him.y), gait=RUN, stop=KNEELS - 0.1)


def watches(memory: AllyMemory) -> tuple[float, float] | None:
    """Return the place of the last that she heard or saw of a scream, the machine or John, None if there was nothing."""
    known = (
        (memory.cry_at, (memory.cry_x, memory.cry_y)),
        (memory.threat.at, (memory.threat.x, memory.threat.y)),
        (memory.boy_at, (memory.boy_x, memory.boy_y)),
    )
    at, place = max(known, key=lambda k: k[0])
    return place if at > 0 else None
