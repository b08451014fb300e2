"""Guards and police: they go their rounds, ask, shout, call and come; officers draw on what is proven, warn, then fire.

The first intent in ORDER whose condition holds is what one does.
"""

from collections.abc import Callable

import msgspec

from game.agent.command import FIRE, IDLE, RUN, STEADY, WALK, Command, toward
from game.agent.doors import opaque
from game.agent.legs import ASIDE, walk_to
from game.agent.percept import DOWN, HELD, Percept, Track
from game.ai.law_memory import LawMemory
from game.ai.law_notice import stranger, take_in
from game.ai.steps import before_a_shut_door
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.sight import clear

STROLL = 0.55  # share of a walk at which one goes one's rounds
DWELL = 240  # ticks at each place of a round
THERE = 0.9  # metres
GUN, HANDS = 2, 1  # weapon slots
WARNING = 90  # ticks between the warning and the shot
SHOT_EVERY, SHOT_DICE = 36, 18  # ticks
FIRE_WITHIN, FIRE_COS = 9.0, 0.985
BESIDE = 0.7  # metres beside the line of fire that nobody may stand
WOBBLE = 0.10  # tangent by which a hand is off, at most
TOO_NEAR, KEEPS = 4.5, 7.0  # metres
SHELTER_PLAN = 90  # ticks
SPEAK_AGAIN = 300  # ticks
ARRIVED = 3.5  # metres
GUARD_COMES = 22.0  # metres to which a guard leaves the round
YIELDS_AFTER, YIELDS_FOR, YIELDS = 48, 60, 1.5  # ticks without getting on, ticks, times the steps of legs.ASIDE
WAITS = 240  # ticks before a door that stays shut
WAYS = ((1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7))
BEST_VIEWS, LOOKS_FAR = 5, 12.0  # of the eight ways; metres
LOOK_EVERY = 36  # ticks

Act = Callable[[Percept, LawMemory, Dice], Command]
Wish = Callable[[Percept, LawMemory], str]


def decide(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Return what a guard or an officer does for the next tenth of a second."""
    take_in(percept, memory)
    for intent, wish, do in ORDER:
        why = wish(percept, memory)
        if why:
            if intent != memory.intent:
                memory.intent, memory.since = intent, percept.tick
            memory.why = why
            return in_hand(percept, memory, do(percept, memory, dice))
    return IDLE


def in_hand(percept: Percept, memory: LawMemory, command: Command) -> Command:
    """Draw against somebody dangerous, put it away when it is over."""
    if "pistol" not in percept.me.weapons:
        return command
    wanted, now = (GUN if memory.foe_is in ("machine", "gunman") else HANDS), percept.me.weapon
    if (wanted == GUN) != (now == "pistol"):
        return msgspec.structs.replace(command, weapon=wanted)
    return command


def foe_track(percept: Percept, memory: LawMemory) -> Track | None:
    """Return the one whom it stands against, if in sight: whoever is nearest to where that one was last seen."""
    if not memory.foe_is or memory.foe.at != percept.tick:
        return None
    return min(percept.tracks, key=lambda t: length(t.x - memory.foe.x, t.y - memory.foe.y), default=None)


# ------------------------------------------------------------------ wishes
def helpless(percept: Percept, _memory: LawMemory) -> str:
    return "cannot" if percept.me.held or percept.me.down or percept.me.staggered else ""


def may_fire(percept: Percept, memory: LawMemory) -> str:
    """The warning is over, the line is free, the hand is ready."""
    foe = foe_track(percept, memory)
    if foe is None or memory.foe_is == "armed" or percept.me.weapon != "pistol" or percept.me.rounds <= 0:
        return ""
    warned = percept.tick - memory.warned_at
    if not WARNING <= warned < 10_000 or foe.distance > FIRE_WITHIN or foe.signs & DOWN or not percept.me.ready:
        return ""
    if percept.tick - memory.fired_at < SHOT_EVERY or somebody_beside(percept, foe):
        return ""
    return f"{memory.foe_is}, warned"


def somebody_beside(percept: Percept, foe: Track) -> bool:
    """Say whether anybody else stands in or near the line of fire, in front of the foe or just behind."""
    dx, dy = foe.x - percept.me.x, foe.y - percept.me.y
    d = max(1e-6, length(dx, dy))
    for t in percept.tracks:
        if t is foe or t.signs & DOWN:
            continue
        along = ((t.x - percept.me.x) * dx + (t.y - percept.me.y) * dy) / d
        across = abs((t.x - percept.me.x) * dy - (t.y - percept.me.y) * dx) / d
        if 0.0 < along < d + 2.0 and (across < BESIDE or t.signs & HELD):
            return True
    return False


def danger(_percept: Percept, memory: LawMemory) -> str:
    return f"{memory.foe_is} in sight" if memory.foe_is in ("machine", "gunman") else ""


def rough(_percept: Percept, memory: LawMemory) -> str:
    return "a stranger with a gun" if memory.foe_is == "armed" else ""


def called(percept: Percept, memory: LawMemory) -> str:
    """Police come to every call; a guard to what is near."""
    trouble, me = memory.trouble, percept.me
    if trouble is None:
        return ""
    near = length(trouble.x - me.x, trouble.y - me.y) < GUARD_COMES or "pistol" in me.weapons
    return f"{trouble.what} over there" if near else ""


def odd(percept: Percept, memory: LawMemory) -> str:
    return "somebody in a hurry" if stranger(percept, memory) is not None else ""


def always(_percept: Percept, _memory: LawMemory) -> str:
    return "on the round"


# ------------------------------------------------------------------ acts
def do_nothing(_percept: Percept, _memory: LawMemory, _dice: Dice) -> Command:
    return IDLE


def go(percept: Percept, memory: LawMemory, dice: Dice, place: tuple[float, float], gait: int = WALK) -> Command:
    """Walk to a place; before a door that stays shut, wait a while and give it up."""
    if percept.doors and before_a_shut_door(percept, place):
        memory.barred_for += 6
        if memory.barred_for > WAITS:
            memory.barred_for, memory.trouble, memory.leg = 0, None, memory.leg + 1
        return look_round(percept, memory, dice)
    if percept.tick < memory.yields_until:
        return toward(memory.yield_x - percept.me.x, memory.yield_y - percept.me.y, gait)
    if YIELDS_AFTER < percept.tick - memory.legs.tick < 2 * YIELDS_AFTER and percept.tick - memory.legs.last <= 6:
        give_way(percept, memory, place)
    return walk_to(percept, memory.legs, dice, place, gait=gait)


def give_way(percept: Percept, memory: LawMemory, place: tuple[float, float]) -> None:
    """Somebody comes the other way through a gap for one: step back out of it, away from people."""
    me, ways = percept.me, ways_of(percept.ground)
    spots = [(me.x + dx * YIELDS, me.y + dy * YIELDS) for dx, dy in ASIDE]
    free = [(x, y) for x, y in spots if percept.ground.free(x, y) and ways.straight(me.x, me.y, x, y)]
    if not free:
        return

    def room(spot: tuple[float, float]) -> float:
        crowd = min((length(t.x - spot[0], t.y - spot[1]) for t in percept.tracks), default=9.0)
        return float(min(3.0, crowd) + 0.2 * length(place[0] - spot[0], place[1] - spot[1]))

    memory.yield_x, memory.yield_y = max(free, key=room)
    memory.yields_until = percept.tick + YIELDS_FOR


def say(percept: Percept, memory: LawMemory, key: str) -> None:
    """Say something, not over and over."""
    if percept.tick - memory.spoke_at.get(key, -SPEAK_AGAIN) >= SPEAK_AGAIN:
        memory.spoke_at[key] = percept.tick
        memory.speak = f"self.{key}"


def fire(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Shoot at the middle of him, as well as a hand can."""
    foe, me = foe_track(percept, memory), percept.me
    if foe is None:
        return IDLE
    dx, dy = foe.x - me.x, foe.y - me.y
    off = (dice.share() + dice.share() - 1.0) * WOBBLE
    aim = (dx - dy * off, dy + dx * off)
    if (me.fx * dx + me.fy * dy) < FIRE_COS * length(dx, dy):
        return toward(0.0, 0.0, held=STEADY, aim=aim)
    memory.fired_at = percept.tick + dice.below(SHOT_DICE)
    return toward(0.0, 0.0, held=FIRE | STEADY, aim=aim)


def stand_off(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Warn; with a gun keep him covered from a few metres, without one get away and keep others away."""
    foe, me = memory.foe, percept.me
    seen = foe_track(percept, memory)
    dx, dy = foe.x - me.x, foe.y - me.y
    d = length(dx, dy)
    if seen is not None:
        say(percept, memory, "metal" if memory.foe_is == "machine" else "drop_it")
        if percept.tick - memory.warned_at > 10_000 - WARNING or memory.warned_at < 0:
            memory.warned_at = percept.tick
    gun = "pistol" in me.weapons
    if gun and seen is not None and d > TOO_NEAR and not me.reloading:
        if d > KEEPS:
            return walk_to(percept, memory.legs, dice, (foe.x, foe.y), held=STEADY, aim=(dx, dy))
        return toward(0.0, 0.0, held=STEADY, aim=(dx, dy))
    if memory.shelter_until <= percept.tick:
        memory.shelter_x, memory.shelter_y = shelter(percept, foe.x, foe.y)
        memory.shelter_until = percept.tick + SHELTER_PLAN  # PERF: a millisecond and a half each
    place = (memory.shelter_x, memory.shelter_y)
    return walk_to(
        percept,
        memory.legs,
        dice,
        place,
        gait=RUN if d < TOO_NEAR or not gun else WALK,
        aim=(dx, dy) if d > 2.0 else None,
    )


def challenge(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Walk up to speaking distance and tell him to put it away."""
    me, foe = percept.me, memory.foe
    dx, dy = foe.x - me.x, foe.y - me.y
    if length(dx, dy) < 6.0:
        say(percept, memory, "put_away")
    return walk_to(percept, memory.legs, dice, (foe.x, foe.y), stop=TOO_NEAR, aim=(dx, dy))


def come(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Go where the trouble is, look round there, and leave it when there is nothing."""
    trouble, me = memory.trouble, percept.me
    if trouble is None:
        return IDLE
    if length(trouble.x - me.x, trouble.y - me.y) < ARRIVED:
        if memory.wait_until < memory.since:
            memory.wait_until = percept.tick + 2 * DWELL
        if percept.tick > memory.wait_until:
            memory.trouble = None
        return look_round(percept, memory, dice)
    return go(percept, memory, dice, (trouble.x, trouble.y), gait=RUN)


def ask(percept: Percept, memory: LawMemory, _dice: Dice) -> Command:
    """Speak to somebody who runs or sneaks, and look after them."""
    whom = stranger(percept, memory)
    if whom is None:
        return IDLE
    memory.asked[whom.face] = percept.tick
    say(percept, memory, "in_a_hurry")
    return toward(0.0, 0.0, aim=(whom.x - percept.me.x, whom.y - percept.me.y))


def go_round(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Stroll from place to place of the round, and look about at each."""
    route, me = percept.briefing.leads, percept.me
    if not route:
        return look_round(percept, memory, dice)
    place = route[memory.leg % len(route)]
    if length(place[0] - me.x, place[1] - me.y) < THERE:
        if memory.wait_until < percept.tick - 60:
            memory.wait_until = percept.tick + DWELL
        elif percept.tick >= memory.wait_until:
            memory.leg = (memory.leg + 1) % len(route)
        return look_round(percept, memory, dice)
    command = go(percept, memory, dice, place)
    return msgspec.structs.replace(command, move_x=int(command.move_x * STROLL), move_y=int(command.move_y * STROLL))


def look_round(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Stand, and look one way after the other, those first in which one sees far: into rooms, down halls."""
    me = percept.me
    if percept.tick >= memory.look_at:
        memory.look_at = percept.tick + LOOK_EVERY + dice.below(LOOK_EVERY)
        views = sorted(range(len(WAYS)), key=lambda k: -sight(percept, *WAYS[k]))[:BEST_VIEWS]
        fresh = [k for k in views if k not in memory.looked] or views
        memory.looked = ([] if fresh is views else memory.looked) + fresh[:1]
        memory.view = fresh[0]
    fx, fy = WAYS[memory.view] if memory.view >= 0 else (me.fx, me.fy)
    return toward(0.0, 0.0, aim=(fx * 4.0, fy * 4.0))


def sight(percept: Percept, dx: float, dy: float) -> float:
    """Return how many metres one sees in a direction, at most as far as it matters."""
    me, view = percept.me, opaque(percept)
    far = 2.0
    while far < LOOKS_FAR:
        x, y = me.x + dx * far, me.y + dy * far
        if not (0.0 < x < percept.ground.width and 0.0 < y < percept.ground.height) or not clear(
            view, me.x, me.y, x, y
        ):
            break
        far += 2.0
    return far


def shelter(percept: Percept, x: float, y: float) -> tuple[float, float]:
    """Return a near post that cannot be seen from a place and does not lie past it."""
    posts, ways, view = posts_of(percept.ground), ways_of(percept.ground), opaque(percept)
    me, there = ways.snap(percept.me.x, percept.me.y), ways.snap(x, y)
    best, most = me, -1e9
    for p in range(posts.n):
        mine, his = posts.far[p, me] / 20.0, posts.far[p, there] / 20.0
        if mine > 16.0:
            continue
        hidden = not clear(view, x, y, float(posts.x[p]), float(posts.y[p]))
        score = 8.0 * hidden - mine + 0.5 * min(his, 14.0) - (15.0 if his < mine else 0.0)
        if score > most:
            best, most = int(posts.cell[p]), score
    return ways.middle(best)


# In order: what it is called, when (the words are the reason, none means no), and how it is done.
ORDER: tuple[tuple[str, Wish, Act], ...] = (
    ("helpless", helpless, do_nothing),
    ("fire", may_fire, fire),
    ("stand off", danger, stand_off),
    ("challenge", rough, challenge),
    ("come", called, come),
    ("ask", odd, ask),
    ("round", always, go_round),
)
