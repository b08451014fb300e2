"""Compiled levels kept in GAME_HOME/cache/levels, so that a level that has not changed starts no child.

A file is found by the map's bytes and by what compiles it; it holds the digests of tilesets, templates and pictures,
and counts only if they are still the same. Whatever is wrong with it, the level is compiled again.
"""

import contextlib
import functools
import os
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

import game
from game.core.ground import DeviceSpot, DoorSpot, Ground, Zone
from game.core.home import home
from game.core.sealed import Damaged, seal, unseal, write
from game.level.data import (
    DecalSpot,
    HazardSpot,
    ItemSpot,
    LampSpot,
    LessonSpot,
    Level,
    LevelError,
    LureSpot,
    MimicSpot,
    PaneSpot,
    PathSpot,
    PropSpot,
    SignSpot,
    SpawnSpot,
)
from game.level.files import SIZES, LevelFiles, Part, digest
from game.level.limits import LIMITS
from game.sim.trigger import Objective, Trigger

MAGIC, VERSION = b"LEVL", 1
# what shapes a compiled level besides its files
RECIPE = ("level", "content", "core/ground.py", "sim/conditions.py", "sim/effects.py", "sim/trigger.py")
DTYPES = {"u1": np.uint8, "i2": np.int16, "i4": np.int32, "f8": np.float64}


class Kept(msgspec.Struct, frozen=True):
    """An array as bytes, little-endian."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes


class KeptGround(msgspec.Struct, frozen=True, kw_only=True):
    """A Ground, its arrays as bytes."""

    width: int
    height: int
    rooms: tuple[str, ...]
    zones: tuple[Zone, ...]
    doors: tuple[DoorSpot, ...]
    devices: tuple[DeviceSpot, ...]
    bot_path: tuple[tuple[float, float], ...]
    arrays: dict[str, Kept]


class KeptLevel(msgspec.Struct, frozen=True, kw_only=True):
    """A Level without its place on the disk, and the files that it was made of."""

    parts: tuple[Part, ...]
    id: str
    title: str
    hash: str
    par: int
    control: str
    hour: str
    stage: str
    ambient: tuple[float, float, float]
    ground: KeptGround
    floor: Kept
    materials: tuple[str, ...]
    wall_styles: tuple[str, ...]
    decals: tuple[DecalSpot, ...]
    overhead: tuple[DecalSpot, ...]
    panes: tuple[PaneSpot, ...]
    props: tuple[PropSpot, ...]
    signs: tuple[SignSpot, ...]
    lamps: tuple[LampSpot, ...]
    items: tuple[ItemSpot, ...]
    start: SpawnSpot
    spawns: tuple[SpawnSpot, ...]
    paths: tuple[PathSpot, ...]
    triggers: tuple[Trigger, ...]
    objectives: tuple[Objective, ...]
    hazards: tuple[HazardSpot, ...]
    mimics: tuple[MimicSpot, ...]
    lures: tuple[LureSpot, ...]
    lessons: tuple[LessonSpot, ...]
    hunt: bool


SAME = tuple(n for n in KeptLevel.__struct_fields__ if n not in ("parts", "ground", "floor"))
GROUND_SAME = tuple(n for n in KeptGround.__struct_fields__ if n != "arrays")
ARRAYS = tuple(n for n in Ground.__slots__ if n not in GROUND_SAME)


def fetch(files: LevelFiles, stem: str) -> Level | None:
    """Return the level that these files were last compiled to, or None if they changed or nothing usable is kept."""
    try:
        _, plain = unseal(MAGIC, place(files, stem).read_bytes())
        kept = msgspec.msgpack.decode(plain, type=KeptLevel)
        if not all(unchanged(p, files) for p in kept.parts):
            return None
        return thaw(kept, files.shown)
    except (OSError, Damaged, msgspec.DecodeError, ValueError, KeyError, TypeError):
        return None


def unchanged(part: Part, files: LevelFiles) -> bool:
    """Say whether a file that the level pulled in still holds what it held, under the same guards."""
    suffix = os.path.splitext(part.ref)[1].lower()
    try:
        path, _ = files.open(part.ref, files.base, suffix if suffix in SIZES else ".png")
    except LevelError:
        return False
    return files.parts[path].digest == part.digest


def keep(level: Level, files: LevelFiles, stem: str) -> None:
    """Keep a compiled level; where that cannot be, nothing happens."""
    path = place(files, stem)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, seal(MAGIC, VERSION, msgspec.msgpack.encode(freeze(level, files))))
        forget_old(path.parent)


def forget_old(folder: Path) -> None:
    """Throw away the oldest compiled levels beyond the limit."""
    some = sorted(folder.glob("*.level"), key=lambda p: p.stat().st_mtime)
    for path in some[: max(0, len(some) - LIMITS.cached)]:
        path.unlink(missing_ok=True)


def place(files: LevelFiles, stem: str) -> Path:
    """Return where a level is kept."""
    return home() / "cache" / "levels" / f"{digest(files.map, stem.encode(), recipe())}.level"


@functools.cache
def recipe() -> bytes:
    """Return a fingerprint of the code and tables that shape a compiled level (of the version, in a frozen build)."""
    package = Path(game.__file__).parent
    sources: list[Path] = []
    for name in RECIPE:
        sources += sorted((package / name).glob("*.py")) if not name.endswith(".py") else [package / name]
    try:
        return digest(*(p.read_bytes() for p in sources)).encode()
    except OSError:
        return b"%d" % VERSION


def freeze(level: Level, files: LevelFiles) -> KeptLevel:
    """Return a level as plain structs."""
    g = level.ground
    ground = KeptGround(
        arrays={n: _kept(getattr(g, n)) for n in ARRAYS},
        **{n: getattr(g, n) for n in GROUND_SAME},
    )
    same: dict[str, Any] = {n: getattr(level, n) for n in SAME}
    return KeptLevel(parts=tuple(files.parts.values()), ground=ground, floor=_kept(level.floor), **same)


def thaw(kept: KeptLevel, file: str) -> Level:
    """Return the level that was frozen."""
    g = kept.ground
    arrays: dict[str, Any] = {n: _array(k) for n, k in g.arrays.items()}
    ground = Ground(**arrays, **{n: getattr(g, n) for n in GROUND_SAME})
    same: dict[str, Any] = {n: getattr(kept, n) for n in SAME}
    return Level(file=file, ground=ground, floor=_array(kept.floor), **same)


def _kept(array: Any) -> Kept:
    kind = array.dtype.str[1:]
    return Kept(kind, array.shape, array.astype(f"<{kind}").tobytes())


def _array(kept: Kept) -> Any:
    return np.frombuffer(kept.data, f"<{kept.dtype}").astype(DTYPES[kept.dtype]).reshape(kept.shape)
