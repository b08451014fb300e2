"""Putting a face on: the hand on somebody, the change where nobody looks."""

from game.agent.command import IDLE, INTERACT, RUN, WALK, Command, toward
from game.agent.doors import screens
from game.agent.percept import Percept
from game.ai.disguise import DONOR_FRESH
from game.ai.eyes import eyes, somebody_looks
from game.ai.memory import HunterMemory, Ruse, begin
from game.ai.stalk import walk_up
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.core.sight import clear

TOUCH_AT, TOUCH_FROM = 0.7, 1.2  # metres: where it stands still with its hand out, where the hand goes out
SEEN_LATELY = 42  # ticks
GIVE_UP_TOUCH, GIVE_UP_CHANGE = 480, 540  # ticks
REFUSED = 900  # ticks for which somebody who got away is left alone
SEARCH_WITHIN = 16.0  # metres to a place to change at
NO_PLACE = -1e9


def deceive(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Do what the ruse asks for next: touch, change, walk up."""
    me, ruse = percept.me, memory.ruse
    if ruse.donor in me.faces:  # the touch is done: become them
        why = f"has the face of a {me.forms[-1]}"
        memory.ruse = ruse = Ruse(ruse.donor, -1, ruse.worth, percept.tick, why, ruse.early)
    if ruse.early and ruse.face == me.face:  # it is done: on with the search, or up to him
        memory.plan, memory.ruse, memory.intent = "", Ruse(), "search"
        return IDLE
    if ruse.donor >= 0:
        return take(percept, memory, dice)
    if ruse.face in me.faces and ruse.face != me.face:
        return change(percept, memory, dice)
    return walk_up(percept, memory, dice)


def drop(percept: Percept, memory: HunterMemory, ticks: int) -> Command:
    """Give the ruse up, and think again at once."""
    memory.ended, memory.ruse = True, Ruse()
    memory.cool["deceive"] = percept.tick + ticks
    return IDLE


def take(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Go to somebody and keep a hand on them."""
    me, face = percept.me, memory.ruse.donor
    person = memory.people.get(face)
    gone = person is None or percept.tick - person.at > DONOR_FRESH
    if person is None or gone or percept.tick - memory.ruse.since > GIVE_UP_TOUCH:
        return refuse(percept, memory, face)
    memory.intent, memory.why = "take a form", f"wants the face of a {person.look}"
    dx, dy = person.x - me.x, person.y - me.y
    d = length(dx, dy)
    if d <= TOUCH_AT and percept.tick - person.at < 12:
        return toward(0.0, 0.0, WALK, INTERACT, (dx, dy))
    held = INTERACT if d < TOUCH_FROM else 0
    gait = RUN if person.speed > 3.0 or not somebody_looks(percept) else WALK
    command = go(percept, memory, dice, (person.x, person.y), gait=gait, held=held, stop=0.3)
    halts = not command.move_x and not command.move_y and memory.doing != "pour"
    return refuse(percept, memory, face) if halts and d > TOUCH_FROM else command  # no way leads to them


def refuse(percept: Percept, memory: HunterMemory, face: int) -> Command:
    """Leave somebody alone for a while."""
    memory.refused[face] = percept.tick + REFUSED
    return drop(percept, memory, 60)


def change(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Become the face, where nobody sees it; look for such a place first."""
    me, ruse = percept.me, memory.ruse
    if percept.tick - ruse.since > GIVE_UP_CHANGE:
        return drop(percept, memory, 180)
    form = me.faces.index(ruse.face)
    memory.intent, memory.why = "change", f"into a {me.forms[form]}"
    watching = eyes(percept, memory)
    if not watching and percept.tick - memory.watched_at >= SEEN_LATELY:
        begin(memory, "change", percept.tick)
        return Command(form=form)
    if memory.hide_until < percept.tick:
        memory.hide_x, memory.hide_y = hideaway(percept, memory, watching)
        memory.hide_until = percept.tick + 60
    memory.why += ", out of sight"
    return go(percept, memory, dice, (memory.hide_x, memory.hide_y), gait=RUN, stop=0.4)


def hideaway(percept: Percept, memory: HunterMemory, watching: list[tuple[float, float]]) -> tuple[float, float]:
    """Return a near place that those who look cannot see, away from people."""
    posts, ways, view, me = posts_of(percept.ground), ways_of(percept.ground), screens(percept), percept.me
    here = ways.snap(me.x, me.y)
    from_where = watching[:4] or [(memory.guard.x, memory.guard.y)]
    others = [(t.x, t.y) for t in percept.tracks]
    best, most = here, NO_PLACE
    for p in range(posts.n):
        d = posts.far[p, here] / 20.0
        if d > SEARCH_WITHIN:
            continue
        x, y = float(posts.x[p]), float(posts.y[p])
        seen = sum(bool(clear(view, ex, ey, x, y)) for ex, ey in from_where)
        away = min(length(ex - x, ey - y) for ex, ey in from_where)
        crowd = sum(length(ox - x, oy - y) < 4.0 for ox, oy in others)
        score = min(away, 12.0) - 0.9 * d - 7.0 * seen - 1.5 * crowd
        if score > most:
            best, most = int(posts.cell[p]), score
    return ways.middle(best)
