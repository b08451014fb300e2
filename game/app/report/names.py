"""What the report calls people, places and intents: the player's words for the rules' names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.looks import LOOKS

if TYPE_CHECKING:
    from game.session import Session

OURS = {"t800": "YOU", "john": "JOHN", "sarah": "SARAH", "t1000": "IT"}


def spaced(name: str) -> str:
    """Return a rules' name in capitals and with blanks."""
    return name.replace("_", " ").upper()


def of_look(look: str) -> str:
    """Return what somebody who looks so is called."""
    return LOOKS[look].name if look in LOOKS else spaced(look)


def named(session: Session, name: str) -> str:
    """Return what a body is called: us by our names, a numbered one by its own, a passer-by by what he does."""
    if name in OURS:
        return OURS[name]
    world = session.world
    slot = world.slot(name)
    if slot < 0:
        return spaced(name)
    kind = world.kind_name(slot)
    return spaced(name) if name.startswith(kind) else of_look(world.look(slot))


def somebody(words: str) -> str:
    """Put the right article before a word: A GUARD, AN OFFICER."""
    return f"{'AN' if words[:1] in 'AEIOU' else 'A'} {words}"
