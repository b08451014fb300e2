"""Who decides for a seat: a bot by its name, a mind of the game, or anybody's function by its import path."""

from __future__ import annotations

import copy
import importlib
import traceback
from collections.abc import Callable
from typing import Any, NamedTuple

from game.agent.command import IDLE, Command, checked, held_on
from game.agent.percept import Percept
from game.bots import BOTS
from game.core.dice import Dice, seed_of
from game.core.trouble import Trouble
from game.session import Session

Decide = Callable[[Percept, Any, Dice], Command]


class Policy(NamedTuple):
    """decide(percept, memory, dice) -> Command, and what makes a blank memory."""

    name: str
    decide: Decide
    memory: Callable[[], Any]


def policy(name: str) -> Policy:
    """Return a policy: a row of BOTS, or `package.module:function`; raises Trouble where there is none.

    The function's memory is made by its attribute `memory`, or is an empty dict.
    """
    if name in BOTS:
        decide, memory = BOTS[name]
        return Policy(name, decide, memory)
    module, colon, attribute = name.partition(":")
    if not colon:
        raise Trouble(
            f"bot {name!r} is unknown; choose from {', '.join(BOTS)}, or name a function as package.module:name"
        )
    try:
        found = getattr(importlib.import_module(module), attribute)
    except Exception as e:  # whatever its module does while it is imported
        raise Trouble(f"policy {name!r} cannot be loaded ({e}); give the import path of a function") from e
    if not callable(found):
        raise Trouble(f"policy {name!r} is no function; it must take (percept, memory, dice) and return a Command")
    return Policy(name, found, getattr(found, "memory", dict))


def asked(who: Policy, percept: Percept, memory: Any, dice: Dice) -> Command:
    """Return what a policy decides; raises Trouble, with the place, for whatever goes wrong in somebody's own function."""
    if ":" not in who.name:
        return who.decide(percept, memory, dice)
    try:
        made = who.decide(percept, memory, dice)
    except Exception as e:
        *_, last = traceback.extract_tb(e.__traceback__)
        if last.filename == __file__:  # it did not even begin
            raise Trouble(f"policy {who.name!r}: {e}; it must take (percept, memory, dice) and return a Command") from e
        place = f"{last.filename}, line {last.lineno}"
        raise Trouble(f"policy {who.name!r}: {type(e).__name__} at {place}: {e}; mend it there") from e
    if not isinstance(made, Command):
        raise Trouble(f"policy {who.name!r} returned {type(made).__name__}; it must return a Command")
    try:
        return checked(made)
    except ValueError as e:
        raise Trouble(f"policy {who.name!r}: {e}") from e


class Driver:
    """A policy on one seat of a session: it perceives ten times a second and its Command holds in between.

    The dice are its own: a run with another policy on this seat falls otherwise for nobody else.
    """

    def __init__(self, who: Policy, session: Session, seat: str) -> None:
        self.policy, self.seat = who, seat
        self.memory = who.memory()
        self.dice = Dice(seed_of("bot", who.name, session.seed, session.attempt))
        self.command = IDLE

    def decide(self, session: Session) -> Command:
        """Return what its body is told on the next tick; raises Trouble if the policy returns no Command."""
        percept = session.percept(self.seat)
        if percept is None:
            self.command = held_on(self.command)
        else:
            self.command = asked(self.policy, percept, self.memory, self.dice)
        return self.command

    def twin(self) -> Driver:
        """Return an independent copy that will decide the same."""
        made = copy.copy(self)
        made.memory, made.dice = copy.deepcopy(self.memory), copy.copy(self.dice)
        return made
