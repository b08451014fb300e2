"""What an event means to the ears: where it is heard from, how loud it is, which cue it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.cues import FLOORS
from game.content.doors import DOORS
from game.content.looks import LOOK_IDS, LOOKS
from game.content.sounds import DOORS_HEARD, OF_T800, Sound
from game.sim import events as E

if TYPE_CHECKING:
    from game.session import Session


def place_of(session: Session, e: E.Event) -> tuple[float, float]:
    """Return where an event is heard from: its own place, else its speaker's, else the player's."""
    b = session.world.b
    x, y = getattr(e, "x", None), getattr(e, "y", None)
    if x is not None and y is not None:
        return float(x), float(y)
    who = int(getattr(e, "who", -1))
    slot = who if who >= 0 else session.player
    return float(b.x[slot]), float(b.y[slot])


def level_of(session: Session, e: E.Event, row: Sound) -> float:
    """Return how loud an event is in the rules' levels."""
    if isinstance(e, E.DoorMoved):
        return float(DOORS[session.world.ground.doors[e.door].kind].noise)
    return float(getattr(e, "level", row.level))


def cue_of(session: Session, e: E.Event, row: Sound, way: str) -> str:
    """Return the cue that a row means for this event, by walker, floor, way or door."""
    if "{" not in row.cue:
        whom = int(getattr(e, "whom", -1))
        own = row.cue in OF_T800 and whom == session.player and session.world.actors[whom].body == "machine"
        return OF_T800[row.cue] if own else row.cue
    fields = {"way": way, "walker": "human", "floor": "tile", "door": "", "voice": ""}
    if isinstance(e, E.Stepped):
        role = LOOKS[LOOK_IDS[session.world.b.look[e.who]]].role
        fields["walker"] = "john" if role == "john" else "human"
        fields["floor"] = floor_at(session, e.x, e.y)
    elif isinstance(e, E.DoorMoved):
        pair = DOORS_HEARD.get(session.world.ground.doors[e.door].kind, DOORS_HEARD[""])
        fields["door"] = pair[e.shut]
    return row.cue.format(**fields)


def floor_at(session: Session, x: float, y: float) -> str:
    """Return what the floor at a place sounds like."""
    level = session.level
    h, w = level.floor.shape
    kind = int(level.floor[min(h - 1, max(0, int(y))), min(w - 1, max(0, int(x)))])
    return FLOORS.get(level.materials[kind - 1], "tile") if kind else "concrete"
