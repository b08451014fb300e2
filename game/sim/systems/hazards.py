"""Steam, live rails, fire: places that do something to who stands in them, always or in beats, while their condition holds."""

from typing import NamedTuple

from game.core.ground import Zone
from game.sim.effects import AnyCondition
from game.sim.events import Scalded
from game.sim.systems.combat import hurt, stagger
from game.sim.world import World

EVERY = 6  # ticks


class Harm(NamedTuple):
    """What a kind of hazard does: whether it folds the machine, and what it takes from people and from the T-800 each time."""

    folds: bool
    flesh: int
    machine: int


HARMS: dict[str, Harm] = {
    "steam": Harm(True, 3, 0),
    "power": Harm(True, 8, 2),
    "fire": Harm(False, 5, 1),
}


class Hazard(NamedTuple):
    """A place of harm: for `share` of every `period` ticks (0: always), while `when` holds."""

    kind: str
    area: Zone
    period: int
    share: float
    when: AnyCondition | None

    def on(self, world: World) -> bool:
        """Say whether it is at work on this tick."""
        if self.period and world.tick % self.period >= self.share * self.period:
            return False
        return self.when is None or self.when.holds(world)


def scald(world: World) -> None:
    """Let every hazard at work do what it does."""
    if world.tick % EVERY or not world.hazards:
        return
    b = world.b
    for hazard in world.hazards:
        if hazard.kind not in HARMS or not hazard.on(world):
            continue
        for slot in range(world.count):
            if world.alive(slot) and not b.fluid[slot] and hazard.area.holds(b.x[slot], b.y[slot]):
                touch(world, slot, hazard.kind)


def touch(world: World, slot: int, kind: str) -> None:
    """One body in one hazard."""
    body, harm, b = world.actors[slot].body, HARMS[kind], world.b
    if body == "metal" and harm.folds and b.immune_until[slot] <= world.tick:
        stagger(world, slot, kind)
        world.report(Scalded(kind, b.x[slot], b.y[slot], slot))
    elif body == "flesh" and b.held_by[slot] < 0 and slot != world.ward and world.tick - b.hurt_at[slot] > 20:
        hurt(world, slot, -1, harm.flesh)
    elif body == "machine" and harm.machine and world.tick - b.hurt_at[slot] > 20:
        hurt(world, slot, -1, harm.machine)
