"""Guards and police: they go their rounds, ask, shout, call and come; officers draw on what is proven, warn, then fire.

The first intent in ORDER whose condition holds is what one does.
"""

from collections.abc import Callable

from game.agent.command import IDLE, Command
from game.agent.percept import Percept
from game.ai import law_beat, law_guns
from game.ai.law_memory import LawMemory
from game.ai.law_notice import take_in
from game.core.dice import Dice

Act = Callable[[Percept, LawMemory, Dice], Command]
Wish = Callable[[Percept, LawMemory], str]


def helpless(percept: Percept, _memory: LawMemory) -> str:
    return "cannot" if percept.me.held or percept.me.down or percept.me.staggered else ""


def do_nothing(_percept: Percept, _memory: LawMemory, _dice: Dice) -> Command:
    return IDLE


# In order: what it is called, when (the words are the reason, none means no), and how it is done.
ORDER: tuple[tuple[str, Wish, Act], ...] = (
    ("helpless", helpless, do_nothing),
    ("fire", law_guns.may_fire, law_guns.fire),
    ("stand off", law_guns.danger, law_guns.stand_off),
    ("challenge", law_guns.rough, law_guns.challenge),
    ("come", law_beat.called, law_beat.come),
    ("ask", law_beat.odd, law_beat.ask),
    ("round", law_beat.always, law_beat.go_round),
)


def decide(percept: Percept, memory: LawMemory, dice: Dice) -> Command:
    """Return what a guard or an officer does until the next thought."""
    memory.passed, memory.thought_at = percept.tick - memory.thought_at, percept.tick
    take_in(percept, memory)
    for intent, wish, do in ORDER:
        why = wish(percept, memory)
        if why:
            if intent != memory.intent:
                memory.intent, memory.since = intent, percept.tick
            memory.why, memory.at_ease = why, intent == "round"
            return law_guns.in_hand(percept, memory, do(percept, memory, dice))
    return IDLE
