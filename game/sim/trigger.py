"""A trigger and an objective: what a level listens for, asks and does, and what it puts on the player's screen."""

import msgspec

from game.core.ground import Zone
from game.sim.conditions import AnyCondition
from game.sim.effects import AnyEffect

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
