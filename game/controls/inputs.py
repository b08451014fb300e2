"""From what is held and where the aim lies to one Command: pure, so that it can be tried without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.agent.command import (
    FIRE,
    FULL,
    INTERACT,
    NO_ORDER,
    RELOAD,
    RUN,
    SCAN,
    SHOVE,
    SNEAK,
    STAND_DOWN,
    STEADY,
    THROW,
    VAULT,
    WALK,
    WHISTLE,
    Command,
    quantise,
)
from game.agent.doubt import MACHINE
from game.controls.sources import settled

CONE = 0.9903  # cosine of 8 degrees: how far a pad's aim is pulled toward somebody in sight
POINTED_AT = 1.2  # metres between the aim and somebody who is meant
PLACES = 1023  # the last half metre that a Command can name

Pair = tuple[float, float]
_BITS = {
    "fire": FIRE,
    "steady": STEADY,
    "reload": RELOAD,
    "shove": SHOVE,
    "interact": INTERACT,
    "throw": THROW,
    "scan": SCAN,
    "whistle": WHISTLE,
    "vault": VAULT,
    "stand_down": STAND_DOWN,
}


@dataclass(frozen=True)
class Inputs:
    """What the hands want on one tick: actions that last (`held`), actions that began (`pressed`), the left stick."""

    held: frozenset[str] = frozenset()
    pressed: frozenset[str] = frozenset()
    stick: Pair = (0.0, 0.0)


def command_from(
    inputs: Inputs,
    aim: Pair = (0.0, 0.0),
    weapon: int = 0,
    order: int = NO_ORDER,
    place: Pair | None = None,
    mark: tuple[int, int] = (-1, 0),
) -> Command:
    """Return the Command for one tick.

    aim     metres from the body
    weapon  slot wanted, 0 keeps the one in hand
    place   metres on the map, where the order sends the ward
    mark    a track in sight and the verdict on it
    """
    wanted = inputs.held | inputs.pressed
    move_x, move_y = _walk(wanted, inputs.stick)
    aim_x, aim_y = quantise(*aim)
    order_x, order_y = (_half(place[0]), _half(place[1])) if order and place else (-1, -1)
    return Command(
        move_x=move_x,
        move_y=move_y,
        aim_x=aim_x,
        aim_y=aim_y,
        gait=RUN if "run" in wanted else SNEAK if "sneak" in wanted else WALK,
        held=sum(bit for action, bit in _BITS.items() if action in wanted),
        weapon=weapon,
        order=order,
        order_x=order_x,
        order_y=order_y,
        mark=mark[0],
        verdict=mark[1],
    )


def _walk(wanted: frozenset[str], stick: Pair) -> tuple[int, int]:
    """Return the way to walk, -127..127 each: keys if any is held (diagonals no faster), else the stick."""
    dx = ("right" in wanted) - ("left" in wanted)
    dy = ("down" in wanted) - ("up" in wanted)
    if dx or dy:
        size = (dx * dx + dy * dy) ** 0.5
        return round(dx / size * FULL), round(dy / size * FULL)
    x, y = settled(*stick)
    return round(x * FULL), round(y * FULL)


def _half(metres: float) -> int:
    return max(0, min(PLACES, int(metres * 2)))


class Face(NamedTuple):
    """Somebody in the player's sight: offset from the body in metres, track, the verdict that he is marked with."""

    x: float
    y: float
    track: int = -1
    verdict: int = 0


def marked(aim: Pair, faces: Sequence[Face]) -> tuple[int, int]:
    """Return (track, next verdict) of the face nearest to where the aim points, or (-1, 0) where there is none."""
    face = min(faces, key=lambda f: (f.x - aim[0]) ** 2 + (f.y - aim[1]) ** 2, default=None)
    if face is None or (face.x - aim[0]) ** 2 + (face.y - aim[1]) ** 2 > POINTED_AT**2:
        return -1, 0
    return face.track, face.verdict % MACHINE + 1  # doubtful, cleared, machine, and round


def pulled(aim: Pair, faces: Sequence[Face]) -> Pair:
    """Return a pad's aim drawn onto the nearest face within its cone, or as it was without one."""
    size = (aim[0] ** 2 + aim[1] ** 2) ** 0.5
    best: Pair | None = None
    for x, y, *_ in faces:
        far = (x * x + y * y) ** 0.5
        if size > 0 and far > 0 and (x * aim[0] + y * aim[1]) >= CONE * far * size:
            best = min(best or (x, y), (x, y), key=lambda p: p[0] ** 2 + p[1] ** 2)
    return best or aim
