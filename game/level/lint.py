"""The lint: everything that is wrong or doubtful in level files, each with a stable code, an object, a place and a hint."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from game.level import grids, spots
from game.level.compile import check_counts, check_map, compile_level
from game.level.data import Level, LevelError
from game.level.files import LevelFiles
from game.level.plain import PlainMap
from game.level.read import read
from game.level.references import faults
from game.level.rules import RULES
from game.level.rules.doubt import Doubt
from game.level.spots import each
from game.level.typed import TILE, Thing, thing
from game.level.where import brief, find


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the lint. `object_id` is 0 and the place (in tiles) is null where it concerns the whole file."""

    file: str
    severity: str  # error, warning
    code: str
    object_id: int = 0
    x: float | None = None
    y: float | None = None
    message: str
    hint: str = ""


def check(paths: Iterable[str | Path]) -> list[Finding]:
    """Return the findings of level files and of all levels in folders, in order; raises LevelError for a path without any."""
    found: list[Finding] = []
    for path in paths:
        for one in levels_in(str(path)):
            found += check_file(one)
    return found


def levels_in(path: str) -> list[str]:
    """Return the level files that a path means: itself, or everything below a folder."""
    if not Path(path).is_dir():
        found, _ = find(path)
        if not found.exists():
            raise LevelError(brief(path), "there is no such file or folder", "check its name", code="file-missing")
        return [path]
    inside = [os.path.join(at, n) for at, _, names in os.walk(path) for n in names if n.lower().endswith(".tmx")]
    if not inside:
        raise LevelError(
            brief(path), "there is no level in this folder", "give a folder with .tmx files", code="file-missing"
        )
    return sorted(inside)


def check_file(level: str) -> list[Finding]:
    """Return the findings of one level, errors first."""
    path, shown = find(level)
    try:
        plain = read(LevelFiles(path, shown))
    except LevelError as e:
        return [_error(e, None)]
    good, bad = typed(plain)
    found = [_error(e, plain) for e in (*bad, *whole(plain, good))]
    made = None
    if not found:
        try:
            made = compile_level(plain, path.stem, "")
        except LevelError as e:
            found.append(_error(e, plain))
    doubts = [milder(d, made) for rule in RULES for d in rule(plain, good, made)]
    found += [_doubt(d, plain) for d in doubts]
    found += [
        _at(plain, n.object_id, severity="warning", code=n.code, message=n.what, hint=n.hint) for n in plain.notes
    ]
    return sorted(found, key=lambda f: (f.severity, f.object_id))


def milder(d: Doubt, made: Level | None) -> Doubt:
    """Return a doubt as it weighs there: what a hunt does without is no error."""
    mild = made is not None and made.hunt and d.code.startswith("play-")
    return msgspec.structs.replace(d, severity="warning") if mild else d


def typed(plain: PlainMap) -> tuple[list[Thing], list[LevelError]]:
    """Return the objects that are what their class says, and what is wrong with the others."""
    good: list[Thing] = []
    bad: list[LevelError] = []
    for o in plain.objects:
        if o.cls:
            try:
                good.append(thing(o, plain))
            except LevelError as e:
                bad.append(e)
    return good, bad


def whole(plain: PlainMap, good: list[Thing]) -> list[LevelError]:
    """Return what the game would refuse in the map as a whole, not only the first."""
    bad: list[LevelError] = []
    for step in (
        lambda: bad.extend(faults(good, plain)),
        lambda: check_map(plain),
        lambda: check_counts(good, plain),
        lambda: grids.floor_grid(plain),
        lambda: grids.wall_grid(plain),
        lambda: grids.glass(plain, 0),
        lambda: spots.spawns(good, each(good, "path", spots.path), plain.file),
    ):
        try:
            step()
        except LevelError as e:
            bad.append(e)
    return bad


def _error(e: LevelError, plain: PlainMap | None) -> Finding:
    if plain is not None:
        return _at(plain, e.object_id, severity="error", code=e.code, message=e.what, hint=e.cure)
    return Finding(file=e.file, severity="error", code=e.code, object_id=e.object_id, message=e.what, hint=e.cure)


def _doubt(d: Doubt, plain: PlainMap) -> Finding:
    found = _at(plain, d.object_id, severity=d.severity, code=d.code, message=d.message, hint=d.hint)
    if d.at is None:
        return found
    return msgspec.structs.replace(found, x=d.at[0] + plain.origin[0], y=d.at[1] + plain.origin[1])


def _at(plain: PlainMap, object_id: int, *, severity: str, code: str, message: str, hint: str) -> Finding:
    o = next((o for o in plain.objects if o.id == object_id), None)
    dx, dy = plain.moved(o.layer) if o else (0.0, 0.0)
    x, y = (round((o.x + dx) / TILE, 2), round((o.y + dy) / TILE, 2)) if o else (None, None)
    return Finding(
        file=plain.file, severity=severity, code=code, object_id=object_id, x=x, y=y, message=message, hint=hint
    )
