"""Tilesets: inside the map or in a .tsx, their pictures measured, their tiles' classes and properties read."""

from pathlib import Path
from xml.etree.ElementTree import Element

from game.level.data import LevelError
from game.level.files import LevelFiles, png_size
from game.level.limits import LIMITS
from game.level.plain import Sheet
from game.level.tree import Notes, read_tree
from game.level.values import read_values
from game.level.where import brief


class Sheets:
    """The tilesets of a map in the order of their gids; templates may add some."""

    def __init__(self, files: LevelFiles, notes: Notes) -> None:
        self.files, self.notes = files, notes
        self.all: list[Sheet] = []
        self.paths: dict[Path, Sheet] = {}  # of those in a .tsx

    def add(self, node: Element, beside: Path) -> Sheet:
        """Read a <tileset> that stands in a file of the folder `beside`."""
        if len(self.all) >= LIMITS.tilesets:
            what = f"uses more than {LIMITS.tilesets} tilesets"
            raise LevelError(self.files.shown, what, "remove some", code="tileset-count")
        sheet, path = read_sheet(node, beside, self.files, self.notes)
        if self.all and sheet.first <= self.all[-1].first:
            what = f"tileset {brief(sheet.name, 40)!r} has no gids of its own"
            raise LevelError(self.files.shown, what, "save it with Tiled", code="tileset-gid")
        self.all.append(sheet)
        if path is not None:
            self.paths.setdefault(path, sheet)
        return sheet

    def of(self, gid: int) -> Sheet | None:
        """Return the tileset that holds a gid (without flags), if one does."""
        sheet = next((s for s in reversed(self.all) if s.first <= gid), None)
        return sheet if sheet is not None and gid - sheet.first in sheet.ids else None

    def beyond(self) -> int:
        """Return the first gid that no tileset uses."""
        return max((s.first + max(s.ids, default=0) + 1 for s in self.all), default=1)


def read_sheet(node: Element, beside: Path, files: LevelFiles, notes: Notes) -> tuple[Sheet, Path | None]:
    """Return (tileset, real path of its .tsx or None) of a <tileset> that stands in a file of the folder `beside`."""
    first = node.get("firstgid")
    if first is None:
        raise LevelError(files.shown, "a tileset has no firstgid", "save it with Tiled", code="tileset-gid")
    source, path = node.get("source"), None
    if source is not None:
        path, data = files.open(source, beside, ".tsx")
        node, beside = read_tree(data, "tileset", f"{files.shown}: {brief(source)}", notes), path.parent
    return _sheet(node, int(first), beside, files, notes), path


def _sheet(node: Element, first: int, beside: Path, files: LevelFiles, notes: Notes) -> Sheet:
    name = node.get("name", "")
    width, height = int(node.get("tilewidth", "0")), int(node.get("tileheight", "0"))
    where = f"tileset {brief(name, 40)!r}"
    if not width or not height:
        raise LevelError(files.shown, f"{where} has no tile size", "save it with Tiled", code="tileset-size")
    tiles = {int(t.get("id", "0")): t for t in node.iterfind("tile")}
    picture = node.find("image")
    sizes: dict[int, tuple[int, int]] = {}
    if picture is not None:
        ids: range | frozenset[int] = range(_count(node, _measure(picture, beside, files, where), where, files.shown))
    else:
        for number, tile in tiles.items():
            if (own := tile.find("image")) is not None:
                sizes[number] = _measure(own, beside, files, where)
        ids = frozenset(tiles)
    for number in tiles:
        if number not in ids:
            raise LevelError(files.shown, f"{where} has no tile {number}", "save it with Tiled", code="tileset-tile")
    kinds = {n: t.get("type") or t.get("class") or "" for n, t in tiles.items()}
    return Sheet(
        name=name,
        first=first,
        tile_width=width,
        tile_height=height,
        ids=ids,
        classes={n: kind for n, kind in kinds.items() if kind},
        values={n: v for n, t in tiles.items() if (v := read_values(t, files.shown, notes))},
        sizes=sizes,
        corner=node.get("objectalignment", "unspecified").replace("unspecified", "bottomleft"),
    )


def _measure(picture: Element, beside: Path, files: LevelFiles, where: str) -> tuple[int, int]:
    """Return the picture's real size; what the file says of it must agree."""
    source = picture.get("source")
    if source is None:
        raise LevelError(files.shown, f"{where} keeps its picture inside", "save it as a PNG file", code="image-inside")
    _, data = files.open(source, beside, ".png")
    width, height = png_size(data, files.shown, source)
    if (int(picture.get("width", width)), int(picture.get("height", height))) != (width, height):
        what = f"{where} says another size than {brief(source)!r} has ({width} x {height})"
        raise LevelError(files.shown, what, "open the tileset in Tiled and save it", code="image-size")
    return width, height


def _count(node: Element, picture: tuple[int, int], where: str, shown: str) -> int:
    """Return how many tiles fit on the picture."""
    gap, margin = int(node.get("spacing", "0")), int(node.get("margin", "0"))
    columns = max(0, (picture[0] - margin + gap) // (int(node.get("tilewidth", "1")) + gap))
    rows = max(0, (picture[1] - margin + gap) // (int(node.get("tileheight", "1")) + gap))
    if not 1 <= columns * rows <= LIMITS.tiles:
        raise LevelError(shown, f"{where} holds {columns * rows} tiles", f"1 to {LIMITS.tiles}", code="tileset-size")
    return columns * rows
