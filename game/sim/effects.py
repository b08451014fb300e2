"""What a trigger does: one frozen struct for each `do` word; its fields are its words, in order.

level/ only parses lines into these; the schema, the lint and the level maker's page are made from them.
The world's side of each word is a method here, short because World has the verbs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from game.sim.world import World

OpenShut = Literal["open", "shut"]
StartStop = Literal["start", "stop"]
OrderWord = Literal["FOLLOW", "STAY", "HIDE", "RUN_TO"]
LESSON = "lesson_"  # flags of this beginning are lessons


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
    """`ask WHO [TOPIC]`: the ward puts a private question to the player's body, who chooses the answer on his screen.

    Then the flag `answered` is set, and `answered_right` or `answered_wrong`; silence is wrong.
    """

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
