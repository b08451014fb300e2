"""How the others saw it: who noticed whom by which sense, and what the hunter made up its mind to do and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.app.progress import clock
from game.app.report.names import named, spaced
from game.content.lines import CAUSES
from game.content.looks import LOOKS

if TYPE_CHECKING:
    from game.session import Session
    from game.sim.state import Alert, Decision

LIGHTS = ((0.45, "IN THE LIGHT"), (0.2, "IN HALF LIGHT"), (0.0, "IN THE DARK"))
AGAIN = 900  # ticks: whoever notices the same one again within them has never lost him
CLOSE = frozenset({"chase", "seize", "carry", "stunned", "strike", "shift", "break off"})  # one fight
AFTER_HIM = frozenset({"walk along", "stalk"})  # one approach, however often an eye rests on it
TOLD_AS_ONE = {intent: kin for kin in (CLOSE, AFTER_HIM) for intent in kin}
LOOK = re.compile(r"\b(" + "|".join(sorted(LOOKS, key=len, reverse=True)) + r")\b")  # it thinks in looks
A_VOWEL = re.compile(r"\ba (?=[aeiou])")
NOTHING = "perceives nobody"  # as the decision log has it
SAME = 420  # ticks between two turns of one


@dataclass(frozen=True)
class Turn:
    """A decision, a fight or an approach: since and until when, what, why, how often it turned, the best three, what told it."""

    since: int
    until: int
    intent: str
    why: str
    turns: int
    scores: list[tuple[str, float]]
    by: list[str] = field(default_factory=list)


def cause_line(session: Session, a: Alert) -> str:
    """Return who noticed whom and how, as the cause line of the moment said it."""
    words = CAUSES.get(a.sense, "{who} NOTICED {whom}")
    light = next(words for least, words in LIGHTS if a.light >= least)
    who, whom = named(session, a.who), named(session, a.whom)
    return words.format(who=who, whom=whom, distance=a.distance, light=light, kind=spaced(a.kind))


def alert_lines(session: Session) -> list[tuple[str, str]]:
    """Return when, and who noticed whom how; who kept finding the same one is told once, with how often."""
    told: list[tuple[Alert, int]] = []
    last: dict[tuple[str, str], tuple[int, int]] = {}  # who and whom -> place in `told`, tick
    for a in session.world.state.alerts:
        at, tick = last.get((a.who, a.whom), (-1, -AGAIN))
        if a.tick - tick < AGAIN:
            told[at] = told[at][0], told[at][1] + 1
        else:
            at = len(told)
            told.append((a, 1))
        last[a.who, a.whom] = at, a.tick
    return [(clock(a.tick), cause_line(session, a) + (f"   x{n}" if n > 1 else "")) for a, n in told]


def turns(session: Session) -> list[Turn]:
    """Return what the hunter decided, its fights and its approaches drawn together."""
    out: list[Turn] = []
    for d in session.world.state.decisions:
        kin = TOLD_AS_ONE.get(d.intent, ())
        if out and out[-1].intent in kin and d.tick - out[-1].until < SAME:
            was = out[-1]
            out[-1] = Turn(was.since, d.tick, was.intent, was.why, was.turns + 1, was.scores, was.by)
        else:
            out.append(_turn(d))
    return out


def _turn(d: Decision) -> Turn:
    return Turn(d.tick, d.tick, d.intent, plainly(d.why), 1, [s for s in d.scores if s[1] > 0], d.by)


def plainly(words: str) -> str:
    """Return its own words as people would say them: names for looks, spaces for underscores."""
    words = LOOK.sub(lambda found: LOOKS[found[0]].name.lower(), words)
    return A_VOWEL.sub("an ", words.replace("_", " "))


def why_caught(session: Session) -> str:
    """Return what it was about before the fight in which it got him, and what had told it, '' if it never was."""
    plans = [d for d in session.world.state.decisions if d.intent not in CLOSE]
    if not plans:
        return ""
    last = _turn(plans[-1])
    told = [words for words in last.by if words != NOTHING]
    return f"{last.intent}: {last.why}".upper() + (f" ({plainly(told[0])})".upper() if told else "")
