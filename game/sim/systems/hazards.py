"""Steam, live rails, fire, cold, presses, gears: places that do something to who stands in them, always or in beats.

A place works while its condition holds, or for as long as something has set it off (`run`).
"""

from typing import NamedTuple

import numpy as np

from game.content.actors import TEAM_INDEX
from game.core.ground import Zone
from game.sim import events as E
from game.sim.conditions import AnyCondition
from game.sim.kernels.inside import upright_in
from game.sim.systems import cold
from game.sim.systems.combat import CRACKED, hurt, lose_cohesion, stagger
from game.sim.world import World

EVERY = 6  # ticks
AGAIN = 20  # ticks between two wounds; a stroke wounds once
FLOORED = 45  # ticks that people lie who are knocked over

_inside = np.zeros(512, np.int64)  # scratch


class Harm(NamedTuple):
    """What a kind of hazard does each time.

    folds     it folds the machine, and takes so much `cohesion`
    flesh, machine   what it takes from people and from the T-800
    floors    it knocks people over, the ward too; who works there knows its beat
    chills, heats    it makes cold, it thaws
    level     how loud it sets in, 0 silent
    warns     ticks before each beat at which it can be heard to come, 0 never
    """

    folds: bool = False
    cohesion: float = 0.0
    flesh: int = 0
    machine: int = 0
    floors: bool = False
    chills: bool = False
    heats: bool = False
    level: int = 0
    warns: int = 0


HARMS: dict[str, Harm] = {
    "steam": Harm(folds=True, flesh=3, level=26, warns=48),
    "power": Harm(folds=True, flesh=8, machine=2, level=22),
    "fire": Harm(flesh=5, machine=1, heats=True),
    "press": Harm(folds=True, cohesion=0.5, flesh=15, machine=10, floors=True, level=34, warns=60),
    "gears": Harm(folds=True, cohesion=0.25, flesh=10, machine=5, floors=True, level=30),
    "cryo": Harm(chills=True, level=26),
}


class Hazard(NamedTuple):
    """A place of harm: for `share` of every `period` ticks (0: always), while `when` holds."""

    kind: str
    area: Zone
    period: int
    share: float
    when: AnyCondition | None
    name: str = ""

    def on(self, world: World) -> bool:
        """Say whether it is at work on this tick."""
        if world.state.run_until.get(self.name, -1) > world.tick:
            return True
        if self.share <= 0.0 or (self.period and world.tick % self.period >= self.share * self.period):
            return False
        return self.when is None or self.when.holds(world)

    def comes(self, world: World) -> bool:
        """Say whether it warns on this tick of its next beat; one that has begun no beat yet when it is set off does not."""
        warns = HARMS[self.kind].warns
        if not (warns and self.period and self.share > 0.0):
            return False
        return (world.tick + warns) % self.period < EVERY and (self.when is None or self.when.holds(world))

    @property
    def stroke(self) -> int:
        """Return how long one beat lasts."""
        return int(self.period * self.share) if self.period else 0


def can(world: World) -> bool:
    """Say whether any place here does harm."""
    return bool(world.hazards)


def scald(world: World) -> None:
    """Let every hazard at work do what it does."""
    b, working = world.b, world.state.working
    for i, hazard in enumerate(world.hazards):
        if hazard.kind not in HARMS:
            continue
        if not hazard.on(world):
            working.pop(i, None)
            if hazard.comes(world):
                x, y = hazard.area.middle
                world.report(E.HazardArmed(hazard.kind, hazard.name, x, y, HARMS[hazard.kind].warns))
            continue
        if i not in working:
            working[i] = world.tick
            set_in(world, hazard)
        area = hazard.area
        made = upright_in(world.bodies, world.count, area.x, area.y, area.x + area.w, area.y + area.h, _inside)
        for slot in _inside[:made].tolist():
            if world.alive(slot) and area.holds(b.x[slot], b.y[slot]):
                touch(world, slot, hazard)


def set_in(world: World, hazard: Hazard) -> None:
    """Let it be heard that a hazard begins to work; who set it off is a noise to ears, a beat that never ends is none."""
    harm, (x, y) = HARMS[hazard.kind], hazard.area.middle
    world.report(E.HazardBegan(hazard.kind, hazard.name, x, y))
    if harm.level and world.state.run_until.get(hazard.name, -1) > world.tick:
        world.noise("machine", x, y, harm.level, -1)


def touch(world: World, slot: int, hazard: Hazard) -> None:
    """One body in one hazard."""
    body, harm, b = world.actors[slot].body, HARMS[hazard.kind], world.b
    if harm.chills:
        cold.chill(world, slot)
    if harm.heats and b.chill[slot] > 0.0:
        cold.warm(world, slot)
    if body == "metal":
        fold(world, slot, hazard.kind, harm)
    elif world.tick - b.hurt_at[slot] > max(AGAIN, hazard.stroke):
        if body == "machine" and harm.machine:
            hurt(world, slot, -1, harm.machine)
        elif body == "flesh" and b.held_by[slot] < 0:
            people(world, slot, harm)


def fold(world: World, slot: int, kind: str, harm: Harm) -> None:
    """The machine in it: what is solid breaks, else it folds."""
    b = world.b
    if b.stiff[slot] and harm.floors:
        b.stiff[slot] = CRACKED
    elif harm.folds and b.immune_until[slot] <= world.tick:
        if harm.cohesion:
            lose_cohesion(world, slot, harm.cohesion)
        stagger(world, slot, kind)
        world.report(E.Scalded(kind, b.x[slot], b.y[slot], slot))


def people(world: World, slot: int, harm: Harm) -> None:
    """People in it are hurt; the ward is only knocked over."""
    b, civilian = world.b, TEAM_INDEX["civilian"]
    if harm.floors and b.team[slot] == civilian:
        return
    if harm.floors:
        b.stun_until[slot] = max(b.stun_until[slot], world.tick + FLOORED)
    if harm.flesh and slot != world.ward:
        hurt(world, slot, -1, harm.flesh)
    elif harm.floors:
        b.hurt_at[slot] = world.tick
