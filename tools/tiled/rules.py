"""Automapping rules in the old form, which Tiled 1.8 and 1.12 both run: what lies beside painted floor becomes a wall.

They lie beside this module and not below levels/, since they are maps but no levels.
"""

from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parent / "automap"
TILES = Path(__file__).parents[2] / "levels" / "tiles"
ACTIVE = "plaster"  # the style whose rules are on; rules.txt says how to choose another
STYLE = 15  # wall tiles of a style; the last one is whole
# the eight directions, those over a corner first: they ask for corners that have no wall yet
ROUND = [(-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1), (-1, 0), (1, 0), (0, 1)]
SIDE = 3  # tiles from one rule to the next
Grid = dict[tuple[int, int], int]  # place -> gid


def texts() -> dict[str, str]:
    """Return every file of the rules by its name."""
    styles = [kind for number, kind in tiles("walls") if number % STYLE == STYLE - 1]
    lines = [f"{'' if style == ACTIVE else '# '}walls_{style}.tmx" for style in styles]
    head = "# Map > AutoMap puts walls round painted floor. One line without # is the style of the walls.\n"
    return {"rules.txt": head + "\n".join(lines) + "\n"} | {f"walls_{s}.tmx": rule_map(s) for s in styles}


def tiles(sheet: str) -> list[tuple[int, str]]:
    """Return (number, class) of a tileset's tiles."""
    root = ElementTree.parse(TILES / f"{sheet}.tsx").getroot()
    return [(int(t.get("id", "0")), t.get("type", "")) for t in root.iterfind("tile")]


def rule_map(style: str) -> str:
    """Return the rules of a style: for each of the eight directions, no floor here and floor there makes a wall here."""
    floors, walls = tiles("floors"), tiles("walls")
    beyond = 1 + max(n for n, _ in floors) + 1  # the walls' first gid
    wall = beyond + next(n for n, kind in walls if kind == style and n % STYLE == STYLE - 1)
    here, there, void, region = places()
    layers = [("regions", dict.fromkeys(region, 1)), ("output_walls", dict.fromkeys(here, wall))]
    layers += [("input_floor", dict.fromkeys(there, 1 + n)) for n, _ in floors]
    layers += [("inputnot_floor", dict.fromkeys(void, 1 + n)) for n, _ in floors]
    layers += [("inputnot_walls", dict.fromkeys(region, beyond + n)) for n, _ in walls]  # a wall that is there stays
    return written(layers, beyond)


def places() -> tuple[list[tuple[int, int]], ...]:
    """Return where each rule's own place lies, its floor, all places without floor, and all places of the rule."""
    here, there, void, region = [], [], [], []
    for i, (dx, dy) in enumerate(ROUND):
        x, y = i * SIDE + (dx < 0), int(dy < 0)
        corner = [(x + dx, y), (x, y + dy)] if dx and dy else []
        here.append((x, y))
        there.append((x + dx, y + dy))
        void += [(x, y), *corner]
        region += [(x, y), (x + dx, y + dy), *corner]
    return here, there, void, region


def written(layers: list[tuple[str, Grid]], beyond: int) -> str:
    """Return the rule map as Tiled reads it."""
    width, height = len(ROUND) * SIDE, 2
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" '
        f'renderorder="right-down" width="{width}" height="{height}" tilewidth="32" tileheight="32" infinite="0">\n'
        ' <tileset firstgid="1" source="../../../levels/tiles/floors.tsx"/>\n'
        f' <tileset firstgid="{beyond}" source="../../../levels/tiles/walls.tsx"/>\n'
    )
    body = ""
    for number, (name, grid) in enumerate(layers, 1):
        rows = [",".join(str(grid.get((x, y), 0)) for x in range(width)) for y in range(height)]
        body += f' <layer id="{number}" name="{name}" width="{width}" height="{height}">\n  <data encoding="csv">\n'
        body += ",\n".join(rows) + "\n</data>\n </layer>\n"
    return f"{head}{body}</map>\n"
