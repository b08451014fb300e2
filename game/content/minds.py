"""Minds by name: the function that decides and the Memory it keeps; an actor's row, or the pursuer chosen for a run, names one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.agent.command import Command
from game.agent.percept import Percept
from game.ai import ally, hunter, law, rivals, ward
from game.ai.ally_memory import AllyMemory
from game.ai.law_memory import LawMemory
from game.ai.memory import HunterMemory
from game.ai.ward_memory import WardMemory
from game.core.dice import Dice


@dataclass(frozen=True)
class Mind:
    """decide(percept, memory, dice) -> Command; `memory` makes a blank one."""

    decide: Callable[[Percept, Any, Dice], Command]
    memory: type


MINDS: dict[str, Mind] = {
    "ward": Mind(ward.decide, WardMemory),
    "ally": Mind(ally.decide, AllyMemory),
    "t1000": Mind(hunter.decide, HunterMemory),
    "chaser": Mind(rivals.chaser, HunterMemory),
    "sweep": Mind(rivals.sweep, HunterMemory),
    "guard": Mind(law.decide, LawMemory),
    "police": Mind(law.decide, LawMemory),
}

# Pursuers that a run may ask for: name -> mind, None for nobody at all.
PURSUERS: dict[str, str | None] = {"t1000": "t1000", "chaser": "chaser", "sweep": "sweep", "none": None}
