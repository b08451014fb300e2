"""The after-level page: four dials and no letter; plain sums over what happened (GAME.md 1, Score)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.sim.world import World


DEATH, WOUND = 25, 4  # what they take from Care


class Dials(NamedTuple):
    """Each 0..100."""

    time: int
    care: int
    trust: int
    insight: int


def dials(world: World, par: int) -> Dials:
    """Return the four dials of a run; par in ticks."""
    state = world.state
    insight = 100 * (state.early_proofs - state.accused) / max(1, state.chances) if world.hunter >= 0 else 100
    return Dials(
        time=int(100 * min(1.0, par / max(1, world.tick))),
        care=max(0, 100 - DEATH * len(state.human_cost) - WOUND * state.wounds),
        trust=int(100 * state.trust) if world.ward >= 0 else 100,
        insight=int(max(0, min(100, insight))),
    )
