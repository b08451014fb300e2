"""Which face to come near in: what it is worth to walk up in the one it wears, in another it has, in one still to be touched.

A ruse is one plan from the touch to the hand on his shoulder, chosen and dropped whole (HUNT.md 4).
"""

from game.agent.doubt import UNEASY
from game.agent.percept import BACKOFF, DOWN, HELD, NEUTRAL, PRESS, Percept
from game.ai.eyes import observed
from game.ai.faces import BOY, GUARD, believed, prior, whose
from game.ai.memory import HunterMemory, Person, Ruse
from game.ai.odds import Odds
from game.core.curves import exp_neg, length, sigmoid

TELLS = 0.25  # a second, as the design has it for the machine
TIME, EXPOSED = 0.02, 0.21  # what a second costs, what being found out costs
WEIGHS = {PRESS: 0.7, NEUTRAL: 1.0, BACKOFF: 1.6}  # how much being found out weighs, by its mood
NEW_IS_BETTER, TOUCH_IS_BETTER = 0.05, 0.03
OWNER_NEAR, OWNER_FRESH, OWNER_WITHIN = 0.15, 480, 8.0  # what it costs if its owner walks about near him; ticks, metres
BELONGS = 0.05  # what a face is worth that may be where he is
WATCHED_COST, BURNED_BONUS = 0.12, 0.12
EARLY_FROM, EARLY_WITHIN, EARLY_WORTH = 240, 9.0, 0.3  # ticks, metres; worth more than any lead
MOST_CLEAN = 2  # faces that it keeps unused
DONOR_FRESH, DONOR_WITHIN = 360, 20.0  # ticks, metres
STAFF = frozenset({"guard", "constable", "officer", "porter", "cleaner"})
# metres to him who knows it: nearer, no other face helps; and once it is about to get one
FACE_TO_FACE, AT_HIS_THROAT = 8.0, 3.0
KEEPS = 0.6  # share of that at which it goes on
GOES_ON, GOES_ON_WORTH = 30.0, 0.2  # seconds without him for which a good face looks for him; as good as news of him
LEAST_LOC, COLD_LOC, COLD = 0.25, 0.45, 20.0  # a plan needs a place; after so many seconds unseen, a surer one


def stalk(memory: HunterMemory, odds: Odds, boy: float, man: float, gap: float) -> float:
    """Return what it is worth to walk up to him in a face of which they believe so much."""
    seconds = min(gap, 8.0) / 4.0
    scan = odds.guarded * sigmoid(man + 2.0) * 0.5
    hazard = TELLS * seconds * (sigmoid(boy) + odds.guarded * sigmoid(man)) + scan
    unseen = exp_neg(hazard) * (0.0 if boy >= UNEASY else 1.0) * (1.0 - odds.guarded * sigmoid(2.0 * (man - 2.0)))
    caught, missed = memory.grabs["trusted"]
    learned = caught / (caught + missed) / 0.6
    return float(
        unseen * (0.8 - 0.35 * odds.guarded) * learned
        - TIME * gap / 5.0
        - EXPOSED * WEIGHS[memory.mood] * (1.0 - unseen)
    )


def in_face(percept: Percept, memory: HunterMemory, odds: Odds, face: int) -> float:
    """Return what one of its own faces is worth."""
    me = percept.me
    look = me.look if face == me.face else me.forms[me.faces.index(face)]
    worth = stalk(memory, odds, believed(memory, BOY, face, look), believed(memory, GUARD, face, look), odds.gap)
    owner = memory.people.get(face)
    if owner is not None and percept.tick - owner.at < OWNER_FRESH and beside(odds, owner):
        worth -= OWNER_NEAR
    if look in STAFF and restricted(percept, odds):
        worth += BELONGS
    return worth


def beside(odds: Odds, person: Person) -> bool:
    """Say whether somebody walks about where the boy is: two of one face would be seen together."""
    return bool(length(person.x - odds.x, person.y - odds.y) < OWNER_WITHIN)


def restricted(percept: Percept, odds: Odds) -> bool:
    """Say whether he is where the public does not belong."""
    zone = percept.ground.zone(percept.ground.room_at(odds.x, odds.y))
    return zone is not None and "restricted" in zone.tags


def bid(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return what the best ruse is worth, and keep it; the one that is under way stays unless another is clearly better."""
    if (
        odds.burned
        and odds.prey is not None
        and odds.prey.distance < (AT_HIS_THROAT if under_way(memory) else FACE_TO_FACE)
    ):
        return 0.0  # he knows it: no other face helps before they have lost sight of it
    if early(percept, memory, odds):
        return EARLY_WORTH
    if goes_on(percept, memory, odds):
        return GOES_ON_WORTH
    least = LEAST_LOC if odds.lost < COLD else COLD_LOC
    if odds.loc < least * (KEEPS if memory.plan == "deceive" else 1.0):
        return 0.0
    best = best_ruse(percept, memory, odds)
    now = memory.ruse
    out = odds.prey is None
    if memory.plan == "deceive" and now.worth > 0.0 and still_good(percept, memory, now) and not (out and plain(now)):
        worth = worth_of(percept, memory, odds, now)
        if best is None or best.worth <= 1.25 * worth + 0.03 or same(best, now):
            now.worth = worth
            return worth
    if best is None or (out and plain(best)):
        return 0.0  # as it is, it may as well look for him
    if not same(best, now) or memory.plan != "deceive":
        memory.ruse = best
    return best.worth


def under_way(memory: HunterMemory) -> bool:
    """Say whether it is about to get another face."""
    return memory.plan == "deceive" and not plain(memory.ruse) and not memory.ended


def goes_on(percept: Percept, memory: HunterMemory, odds: Odds) -> bool:
    """Say whether it has been walking up to him in a face that is still good, and only has to see him again."""
    mine = memory.plan == "deceive" and plain(memory.ruse) and memory.ruse.worth > 0.0 and not memory.ended
    return mine and odds.prey is None and odds.lost < GOES_ON and clean(memory, percept.me.face, percept.me.look)


def early(percept: Percept, memory: HunterMemory, odds: Odds) -> bool:
    """Say whether it puts another face on before they meet, and keep which: they expect the officer, or know its face."""
    me, now = percept.me, memory.ruse
    expected = me.face in me.faces[:1] or odds.burned
    if not expected or percept.tick < EARLY_FROM or odds.prey is not None or odds.guard is not None:
        return False
    if memory.plan == "deceive" and now.early and still_good(percept, memory, now):
        return True
    if observed(percept, memory) or memory.asking >= 0:
        return False
    faces = [
        f
        for f, look in zip(me.faces, me.forms, strict=True)
        if f not in (me.face, *me.faces[:1]) and clean(memory, f, look)
    ]
    who = donor(percept, memory, EARLY_WITHIN) if not faces else -1
    if faces:
        memory.ruse = Ruse(faces[-1], -1, EARLY_WORTH, percept.tick, "before they meet", early=True)
    elif who >= 0:
        look = memory.people[who].look
        memory.ruse = Ruse(
            -1, who, EARLY_WORTH, percept.tick, f"wants the face of a {look}, before they meet", early=True
        )
    return bool(faces) or who >= 0


def clean(memory: HunterMemory, face: int, look: str) -> bool:
    """Say whether neither of the two doubts a face."""
    return max(believed(memory, BOY, face, look), believed(memory, GUARD, face, look)) < UNEASY


def plain(ruse: Ruse) -> bool:
    """Say whether a ruse asks for nothing but walking up."""
    return ruse.face < 0 and ruse.donor < 0


def same(a: Ruse, b: Ruse) -> bool:
    return a.face == b.face and a.donor == b.donor


def still_good(percept: Percept, memory: HunterMemory, ruse: Ruse) -> bool:
    """Say whether a ruse can still be carried out."""
    if ruse.donor >= 0:
        return ruse.donor in memory.people and memory.refused.get(ruse.donor, 0) <= percept.tick
    return ruse.face < 0 or ruse.face in percept.me.faces


def worth_of(percept: Percept, memory: HunterMemory, odds: Odds, ruse: Ruse) -> float:
    """Return what a ruse is worth now."""
    if ruse.donor >= 0:
        return touch_worth(percept, memory, odds, memory.people[ruse.donor])
    if ruse.face >= 0 and ruse.face != percept.me.face:
        return change_worth(percept, memory, odds, ruse.face)
    return in_face(percept, memory, odds, percept.me.face) * odds.loc


def best_ruse(percept: Percept, memory: HunterMemory, odds: Odds) -> Ruse | None:
    """Return the best of: as it is, in another of its faces, in a face still to be taken."""
    me = percept.me
    plain = in_face(percept, memory, odds, me.face) * odds.loc if not odds.burned else 0.0
    best = Ruse(-1, -1, plain, percept.tick, "as it is")
    if good_already(percept, memory, odds):
        return best if best.worth > 0.0 else None
    for face, look in zip(me.faces, me.forms, strict=True):
        worth = change_worth(percept, memory, odds, face) if face != me.face else 0.0
        if worth > best.worth + NEW_IS_BETTER:
            best = Ruse(face, -1, worth, percept.tick, f"as {look}")
    if clean_faces(percept, memory) < MOST_CLEAN and not at_hand(odds):
        found = donor(percept, memory)
        if found >= 0:
            worth = touch_worth(percept, memory, odds, memory.people[found])
            if worth > best.worth + TOUCH_IS_BETTER:
                best = Ruse(-1, found, worth, percept.tick, f"wants the face of a {memory.people[found].look}")
    return best if best.worth > 0.0 else None


def good_already(percept: Percept, memory: HunterMemory, odds: Odds) -> bool:
    """Say whether it has him in sight in a face that neither of them doubts and that they do not expect: on with it."""
    me = percept.me
    return odds.prey is not None and me.face not in me.faces[:1] and clean(memory, me.face, me.look)


def at_hand(odds: Odds) -> bool:
    """Say whether he is so near that there is no time to want another face."""
    return odds.prey is not None and odds.prey.distance < FACE_TO_FACE and not odds.burned


def change_worth(percept: Percept, memory: HunterMemory, odds: Odds, face: int) -> float:
    """Return what it is worth to become one of its faces first."""
    watched = observed(percept, memory)
    cost = TIME * (1.0 + 2.5 * watched) + WATCHED_COST * watched - BURNED_BONUS * odds.burned
    return in_face(percept, memory, odds, face) * odds.loc - cost


def touch_worth(percept: Percept, memory: HunterMemory, odds: Odds, person: Person) -> float:
    """Return what it is worth to touch somebody, become them, and walk up so."""
    me = percept.me
    fresh = stalk(memory, odds, prior(BOY, person.look), prior(GUARD, person.look), odds.gap + 4.0) * odds.loc
    d = length(person.x - me.x, person.y - me.y) * 1.2
    seen = 0.15 if in_their_view(percept, person) else 0.0
    return float(0.8 * fresh + 0.08 * odds.burned - TIME * d / 4.0 - seen - 0.04 * (not person.alone))


def clean_faces(percept: Percept, memory: HunterMemory) -> int:
    """Return how many of its faces nobody doubts yet."""
    me = percept.me
    own = [(f, k) for f, k in zip(me.faces, me.forms, strict=True) if f != me.face and f != me.faces[0]]
    return sum(clean(memory, f, k) for f, k in own)


def donor(percept: Percept, memory: HunterMemory, within: float = DONOR_WITHIN) -> int:
    """Return the face of whoever is easiest to touch within some metres, -1 nobody."""
    me, best, least = percept.me, -1, 1e9
    for face, person in memory.people.items():
        if face in me.faces or memory.refused.get(face, 0) > percept.tick or person.signs & (DOWN | HELD):
            continue
        d = length(person.x - me.x, person.y - me.y)
        if percept.tick - person.at > DONOR_FRESH or d > within:
            continue
        cost = d + (6.0 if person.speed > 3.0 else 0.0) + (0.0 if person.alone else 3.0)
        cost += 8.0 if in_their_view(percept, person) else 0.0
        if cost < least:
            best, least = face, cost
    return best


def in_their_view(percept: Percept, person: Person) -> bool:
    """Say whether the boy or his guard looks at somebody."""
    for t in percept.tracks:
        if whose(percept, t) in (BOY, GUARD):
            dx, dy = person.x - t.x, person.y - t.y
            if dx * t.fx + dy * t.fy > 0.5 * length(dx, dy):
                return True
    return False
