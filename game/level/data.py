"""A level after reading: plain frozen data in metres and ticks, checked, ready for session and view."""

import msgspec
import numpy as np
import numpy.typing as npt

from game.core.ground import Ground, Zone
from game.core.trouble import Trouble
from game.sim.conditions import AnyCondition
from game.sim.trigger import Objective, Trigger


class LevelError(Trouble):
    """What is wrong with a level: file, object (its id, 0 none), cause and cure, in one line; `code` is stable."""

    def __init__(self, file: str, what: str, cure: str = "", object_id: int = 0, code: str = "level") -> None:
        self.file, self.what, self.cure, self.object_id, self.code = file, what, cure, object_id, code
        where = f"{file}: object {object_id}" if object_id else file
        super().__init__(f"{where}: {what}" + (f"; {cure}" if cure else ""))


class PropSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A prop's footprint (x, y its top left corner), its turn (0, 90, 180, 270 degrees), its row in ground.blocks."""

    id: int
    name: str
    kind: str
    x: float
    y: float
    w: float
    h: float
    turn: int = 0
    block: int = -1  # -1: it stops nobody


class LampSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A lamp: radius in metres, colour as 0..1 triple, flicker 0..1, `group` a name for `set`."""

    id: int
    name: str
    kind: str
    x: float
    y: float
    radius: float
    colour: tuple[float, float, float]
    flicker: float = 0.0
    group: str = ""
    power: float = 1.0


class SignSpot(msgspec.Struct, frozen=True, kw_only=True):
    x: float
    y: float
    text: str
    colour: tuple[float, float, float]


class ItemSpot(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    name: str
    kind: str
    x: float
    y: float


class SpawnSpot(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands where; `route` is an index into Level.paths, -1 none.

    `when` says what somebody waits outside for; a `spawn NAME` brings them in, nothing else does. None: here from the start.
    """

    id: int
    name: str
    kind: str
    team: str
    x: float
    y: float
    count: int = 1
    route: int = -1
    gear: tuple[str, ...] = ()
    form: str = ""
    when: AnyCondition | None = None


class PathSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A line of places: an errand (dwell in ticks at each), a patrol, or the way a bot goes."""

    id: int
    name: str
    kind: str
    points: tuple[tuple[float, float], ...]
    act: str = ""
    dwell: int = 0


class HazardSpot(msgspec.Struct, frozen=True, kw_only=True):
    """Steam, cold, fire, melt or a live rail: for `share` of every `period` ticks (0: always), while `when` holds."""

    id: int
    kind: str
    area: Zone
    name: str = ""
    period: int = 0
    share: float = 1.0
    when: AnyCondition | None = None


class MimicSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that a T-1000 may be, in the box it would fill, and the two tells that give it away."""

    id: int
    name: str
    form: str
    x: float
    y: float
    w: float
    h: float
    tells: tuple[str, str]


class LureSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A place to call from, and in whose voice."""

    id: int
    name: str
    form: str
    x: float
    y: float


class LessonSpot(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody shows something to learn."""

    id: int
    name: str
    teacher: str
    act: str
    x: float
    y: float


class DecalSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A tile of the decor or overhead layer: its kind (tile class) and the tile it lies on, with Tiled's flips."""

    kind: str
    x: int
    y: int
    flip_h: bool = False
    flip_v: bool = False
    flip_d: bool = False


class PaneSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A glass pane: the strip it fills; `block` is its row in ground.blocks."""

    x: float
    y: float
    w: float
    h: float
    block: int


class Level:
    """Everything that a level file says.

    id          mission id, or the file's stem
    hash        blake2b of the content (map, tilesets, templates)
    par         ticks
    floor       u8 [h, w]: 0 nothing, else 1 + index into materials
    ambient     0..1 triple
    hunt        neither a mission nor anything to do: game/level/hunt.py finds something
    """

    __slots__ = (
        "ambient",
        "control",
        "decals",
        "file",
        "floor",
        "ground",
        "hash",
        "hazards",
        "hour",
        "hunt",
        "id",
        "items",
        "lamps",
        "lessons",
        "lures",
        "materials",
        "mimics",
        "objectives",
        "overhead",
        "panes",
        "par",
        "paths",
        "props",
        "signs",
        "spawns",
        "stage",
        "start",
        "title",
        "triggers",
        "wall_styles",
    )

    def __init__(
        self,
        *,
        id: str,
        file: str,
        title: str,
        hash: str,
        par: int,
        control: str,
        hour: str,
        stage: str,
        ambient: tuple[float, float, float],
        ground: Ground,
        floor: npt.NDArray[np.uint8],
        materials: tuple[str, ...],
        wall_styles: tuple[str, ...],
        decals: tuple[DecalSpot, ...],
        overhead: tuple[DecalSpot, ...],
        panes: tuple[PaneSpot, ...],
        props: tuple[PropSpot, ...],
        signs: tuple[SignSpot, ...],
        lamps: tuple[LampSpot, ...],
        items: tuple[ItemSpot, ...],
        start: SpawnSpot,
        spawns: tuple[SpawnSpot, ...],
        paths: tuple[PathSpot, ...],
        triggers: tuple[Trigger, ...],
        objectives: tuple[Objective, ...],
        hazards: tuple[HazardSpot, ...] = (),
        mimics: tuple[MimicSpot, ...] = (),
        lures: tuple[LureSpot, ...] = (),
        lessons: tuple[LessonSpot, ...] = (),
        hunt: bool = False,
    ) -> None:
        self.id, self.file, self.title, self.hash = id, file, title, hash
        self.par, self.control, self.hour, self.stage, self.ambient = par, control, hour, stage, ambient
        self.ground, self.floor, self.materials, self.wall_styles = ground, floor, materials, wall_styles
        self.decals, self.overhead, self.panes, self.props = decals, overhead, panes, props
        self.signs, self.lamps, self.items = signs, lamps, items
        self.start, self.spawns, self.paths = start, spawns, paths
        self.triggers, self.objectives = triggers, objectives
        self.hunt = hunt
        self.hazards, self.mimics, self.lures, self.lessons = hazards, mimics, lures, lessons
