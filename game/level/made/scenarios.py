"""Scenarios smaller than missions, each on as many made maps of rooms and doorways as one likes: to learn on and to test with.

A scenario is a row of SCENARIOS; `find/17` is the scenario `find` on map 17, and a level like any other from there on.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.core.dice import Dice, seed_of
from game.core.ground import Ground, Zone, as_plain
from game.core.paths import ways_of
from game.level.data import Level, LevelError, SpawnSpot
from game.level.made.rooms import office
from game.level.words import parse_do, parse_when
from game.sim.trigger import Objective, Trigger

TRAIN, HELD_OUT = range(200), range(1000, 1200)  # numbers of maps to learn on, and of those kept back to judge by
SPLITS = {"train": TRAIN, "held_out": HELD_OUT}
MOST = 1_000_000  # maps of a scenario
SIDE, HALL = 28, 16  # metres of a map, and of a small one
SECOND = 60  # ticks
BESIDE = 1.2  # metres
OUT = 2.5  # metres: half the side of a way out
TRIES = 400
LIGHT = (0.8, 0.8, 0.8)
Place = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A row.

    text      what is to be done, as the screen says it
    won       the condition that wins, as a trigger says it
    begin     what happens at the start, as a trigger says it
    par       seconds; a run is cut off after twice as many
    people    who else is there: name, kind, team, metres from the start (least, most, on foot), looks like
    out       metres on foot to the way out, 0 none
    side      metres of the map
    marker    what the screen's marker points at
    hits      shots that hit the T-1000 set the flags hit_1 to hit_N
    """

    id: str
    text: str
    won: str
    begin: str = ""
    par: int = 40
    people: tuple[tuple[str, str, str, float, float, str], ...] = ()
    out: float = 0.0
    side: int = SIDE
    marker: str = ""
    hits: int = 0


JOHN_BESIDE = ("john", "john", "ward", 0.0, BESIDE, "")
ARMS = "item t800 shotgun 12"

SCENARIOS: dict[str, Scenario] = {
    s.id: s
    for s in (
        Scenario(
            id="find",
            text="Find John",
            won="near t800 john 2",
            people=(("john", "john", "ward", 12.0, 60.0, ""),),
        ),
        Scenario(
            id="escort",
            text="Bring John to the way out",
            won="in all out",
            begin="order john FOLLOW",
            people=(JOHN_BESIDE,),
            out=20.0,
            marker="out",
        ),
        Scenario(
            id="flee",
            text="Get John out before it finds you",
            won="in all out",
            begin="order john FOLLOW",
            people=(JOHN_BESIDE, ("t1000", "t1000", "hunter", 10.0, 60.0, "")),
            out=16.0,
            marker="out",
        ),
        Scenario(
            id="guard",
            text="Keep it off him for half a minute",
            won="timer begin > 1800 & !held john",
            begin=ARMS,
            people=(JOHN_BESIDE, ("t1000", "t1000", "hunter", 12.0, 60.0, "")),
        ),
        Scenario(
            id="unmask",
            text="Say which of them it is",
            won="suspects t800 t1000 3",
            par=20,
            side=HALL,
            people=(
                ("t1000", "t1000", "hunter", 5.0, 40.0, "shopper_a"),
                ("shopper_1", "shopper", "civilian", 5.0, 40.0, "shopper_a"),
                ("shopper_2", "shopper", "civilian", 3.0, 40.0, "shopper_b"),
                ("shopper_3", "shopper", "civilian", 3.0, 40.0, "shopper_c"),
            ),
        ),
        Scenario(
            id="duel",
            text="Hit it six times",
            won="flag hit_6",
            begin=ARMS,
            hits=6,
            par=60,
            side=HALL,
            people=(("t1000", "t1000", "hunter", 6.0, 40.0, ""),),
        ),
    )
}


def numbered(name: str) -> tuple[Scenario, int] | None:
    """Return the scenario and the map that a name means, None where it means no scenario; raises LevelError on a bad number."""
    word, slash, number = name.partition("/")
    row = SCENARIOS.get(word)
    if row is None or name.lower().endswith(".tmx"):
        return None
    if not slash:
        return row, 0
    if not (number.isascii() and number.isdigit() and int(number) < MOST):
        raise LevelError(name[:80], "no such map", f"write {word}/N with N from 0 to {MOST - 1}", code="unknown-level")
    return row, int(number)


def drawn(word: str, split: str, seed: int) -> str:
    """Return the name of the map of a split that a seed falls on."""
    maps = SPLITS[split]
    return f"{word}/{maps[Dice(seed_of('map', word, seed)).below(len(maps))]}"


def scenario(name: str) -> Level | None:
    """Return the level that a name means, None where it is no scenario's; raises LevelError on a bad number."""
    meant = numbered(name)
    return level_of(meant[0].id, meant[1]) if meant else None


@lru_cache(maxsize=256)
def level_of(word: str, number: int) -> Level:
    """Make a scenario's level: the same one for the same number, on any machine."""
    row = SCENARIOS[word]
    for attempt in range(TRIES):
        dice = Dice(seed_of("scenario", word, number, attempt))
        made = attempted(row, number, dice)
        if made is not None:
            return made
    raise LevelError(f"{word}/{number}", "no map can be made", "take another number", code="unknown-level")


def attempted(row: Scenario, number: int, dice: Dice) -> Level | None:
    """Draw a map and places on it; None where somebody finds no place."""
    ground = office(dice.below(2**31), row.side, row.side)
    free = np.argwhere(roomy(ground))
    start = point(free[dice.below(len(free))])
    spots = [SpawnSpot(id=1, name="t800", kind="t800", team="player", x=start[0], y=start[1])]
    for name, kind, team, least, most, look in row.people:
        place = placed(ground, free, dice, start, least, most, [(s.x, s.y) for s in spots])
        if place is None:
            return None
        spots.append(SpawnSpot(id=len(spots) + 1, name=name, kind=kind, team=team, x=place[0], y=place[1], form=look))
    if row.out:
        place = placed(ground, free, dice, start, row.out, row.out + 12.0, [])
        if place is None:
            return None
        way = Zone(name="out", x=place[0] - OUT, y=place[1] - OUT, w=2 * OUT, h=2 * OUT, tags=("exit",))
        ground = Ground(**as_plain(ground) | {"zones": (*ground.zones, way)})
    return level(row, number, ground, spots)


def roomy(ground: Ground) -> np.ndarray:
    """Return where a body has half a metre of floor on every side, bool [2h, 2w]."""
    walk = ground.walk.astype(bool)
    inner = walk[1:-1, 1:-1] & walk[:-2, 1:-1] & walk[2:, 1:-1] & walk[1:-1, :-2] & walk[1:-1, 2:]
    return np.pad(inner, 1)


def point(cell: np.ndarray) -> Place:
    """Return the middle of a half cell in metres."""
    return (float(cell[1]) + 0.5) / 2.0, (float(cell[0]) + 0.5) / 2.0


def placed(
    ground: Ground, free: np.ndarray, dice: Dice, start: Place, least: float, most: float, taken: list[Place]
) -> Place | None:
    """Return a place so many metres on foot from the start, on nobody's toes, None if none is found."""
    field: Callable[[float, float], float] = ways_of(ground).to(*start).distance
    for _ in range(TRIES):
        x, y = point(free[dice.below(len(free))])
        if all((x - a) ** 2 + (y - b) ** 2 > 0.8 for a, b in taken) and least <= field(x, y) <= max(most, least + 1.0):
            return x, y
    return None


def level(row: Scenario, number: int, ground: Ground, spots: list[SpawnSpot]) -> Level:
    """Return the level that these parts make."""
    words = f"objective {row.id}\ntimer begin start\n{row.begin}"
    name = f"{row.id}/{number}"
    h = hashlib.blake2b(ground.wall.tobytes() + repr((spots, words, row.won, ground.zones)).encode(), digest_size=16)
    return Level(
        id=name,
        file=name,
        title=row.text,
        hash=h.hexdigest(),
        par=row.par * SECOND,
        control="t800",
        hour="day",
        stage="",
        ambient=LIGHT,
        ground=ground,
        floor=np.ones((ground.height, ground.width), np.uint8),
        materials=("concrete",),
        wall_styles=("concrete",),
        decals=(),
        overhead=(),
        panes=(),
        props=(),
        signs=(),
        lamps=(),
        items=(),
        start=spots[0],
        spawns=tuple(spots[1:]),
        paths=(),
        triggers=(
            Trigger(id=1, name="begin", on="start", do=parse_do(words)),
            Trigger(id=2, name="won", on="flag", do=parse_do("ending won"), when=parse_when(f"flag {row.id}")),
            *hits(row),
        ),
        objectives=(Objective(id=row.id, text=row.text, done=parse_when(row.won), marker=row.marker),),
    )


def hits(row: Scenario) -> tuple[Trigger, ...]:
    """Return the triggers that count, the last first, so that one hit sets one flag."""
    return tuple(
        Trigger(
            id=10 + k,
            name=f"hit_{k}",
            on="shot",
            who="t1000",
            do=parse_do(f"flag hit_{k}"),
            when=parse_when(f"flag hit_{k - 1}") if k > 1 else None,
        )
        for k in range(row.hits, 0, -1)
    )
