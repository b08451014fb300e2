"""Actions of policies: three ways to say a Command in numbers, each with its space; whatever does not fit raises ValueError."""

from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
import numpy as np
from gymnasium import spaces

from game.agent import command as C
from game.agent.command import FULL, Command, quantise
from game.core.compass import EIGHT, SIXTEEN
from game.sim.world import World

HANDS = (
    0, C.FIRE, C.FIRE | C.STEADY, C.RELOAD, C.SHOVE, C.INTERACT, C.THROW, C.SCAN, C.WHISTLE, C.VAULT, C.STAND_DOWN,
)  # fmt: skip
NEAR, MIDDLE, FAR = 2.0, 5.0, 10.0
AIM_FAR = (NEAR, MIDDLE, FAR)  # metres
HUNTS = "t1000"


class Part(NamedTuple):
    """One number of an action: its name, how many values it takes, what they mean."""

    name: str
    n: int
    means: str


COMMON = (
    Part("move", 9, "0 stand, 1-8 walk east, south-east … north-east (clockwise, y goes down)"),
    Part("gait", 3, "0 walk, 1 run, 2 sneak"),
    Part("aim", 17, "0 along the way of walking, 1-16 clockwise from east"),
    Part("far", 3, "how far off the aim is: 2, 5 or 10 m"),
    Part(
        "hands",
        len(HANDS),
        "0 nothing, 1 fire (the T-1000 strikes), 2 a steadied shot, 3 reload, 4 shove (the T-1000 seizes),"
        " 5 interact, 6 throw, 7 scan, 8 whistle, 9 vault, 10 let stand down",
    ),
)
OURS = (
    Part("weapon", 5, "0 the one in hand, 1-4 the one of that slot"),
    Part("order", 8, "0 none, then FOLLOW, STAY, HIDE, RUN_TO, ASK, TRUST, DISTRUST, for the place aimed at"),
    Part("choice", 5, "0 none, 1-4 the answer of that number"),
)
ITS = (
    Part("form", 9, "0 as it is, 1-8 become the touched form of that number, its own first"),
    Part("voice", 9, "0 none, 1-8 call in the voice of that number"),
    Part("choice", 3, "0 none, 1 ask, 2 become a thing"),
)


def parts(seat: str) -> tuple[Part, ...]:
    """Return what the numbers of a seat's `parts` action are."""
    return COMMON + (ITS if seat == HUNTS else OURS)


class Parts:
    """One choice for each part of a Command; the default."""

    def __init__(self, seat: str) -> None:
        self.parts = parts(seat)
        self.names = tuple(p.name for p in self.parts)
        self.most = np.array([p.n for p in self.parts])
        self.space: spaces.Space[Any] = spaces.MultiDiscrete(self.most)

    def command(self, action: Any, world: World, slot: int) -> Command:
        """Return the Command of an action; raises ValueError if it is none."""
        given = np.asarray(action)
        if given.shape != self.most.shape or given.dtype.kind not in "iu":
            raise ValueError(f"an action is {len(self.most)} whole numbers ({', '.join(self.names)}), not {action!r}")
        said = given.tolist()
        for part, value in zip(self.parts, said, strict=True):
            if not 0 <= value < part.n:
                raise ValueError(f"action part {part.name} is {value}: give 0 to {part.n - 1} ({part.means})")
        return spoken(dict(zip(self.names, said, strict=True)), world, slot)


class Box:
    """Continuous: move x and y, aim x and y (1 is 10 m), then each other part as a share of its values; all -1..1."""

    STICKS = 4

    def __init__(self, seat: str) -> None:
        self.parts = tuple(p for p in parts(seat) if p.name not in ("move", "aim", "far"))
        self.size = self.STICKS + len(self.parts)
        self.space: spaces.Space[Any] = spaces.Box(-1.0, 1.0, (self.size,), np.float32)

    def command(self, action: Any, world: World, slot: int) -> Command:
        """Return the Command of an action; raises ValueError if it is none."""
        given = np.asarray(action)
        if given.shape != (self.size,) or given.dtype.kind not in "fiu":
            raise ValueError(f"an action is {self.size} numbers from -1 to 1, not {action!r}")
        if not (
            (given >= -1) & (given <= 1)
        ).all():  # also where one is not a number; abs() of the least int64 is itself
            raise ValueError(f"an action's numbers are from -1 to 1: {action!r}")
        sticks = [float(v) for v in given[: self.STICKS]]
        shares = [float(v) for v in given[self.STICKS :]]
        said = {p.name: min(p.n - 1, int((v + 1.0) / 2.0 * p.n)) for p, v in zip(self.parts, shares, strict=True)}
        command = spoken({"move": 0, "aim": 0, "far": 0} | said, world, slot, (sticks[2] * FAR, sticks[3] * FAR))
        return msgspec.structs.replace(command, move_x=int(sticks[0] * FULL), move_y=int(sticks[1] * FULL))


class Few:
    """One number out of a short list: stand, walk and run eight ways, and one act of the hands or one word at a time."""

    def __init__(self, seat: str) -> None:
        self.list = tuple(few(seat))
        self.n = len(self.list)
        # an order needs a place on the map
        self.ready = [None if "order" in said else named(said) for said in self.list]
        self.space: spaces.Space[Any] = spaces.Discrete(self.n)

    def command(self, action: Any, world: World, slot: int) -> Command:
        """Return the Command of an action; raises ValueError if it is none."""
        if type(action) is not np.int64 and type(action) is not int:
            action = self.number(action)
        if not 0 <= action < self.n:
            raise ValueError(self.wanted(action))
        return self.ready[action] or spoken(self.list[action], world, slot)

    def number(self, action: Any) -> int:
        """Return an action in any other shape of a whole number; raises ValueError if it is none."""
        given = np.asarray(action)
        if given.shape != () or given.dtype.kind not in "iu":
            raise ValueError(self.wanted(action))
        return int(given)

    def wanted(self, action: Any) -> str:
        """Return the words for an action that is none."""
        return f"an action is a whole number from 0 to {self.n - 1}, not {action!r}"


def few(seat: str) -> list[dict[str, int]]:
    """Return the short list of a seat, each as parts; a part that is not named is 0."""
    walks = [{"move": way, "gait": gait} for gait in (0, 1) for way in range(1, 9)]
    hands = (1, 4) if seat == HUNTS else (1, 3, 4, 5, 7, 8)
    words: list[dict[str, int]] = (
        [{"form": k} for k in range(1, 4)] + [{"choice": k} for k in (1, 2)]
        if seat == HUNTS
        else [{"order": k} for k in range(1, 4)] + [{"weapon": k} for k in (1, 2, 3)]
    )
    return [{}, *walks, *({"hands": k} for k in hands), *words]


def spoken(said: dict[str, int], world: World, slot: int, aim: tuple[float, float] | None = None) -> Command:
    """Return a Command of parts by name; aim: metres from the body, instead of the part."""
    command = named(said, aim)
    if not command.order:
        return command
    if aim is None:
        way, far = said.get("aim", 0), said.get("far", 0)
        ux, uy = SIXTEEN[way - 1] if way else (0.0, 0.0)
        aim = (ux * AIM_FAR[far], uy * AIM_FAR[far])
    x, y = order_place(world, slot, aim)
    return msgspec.structs.replace(command, order_x=x, order_y=y)


NAMES = ("move", "gait", "aim", "far", "hands", "weapon", "order", "choice", "form", "voice")


def named(said: dict[str, int], aim: tuple[float, float] | None = None) -> Command:
    """Return the Command of parts by name, its place not yet worked out."""
    return worded(tuple([said.get(name, 0) for name in NAMES]), aim)


@lru_cache(maxsize=8192)
def worded(said: tuple[int, ...], aim: tuple[float, float] | None) -> Command:
    """Return the Command of parts in the order of NAMES, one object for the same parts: whoever holds on to it is told once."""
    move, gait, way, far, hands, weapon, order, choice, form, voice = said
    mx, my = EIGHT[move - 1] if move else (0.0, 0.0)
    ux, uy = SIXTEEN[way - 1] if way else (0.0, 0.0)
    ax, ay = quantise(*(aim or (ux * AIM_FAR[far], uy * AIM_FAR[far])))
    return Command(
        move_x=int(mx * FULL),
        move_y=int(my * FULL),
        aim_x=ax,
        aim_y=ay,
        gait=gait,
        held=HANDS[hands],
        weapon=weapon,
        form=form - 1,
        voice=voice - 1,
        order=order,
        choice=choice,
    )


def order_place(world: World, slot: int, aim: tuple[float, float]) -> tuple[int, int]:
    """Return the place aimed at in half metres, on the map."""
    x, y = world.b.x[slot] + aim[0], world.b.y[slot] + aim[1]
    return max(0, min(world.ground.width * 2 - 1, int(x * 2))), max(0, min(world.ground.height * 2 - 1, int(y * 2)))


SCHEMES: dict[str, type[Parts] | type[Box] | type[Few]] = {"parts": Parts, "box": Box, "few": Few}
