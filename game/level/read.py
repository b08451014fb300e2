"""The guarded reader: a .tmx and what it refers to -> PlainMap; everything wrong is a LevelError."""

from xml.etree.ElementTree import Element, SubElement

import msgspec
import numpy as np

from game.level.child import ask_library, wake
from game.level.chunks import Box, Piece, around, chunks, in_chunks, laid, whole_layer
from game.level.data import LevelError
from game.level.files import LevelFiles
from game.level.limits import LIMITS
from game.level.objects import Objects
from game.level.plain import GID, PlainLayer, PlainMap
from game.level.sheets import Sheets
from game.level.tree import Notes, read_tree
from game.level.values import read_values
from game.level.where import brief

KINDS = {"layer": "tile", "objectgroup": "object", "imagelayer": "image", "group": "group"}
SAVE = "save it with Tiled"


def read(files: LevelFiles) -> PlainMap:
    """Return what a level's files say; tiles and objects come from the map library, which sees only a cleaned tree."""
    return _Reader(files).read()


class Under(msgspec.Struct, frozen=True):
    """What a group passes on to its layers."""

    path: str = ""
    visible: bool = True
    opacity: float = 1.0
    offset: tuple[float, float] = (0.0, 0.0)


class _Reader:
    """One reading: what is gathered while the tree is walked in document order."""

    def __init__(self, files: LevelFiles) -> None:
        wake()
        self.files, self.shown, self.notes = files, files.shown, Notes()
        self.sheets = Sheets(files, self.notes)
        self.objects = Objects(files, self.notes, self.sheets)
        self.layers: list[PlainLayer] = []
        self.pieces: dict[int, list[Piece]] = {}  # of each tile layer, by its place in `layers`
        self.size, self.infinite = (0, 0), False
        self.clean = Element("map")

    def read(self) -> PlainMap:
        node = read_tree(self.files.map, "map", self.shown, self.notes)
        self.head(node)
        for one in sorted(node.iterfind("tileset"), key=first_gid):
            self.sheets.add(one, self.files.base)
        self.walk(node, Under())
        rows = ask_library(self.clean, self.shown)
        box = self.box()
        layers = [
            msgspec.structs.replace(la, cells=laid(self.pieces[i], box)) if la.kind == "tile" else la
            for i, la in enumerate(self.layers)
        ]
        return PlainMap(
            file=self.shown,
            width=box.w,
            height=box.h,
            origin=(box.x, box.y),
            said=self.size,
            infinite=self.infinite,
            tile_width=int(node.get("tilewidth", "0")),
            tile_height=int(node.get("tileheight", "0")),
            version=node.get("tiledversion", ""),
            properties=read_values(node, self.shown, self.notes),
            sheets=tuple(self.sheets.all),
            layers=tuple(layers),
            objects=tuple(self.objects.whole(row) for row in rows),
            offsets={la.path: la.offset for la in reversed(layers) if la.kind == "object"},  # of two the first counts
            notes=tuple(self.notes),
        )

    def wrong(self, what: str, cure: str, code: str, object_id: int = 0) -> LevelError:
        return LevelError(self.shown, what, cure, object_id, code)

    # ------------------------------------------------------------------ map and tilesets
    def head(self, node: Element) -> None:
        """Check the map's own attributes and begin the clean tree with them."""
        if node.get("orientation", "orthogonal") != "orthogonal":
            what = f"is {brief(node.get('orientation', ''), 20)}, not orthogonal"
            raise self.wrong(what, "make a new orthogonal map", "map-orientation")
        for key in ("width", "height", "tilewidth", "tileheight"):
            if key not in node.attrib:
                raise self.wrong(f"says no {key}", SAVE, "map-size")
            self.clean.set(key, node.attrib[key])
        self.clean.set("orientation", "orthogonal")
        self.size = int(node.attrib["width"]), int(node.attrib["height"])
        self.infinite = node.get("infinite", "0") not in ("0", "false")

    def box(self) -> Box:
        """Return the part of the plane that the map's grid is."""
        said = Box(0, 0, *self.size)
        return around(list(self.pieces.values()), self.shown) or said if self.infinite else said

    # ------------------------------------------------------------------ layers
    def walk(self, node: Element, under: Under) -> None:
        """Note every layer in document order, flattened, and write what the library needs."""
        for one in node:
            if one.tag not in KINDS:
                continue
            if len(self.layers) >= LIMITS.layers:
                raise self.wrong(f"has more than {LIMITS.layers} layers", "remove some", "layer-count")
            here = passed_on(one, under)
            self.layers.append(
                PlainLayer(
                    path=here.path,
                    name=one.get("name", ""),
                    kind=KINDS[one.tag],
                    visible=here.visible,
                    opacity=here.opacity,
                    offset=here.offset,
                    properties=read_values(one, self.shown, self.notes),
                )
            )
            if one.tag == "group":
                self.walk(one, here)
            elif one.tag == "layer":
                self.tiles(one)
            elif one.tag == "objectgroup":
                number = str(len(self.layers) - 1)
                self.objects.read(one, SubElement(self.clean, "objectgroup", id=number, name=number), here.path)
            elif (picture := one.find("image")) is not None:
                self.picture(picture)

    def picture(self, node: Element) -> None:
        """Guard an image layer's file, though the game does not draw it."""
        _, _ = self.files.open(node.get("source", ""), self.files.base, ".png")

    def tiles(self, node: Element) -> None:
        """Read a tile layer's pieces; every tile must be known."""
        name = node.get("name", "")
        data = node.find("data")
        if self.infinite and (data is None or in_chunks(data)):
            pieces = chunks(data, self.shown, name)
        else:
            if node.get("width") != str(self.size[0]) or node.get("height") != str(self.size[1]):
                what = f"layer {brief(name, 40)!r} is not {self.size[0]} x {self.size[1]}"
                raise self.wrong(what, SAVE, "layer-size")
            pieces = whole_layer(data, self.size, self.shown, name)
        for gid in sorted({g for p in pieces for g in np.unique(p.cells & np.uint32(GID)).tolist()}):
            if gid and self.sheets.of(gid) is None:
                what = f"layer {brief(name, 40)!r} uses tile {gid}, which no tileset has"
                raise self.wrong(what, "add the tileset or erase the tile", "tiles-gid")
        self.pieces[len(self.layers) - 1] = pieces


def first_gid(node: Element) -> int:
    """Return a tileset's first gid: Tiled goes by it, whatever the order of the tilesets."""
    return int(node.get("firstgid", "0"))


def passed_on(node: Element, under: Under) -> Under:
    """Return a layer's path, visibility, opacity and offset with those of the groups around it."""
    name = node.get("name", "")
    return Under(
        f"{under.path}/{name}" if under.path else name,
        under.visible and node.get("visible", "1") not in ("0", "false"),
        under.opacity * float(node.get("opacity", "1")),
        (under.offset[0] + float(node.get("offsetx", "0")), under.offset[1] + float(node.get("offsety", "0"))),
    )
