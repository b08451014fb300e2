"""Taking in: what the T-1000 makes of what it sees, hears, feels and is told, before it decides anything."""

import numpy as np

from game.agent.percept import ARMED, Noise, Percept, Track, Word
from game.agent.seen import seen_of
from game.ai import belief, faces, habits
from game.ai.glance import cover
from game.ai.memory import HunterMemory, Lead, Person
from game.core.curves import exp_neg, length
from game.core.dice import Dice
from game.core.paths import ways_of
from game.core.posts import posts_of

SHOTS = frozenset({"pistol", "shotgun"})
CRIES = frozenset({"whistle", "scream", "alarm"})
WORKS = frozenset({"machine", "glass", "clatter"})
HEAVY_DOOR = 18.0  # level above which a door must be one that somebody set going
A_CATCH = 120  # ticks for which it must have kept him
BEGINS = 12  # ticks in which what it has begun shows in its body
LONG_AGO = -1000.0  # seconds: never been there
LEADS = 4
BRIEFED = "briefing"  # what a lead is called that it was given before it came
VAGUE = (BRIEFED, "dispatch, boy")  # leads that name a whole room
STALE = 25 * 60  # ticks after which a sound or a word is no longer worth the walk
ARRIVED, ROOM_SEEN = 2.5, 3.5  # metres
SURE = 1.0  # awareness from which a face is known
OLD_NEWS = 40.0  # seconds after which an answer is worth nothing
ALONE = 3.0  # metres without anybody else
# metres; how likely they are beside each other after they were so seen, or not
BESIDE, TOGETHER, APART = 6.0, 0.85, 0.25
ON_ME = 8.0  # metres: a call that tells of a place so near to me tells of me
STEPS_EVERY = 30  # ticks between two footfalls that it thinks about
HIS_STEP = 0.7  # how likely a footfall of somebody out of sight is his
HEAVY = 6.0  # level from which a heavy tread says where the guard is


def take_in(percept: Percept, memory: HunterMemory, dice: Dice) -> None:
    """Bring the memory up to date with one percept."""
    if not len(memory.prey.cell):
        begin(percept, memory, dice)
    memory.mood = percept.mood
    feel(percept, memory)
    see(percept, memory)
    meet(percept, memory)
    for noise in percept.noises:
        hear(percept, memory, noise)
    for word in percept.words:
        listen(percept, memory, word)
    faces.read(percept, memory)
    given_away = faces.given_away(percept, memory)
    if given_away != memory.unmasked:
        memory.unmasked, memory.choose_at = given_away, percept.tick  # that changes everything: think again
    learn(percept, memory)


def begin(percept: Percept, memory: HunterMemory, dice: Dice) -> None:
    """Start from the briefing."""
    leads = percept.briefing.leads
    belief.begin(memory.prey, percept, dice, leads)
    memory.visited = np.full(posts_of(percept.ground).n, LONG_AGO)
    memory.missed = np.ones(posts_of(percept.ground).n)
    for x, y in reversed(leads):
        add_lead(percept, memory, x, y, BRIEFED)
    memory.cohesion = percept.me.cohesion


def feel(percept: Percept, memory: HunterMemory) -> None:
    """A wound, and the end of what its body was in the middle of."""
    me = percept.me
    if me.cohesion < memory.cohesion - 1e-6 or any(t.kind == "shot" for t in percept.touches):
        memory.hurt_at = percept.tick
    memory.cohesion = me.cohesion
    if memory.doing and not me.busy and percept.tick - memory.did_at > BEGINS:
        memory.doing = ""


def learn(percept: Percept, memory: HunterMemory) -> None:
    """See how its own grab ended, and count it for the face that it wore: only what lasted is a catch."""
    me = percept.me
    if any(t.kind == "shove" for t in percept.touches):
        memory.thrown.append(percept.tick)
    if memory.doing == "grab" and me.busy and not memory.tried:
        memory.tried = "open" if memory.unmasked_before else "trusted"
    elif memory.tried and me.holding:
        memory.holds_since = max(memory.holds_since, memory.did_at)
        if percept.tick - memory.holds_since >= A_CATCH:
            memory.grabs[memory.tried][0] += 1.0
            memory.tried = ""
    elif memory.tried and not me.busy:
        memory.grabs[memory.tried][1] += 1.0
        memory.tried = ""


def meet(percept: Percept, memory: HunterMemory) -> None:
    """Remember everybody in sight by face."""
    prey, tick = percept.briefing.prey, percept.tick
    for t in percept.tracks:
        if t.face >= 0 and t.look and t.look not in prey:
            speed = float(length(t.vx, t.vy))
            memory.people[t.face] = Person(t.x, t.y, tick, t.look, speed, t.signs, by_himself(t, percept.tracks))


def by_himself(one: Track, tracks: tuple[Track, ...]) -> bool:
    """Say whether nobody else in sight is close to somebody."""
    x, y = one.x, one.y
    for o in tracks:
        dx, dy = o.x - x, o.y - y
        if dx * dx + dy * dy < ALONE * ALONE and o is not one:
            return False
    return True


def prey_track(percept: Percept, memory: HunterMemory) -> Track | None:
    """Return the boy if he is in sight and made out; one who was just watched needs no second look."""
    prey = percept.briefing.prey
    track = nearest(percept, (prey[0],) if prey else ("john",))
    if track is None or (track.awareness < SURE and not memory.prey.fixed):
        return None
    return track


def guard_track(percept: Percept) -> Track | None:
    """Return the one who guards him, if he is in sight."""
    return nearest(percept, percept.briefing.prey[1:] or ("t800",))


def nearest(percept: Percept, looks: tuple[str, ...]) -> Track | None:
    """Return the nearest track with one of some looks."""
    best = None
    for track in percept.tracks:
        if track.look in looks and (best is None or track.distance < best.distance):
            best = track
    return best


def at(track: Track, percept: Percept) -> tuple[float, float]:
    """Return where somebody is from my body."""
    return track.x - percept.me.x, track.y - percept.me.y


def see(percept: Percept, memory: HunterMemory) -> None:
    """Fix the belief on who is in sight, or let it move on."""
    prey = prey_track(percept, memory)
    habits.fade(percept, memory)
    if prey is not None:
        habits.find(percept, memory, prey)
        belief.seen(memory.prey, percept, prey)
        memory.leads.clear()
        memory.missed.fill(1.0)  # wherever he goes from here, nobody has looked for him there since
    else:
        seconds = belief.unseen(memory.prey, percept)
        if seconds > 0.0:
            cover(percept, memory, seconds)
    guard = guard_track(percept)
    if guard is not None and prey is not None:
        memory.together = TOGETHER if length(guard.x - prey.x, guard.y - prey.y) < BESIDE else APART
    if guard is not None:
        memory.guard = seen_of(guard, percept.tick)
        memory.guard_armed = memory.guard_armed or bool(guard.signs & ARMED)


def hear(percept: Percept, memory: HunterMemory, noise: Noise) -> None:
    """A sound moves some of the belief toward where it came in; a loud one is worth a walk."""
    if noise.kind == "heavy" and noise.level >= HEAVY and percept.tick - memory.guard.at > 60:
        memory.guard.x, memory.guard.y, memory.guard.at = noise.x, noise.y, percept.tick
    if memory.prey.fixed:
        return
    if noise.kind in SHOTS:
        belief.told(memory.prey, percept, noise.x, noise.y, 0.35, 6.0)
        add_lead(percept, memory, noise.x, noise.y, noise.kind)
    elif noise.kind in CRIES or noise.kind in WORKS or (noise.kind == "door" and noise.level > HEAVY_DOOR):
        belief.told(memory.prey, percept, noise.x, noise.y, 0.3, 4.0)
        add_lead(percept, memory, noise.x, noise.y, noise.kind)
    elif noise.kind == "steps" and percept.tick - memory.step_at >= STEPS_EVERY:
        memory.step_at = percept.tick
        belief.heard_step(memory.prey, percept, noise, HIS_STEP)
    elif noise.kind != "steps" and noise.level >= 6.0:
        belief.told(memory.prey, percept, noise.x, noise.y, 0.03, 3.0)


def listen(percept: Percept, memory: HunterMemory, word: Word) -> None:
    """An answer, a call or a shout names a place: believe it in part. What tells of itself is no news."""
    if word.kind == "answer":
        if answered(percept, memory, word):
            memory.leads = [one for one in memory.leads if one.what != BRIEFED]  # an answer makes it old
            add_lead(percept, memory, word.x, word.y, "answer")
        return
    x, y = word.x, word.y
    if x < 0.0:
        zone = percept.ground.zone(word.place)
        if zone is None:
            return
        x, y = zone.middle
    mine = word.topic == "machine" or length(x - percept.me.x, y - percept.me.y) < ON_ME
    if not memory.prey.fixed and word.kind in ("radio", "shout") and not mine:
        belief.told(memory.prey, percept, x, y, 0.4 if word.topic in ("boy", "john") else 0.25, 5.0)
        add_lead(percept, memory, x, y, f"{'dispatch' if word.speaker == 'dispatch' else word.kind}, {word.topic}")


def answered(percept: Percept, memory: HunterMemory, word: Word) -> bool:
    """Take an answer in; say whether it named a place."""
    age = word.age / 60.0
    if word.topic != "john" or word.x < 0.0 or age > OLD_NEWS:
        return False
    if not memory.prey.fixed:
        share = min(0.85, 0.9 * exp_neg(age / 30.0))
        belief.told(memory.prey, percept, word.x, word.y, share, min(12.0, 2.0 + 0.8 * age))
    return True


def add_lead(percept: Percept, memory: HunterMemory, x: float, y: float, what: str) -> None:
    """Put a place at the head of the list, once, or where one can stand nearest to it."""
    if not percept.ground.free(x, y):
        ways = ways_of(percept.ground)
        x, y = ways.middle(ways.snap(x, y))
    near = [p for p in memory.leads if length(p.x - x, p.y - y) < 3.0]
    for p in near:
        memory.leads.remove(p)
    memory.leads.insert(0, Lead(x, y, percept.tick, what))
    del memory.leads[LEADS:]


def lead(percept: Percept, memory: HunterMemory) -> Lead | None:
    """Return the lead to follow; those that it has come by, or that have gone cold, are dropped."""
    if any(worn_out(percept, one) for one in memory.leads):
        memory.leads = [one for one in memory.leads if not worn_out(percept, one)]
        memory.plan_at = 0
    return memory.leads[0] if memory.leads else None


def worn_out(percept: Percept, one: Lead) -> bool:
    """Say whether there is nothing more to a lead; a room needs no standing in its middle."""
    whole_room = one.what in VAGUE
    near = length(one.x - percept.me.x, one.y - percept.me.y) <= (ROOM_SEEN if whole_room else ARRIVED)
    return near or (one.what != BRIEFED and percept.tick - one.at > STALE)
