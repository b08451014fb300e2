"""What guards and police make of what they see, hear and are told; they know nothing else, and pass on only that."""

from game.agent.doubt import SURE
from game.agent.percept import (
    AIMING,
    ARMED,
    BLADE,
    DOWN,
    HOLDING,
    RUNNING,
    SNEAKING,
    WOUND,
    Noise,
    Percept,
    Track,
    Word,
)
from game.agent.seen import NEVER, seen_of
from game.ai.law_memory import LawMemory, Trouble

OWN = frozenset({"constable", "officer", "guard"})  # looks of one's own side
SHOTS = frozenset({"pistol", "shotgun"})
ALARMS = frozenset({"scream", "alarm", "bell"})
SHOT_LINGERS = 60  # ticks for which a shot heard explains a gun held up
BOY, BOY_AGAIN = "boy", 900  # whom the radio asks for; ticks between two calls about him
TELL_AGAIN = 600  # ticks between two calls about the same thing
MACHINE_LINGERS = 1200  # ticks for which whoever fights the machine is no foe
CALM_FOR = 900  # ticks that a lowered weapon buys
FOE_LINGERS = 180  # ticks
COLD = 30 * 60  # ticks after which trouble is over
STRANGE = RUNNING | SNEAKING


def take_in(percept: Percept, memory: LawMemory) -> None:
    """Bring the memory up to date with one percept."""
    for noise in percept.noises:
        hear(percept, memory, noise)
    for word in percept.words:
        listen(percept, memory, word)
    watch(percept, memory)
    if memory.trouble is not None and percept.tick - memory.trouble.at > COLD:
        memory.trouble = None
    if memory.foe_is and percept.tick - memory.foe.at > FOE_LINGERS:
        memory.trouble = Trouble(memory.foe.x, memory.foe.y, percept.tick, memory.foe_is)
        memory.foe_is = ""


def hear(percept: Percept, memory: LawMemory, noise: Noise) -> None:
    """Shots and cries are trouble where they came from."""
    if noise.kind in SHOTS:
        memory.shots_at = percept.tick
    if noise.kind in SHOTS or noise.kind in ALARMS:
        memory.trouble = Trouble(noise.x, noise.y, percept.tick, "shots" if noise.kind in SHOTS else "a cry")


def listen(percept: Percept, memory: LawMemory, word: Word) -> None:
    """A call or a shout names a place; a lowered weapon calms."""
    if word.kind == "gesture" and memory.foe_is != "machine":
        memory.calm_until, memory.foe_is = percept.tick + CALM_FOR, ""
    elif word.topic == BOY:
        memory.wanted = True
    elif word.kind in ("radio", "shout") and word.x >= 0.0:
        memory.trouble = Trouble(word.x, word.y, percept.tick - word.age, word.topic)


def own(track: Track) -> bool:
    """Say whether somebody is of one's own side, by all one knows."""
    return track.look in OWN and track.doubt < SURE


def machine(percept: Percept) -> Track | None:
    """Return the nearest body in sight that is proven to be no person."""
    return min((t for t in percept.tracks if t.doubt >= SURE), key=lambda t: t.distance, default=None)


def gunman(percept: Percept, memory: LawMemory) -> Track | None:
    """Return the nearest one who has fired among people, unless what he fires at is the machine."""
    if percept.tick - memory.shots_at > SHOT_LINGERS or percept.tick - memory.machine_at < MACHINE_LINGERS:
        return None
    fires = [t for t in percept.tracks if t.signs & ARMED and t.signs & AIMING and not own(t)]
    return min(fires, key=lambda t: t.distance, default=None)


def armed(percept: Percept, memory: LawMemory) -> Track | None:
    """Return the nearest stranger with a gun in hand or somebody by the collar."""
    if percept.tick < memory.calm_until or percept.tick - memory.machine_at < MACHINE_LINGERS:
        return None
    rough = [t for t in percept.tracks if t.signs & (ARMED | HOLDING) and not own(t)]
    return min(rough, key=lambda t: t.distance, default=None)


def watch(percept: Percept, memory: LawMemory) -> None:
    """See whom one stands against, and pass it on once; and the boy, if he is looked for."""
    boy = percept.sight_of("john")
    if memory.wanted and boy is not None:
        room = percept.ground.room_at(boy.x, boy.y)
        if percept.tick - memory.told_at.get(BOY, -BOY_AGAIN) >= BOY_AGAIN and room:
            memory.told_at[BOY], memory.radio = percept.tick, (room, BOY)
    metal = machine(percept)
    if metal is not None:
        memory.machine_at = percept.tick
        against(percept, memory, metal, "machine")
        if metal.signs & (BLADE | WOUND | HOLDING):
            tell(percept, memory, "machine", metal.x, metal.y)
        return
    shown = 0
    for track in percept.tracks:
        shown |= track.signs
    if not shown & (ARMED | HOLDING | DOWN):
        return  # PERF: a mall is full of people who do nothing
    fires = gunman(percept, memory)
    if fires is not None:
        against(percept, memory, fires, "gunman")
        tell(percept, memory, "shots", fires.x, fires.y)
        return
    holds = armed(percept, memory)
    if holds is not None and memory.foe_is in ("", "armed"):
        against(percept, memory, holds, "armed")
        tell(percept, memory, "armed man", holds.x, holds.y)
    elif holds is not None:
        against(percept, memory, holds, memory.foe_is)
    fallen = next((t for t in percept.tracks if t.signs & DOWN and t.look), None)
    if fallen is not None:
        tell(percept, memory, "man down", fallen.x, fallen.y)


def against(percept: Percept, memory: LawMemory, track: Track, what: str) -> None:
    """Keep whom one stands against."""
    if memory.foe_is != what and what != "armed":
        memory.warned_at = NEVER
    memory.foe, memory.foe_is = seen_of(track, percept.tick), what


def tell(percept: Percept, memory: LawMemory, topic: str, x: float, y: float) -> None:
    """Shout it, and send it by radio where one is carried (the rules know); not the same thing again and again."""
    if percept.tick - memory.told_at.get(topic, -TELL_AGAIN) < TELL_AGAIN:
        return
    memory.told_at[topic] = percept.tick
    memory.shout = (topic, x, y)
    memory.radio = (percept.ground.room_at(x, y), topic)


def stranger(percept: Percept, memory: LawMemory) -> Track | None:
    """Return somebody near who runs or sneaks and has not been spoken to."""
    odd = [
        t
        for t in percept.tracks
        if t.signs & STRANGE and t.look and t.distance < 7.0 and not own(t) and t.face not in memory.asked
    ]
    return min(odd, key=lambda t: t.distance, default=None)
