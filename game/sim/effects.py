"""The trigger language: one frozen struct for each `do` word and each `when` word; its fields are its words, in order.

level/ only parses lines into these; the schema, the lint and the level maker's page are made from them.
The world's side of each word is a method here, short because World has the verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from game.core.ground import Zone

if TYPE_CHECKING:
    from game.sim.world import World

OnOff = Literal["on", "off"]
OpenShut = Literal["open", "shut"]
StartStop = Literal["start", "stop"]
Compare = Literal["<", ">", "<=", ">=", "=", "=="]
OrderWord = Literal["FOLLOW", "STAY", "HIDE", "RUN_TO"]
LESSON = "lesson_"  # flags of this beginning are lessons


# ------------------------------------------------------------------ when: conditions
class Condition(msgspec.Struct, frozen=True, tag=True):
    """Something that is true or not on this tick."""

    def holds(self, world: World) -> bool:
        raise NotImplementedError


class And(Condition, frozen=True, tag=True):
    parts: tuple[AnyCondition, ...]

    def holds(self, world: World) -> bool:
        return all(p.holds(world) for p in self.parts)


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
        zone = world.ground.zone(self.zone)
        slots = world.who(self.who)
        return zone is not None and bool(slots) and all(zone.holds(world.b.x[s], world.b.y[s]) for s in slots)


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
    And | Or | Not | Flag | Done | In | Near | Sees | Held | TimerIs | Count | Gone | Has | Suspects | TrustIs | Lit
)
WHEN: dict[str, type[Condition]] = {
    "flag": Flag,
    "done": Done,
    "in": In,
    "near": Near,
    "sees": Sees,
    "suspects": Suspects,
    "trust": TrustIs,
    "held": Held,
    "gone": Gone,
    "has": Has,
    "lit": Lit,
    "timer": TimerIs,
    "count": Count,
}


# ------------------------------------------------------------------ do: effects
class Effect(msgspec.Struct, frozen=True, tag=True):
    """Something that a trigger does, once, when it fires; `by` is the slot that set it off, -1 nobody."""

    def happen(self, world: World, by: int) -> None:
        raise NotImplementedError


class Say(Effect, frozen=True, tag=True):
    """`say WHO LINE`: show a line of the words table (`card` for a card)."""

    who: str
    line: str

    def happen(self, world: World, by: int) -> None:
        world.say(self.who, self.line)


class SetFlag(Effect, frozen=True, tag="flag"):
    """`flag NAME`: set a flag."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.set_flag(self.name)


class SetObjective(Effect, frozen=True, tag="objective"):
    """`objective NAME`: make it the one on screen."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.set_objective(self.name)


class SetTimer(Effect, frozen=True, tag="timer"):
    """`timer NAME start|stop`: start a timer from nothing, or stop it."""

    name: str
    what: StartStop

    def happen(self, world: World, by: int) -> None:
        world.set_timer(self.name, self.what == "start")


class GiveItem(Effect, frozen=True, tag="item"):
    """`item WHO KIND [N]`: give somebody a weapon or rounds."""

    who: str
    kind: str
    n: int = 0

    def happen(self, world: World, by: int) -> None:
        for slot in world.who(self.who):
            world.give(slot, self.kind, self.n)


class SetDoor(Effect, frozen=True, tag="door"):
    """`door NAME open|shut`: move a door; with a delay it goes back by itself."""

    name: str
    what: OpenShut

    def happen(self, world: World, by: int) -> None:
        world.set_door(self.name, self.what == "shut", by)


class SetLamps(Effect, frozen=True, tag="set"):
    """`set GROUP on|off|strobe_slow`: switch the lights of a group, or let them beat slowly."""

    group: str
    what: Literal["on", "off", "strobe_slow"]

    def happen(self, world: World, by: int) -> None:
        world.set_lamps(self.group, self.what != "off", self.what == "strobe_slow")


class Blast(Effect, frozen=True, tag="blast"):
    """`blast noise LEVEL`: a loud noise at the trigger's place or at whoever set it off."""

    kind: Literal["noise"]
    level: int

    def happen(self, world: World, by: int) -> None:
        if by >= 0:
            world.noise("machine", world.b.x[by], world.b.y[by], self.level, by)


class Alarm(Effect, frozen=True, tag="alarm"):
    """`alarm crowd|fire|noise|siren [ROOM]`: a fright where it is set off, a bell that empties the place, a noise to draw ears."""

    what: Literal["crowd", "fire", "noise", "siren"]
    place: str = ""

    def happen(self, world: World, by: int) -> None:
        world.alarm(self.what, self.place, by)


class Fact(Effect, frozen=True, tag="fact"):
    """`fact NAME`: something that the player's side has learned and the machine has not."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.learn(self.name)


class Lesson(Effect, frozen=True, tag="lesson"):
    """`lesson NAME`: the machine has learned something from people (content/lessons.py); it sets the flag `lesson_NAME`."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.set_flag(f"{LESSON}{self.name}")


class Camera(Effect, frozen=True, tag="camera"):
    """`camera ping WHO` | `camera lead PLACE TICKS` | `camera PLACE TICKS`: show a direction, or a place for a moment."""

    what: str
    where: str = ""
    ticks: int = 0

    def happen(self, world: World, by: int) -> None:
        world.camera(self.what, self.where, self.ticks)


class Ask(Effect, frozen=True, tag="ask"):
    """`ask WHO [TOPIC]`: the ward puts a private question to the player's body; he chooses the answer on his screen."""

    who: str
    topic: str = ""

    def happen(self, world: World, by: int) -> None:
        for slot in world.who(self.who):
            world.state.to_ask = (slot, self.topic)


class Throw(Effect, frozen=True, tag="throw"):
    """`throw WHO THING ZONE`: somebody throws a thing that he carries there; molten steel keeps it (`count molten_item`)."""

    who: str
    thing: str
    zone: str

    def happen(self, world: World, by: int) -> None:
        for slot in world.who(self.who):
            world.hurl(slot, self.thing, self.zone)


class Remove(Effect, frozen=True, tag="remove"):
    """`remove WHO`: somebody leaves the place for good (`them`: who set it off); `count KIND_out` counts them by kind."""

    who: str

    def happen(self, world: World, by: int) -> None:
        for slot in [by] if self.who == "them" else world.who(self.who):
            world.leave(slot)


class Spawn(Effect, frozen=True, tag="spawn"):
    """`spawn NAME`: somebody who waits outside comes in where the map has placed them."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.bring_in(self.name)


class Goto(Effect, frozen=True, tag="goto"):
    """`goto WHO PLACE`: somebody with a mind of their own gets the wish to be there."""

    who: str
    place: str

    def happen(self, world: World, by: int) -> None:
        world.wish_to_be(self.who, self.place)


class Control(Effect, frozen=True, tag="control"):
    """`control WHO [WHERE]`: the player drives another body of his side from now on; his own: the last steps are the story's."""

    who: str
    where: str = ""

    def happen(self, world: World, by: int) -> None:
        world.set_flag(f"control_{self.who}")
        world.hand_over(world.slot(self.who))


class Branch(Effect, frozen=True, tag="branch"):
    """`branch MISSION`: the mission is won and the story goes on there."""

    mission: str

    def happen(self, world: World, by: int) -> None:
        world.branch(self.mission)


class Report(Effect, frozen=True, tag="report"):
    """`report radio PLACE LOOK`: a call that every radio hears: somebody like this, seen there; `false` for a lie."""

    by: Literal["radio"]
    place: str
    look: str

    def happen(self, world: World, by: int) -> None:
        world.radio(self.place, self.look)


class Vehicle(Effect, frozen=True, tag="vehicle"):
    """`vehicle PROP roll ZONE`: it rolls that way and rams; `swing`: on a crane, and back; `mount`: somebody gets on.

    `vehicle PROP drive`: who set it off (at the start the player) takes the wheel, and his side gets in.
    `vehicle PROP loop FROM TO`: it is carried by the way from one zone to the other, which looks the same there.
    """

    prop: str
    what: Literal["roll", "mount", "swing", "drive", "loop"]
    zone: str = ""
    to: str = ""

    def happen(self, world: World, by: int) -> None:
        if self.what in ("roll", "swing"):
            world.roll(self.prop, self.zone, by, swings=self.what == "swing")
        elif self.what == "drive":
            world.take_wheel(self.prop, by)
        elif self.what == "loop":
            world.loop(self.prop, self.zone, self.to)
        else:
            world.mount(self.prop, by)


class RunHazard(Effect, frozen=True, tag="run"):
    """`run HAZARD [TICKS]`: let a place of harm work now, for so long: a stroke, steam, gears, cold."""

    hazard: str
    ticks: int = 240

    def happen(self, world: World, by: int) -> None:
        world.state.run_until[self.hazard] = world.tick + self.ticks


class Music(Effect, frozen=True, tag="music"):
    """`music CUE`: a cue for the music to follow: dusk, quiet, mill, faces, cell, drop, proof, panic, chase, last, end."""

    cue: str

    def happen(self, world: World, by: int) -> None:
        world.music(self.cue)


class Checkpoint(Effect, frozen=True, tag="checkpoint"):
    """`checkpoint NAME`: remember this moment, as soon as it is quiet enough to come back to."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.want_checkpoint(self.name)


class GiveOrder(Effect, frozen=True, tag="order"):
    """`order WHO WORD`: the ward takes an order as if the player had given it."""

    who: str
    word: OrderWord

    def happen(self, world: World, by: int) -> None:
        for slot in world.who(self.who):
            world.order(slot, self.word)


class Ending(Effect, frozen=True, tag="ending"):
    """`ending NAME`: the mission is won."""

    name: str

    def happen(self, world: World, by: int) -> None:
        world.win(self.name)


AnyEffect = (
    Say
    | SetFlag
    | SetObjective
    | SetTimer
    | GiveItem
    | SetDoor
    | SetLamps
    | Blast
    | Alarm
    | Report
    | Vehicle
    | RunHazard
    | Music
    | Checkpoint
    | GiveOrder
    | Ending
    | Fact
    | Lesson
    | Camera
    | Ask
    | Throw
    | Remove
    | Spawn
    | Goto
    | Control
    | Branch
)
DO: dict[str, type[Effect]] = {
    "say": Say,
    "flag": SetFlag,
    "objective": SetObjective,
    "timer": SetTimer,
    "item": GiveItem,
    "door": SetDoor,
    "set": SetLamps,
    "blast": Blast,
    "alarm": Alarm,
    "report": Report,
    "vehicle": Vehicle,
    "run": RunHazard,
    "music": Music,
    "checkpoint": Checkpoint,
    "order": GiveOrder,
    "ending": Ending,
    "fact": Fact,
    "lesson": Lesson,
    "camera": Camera,
    "ask": Ask,
    "throw": Throw,
    "remove": Remove,
    "spawn": Spawn,
    "goto": Goto,
    "control": Control,
    "branch": Branch,
}

# what a trigger may listen for, and in which words the level maker's page tells it
ON: dict[str, str] = {
    "start": "the level begins",
    "enter": "`who` comes into the area (`all`: when the last of them has)",
    "leave": "`who` goes out of it",
    "use": "`who` has worked a device in the area",
    "shot": "`who` fires there, or is hit there",
    "see": "`who`, a stranger, makes somebody out there",
    "hear": "`who` hears something there",
    "down": "`who` falls there",
    "ask": "`who` is asked a private question there",
    "flag": "a flag has been set, whichever: ask for it with `when`",
    "timer": "asked ten times a second: `when` says for what",
}


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """When `on` happens to `who` inside `area` (None: anywhere) and `when` holds, do the effects in order.

    `once`: never again after the first time. `wait`: ticks before it may fire again.
    """

    id: int
    name: str
    on: str
    do: tuple[AnyEffect, ...]
    who: str = ""
    when: AnyCondition | None = None
    once: bool = True
    wait: int = 0
    area: Zone | None = None


class Objective(msgspec.Struct, frozen=True, kw_only=True):
    """A line on the player's screen, done when `done` holds; `next` follows it."""

    id: str
    text: str
    done: AnyCondition
    next: str = ""
    optional: bool = False
    marker: str = ""
