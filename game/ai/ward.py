"""John: an errand of his own until he is told to follow, then the T-800's orders, and his own fear before either."""

from collections.abc import Callable

from game.agent.command import FOLLOW, HIDE, IDLE, RUN_TO, STAY, Command
from game.agent.percept import Percept
from game.agent.seen import seen_of
from game.ai import fear, line_of_fire, ward_call
from game.ai.follow import follow
from game.ai.ward_care import careful
from game.ai.ward_errand import errand
from game.ai.ward_hail import hail
from game.ai.ward_hands import run_to, stay, works
from game.ai.ward_hide import hide
from game.ai.ward_memory import WardMemory
from game.core.curves import length
from game.core.dice import Dice

__all__ = ["WardMemory", "decide"]

ANSWERS = {FOLLOW: "john.follow", STAY: "john.stay", HIDE: "john.hide", RUN_TO: "john.run_to"}
PROTEST_WITHIN, PROTEST_FRESH, PROTEST_FOR = 6.0, 300, 60  # metres from the machine, ticks, ticks
UNSURE = 0.3  # trust under which he asks why before he does what he is told
PATIENCE = 3600  # ticks that he stays or hides as told, and as many again with all his trust
LIES_LOW = 1800  # ticks after he saw it for which he hides, if there is nobody to go to
CALLS = ("voice", "whistle")
CAREFUL = ("follow", "hide")  # what he does without stepping into its view
OPEN = ("follow", "stay", "run to", "open")  # what he does without a secret of it
EASY = ("errand", "follow", "stay", "hide")  # what he does at ease, while he stands and nothing has troubled him lately

Act = Callable[[Percept, WardMemory, Dice], Command]


def decide(percept: Percept, memory: WardMemory, dice: Dice) -> Command:
    """Return what John does for the next tenth of a second."""
    take_in(percept, memory)
    intent, why, do = choose(percept, memory)
    memory.take_up(intent, why, percept.tick)
    if intent in OPEN:
        hail(percept, memory)
    command = do(percept, memory, dice)
    if intent in CAREFUL:
        command = careful(percept, memory, command)
    memory.at_ease = intent in EASY and at_rest(percept, memory, command)
    return command


def at_rest(percept: Percept, memory: WardMemory, command: Command) -> bool:
    """Say whether a Command leaves a body where it stands, and nothing has troubled its mind for a while."""
    stands = command.move_x == 0 and command.move_y == 0 and not command.held
    return stands and percept.tick > max(memory.threat.at, memory.alert_at) + fear.CALM_FOR


def take_in(percept: Percept, memory: WardMemory) -> None:
    """Bring the memory up to date: the leader, the machine, the order, whether somebody holds him."""
    leader = percept.sight_of(*(percept.briefing.friends or ("t800",)))
    if leader is not None:
        memory.leader = seen_of(leader, percept.tick)
    if percept.me.held != memory.was_held:
        memory.was_held = percept.me.held
        memory.speak = "john.seized" if percept.me.held else "john.freed"
    hear_calls(percept, memory)
    for word in percept.words:
        if word.kind == "thought" and word.topic == "go":
            memory.wish = (word.x, word.y)
    line_of_fire.hear(percept, memory)
    fear.judge(percept, memory)
    fear.watch(percept, memory)
    obey(percept, memory)
    ward_call.hear(percept, memory)


def hear_calls(percept: Percept, memory: WardMemory) -> None:
    """Keep where a voice or a whistle came from last: it may be the leader's."""
    for noise in percept.noises:
        if noise.kind in CALLS:
            memory.voice_x, memory.voice_y, memory.voice_at = noise.x, noise.y, percept.tick


def obey(percept: Percept, memory: WardMemory) -> None:
    """Hear a new order once: answer, and protest for a second before one that leads to the machine."""
    order = percept.order
    if order is None or percept.tick - order.age == memory.order_at:
        return
    memory.order_at = percept.tick - order.age
    memory.order, memory.order_x, memory.order_y = order.kind, order.x, order.y
    memory.met, memory.obey_at, memory.hide_x = True, percept.tick, -1.0
    memory.stay_until = percept.tick + int(PATIENCE * (1.0 + percept.me.trust))
    memory.speak = memory.speak or ANSWERS.get(order.kind, "")  # what he has just seen comes first
    protest = objection(percept, memory)
    if protest:
        memory.speak, memory.obey_at = protest, percept.tick + PROTEST_FOR


def objection(percept: Percept, memory: WardMemory) -> str:
    """Return what he says against an order before he obeys all the same, '' nothing: it leads to the machine, or he doubts."""
    it = memory.threat
    known = percept.tick - it.at < PROTEST_FRESH
    if known and memory.order == RUN_TO and length(it.x - memory.order_x, it.y - memory.order_y) < PROTEST_WITHIN:
        return "john.protest"
    return "john.unsure" if percept.me.trust < UNSURE and not known and memory.order != FOLLOW else ""


def choose(percept: Percept, memory: WardMemory) -> tuple[str, str, Act]:
    """Return what he does, why, and how: fear before orders, orders before errands."""
    if percept.me.held or percept.me.down:
        return "held", "it has me", nothing
    why = line_of_fire.stands_in(percept, memory)
    if why:
        return "make way", why, line_of_fire.step_aside
    why = fear.afraid(percept, memory)
    if why:
        return "flee", why, fear.flee
    why = fear.wary(percept, memory)
    if why:
        return "back off", why, fear.back_off
    if percept.tick < memory.obey_at:
        return "protest", "asks why" if memory.speak == "john.unsure" else "that is where it is", nothing
    why = ward_call.wants(percept, memory)
    if why:
        return "called", why, ward_call.come
    if memory.order in (STAY, HIDE) and percept.tick > memory.stay_until:
        return "follow", "has waited long enough", follow
    if memory.order == FOLLOW and works(percept, memory) is not None:
        return "open", "only his hands open it", run_to
    if memory.order not in DOING and percept.tick - memory.threat.at < LIES_LOW:
        return "hide", "keeps out of its sight", hide
    return DOING.get(memory.order, ("errand", "waits for his mother's friend", errand))


def nothing(_percept: Percept, _memory: WardMemory, _dice: Dice) -> Command:
    return IDLE


DOING: dict[int, tuple[str, str, Act]] = {
    FOLLOW: ("follow", "told to follow", follow),
    STAY: ("stay", "told to stay", stay),
    HIDE: ("hide", "told to hide", hide),
    RUN_TO: ("run to", "told to run there", run_to),
}
