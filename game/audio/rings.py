"""What sounds for as long as something lasts: the air of a place, arcades and fountains, vents, a crowd, the Clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.audio.desk import Desk
from game.audio.kernels import heads, nearest
from game.audio.limits import CLOCK_CHANNEL, LOOPS
from game.content.actors import TEAM_INDEX
from game.content.sounds import ENGINE_FULL, ENGINE_IDLE, HAZARDS_HEARD, OUTSIDE, PROPS_HEARD, RIDES_HEARD, WORK_HEARD
from game.sim.earshot import Earshot
from game.sim.tables import UNEASY

if TYPE_CHECKING:
    from game.session import Session

EVERY = 20  # ticks between two looks
FAINTEST = -40.0  # dB: fainter is not worth a channel
LEAST = 4  # levels
ENGINE_SPEED = 10.0  # metres a second
CROWD_REACH, CROWD_FULL = 14.0, 14  # metres; heads that make a whole crowd
EASE = 0.45  # share of the way that a ring's level goes in one look


@dataclass(frozen=True)
class Source:
    """Where rings of one cue come from: cells of the metre grid, and their level."""

    cue: str
    level: int
    cells: npt.NDArray[np.int64]
    x: npt.NDArray[np.float64]
    y: npt.NDArray[np.float64]


class Rings:
    """The rings of one level: the loudest six are heard."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self._desk, self._level = desk, session.level
        places: dict[tuple[str, int], list[tuple[float, float]]] = {}
        for prop in session.level.props:
            if prop.kind in PROPS_HEARD:
                places.setdefault(PROPS_HEARD[prop.kind], []).append((prop.x + prop.w / 2, prop.y + prop.h / 2))
        self._sources = [self._source(cue, level, spots) for (cue, level), spots in places.items()]
        self._levels: dict[str, float] = {}
        self._channels: dict[str, int] = {}
        self._clock = False  # it runs

    def _source(self, cue: str, level: int, spots: list[tuple[float, float]]) -> Source:
        g = self._level.ground
        x, y = np.array([p[0] for p in spots]), np.array([p[1] for p in spots])
        cells = np.clip(y.astype(int), 0, g.height - 1) * g.width + np.clip(x.astype(int), 0, g.width - 1)
        return Source(cue, level, cells, x, y)

    def stop(self) -> None:
        """End every ring."""
        self._clock = False
        for channel in (*LOOPS, CLOCK_CHANNEL):
            self._desk.still(channel)
        self._levels.clear()
        self._channels.clear()

    def clock(self, session: Session, now: float) -> None:
        """Let the Clock ring while it runs."""
        runs = session.world.state.clock is not None and not session.outcome
        if runs != self._clock:
            self._clock = runs
            if runs:
                self._desk.ring(CLOCK_CHANNEL, "clock", now, 0.0)
            else:
                self._desk.still(CLOCK_CHANNEL)

    def look(self, session: Session, ears: Earshot, now: float) -> None:
        """Start, turn and end what rings as it is heard now; once in EVERY ticks."""
        if self._clock:
            self._desk.ring(CLOCK_CHANNEL, "clock", now, 0.0)  # if it found no sound before
        wanted, pans = self._wanted(session, ears)
        for cue in {**self._levels, **wanted}:
            want, have = wanted.get(cue, FAINTEST - 10), self._levels.get(cue, FAINTEST - 10)
            self._levels[cue] = have + (want - have) * EASE
        heard = sorted((db, cue) for cue, db in self._levels.items() if db > FAINTEST)[-len(LOOPS) :]
        keep = {cue for _, cue in heard}
        for cue in [c for c in self._channels if c not in keep]:
            self._desk.still(self._channels.pop(cue))
        for db, cue in heard:
            if cue not in self._channels:
                self._channels[cue] = next(k for k in LOOPS if k not in self._channels.values())
            self._desk.ring(self._channels[cue], cue, now, db, pans.get(cue, 0.0))

    def _wanted(self, session: Session, ears: Earshot) -> tuple[dict[str, float], dict[str, float]]:
        """Return the dB of each ring as it should be, and its pan."""
        wanted, pans = {self._air(ears): 0.0}, {}
        crowd = self._crowd(session, ears)
        if crowd > FAINTEST:
            wanted["crowd"] = crowd
        for source in self._sources:
            k = int(nearest(ears.far, source.cells))
            db = fading(source.level, int(ears.far.flat[source.cells[k]]))
            if db > wanted.get(source.cue, FAINTEST):
                wanted[source.cue] = db
                pans[source.cue] = pan_of(source.x[k] - ears.x, source.y[k] - ears.y)
        for hazard in session.world.hazards:
            if hazard.kind in HAZARDS_HEARD and hazard.on(session.world):
                cue, level = HAZARDS_HEARD[hazard.kind]
                x, y = hazard.area.middle
                self._from(cue, level, x, y, ears, wanted, pans)
        for use in session.world.state.using.values():
            device = session.world.ground.devices[use.device]
            if device.name in WORK_HEARD:
                cue, level = WORK_HEARD[device.name]
                self._from(cue, level, device.x + device.w / 2, device.y + device.h / 2, ears, wanted, pans)
        self._rides(session, ears, wanted, pans)
        return wanted, pans

    @staticmethod
    def _from(
        cue: str, level: float, x: float, y: float, ears: Earshot, wanted: dict[str, float], pans: dict[str, float]
    ) -> None:
        """Add a ring that comes from a place, if none of its kind is nearer."""
        way = ears.way(x, y, level)
        if way is not None and (db := fading(level, way.cost)) > wanted.get(cue, FAINTEST):
            wanted[cue], pans[cue] = db, pan_of(way.x - ears.x, way.y - ears.y)

    @staticmethod
    def _rides(session: Session, ears: Earshot, wanted: dict[str, float], pans: dict[str, float]) -> None:
        """Add the engines of what is driven: louder the faster it goes; the player's own is all about."""
        for ride in session.world.state.rides.values():
            if not ride.riders:
                continue
            level = ENGINE_IDLE + (ENGINE_FULL - ENGINE_IDLE) * min(1.0, abs(ride.speed) / ENGINE_SPEED)
            own = session.player in ride.riders
            way = None if own else ears.way(ride.x, ride.y, level)
            if own or way is not None:
                cue = RIDES_HEARD.get(ride.kind, "car")
                db = (level - ENGINE_FULL) * 0.5 if way is None else fading(level, way.cost)
                if db > wanted.get(cue, FAINTEST):
                    wanted[cue] = db
                    pans[cue] = 0.0 if way is None else pan_of(way.x - ears.x, way.y - ears.y)

    def _air(self, ears: Earshot) -> str:
        """Return the air of the place where the ears are."""
        level, g = self._level, self._level.ground
        x, y = min(g.width - 1, max(0, int(ears.x))), min(g.height - 1, max(0, int(ears.y)))
        floor = int(level.floor[y, x])
        material = level.materials[floor - 1] if floor else ""
        return "night" if material in OUTSIDE else "mill" if g.pit.any() else "air"

    @staticmethod
    def _crowd(session: Session, ears: Earshot) -> float:
        """Return the dB of the talk of calm people about."""
        world = session.world
        civilian, about = TEAM_INDEX["civilian"], (ears.x, ears.y, CROWD_REACH)
        calm = int(heads(world.bodies, world.crowd_from, world.count, *about, civilian, UNEASY))
        return FAINTEST if not calm else min(0.0, -24.0 + 24.0 * calm / CROWD_FULL)


def fading(level: float, cost: int) -> float:
    """Return what distance takes from a sound of a level, in dB: all of it where the rules say unheard."""
    if level - cost < LEAST:
        return FAINTEST - 10
    return -36.0 * cost / max(1.0, level - LEAST)


def pan_of(dx: float, dy: float) -> float:
    """Return -1 left .. 1 right of a place beside the ears; softened near them."""
    return float(dx / ((dx * dx + dy * dy) ** 0.5 + 1.5))
