"""Objects of a map: template, tile class and shape resolved, checked, written clean for the map library, made whole again."""

import math
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import msgspec

from game.level.child import Row
from game.level.data import LevelError
from game.level.files import LevelFiles
from game.level.limits import LIMITS
from game.level.plain import FLIP_D, FLIP_H, FLIP_V, GID, PlainObject, Value
from game.level.sheets import Sheets
from game.level.tree import Notes, read_tree
from game.level.values import read_values
from game.level.where import brief

SHAPES = ("ellipse", "point", "polygon", "polyline", "text")
FLAGS = FLIP_H | FLIP_V | FLIP_D
PLACE = ("x", "y", "width", "height", "rotation")
SAVE = "save it with Tiled"
AGAIN = "save the template again"
Points = tuple[tuple[float, float], ...]


class Model(msgspec.Struct):
    """An object while it is resolved: its own words over those of its template and its tile."""

    id: int
    words: dict[str, str]
    shape: Element | None
    values: dict[str, Value]

    @property
    def gid(self) -> int:
        return int(self.words.get("gid", "0"))

    @property
    def drawn(self) -> str:
        """Return how it is drawn."""
        if self.shape is not None:
            return self.shape.tag
        return "tile" if self.gid & GID else "rect"


class Extra(msgspec.Struct, frozen=True):
    """What the map library does not keep of an object."""

    layer: str
    shape: str
    text: str
    values: dict[str, Value]
    points: Points


class Objects:
    """Reads objects in document order."""

    def __init__(self, files: LevelFiles, notes: Notes, sheets: Sheets) -> None:
        self.files, self.notes, self.sheets = files, notes, sheets
        self.extras: dict[int, Extra] = {}
        self.templates: dict[Path, Element] = {}

    def wrong(self, what: str, cure: str, code: str, object_id: int = 0) -> LevelError:
        return LevelError(self.files.shown, what, cure, object_id, code)

    def read(self, layer: Element, clean: Element, path: str) -> None:
        """Write an object layer's objects into a clean one."""
        for node in layer.iterfind("object"):
            if len(self.extras) >= LIMITS.objects:
                raise self.wrong(f"has more than {LIMITS.objects} objects", "remove some", "object-count")
            self.one(node, clean, path)

    def one(self, node: Element, clean: Element, path: str) -> None:
        number = int(node.get("id", "0"))
        if number <= 0 or number in self.extras:
            raise self.wrong(
                "two objects share an id" if number > 0 else "an object has no id", SAVE, "object-id", number
            )
        model = self.model(node, number)
        if "template" in model.words:
            model = self.inherit(model)
        if model.gid & GID:
            self.stamp(model)
        points = self.points(model)
        kind = model.words.get("type") or model.words.get("class") or ""
        self.write(model, kind, points, clean)
        text = (model.shape.text or "") if model.shape is not None and model.drawn == "text" else ""
        self.extras[number] = Extra(path, model.drawn, text, model.values, points)

    def model(self, node: Element, number: int) -> Model:
        shape = next((part for part in node if part.tag in SHAPES), None)
        return Model(number, dict(node.attrib), shape, read_values(node, self.files.shown, self.notes, number))

    def stamp(self, model: Model) -> None:
        """Give a tile object its tile's class, properties and size, where it has none of its own."""
        gid = model.gid & GID
        sheet = self.sheets.of(gid)
        if sheet is None:
            raise self.wrong(f"uses tile {gid}, which no tileset has", "add the tileset", "object-gid", model.id)
        tile = gid - sheet.first
        if not (model.words.get("type") or model.words.get("class")):
            model.words["type"] = sheet.classes.get(tile, "")
        width, height = sheet.size(tile)
        model.words.setdefault("width", str(width))
        model.words.setdefault("height", str(height))
        model.values = sheet.values.get(tile, {}) | model.values

    def points(self, model: Model) -> Points:
        """Return the finite points of a polygon or a line, none of other shapes."""
        if model.drawn not in ("polygon", "polyline") or model.shape is None:
            return ()
        pairs = [p.split(",") for p in model.shape.get("points", "").split()]
        least = 3 if model.drawn == "polygon" else 2
        if not least <= len(pairs) <= LIMITS.points:
            what = f"its {model.drawn} has {len(pairs)} points"
            raise self.wrong(what, f"{least} to {LIMITS.points} points", "object-points", model.id)
        try:
            points = tuple((float(x), float(y)) for x, y in pairs)
        except ValueError as e:
            raise self.wrong(f"its {model.drawn} has a bad point", SAVE, "object-points", model.id) from e
        if not all(math.isfinite(v) and abs(v) <= LIMITS.number for p in points for v in p):
            raise self.wrong(f"its {model.drawn} has a point that is nowhere", SAVE, "object-points", model.id)
        return points

    def write(self, model: Model, kind: str, points: Points, clean: Element) -> None:
        """Write what the library needs of an object."""
        node = SubElement(clean, "object", id=str(model.id), name=model.words.get("name", ""), type=kind)
        for key in PLACE:
            node.set(key, model.words.get(key, "0"))
        node.set("visible", "0" if model.words.get("visible", "1") in ("0", "false") else "1")
        if model.gid & GID:
            node.set("gid", str(model.gid & (FLAGS | GID)))
        if points:
            SubElement(node, model.drawn, points=" ".join(f"{x!r},{y!r}" for x, y in points))

    def whole(self, row: Row) -> PlainObject:
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
    def inherit(self, own: Model) -> Model:
        """Return an object's words, shape and properties over those of its template."""
        path, root = self.template(own.words.pop("template"), own.id)
        node = root.find("object")
        if node is None or "template" in node.attrib:
            raise self.wrong("its template holds no object of its own", AGAIN, "template", own.id)
        base = self.model(node, own.id)
        if base.gid & GID:
            base.words["gid"] = str((base.gid & FLAGS) | self.regid(base.gid & GID, root, path, own.id))
        return Model(
            own.id, base.words | own.words, own.shape if own.shape is not None else base.shape, base.values | own.values
        )

    def template(self, ref: str, number: int) -> tuple[Path, Element]:
        path, data = self.files.open(ref, self.files.base, ".tx")
        if path not in self.templates:
            if len(self.templates) >= LIMITS.templates:
                raise self.wrong(f"uses more than {LIMITS.templates} templates", "remove some", "template", number)
            shown = f"{self.files.shown}: {brief(ref)}"
            self.templates[path] = read_tree(data, "template", shown, self.notes)
        return path, self.templates[path]

    def regid(self, gid: int, root: Element, path: Path, number: int) -> int:
        """Return the map's own gid of a tile that a template knows by another."""
        node = root.find("tileset")
        if node is None or "source" not in node.attrib:
            raise self.wrong("its template's tile has no tileset", AGAIN, "template", number)
        real, _ = self.files.open(node.attrib["source"], path.parent, ".tsx")
        sheet = self.sheets.paths.get(real)
        if sheet is None:
            added = Element("tileset", node.attrib | {"firstgid": str(self.sheets.beyond())})
            sheet = self.sheets.add(added, path.parent)
        tile = gid - int(node.get("firstgid", "1"))
        if tile not in sheet.ids:
            raise self.wrong(f"its template uses tile {gid}, which no tileset has", AGAIN, "template", number)
        return sheet.first + tile
