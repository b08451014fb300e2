"""The T-1000: patient while it is taken for somebody else, direct once it is not; it knows what it perceives and the map.

First its reflexes, in order; then the best of its plans, by rank and then by worth. A plan is kept until another is
clearly better, and taken up again only after a while: it does not dither (T1000.md 4, HUNT.md 5).
"""

from collections.abc import Callable
from typing import NamedTuple

from game.agent.command import IDLE, RUN, Command, toward
from game.agent.percept import Percept
from game.ai import ambush, ask, call, chase, disguise, grip, mask, mend, notice, patience
from game.ai.glance import glance
from game.ai.memory import HunterMemory
from game.ai.odds import Odds, odds_of
from game.ai.search import follow, search
from game.ai.stalk import quiet_gait
from game.core.dice import Dice

Act = Callable[[Percept, HunterMemory, Dice], Command]
Wish = Callable[[Percept, HunterMemory], str]
Bid = Callable[[Percept, HunterMemory, Odds], tuple[int, float]]

EVERY, SOON = 30, 6  # ticks between two choices, and until one after news
AT_HAND = 2.2  # metres
HOLD = 60  # ticks for which any plan is kept while he is not as good as caught
CLEARLY, MARGIN = 1.25, 0.03  # how much better another plan must be
NEWS, NEWS_OF_HIM = 0.04, 0.2  # what a lead is worth that names a room, and one that names a place
POURS_FOR = 300  # ticks after which it no longer waits to run out under a door: unwatched it takes two seconds
LEAST = 0.02  # worth below which a rank does not count


# ------------------------------------------------------------------ reflexes
def stunned(percept: Percept, _memory: HunterMemory) -> str:
    return "its shape has to close first" if percept.me.staggered or percept.me.down else ""


def holding(percept: Percept, _memory: HunterMemory) -> str:
    return "it has the boy" if percept.me.holding else ""


def shifting(percept: Percept, memory: HunterMemory) -> str:
    if not percept.me.busy or memory.doing not in ("change", "pour"):
        return ""
    if memory.doing == "pour" and percept.tick - memory.did_at > POURS_FOR:
        return ""  # somebody does not take his eyes off it
    return "half one and half the other" if memory.doing == "change" else "runs out under a door"


def do_nothing(_percept: Percept, _memory: HunterMemory, _dice: Dice) -> Command:
    return IDLE


def keep_still(percept: Percept, _memory: HunterMemory, _dice: Dice) -> Command:
    return toward(0.0, 0.0, aim=(percept.me.fx * 4.0, percept.me.fy * 4.0))


# In order: what it is called, when (the words are the reason, none means no), and how it is done.
REFLEXES: tuple[tuple[str, Wish, Act], ...] = (
    ("stunned", stunned, do_nothing),
    ("carry", holding, grip.carry),
    ("shift", shifting, keep_still),
    ("break off", mend.hurt, mend.break_off),
    ("seize", grip.in_reach, grip.seize),
    ("strike", grip.in_the_way, grip.strike),
)


# ------------------------------------------------------------------ plans
def deceit(percept: Percept, memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    return 2, disguise.bid(percept, memory, odds)


def waiting(percept: Percept, memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    return 3 if percept.me.guise else 2, ambush.bid(percept, memory, odds)  # a thing does not run


def calling(percept: Percept, memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    return 3 if percept.me.guise and memory.plan == "lure" else 2, call.bid(percept, memory, odds)


def asking(percept: Percept, memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    return 2, ask.bid(percept, memory, odds)


def leading(percept: Percept, memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    first = notice.lead(percept, memory)
    if odds.prey is not None or first is None:
        return 2, 0.0
    return 2, NEWS if first.what in notice.VAGUE else NEWS_OF_HIM


def searching(_percept: Percept, _memory: HunterMemory, odds: Odds) -> tuple[int, float]:
    return 1, 0.1 + 0.1 * odds.loc


def do_search(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    memory.intent, memory.why = "search", "nothing better to do"
    return search(percept, memory, dice, RUN if memory.unmasked else quiet_gait(percept, memory))


def do_follow(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    memory.intent = "lead"
    command = follow(percept, memory, dice, RUN if memory.unmasked else quiet_gait(percept, memory))
    memory.ended = memory.ended or command is None
    return command or IDLE


class Plan(NamedTuple):
    """A plan: what it bids (rank, worth), how it is done, and its times in ticks.

    hold: kept for so long whatever else comes up, 0 like any; rest: not taken up again for so long after its end;
    fruitless: given up after so long without a sight of him, and left for as long (0 never).
    """

    bid: Bid
    do: Act
    hold: int = 0
    rest: int = 0
    fruitless: int = 0


PLANS: dict[str, Plan] = {
    "chase": Plan(chase.bid, chase.run),
    "question": Plan(asking, ask.question, rest=60),  # before deceit: it asks before it puts that face off
    "deceive": Plan(deceit, mask.deceive, hold=180, rest=120, fruitless=40 * 60),
    "ambush": Plan(waiting, ambush.wait, hold=300, rest=300),
    "lure": Plan(calling, call.lure, hold=600, rest=300),
    "lead": Plan(leading, do_follow),
    "search": Plan(searching, do_search),
}


def decide(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Return what the T-1000 does for the next tenth of a second."""
    notice.take_in(percept, memory, dice)
    patience.count(percept, memory)
    intent, command = memory.intent, first(percept, memory, dice, REFLEXES)
    if command is None:
        if due(percept, memory):
            choose(percept, memory)
        command = PLANS[memory.plan].do(percept, memory, dice)
    if memory.intent != intent:
        memory.since = percept.tick
    return glance(percept, memory, command)


def first(
    percept: Percept, memory: HunterMemory, dice: Dice, order: tuple[tuple[str, Wish, Act], ...]
) -> Command | None:
    """Do the first thing in an order that there is a reason for."""
    for intent, wish, do in order:
        why = wish(percept, memory)
        if why:
            memory.intent, memory.why = intent, why
            return do(percept, memory, dice)
    return None


def due(percept: Percept, memory: HunterMemory) -> bool:
    """Say whether it is time to choose anew: twice a second, and soon after something that matters has happened."""
    prey = notice.prey_track(percept, memory)
    near = prey is not None and prey.distance < AT_HAND
    news = (prey is not None, near, percept.me.face, memory.mood)
    if news != memory.news:
        memory.news = news
        memory.choose_at = min(memory.choose_at, percept.tick + SOON)
    return memory.ended or not memory.plan or percept.tick >= memory.choose_at


def choose(percept: Percept, memory: HunterMemory) -> None:
    """Let the plans bid, and change to another if it is clearly better."""
    memory.choose_at = percept.tick + EVERY
    odds = odds_of(percept, memory)
    bids = {name: ranked(*plan.bid(percept, memory, odds)) for name, plan in PLANS.items()}
    rests = leaves(percept, memory, odds)
    if memory.ended or (memory.plan in bids and not bids[memory.plan][0]):  # done, or worth nothing any more
        memory.cool[memory.plan] = max(memory.cool.get(memory.plan, 0), percept.tick + rests)
    open_to = {name: b for name, b in bids.items() if memory.cool.get(name, 0) <= percept.tick or name == "search"}
    order = sorted(open_to, key=lambda name: (-open_to[name][0], -open_to[name][1]))
    memory.scores = [(name, open_to[name][1]) for name in order[:3]]
    best, now = order[0], memory.plan
    if not memory.ended and now in open_to and not better(percept, memory, open_to[best], open_to[now]):
        best = now
    memory.ended = False
    if best != now:
        memory.plan, memory.plan_since = best, percept.tick


def leaves(percept: Percept, memory: HunterMemory, odds: Odds) -> int:
    """End a plan that has led to nobody for too long; return for how many ticks a plan that has ended is left alone."""
    plan = PLANS.get(memory.plan)
    if plan is None:
        return 0
    if plan.fruitless and odds.prey is None and percept.tick - memory.plan_since > plan.fruitless:
        memory.ended = True
        return plan.fruitless
    return plan.rest


def ranked(rank: int, worth: float) -> tuple[int, float]:
    """Round a bid, so that equal ones stay equal; what is worth nothing has no rank."""
    return (rank if worth > LEAST else 0), round(worth, 4)


def better(percept: Percept, memory: HunterMemory, best: tuple[int, float], now: tuple[int, float]) -> bool:
    """Say whether the best bid is so much better that the plan under way is dropped for it."""
    held, plan = percept.tick - memory.plan_since, PLANS.get(memory.plan)
    hold = plan.hold if plan is not None else 0
    if best[0] > now[0]:
        return held >= (hold if best[0] == 3 else HOLD) or now[0] == 0
    return best[0] == now[0] and best[1] > CLEARLY * now[1] + MARGIN and held >= (hold or HOLD)
