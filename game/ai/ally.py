"""Sarah: she follows the T-800, does with her hands what she is told, and keeps the machine off John with what she carries."""

from collections.abc import Callable

from game.agent.command import FOLLOW, HIDE, IDLE, RUN, RUN_TO, STAY, Command
from game.agent.legs import walk_to
from game.agent.percept import Percept
from game.agent.seen import seen_of
from game.ai import ally_guns as guns
from game.ai import ally_rescue, line_of_fire
from game.ai.ally_memory import AllyMemory
from game.ai.follow import follow
from game.ai.ward import at_rest, hear_calls
from game.ai.ward_hands import run_to, stay
from game.core.curves import length
from game.core.dice import Dice

ANSWERS = {FOLLOW: "sarah.follow", STAY: "sarah.stay", HIDE: "sarah.stay", RUN_TO: "sarah.run_to"}
DISTRUSTS, ASKS_WHY = 0.0, 45  # trust under which she wants to know why first; ticks
THERE = 0.8  # metres
LOST_FOR = 480  # ticks without sight of whom she follows
EASY = ("go", "follow", "stay")  # what she does at ease, while she stands and nothing has troubled her lately

Act = Callable[[Percept, AllyMemory, Dice], Command]


def decide(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Return what Sarah does for the next tenth of a second."""
    take_in(percept, memory)
    intent, why, do = choose(percept, memory)
    memory.take_up(intent, why, percept.tick)
    command = guns.drawn(percept, do(percept, memory, dice))
    memory.at_ease = intent in EASY and at_rest(percept, memory, command)
    return command


def take_in(percept: Percept, memory: AllyMemory) -> None:
    """Bring the memory up to date: the leader, John, the machine, orders and thoughts."""
    leader, boy, it = percept.sight_of("t800"), percept.sight_of(ally_rescue.BOY), guns.machine(percept)
    if leader is not None:
        memory.leader = seen_of(leader, percept.tick)
    if boy is not None:
        memory.boy_x, memory.boy_y, memory.boy_at = boy.x, boy.y, percept.tick
    if it is not None:
        if not memory.proof:
            memory.proof, memory.speak = "she has seen what it is", "sarah.seen_it"
        memory.threat = seen_of(it, percept.tick)
    line_of_fire.hear(percept, memory)
    ally_rescue.watch(percept, memory)
    ally_rescue.told(percept, memory)
    hear_calls(percept, memory)
    for word in percept.words:
        if word.kind == "thought" and word.topic == "go":
            memory.wish = memory.post = (word.x, word.y)
            memory.order = 0
    obey(percept, memory)


def obey(percept: Percept, memory: AllyMemory) -> None:
    """Hear a new order once; without trust she asks why before she does it, and never refuses twice."""
    order = percept.order
    if order is None or percept.tick - order.age == memory.order_at:
        return
    memory.order_at, memory.wish = percept.tick - order.age, None
    memory.order, memory.order_x, memory.order_y = order.kind, order.x, order.y
    unsure = percept.me.trust < DISTRUSTS and order.kind != FOLLOW
    memory.obey_at = percept.tick + (ASKS_WHY if unsure else 0)
    memory.speak = memory.speak or ("sarah.unsure" if unsure else ANSWERS.get(order.kind, ""))


def choose(percept: Percept, memory: AllyMemory) -> tuple[str, str, Act]:
    """Return what she does, why, and how: the machine before orders, orders before wishes of her own."""
    if percept.me.held or percept.me.down:
        return "held", "cannot move", nothing
    why = ally_rescue.wanted(percept, memory)
    if why:
        return "free him", why, ally_rescue.free_him
    why = line_of_fire.stands_in(percept, memory)
    if why:
        return "make way", why, line_of_fire.step_aside
    why = guns.wants_fire(percept, memory)
    if why and not (percept.me.using and guns.far_off(percept, memory)):
        return "cover", why, guns.cover
    if (why := ally_rescue.lies(percept, memory)) and not percept.me.using:
        return "kneel", why, ally_rescue.kneel
    if why := ally_rescue.alone(percept, memory):
        return "keep by him", why, ally_rescue.keep_by_him
    if percept.tick < memory.obey_at:
        return "protest", "asks why", nothing
    if memory.wish is not None:
        return "go", "has a place to be", to_wish
    return DOING.get(memory.order, DOING[FOLLOW])


def nothing(_percept: Percept, _memory: AllyMemory, _dice: Dice) -> Command:
    return IDLE


def to_wish(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Go where she wishes to be, and look about from there."""
    x, y = memory.wish or (percept.me.x, percept.me.y)
    if length(x - percept.me.x, y - percept.me.y) < THERE:
        return guns.reloads(percept, memory, stay(percept, memory, dice))
    return walk_to(percept, memory.legs, dice, (x, y), gait=1, stop=THERE / 2)


def follows(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    """Keep with him; who has lost him for long goes to where they last meant to be, and waits there."""
    if percept.tick - memory.leader.at > LOST_FOR and memory.post is not None:
        memory.why = "has lost him"
        if length(memory.post[0] - percept.me.x, memory.post[1] - percept.me.y) > THERE:
            return walk_to(percept, memory.legs, dice, memory.post, gait=RUN, stop=THERE / 2)
        return stays(percept, memory, dice)
    return guns.reloads(percept, memory, follow(percept, memory, dice))


def stays(percept: Percept, memory: AllyMemory, dice: Dice) -> Command:
    return guns.reloads(percept, memory, stay(percept, memory, dice))


DOING: dict[int, tuple[str, str, Act]] = {
    FOLLOW: ("follow", "keeps with them", follows),
    STAY: ("stay", "told to stay", stays),
    HIDE: ("stay", "told to stay", stays),
    RUN_TO: ("run to", "told to run there", run_to),
}
