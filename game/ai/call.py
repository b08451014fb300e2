"""Calling him in somebody's voice: when he seems to be alone, from a place off his way, once in a minute and a half."""

from game.agent.command import Command, toward
from game.agent.percept import BACKOFF, DOWN, Percept, Track
from game.ai import ambush, belief
from game.ai.ambush import STICKS
from game.ai.eyes import observed
from game.ai.memory import HunterMemory, Trap, begin
from game.ai.notice import guard_track, prey_track
from game.ai.odds import FORGETS, UNKNOWN_GUARD, Odds
from game.ai.stalk import quiet_gait
from game.ai.steps import go
from game.core.curves import exp_neg, length
from game.core.dice import Dice

FIRST = 900  # ticks before which it looks for him rather than call
FROM, TO = 4.0, 24.0  # metres between it and him
PLACES_WITHIN = 15.0  # metres to a place that is made for it
LEAST_LOC = 0.3
FAMILIAR, STRANGER = 1.0, 0.48  # how ready he is to follow the voice of his protector, and anybody else's
FOUND_OUT, COST = 0.12, 0.06  # what a call that he does not believe gives away, and what any costs
LEAST_HOPE = 0.15  # of being obeyed: under this it calls no more
HOLDS_BACK, USUALLY = 0.15, 0.05  # what a call is worth for the fear of it: while it is to hold back, and else
DEAD_END = 0.1  # what a place off the way is worth more
COUNTED = -2  # Trap.lain_at once a call has been counted as obeyed
AGAIN, WAITS = 5400, 600  # ticks between two calls, and for which it waits for him
AT, CAME = 0.8, 8.0  # metres
DISTRUSTED = ("officer", "constable")  # he runs from police


def voice_of(percept: Percept, guarded: float) -> tuple[str, float]:
    """Return the voice that he would follow best, and how ready he is to; '' without one.

    guarded: how likely his protector stands beside him, so that nobody can call him in that voice.
    """
    known = percept.me.voices
    guards = [(FAMILIAR * (1.0 - guarded), v) for v in percept.briefing.prey[1:] if v in known]
    others = [(STRANGER, v) for v in known if v not in DISTRUSTED and v not in percept.briefing.prey]
    best = max(guards[:1] + others[-1:], default=(0.0, ""))
    return best[1], best[0]


def company(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return how likely his protector is beside him: what is not known counts as it was when they were last seen."""
    if memory.guard.signs & DOWN:
        return odds.guarded
    forgotten = 1.0 - (exp_neg((percept.tick - memory.guard.at) / 60.0 / FORGETS) if memory.guard.at >= 0 else 0.0)
    return float(max(0.0, odds.guarded + (memory.together - UNKNOWN_GUARD) * forgotten))


def bid(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return what it is worth to call him now."""
    trap = memory.trap
    if memory.plan == "lure" and trap.called_at >= 0:
        return 0.4  # he may be on his way
    if odds.prey is not None or odds.guard is not None or percept.me.guise or observed(percept, memory):
        return 0.0
    if memory.plan == "lure" and trap.worth > 0.0:
        return STICKS * trap.worth
    best = worth_of(percept, memory, odds)
    if best > 0.0 and memory.plan != "ambush":  # it may be on its way to lie in wait
        memory.trap = Trap(-1, percept.tick, best)
    return best


def worth_of(percept: Percept, memory: HunterMemory, odds: Odds) -> float:
    """Return what it is worth to call him: how ready he is to come and how likely alone, less what a lie costs."""
    hope = memory.calls[0] / (memory.calls[0] + memory.calls[1])
    beside = company(percept, memory, odds)
    voice, ready = voice_of(percept, beside)
    wrong = percept.tick < FIRST or not FROM < odds.gap < TO or odds.loc < LEAST_LOC or hope < LEAST_HOPE
    if wrong or not voice:
        return 0.0
    response = hope * ready
    worth = response * (1.0 - beside) * odds.loc - (1.0 - response) * FOUND_OUT - COST
    worth += HOLDS_BACK if memory.mood == BACKOFF else USUALLY
    return float(worth + (DEAD_END if place(percept) is not None else 0.0))


def place(percept: Percept) -> tuple[float, float] | None:
    """Return the nearest place made for a call, None where it calls from here."""
    me = percept.me
    near = [(length(c.x - me.x, c.y - me.y), c.x, c.y) for c in percept.briefing.calls]
    near = [n for n in near if n[0] < PLACES_WITHIN]
    return min(near)[1:] if near else None


def lure(percept: Percept, memory: HunterMemory, dice: Dice) -> Command:
    """Go to the place, call, and wait for him."""
    trap, me = memory.trap, percept.me
    voice, _ = voice_of(percept, memory.together)
    memory.intent, memory.why = "lure", f"calls him as {voice}"
    prey = prey_track(percept, memory)
    if trap.called_at < 0:
        if not voice or prey is not None or guard_track(percept) is not None:
            return done(percept, memory)
        spot = place(percept)
        if spot is not None and length(spot[0] - me.x, spot[1] - me.y) > AT:
            memory.why = f"goes where he could be called to, as {voice}"
            return go(percept, memory, dice, spot, gait=quiet_gait(percept, memory), stop=AT * 0.6)
        memory.trap = trap = Trap(-1, percept.tick, trap.worth, called_at=percept.tick)
        memory.calls[1] += 0.5
        return Command(voice=me.voices.index(voice))
    if prey is not None and prey.distance < CAME and trap.lain_at != COUNTED:
        memory.calls[0] += 1.0
        trap.lain_at = COUNTED
    late = percept.tick - trap.called_at > WAITS
    if late or (prey is not None and not me.guise and not me.busy):
        memory.calls[1] += 0.0 if trap.lain_at == COUNTED else 0.5
        memory.why = "he came" if trap.lain_at == COUNTED else "he does not come"
        return done(percept, memory)
    memory.why = f"has called him as {voice}, and waits"
    return lie_low(percept, memory, prey)


def lie_low(percept: Percept, memory: HunterMemory, prey: Track | None) -> Command:
    """Be the floor where he was called to, and come out of it when he is there; stand and look where somebody would see it."""
    me = percept.me
    if me.guise and prey is not None:
        return ambush.spring(percept, memory, prey) or toward(0.0, 0.0, aim=(prey.x - me.x, prey.y - me.y))
    if not (me.guise or me.busy or observed(percept, memory)):
        begin(memory, "settle", percept.tick)
        return Command(choice=ambush.SETTLE)
    x, y = belief.likeliest(memory.prey, percept)
    return toward(0.0, 0.0, aim=(x - me.x, y - me.y))


def done(percept: Percept, memory: HunterMemory) -> Command:
    """Think again at once."""
    called = memory.trap.called_at >= 0
    memory.ended, memory.trap = True, Trap()
    memory.cool["lure"] = percept.tick + (AGAIN if called else 300)
    return toward(0.0, 0.0)
