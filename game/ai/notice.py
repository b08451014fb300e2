"""Taking in: what the T-1000 makes of what it sees, hears, feels and is told, before it decides anything."""

import numpy as np

from game.agent.command import RUN, WALK, Command
from game.agent.legs import walk_to
from game.agent.percept import ARMED, Noise, Percept, Track, Word
from game.agent.seen import seen_of
from game.ai import belief
from game.ai.memory import HunterMemory, Lead
from game.core.curves import length
from game.core.dice import Dice
from game.core.posts import posts_of

SHOTS = frozenset({"pistol", "shotgun"})
CRIES = frozenset({"voice", "whistle", "scream", "alarm"})
WORKS = frozenset({"machine", "door", "shutter", "glass"})
LONG_AGO = -1000.0  # seconds: never been there
LEADS = 4
STALE = 25 * 60  # ticks after which a sound or a word is no longer worth the walk
ARRIVED = 2.5  # metres
SURE = 1.0  # awareness from which a face is known


def take_in(percept: Percept, memory: HunterMemory, dice: Dice) -> None:
    """Bring the memory up to date with one percept."""
    if not len(memory.prey.cell):
        begin(percept, memory, dice)
    feel(percept, memory)
    see(percept, memory)
    for noise in percept.noises:
        hear(percept, memory, noise)
    for word in percept.words:
        listen(percept, memory, word)


def begin(percept: Percept, memory: HunterMemory, dice: Dice) -> None:
    """Start from the briefing."""
    leads = percept.briefing.leads
    belief.begin(memory.prey, percept, dice, leads)
    memory.visited = np.full(posts_of(percept.ground).n, LONG_AGO)
    memory.leads = [Lead(x, y, percept.tick, "briefing") for x, y in leads]
    memory.cohesion = percept.me.cohesion


def feel(percept: Percept, memory: HunterMemory) -> None:
    """A wound tells that somebody knows; so does its own blade or grip."""
    if percept.me.cohesion < memory.cohesion - 1e-6 or any(t.kind == "shot" for t in percept.touches):
        memory.hurt_at = percept.tick
        memory.unmasked = True
    if percept.me.holding:
        memory.unmasked = True
    memory.cohesion = percept.me.cohesion


def prey_track(percept: Percept, memory: HunterMemory) -> Track | None:
    """Return the boy if he is in sight and made out; one who was just watched needs no second look."""
    wanted = percept.briefing.prey[0] if percept.briefing.prey else "john"
    track = percept.sight_of(wanted)
    if track is None or (track.awareness < SURE and not memory.prey.fixed):
        return None
    return track


def guard_track(percept: Percept) -> Track | None:
    """Return the one who guards him, if he is in sight."""
    looks = percept.briefing.prey[1:] or ("t800",)
    return percept.sight_of(*looks)


def see(percept: Percept, memory: HunterMemory) -> None:
    """Fix the belief on who is in sight, or let it move on."""
    prey = prey_track(percept, memory)
    if prey is not None:
        belief.seen(memory.prey, percept, prey)
        memory.leads.clear()
    else:
        belief.unseen(memory.prey, percept)
    guard = guard_track(percept)
    if guard is not None:
        memory.guard = seen_of(guard, percept.tick)
        memory.guard_armed = memory.guard_armed or bool(guard.signs & ARMED)


def hear(percept: Percept, memory: HunterMemory, noise: Noise) -> None:
    """A sound moves some of the belief toward where it came in; a loud one is worth a walk."""
    if memory.prey.fixed:
        return
    if noise.kind in SHOTS:
        belief.told(memory.prey, percept, noise.x, noise.y, 0.35, 6.0)
        add_lead(percept, memory, noise.x, noise.y, noise.kind)
    elif noise.kind in CRIES or noise.kind in WORKS:
        belief.told(memory.prey, percept, noise.x, noise.y, 0.3, 4.0)
        add_lead(percept, memory, noise.x, noise.y, noise.kind)
    elif noise.level >= 6.0:
        belief.told(memory.prey, percept, noise.x, noise.y, 0.03, 3.0)


def listen(percept: Percept, memory: HunterMemory, word: Word) -> None:
    """A call or a shout names a place: believe it in part."""
    x, y = word.x, word.y
    if x < 0.0:
        zone = percept.ground.zone(word.place)
        if zone is None:
            return
        x, y = zone.middle
    if not memory.prey.fixed:
        belief.told(memory.prey, percept, x, y, 0.4, 5.0)
        add_lead(percept, memory, x, y, word.kind)


def add_lead(percept: Percept, memory: HunterMemory, x: float, y: float, what: str) -> None:
    """Put a place at the head of the list, once."""
    near = [p for p in memory.leads if length(p.x - x, p.y - y) < 3.0]
    for p in near:
        memory.leads.remove(p)
    memory.leads.insert(0, Lead(x, y, percept.tick, what))
    del memory.leads[LEADS:]


def worth_a_walk(percept: Percept, memory: HunterMemory) -> str:
    """Say which lead it follows; those reached or gone cold are dropped."""
    me = percept.me
    while memory.leads:
        lead = memory.leads[0]
        cold = lead.what != "briefing" and percept.tick - lead.at > STALE
        if not cold and length(lead.x - me.x, lead.y - me.y) > ARRIVED:
            return f"{lead.what}: {percept.ground.room_at(lead.x, lead.y) or 'over there'}"
        memory.leads.pop(0)
        memory.plan_at = 0
    return ""


def follow(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk to the lead, or run once nobody is to be fooled any more."""
    lead = memory.leads[0]
    gait = RUN if memory.unmasked else WALK
    return walk_to(percept, memory.legs, dice, (lead.x, lead.y), gait=gait)
