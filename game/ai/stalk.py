"""Walking up to him in a face that he may trust: along with them while his guard is beside him, close when they part."""

from game.agent.command import RUN, WALK, Command, toward
from game.agent.percept import RUNNING, Percept, Track
from game.ai.belief import likeliest
from game.ai.chase import close_in
from game.ai.memory import HunterMemory
from game.ai.mend import cover
from game.ai.patience import NEAR_THEM, patient, stared_at
from game.ai.search import follow, search
from game.ai.steps import go
from game.core.dice import Dice

BEHIND_HIM = 4.2  # metres off him, where nobody counts its tells
STEPS_OUT = 0.8  # metres beyond that at which it goes after them
ASIDE_FOR = 60  # ticks for which it keeps to one place to step aside to
LUNGE = 3.0  # metres from which it runs the last steps
JUST_LOST = 240  # ticks for which it goes by where he went
WATCHED = 90  # ticks since the two had it in view for which it walks


def walk_up(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk up to him; while his guard is beside him go along with them, and close in when they part."""
    prey = percept.sight_of((percept.briefing.prey or ("john",))[0])
    me = percept.me
    if prey is None or not memory.prey.fixed:
        return after_him(percept, memory, dice)
    if stared_at(percept, memory, prey):
        return step_aside(percept, memory, dice)
    if prey.distance < NEAR_THEM and patient(percept, memory, prey):
        memory.intent = "walk along"
        memory.why = f"{prey.distance:.0f} m behind them, for {memory.walked_with / 60:.0f} s"
        return along(percept, memory, dice, prey)
    look = me.look
    memory.intent, memory.why = "stalk", f"a {look} walks up to a boy, {prey.distance:.0f} m"
    runs = prey.signs & RUNNING or prey.distance < LUNGE  # who keeps pace with runners runs
    return close_in(percept, memory, dice, prey, RUN if runs else WALK)


def after_him(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Go where he should be by now; later where it is told that he is, or as it searches: still one ruse."""
    memory.intent, memory.why = "stalk", "where he should be by now"
    gait = quiet_gait(percept, memory)
    if percept.tick - memory.prey.seen_at > JUST_LOST:
        return follow(percept, memory, dice, gait) or search(percept, memory, dice, gait)
    return go(percept, memory, dice, likeliest(memory.prey, percept), stop=0.5, gait=gait)


def step_aside(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk out of the eye that rests on it, as people do who are stared at: a scan that breaks off has told nothing."""
    memory.intent, memory.why = "walk along", "looked at for too long: steps aside"
    if memory.hide_until < percept.tick:
        memory.hide_x, memory.hide_y = cover(percept, memory)
        memory.hide_until = percept.tick + ASIDE_FOR
    return go(percept, memory, dice, (memory.hide_x, memory.hide_y), gait=WALK, stop=0.4)


def along(percept: Percept, memory: HunterMemory, dice: Dice, prey: Track) -> Command:
    """Go where they go, some steps off, and stand where they stand."""
    me = percept.me
    d = max(0.2, prey.distance)
    x, y = prey.x + (me.x - prey.x) / d * BEHIND_HIM, prey.y + (me.y - prey.y) / d * BEHIND_HIM
    if d < BEHIND_HIM + STEPS_OUT or not percept.ground.free(x, y):
        return toward(0.0, 0.0, aim=(prey.x - me.x, prey.y - me.y))
    return go(percept, memory, dice, (x, y), gait=RUN if prey.signs & RUNNING else WALK, stop=0.4)


def quiet_gait(percept: Percept, memory: HunterMemory) -> int:
    """Run, but walk while the boy or his guard has it in view, or had a moment ago: passers-by tell nobody who runs."""
    return WALK if percept.tick - memory.watched_at < WATCHED else RUN
