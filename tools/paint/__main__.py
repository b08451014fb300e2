"""python -m tools.paint [NAME...] [--list] [--check]: paint all pictures, or the named parts, or check those on disk."""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

from tools.paint import manifest
from tools.paint.decals import paint_decals
from tools.paint.doors import paint_doors
from tools.paint.floors import paint_floors
from tools.paint.font import paint_font
from tools.paint.hands import paint_hands
from tools.paint.icons import paint_icons
from tools.paint.molten import paint_molten
from tools.paint.morning import paint_morning
from tools.paint.output import HOME, Folder
from tools.paint.overhead import paint_overhead
from tools.paint.people import PEOPLE, paint_person
from tools.paint.portraits import paint_portraits
from tools.paint.props import paint_props
from tools.paint.roadside import paint_grounds
from tools.paint.tilesets import paint_tilesets
from tools.paint.title import paint_title
from tools.paint.walls import paint_walls

Painter = Callable[[Folder], None]
PICTURES: dict[str, Painter] = {
    "floors": paint_floors,
    "grounds": paint_grounds,
    "walls": paint_walls,
    "props": paint_props,
    "doors": paint_doors,
    "decals": paint_decals,
    "overhead": paint_overhead,
    "font": paint_font,
    "icons": paint_icons,
    "portraits": paint_portraits,
    "title": paint_title,
    "hands": paint_hands,
    "morning": paint_morning,
    "molten": paint_molten,
    **{name: partial(paint_person, name) for name in PEOPLE},
}
TILES: dict[str, Painter] = {"tiles": paint_tilesets}
GROUPS: dict[str, tuple[str, ...]] = {"people": tuple(PEOPLE), "all": (*PICTURES, *TILES)}


def wanted(names: list[str]) -> list[str]:
    """Return the parts that names stand for, each once, in order."""
    parts = [part for name in names or ["all"] for part in GROUPS.get(name, (name,))]
    unknown = sorted(set(parts) - {*PICTURES, *TILES})
    if unknown:
        raise SystemExit(f"unknown: {', '.join(unknown)} (--list shows what can be painted)")
    return list(dict.fromkeys(parts))


def paint(parts: list[str], assets: Folder, tiles: Folder) -> None:
    """Paint the parts, telling each one's time on stderr, and bring the manifest up to date."""
    for part in parts:
        begun = time.perf_counter()
        folder = tiles if part in TILES else assets
        before = len(folder.written)
        (PICTURES | TILES)[part](folder)
        spent, files = time.perf_counter() - begun, len(folder.written) - before
        print(f"{part:10s} {files:4d} files {spent:6.1f} s", file=sys.stderr, flush=True)
    manifest.write(assets)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 if --check finds a difference."""
    parser = argparse.ArgumentParser(prog="python -m tools.paint", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="parts to paint; all of them if none is given")
    parser.add_argument("--list", action="store_true", help="show what can be painted")
    parser.add_argument("--check", action="store_true", help="compare the files on disk with assets/manifest.json")
    given = parser.parse_args(arguments)
    if given.list:
        print("\n".join([*PICTURES, *TILES, *(f"{name}: {' '.join(parts)}" for name, parts in GROUPS.items())]))
        return 0
    if given.check:
        wrong = manifest.differences(HOME / "assets")
        print("\n".join(wrong) or "every picture is as it was painted", file=sys.stderr)
        return 1 if wrong else 0
    paint(wanted(given.names), Folder(HOME / "assets"), Folder(HOME / "levels" / "tiles"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
