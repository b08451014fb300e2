"""What a trigger asks: one frozen struct for each `when` word; its fields are its words, in order.

level/ only parses lines into these; the schema, the lint and the level maker's page are made from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from game.content.looks import LOOKS

if TYPE_CHECKING:
    from game.sim.world import World

OnOff = Literal["on", "off"]
Compare = Literal["<", ">", "<=", ">=", "=", "=="]


class Condition(msgspec.Struct, frozen=True, tag=True):
    """Something that is true or not on this tick."""

    def holds(self, world: World) -> bool:
        raise NotImplementedError


class And(Condition, frozen=True, tag=True):
    parts: tuple[AnyCondition, ...]

    def holds(self, world: World) -> bool:
        for part in self.parts:  # noqa: SIM110  # PERF: a generator takes as long again as what it asks
            if not part.holds(world):
                return False
        return True


class Or(Condition, frozen=True, tag=True):
    parts: tuple[AnyCondition, ...]

    def holds(self, world: World) -> bool:
        return any(p.holds(world) for p in self.parts)


class Not(Condition, frozen=True, tag=True):
    part: AnyCondition

    def holds(self, world: World) -> bool:
        return not self.part.holds(world)


class Flag(Condition, frozen=True, tag=True):
    """`flag NAME`: the flag has been set."""

    name: str

    def holds(self, world: World) -> bool:
        return self.name in world.state.flags


class Done(Condition, frozen=True, tag=True):
    """`done OBJECTIVE`: the objective is done."""

    objective: str

    def holds(self, world: World) -> bool:
        return self.objective in world.state.done


class In(Condition, frozen=True, tag=True):
    """`in WHO ZONE`: somebody stands in an area (`all`: everybody of the player's side)."""

    who: str
    zone: str

    def holds(self, world: World) -> bool:
        slots = world.who(self.who)
        zone = world.ground.zone(self.zone) if slots else None
        return zone is not None and all(zone.holds(world.b.x[s], world.b.y[s]) for s in slots)


class Near(Condition, frozen=True, tag=True):
    """`near A B METRES`: two people are within reach of each other, no wall between them."""

    a: str
    b: str
    metres: float

    def holds(self, world: World) -> bool:
        return any(world.near(a, b, self.metres) for a in world.who(self.a) for b in world.who(self.b))


class Sees(Condition, frozen=True, tag=True):
    """`sees A B`: A has made out B."""

    a: str
    b: str

    def holds(self, world: World) -> bool:
        return any(world.sees(a, b) for a in world.who(self.a) for b in world.who(self.b))


class Gone(Condition, frozen=True, tag=True):
    """`gone WHO`: nothing is left of somebody (the T-1000, after molten steel)."""

    who: str

    def holds(self, world: World) -> bool:
        return self.who in world.state.gone


class Apart(Condition, frozen=True, tag=True):
    """`apart WHO`: somebody lies about in pieces that are not one again yet (the T-1000, after a burst)."""

    who: str

    def holds(self, world: World) -> bool:
        return world.state.split_at >= 0 and world.slot(self.who) == world.hunter


class Has(Condition, frozen=True, tag=True):
    """`has WHO ITEM`: somebody carries a weapon with a round for it, or a thing."""

    who: str
    item: str

    def holds(self, world: World) -> bool:
        return any(world.has(s, self.item) for s in world.who(self.who))


class Suspects(Condition, frozen=True, tag=True):
    """`suspects WHO REF N`: WHO takes REF for the machine by log-odds of N or more: 1 uneasy, 2 avoids, 3 is sure."""

    who: str
    ref: str
    n: float

    def holds(self, world: World) -> bool:
        whom = world.slot(self.ref)
        return whom >= 0 and any(world.suspicion(o, whom) >= self.n for o in world.who(self.who))


class Form(Condition, frozen=True, tag=True):
    """`form WHO ROLE`: somebody looks like one of a role (the T-1000 wears whom it has touched)."""

    who: str
    role: str

    def holds(self, world: World) -> bool:
        return any(LOOKS[world.look(slot)].role == self.role for slot in world.who(self.who))


class TrustIs(Condition, frozen=True, tag="trust"):
    """`trust WHO OP X`: how far one of ours trusts the T-800, 0..1, an ally from -.5."""

    who: str
    op: Compare
    x: float

    def holds(self, world: World) -> bool:
        return any(compare(world.trust_of(s), self.op, self.x) for s in world.who(self.who))


class Held(Condition, frozen=True, tag=True):
    """`held WHO`: somebody has been seized."""

    who: str

    def holds(self, world: World) -> bool:
        return any(world.b.held_by[s] >= 0 for s in world.who(self.who))


class TimerIs(Condition, frozen=True, tag="timer"):
    """`timer NAME OP TICKS`: how long a started timer has run."""

    name: str
    op: Compare
    ticks: int

    def holds(self, world: World) -> bool:
        began = world.state.timers.get(self.name)
        return began is not None and compare(world.tick - began, self.op, self.ticks)


class Lit(Condition, frozen=True, tag=True):
    """`lit PROP on|off`: how the headlights of something that can be driven stand."""

    prop: str
    what: OnOff

    def holds(self, world: World) -> bool:
        ride = world.state.rides.get(self.prop)
        return ride is not None and ride.lights == (self.what == "on")


class Count(Condition, frozen=True, tag=True):
    """`count KIND OP N`: how many things of a kind have been taken or used."""

    kind: str
    op: Compare
    n: int

    def holds(self, world: World) -> bool:
        return compare(world.counted(self.kind), self.op, self.n)


def compare(value: float, op: str, other: float) -> bool:
    """Apply one of < > <= >= =."""
    if op == "<":
        return value < other
    if op == ">":
        return value > other
    if op == "<=":
        return value <= other
    if op == ">=":
        return value >= other
    return value == other


AnyCondition = (
    And
    | Or
    | Not
    | Flag
    | Done
    | In
    | Near
    | Sees
    | Held
    | TimerIs
    | Count
    | Gone
    | Apart
    | Has
    | Form
    | Suspects
    | TrustIs
    | Lit
)
WHEN: dict[str, type[Condition]] = {
    "flag": Flag,
    "done": Done,
    "in": In,
    "near": Near,
    "sees": Sees,
    "suspects": Suspects,
    "form": Form,
    "trust": TrustIs,
    "held": Held,
    "gone": Gone,
    "apart": Apart,
    "has": Has,
    "lit": Lit,
    "timer": TimerIs,
    "count": Count,
}
