"""What the player's body carries, and whom it sees: read off a run for the hands, the hints and the overlay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.agent.command import RELOAD, Command
from game.content.weapons import WEAPONS
from game.controls.inputs import Face

if TYPE_CHECKING:
    from game.hud import Hud
    from game.session import Session

PULLS = 12  # ticks between two tries to fill an empty gun: a hand that is folded over cannot


def hand(session: Session) -> str:
    """Return the weapon in hand, '' none."""
    gear = session.world.state.gear.get(session.player)
    return gear.weapon if gear and gear.weapon in WEAPONS else ""


def armed(session: Session) -> bool:
    """Say whether a gun is in hand."""
    held = hand(session)
    return bool(held) and WEAPONS[held].sort == "gun"


def carried(session: Session) -> dict[int, str]:
    """Return what is carried, by slot; of two in one slot the later."""
    gear = session.world.state.gear.get(session.player)
    return {WEAPONS[w].slot: w for w in gear.owned} if gear else {}


def in_sight(session: Session) -> list[int]:
    """Return the slots of those whom the player sees with his own eyes, himself and his ward left out."""
    b, ours = session.world.b, (session.player, session.ward)
    sees = session.world.sees_now[session.player].tolist()
    return [j for j, seen in enumerate(sees) if seen and b.here[j] and not b.down[j] and j not in ours]


def faces(session: Session) -> list[Face]:
    """Return those in sight as the hands need them, for marks and for the pad's aim."""
    world, b, me = session.world, session.world.b, session.player
    track, marks = world.track[me].tolist(), world.state.marks
    return [Face(b.x[j] - b.x[me], b.y[j] - b.y[me], track[j], marks.get(j, 0)) for j in in_sight(session)]


def refilled(command: Command, hud: Hud, tick: int) -> Command:
    """Return a Command that fills the gun in hand too, where it is empty and there is something to fill it with."""
    empty = hud.magazine > 0 and hud.rounds == 0 < hud.spare and not hud.reloading
    return msgspec.structs.replace(command, held=command.held | RELOAD) if empty and tick % PULLS == 0 else command
