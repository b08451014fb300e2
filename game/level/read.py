"""The guarded reader: a .tmx and what it refers to -> PlainMap; everything wrong is a LevelError."""

from xml.etree.ElementTree import Element, SubElement

import msgspec
import numpy as np

from game.level.cells import decode
from game.level.child import ask_library
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
        self.files, self.shown, self.notes = files, files.shown, Notes()
        self.sheets = Sheets(files, self.notes)
        self.objects = Objects(files, self.notes, self.sheets)
        self.layers: list[PlainLayer] = []
        self.clean = Element("map")

    def read(self) -> PlainMap:
        node = read_tree(self.files.map, "map", self.shown, self.notes)
        self.head(node)
        for one in node.iterfind("tileset"):
            self.sheets.add(one, self.files.base)
        self.walk(node, Under())
        answer = ask_library(self.clean, self.shown)
        cells = {number: np.frombuffer(raw, "<u4").astype(np.uint32) for number, raw in answer.layers}
        size = int(node.get("height", "0")), int(node.get("width", "0"))
        layers = [
            msgspec.structs.replace(la, cells=cells[i].reshape(size)) if la.kind == "tile" else la
            for i, la in enumerate(self.layers)
        ]
        return PlainMap(
            file=self.shown,
            width=size[1],
            height=size[0],
            tile_width=int(node.get("tilewidth", "0")),
            tile_height=int(node.get("tileheight", "0")),
            version=node.get("tiledversion", ""),
            properties=read_values(node, self.shown, self.notes),
            sheets=tuple(self.sheets.all),
            layers=tuple(layers),
            objects=tuple(self.objects.whole(row) for row in answer.objects),
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
        if node.get("infinite", "0") not in ("0", "false"):
            raise self.wrong("is infinite", "Map > Map Properties > untick Infinite", "map-infinite")
        for key in ("width", "height", "tilewidth", "tileheight"):
            if key not in node.attrib:
                raise self.wrong(f"says no {key}", SAVE, "map-size")
            self.clean.set(key, node.attrib[key])
        self.clean.set("orientation", "orthogonal")

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
        width, height = self.clean.attrib["width"], self.clean.attrib["height"]
        name = node.get("name", "")
        if (node.get("width"), node.get("height")) != (width, height):
            raise self.wrong(f"layer {brief(name, 40)!r} is not {width} x {height}", SAVE, "layer-size")
        cells = decode(node.find("data"), int(width) * int(height), self.shown, name)
        for gid in np.unique(cells & np.uint32(GID)).tolist():
            if gid and self.sheets.of(gid) is None:
                what = f"layer {brief(name, 40)!r} uses tile {gid}, which no tileset has"
                raise self.wrong(what, "add the tileset or erase the tile", "tiles-gid")
        number = str(len(self.layers) - 1)
        layer = SubElement(self.clean, "layer", id=number, name=number, width=width, height=height)
        SubElement(layer, "data", encoding="csv").text = ",".join(map(str, cells.tolist()))


def passed_on(node: Element, under: Under) -> Under:
    """Return a layer's path, visibility, opacity and offset with those of the groups around it."""
    name = node.get("name", "")
    return Under(
        f"{under.path}/{name}" if under.path else name,
        under.visible and node.get("visible", "1") not in ("0", "false"),
        under.opacity * float(node.get("opacity", "1")),
        (under.offset[0] + float(node.get("offsetx", "0")), under.offset[1] + float(node.get("offsety", "0"))),
    )
