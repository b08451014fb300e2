"""The guarded reader: a .tmx and what it refers to -> PlainMap; everything wrong is a LevelError."""

import math
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import msgspec
import numpy as np

from game.level.cells import decode
from game.level.child import ask_library
from game.level.data import LevelError
from game.level.files import LevelFiles
from game.level.limits import LIMITS
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, PlainLayer, PlainMap, PlainObject, Sheet, Value
from game.level.sheets import read_sheet
from game.level.tree import Notes, read_tree
from game.level.values import read_values
from game.level.where import brief

KINDS = {"layer": "tile", "objectgroup": "object", "imagelayer": "image", "group": "group"}
SHAPES = ("ellipse", "point", "polygon", "polyline", "text")
FLAGS = FLIP_H | FLIP_V | FLIP_D
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


class Extra(msgspec.Struct, frozen=True):
    """What the map library does not keep of an object."""

    layer: str
    shape: str
    text: str
    values: dict[str, Value]
    points: tuple[tuple[float, float], ...]


class _Reader:
    """One reading: what is gathered while the tree is walked in document order."""

    def __init__(self, files: LevelFiles) -> None:
        self.files, self.shown, self.notes = files, files.shown, Notes()
        self.sheets: list[tuple[Sheet, Path | None]] = []
        self.layers: list[PlainLayer] = []
        self.extras: dict[int, Extra] = {}
        self.templates: dict[Path, Element] = {}
        self.clean = Element("map")

    def read(self) -> PlainMap:
        node = read_tree(self.files.map, "map", self.shown, self.notes)
        self.head(node)
        for one in node.iterfind("tileset"):
            self.add_sheet(one, self.files.base)
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
            sheets=tuple(s for s, _ in self.sheets),
            layers=tuple(layers),
            objects=tuple(self.object(o) for o in answer.objects),
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

    def add_sheet(self, node: Element, beside: Path) -> Sheet:
        if len(self.sheets) >= LIMITS.tilesets:
            raise self.wrong(f"uses more than {LIMITS.tilesets} tilesets", "remove some", "tileset-count")
        sheet, path = read_sheet(node, beside, self.files, self.notes)
        if self.sheets:
            before = self.sheets[-1][0]
            if sheet.first <= before.first + max(before.ids, default=0):
                raise self.wrong(f"tileset {brief(sheet.name, 40)!r} overlaps the one before", SAVE, "tileset-gid")
        self.sheets.append((sheet, path))
        return sheet

    def known(self, gid: int) -> bool:
        sheet = next((s for s, _ in reversed(self.sheets) if s.first <= gid), None)
        return sheet is not None and gid - sheet.first in sheet.ids

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
                self.objects(one, here.path)
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
            if gid and not self.known(gid):
                what = f"layer {brief(name, 40)!r} uses tile {gid}, which no tileset has"
                raise self.wrong(what, "add the tileset or erase the tile", "tiles-gid")
        number = str(len(self.layers) - 1)
        layer = SubElement(self.clean, "layer", id=number, name=number, width=width, height=height)
        SubElement(layer, "data", encoding="csv").text = ",".join(map(str, cells.tolist()))

    # ------------------------------------------------------------------ objects
    def objects(self, node: Element, path: str) -> None:
        number = str(len(self.layers) - 1)
        group = SubElement(self.clean, "objectgroup", id=number, name=number)
        for one in node.iterfind("object"):
            if len(self.extras) >= LIMITS.objects:
                raise self.wrong(f"has more than {LIMITS.objects} objects", "remove some", "object-count")
            self.one(one, group, path)

    def one(self, node: Element, group: Element, path: str) -> None:
        """Resolve one object (template, tile's class, shape), check it, write it clean."""
        number = int(node.get("id", "0"))
        if number <= 0 or number in self.extras:
            raise self.wrong("two objects share an id" if number else "an object has no id", SAVE, "object-id", number)
        attributes, parts, values = dict(node.attrib), list(node), read_values(node, self.shown, self.notes, number)
        if "template" in attributes:
            attributes, parts, values = self.merged(attributes, parts, values, number)
        kind = attributes.get("type") or attributes.get("class") or ""
        gid = int(attributes.get("gid", "0"))
        if gid & GID:
            kind, values = self.stamped(gid & GID, kind, values, number)
            sheet = next(s for s, _ in reversed(self.sheets) if s.first <= gid & GID)
            attributes.setdefault("width", str(sheet.tile_width))
            attributes.setdefault("height", str(sheet.tile_height))
        shape = next((p for p in parts if p.tag in SHAPES), None)
        points = self.points(shape, number) if shape is not None and shape.tag in ("polygon", "polyline") else ()
        clean = SubElement(group, "object", id=str(number), name=attributes.get("name", ""), type=kind)
        for key in ("x", "y", "width", "height", "rotation"):
            clean.set(key, attributes.get(key, "0"))
        clean.set("visible", "0" if attributes.get("visible", "1") in ("0", "false") else "1")
        if gid & GID:
            clean.set("gid", str(gid & (FLAGS | GID)))
        if points and shape is not None:
            SubElement(clean, shape.tag, points=" ".join(f"{x!r},{y!r}" for x, y in points))
        name = shape.tag if shape is not None else "tile" if gid & GID else "rect"
        text = (shape.text or "") if shape is not None and name == "text" else ""
        self.extras[number] = Extra(path, name, text, values, points)

    def stamped(self, gid: int, kind: str, values: dict[str, Value], number: int) -> tuple[str, dict[str, Value]]:
        """Return class and properties of a tile object: its tile's, where it has none of its own."""
        if not self.known(gid):
            raise self.wrong(f"uses tile {gid}, which no tileset has", "add the tileset", "object-gid", number)
        sheet = next(s for s, _ in reversed(self.sheets) if s.first <= gid)
        tile = gid - sheet.first
        return kind or sheet.classes.get(tile, ""), sheet.values.get(tile, {}) | values

    def points(self, shape: Element, number: int) -> tuple[tuple[float, float], ...]:
        pairs = [p.split(",") for p in shape.get("points", "").split()]
        least = 3 if shape.tag == "polygon" else 2
        if not least <= len(pairs) <= LIMITS.points:
            what = f"its {shape.tag} has {len(pairs)} points"
            raise self.wrong(what, f"{least} to {LIMITS.points} points", "object-points", number)
        try:
            points = tuple((float(x), float(y)) for x, y in pairs)
        except ValueError as e:
            raise self.wrong(f"its {shape.tag} has a bad point", SAVE, "object-points", number) from e
        if not all(math.isfinite(v) and abs(v) <= LIMITS.number for p in points for v in p):
            raise self.wrong(f"its {shape.tag} has a point that is nowhere", SAVE, "object-points", number)
        return points

    def object(self, row: "tuple[int, str, str, float, float, float, float, float, bool, int]") -> PlainObject:
        """Put an object together from the library's answer and what it does not keep."""
        number, name, kind, x, y, w, h, rotation, visible, gid = row
        extra = self.extras[number]
        flat = extra.shape in ("polygon", "polyline", "point")
        return PlainObject(
            id=number,
            layer=extra.layer,
            shape=extra.shape,
            name=name,
            cls=kind,
            x=x,
            y=y,
            w=0.0 if flat else w,
            h=0.0 if flat else h,
            rotation=rotation,
            visible=visible,
            properties=extra.values,
            points=extra.points,
            text=extra.text,
            gid=gid,
        )

    # ------------------------------------------------------------------ templates
    def merged(
        self, attributes: dict[str, str], parts: list[Element], values: dict[str, Value], number: int
    ) -> tuple[dict[str, str], list[Element], dict[str, Value]]:
        """Return an object's attributes, shape and properties over those of its template."""
        path, base = self.template(attributes.pop("template"), number)
        model = base.find("object")
        if model is None or "template" in model.attrib:
            raise self.wrong("its template holds no object of its own", "save the template again", "template", number)
        inherited = dict(model.attrib)
        inherited.pop("id", None)
        gid = int(inherited.get("gid", "0"))
        if gid & GID and "gid" not in attributes:
            inherited["gid"] = str((gid & FLAGS) | self.regid(gid & GID, base, path, number))
        if not any(p.tag in SHAPES for p in parts):
            parts = parts + [p for p in model if p.tag in SHAPES]
        return inherited | attributes, parts, read_values(model, self.shown, self.notes, number) | values

    def template(self, ref: str, number: int) -> tuple[Path, Element]:
        path, data = self.files.open(ref, self.files.base, ".tx")
        if path not in self.templates:
            if len(self.templates) >= LIMITS.templates:
                raise self.wrong(f"uses more than {LIMITS.templates} templates", "remove some", "template", number)
            self.templates[path] = read_tree(data, "template", f"{self.shown}: {brief(ref)}", self.notes)
        return path, self.templates[path]

    def regid(self, gid: int, base: Element, path: Path, number: int) -> int:
        """Return the map's own gid of a tile that a template knows by another."""
        node = base.find("tileset")
        if node is None or node.get("source") is None:
            raise self.wrong("its template's tile has no tileset", "save the template again", "template", number)
        real, _ = self.files.open(node.attrib["source"], path.parent, ".tsx")
        sheet = next((s for s, p in self.sheets if p == real), None)
        if sheet is None:
            last = self.sheets[-1][0] if self.sheets else None
            first = 1 if last is None else last.first + max(last.ids, default=0) + 1
            added = Element("tileset", {**node.attrib, "firstgid": str(first)})
            sheet = self.add_sheet(added, path.parent)
        tile = gid - int(node.get("firstgid", "1"))
        if tile not in sheet.ids:
            raise self.wrong(f"its template uses tile {gid}, which no tileset has", "save it again", "template", number)
        return sheet.first + tile


def passed_on(node: Element, under: Under) -> Under:
    """Return a layer's path, visibility, opacity and offset with those of the groups around it."""
    name = node.get("name", "")
    return Under(
        f"{under.path}/{name}" if under.path else name,
        under.visible and node.get("visible", "1") not in ("0", "false"),
        under.opacity * float(node.get("opacity", "1")),
        (under.offset[0] + float(node.get("offsetx", "0")), under.offset[1] + float(node.get("offsety", "0"))),
    )
