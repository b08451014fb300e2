"""Walking up to him in a face that he may trust: along with them while his guard is beside him, close when they part."""

from game.agent.command import RUN, WALK, Command, toward
from game.agent.percept import DOWN, HELD, RUNNING, Percept, Track
from game.ai.belief import likeliest
from game.ai.chase import close_in
from game.ai.faces import BOY, GUARD, believed
from game.ai.memory import PATIENCE, HunterMemory
from game.ai.steps import go
from game.core.curves import length
from game.core.dice import Dice
from game.core.paths import ways_of

NEAR_THEM, BEHIND_HIM = 9.0, 2.6  # metres: going along with them; how far behind him, on the far side of his guard
HURRY = 1.0  # belief from which it waits no longer
LUNGE = 3.0  # metres from which it runs the last steps
APART = 4.0  # metres between the boy and his guard
WATCHED = 90  # ticks since the two had it in view for which it walks


def walk_up(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Walk up to him; while his guard is beside him go along with them, and close in when they part."""
    prey = percept.sight_of((percept.briefing.prey or ("john",))[0])
    me = percept.me
    if prey is None or not memory.prey.fixed:
        memory.intent, memory.why = "stalk", "where he should be by now"
        return go(percept, memory, dice, likeliest(memory.prey, percept), stop=0.5, gait=quiet_gait(percept, memory))
    guard = memory.guard
    beside = (
        percept.tick - guard.at < 120 and length(guard.x - prey.x, guard.y - prey.y) < APART and not guard.signs & DOWN
    )
    boy, man = believed(memory, BOY, me.face, me.look), believed(memory, GUARD, me.face, me.look)
    patient = memory.walked_with < PATIENCE and max(boy, man) < HURRY
    if beside and patient and prey.distance < NEAR_THEM and not prey.signs & HELD:
        memory.walked_with += 6
        memory.intent, memory.why = (
            "walk along",
            f"{prey.distance:.0f} m behind them, for {memory.walked_with / 60:.0f} s",
        )
        return along(percept, memory, dice, prey)
    look = me.look
    memory.intent, memory.why = "stalk", f"a {look} walks up to a boy, {prey.distance:.0f} m"
    runs = (prey.signs & RUNNING and prey.distance < 12.0 and boy >= HURRY) or prey.distance < LUNGE
    return close_in(percept, memory, dice, prey, RUN if runs else WALK)


def along(percept: Percept, memory: HunterMemory, dice: Dice, prey: Track) -> Command:
    """Keep a few steps off him, on the side away from his guard, at their pace, looking elsewhere now and then."""
    me, guard = percept.me, memory.guard
    dx, dy = prey.x - guard.x, prey.y - guard.y
    d = max(0.2, length(dx, dy))
    x, y = prey.x + dx / d * BEHIND_HIM, prey.y + dy / d * BEHIND_HIM
    if not percept.ground.free(x, y) or not ways_of(percept.ground).straight(prey.x, prey.y, x, y):
        d = max(0.2, prey.distance)
        x, y = prey.x + (me.x - prey.x) / d * BEHIND_HIM, prey.y + (me.y - prey.y) / d * BEHIND_HIM
    if length(x - me.x, y - me.y) < 0.8:
        return toward(0.0, 0.0, aim=(prey.x - me.x, prey.y - me.y))
    return go(percept, memory, dice, (x, y), gait=WALK, stop=0.4)


def quiet_gait(percept: Percept, memory: HunterMemory) -> int:
    """Run, but walk while the boy or his guard has it in view, or had a moment ago: passers-by tell nobody who runs."""
    return WALK if percept.tick - memory.watched_at < WATCHED else RUN
