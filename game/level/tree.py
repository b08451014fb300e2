"""The expat pass: bytes to a small tree of known elements and attributes; refuses entity declarations and giants."""

from xml.etree.ElementTree import Element
from xml.parsers import expat

import msgspec

from game.level.data import LevelError
from game.level.limits import LIMITS
from game.level.vocabulary import ATTRIBUTES, CHILDREN, MUTE, SPEAKS
from game.level.where import brief

STEP = 4096  # bytes at a time until the first element: what an entity declaration could do before it is refused
STRIDE = 1 << 16  # … and afterwards
TEXT_MOST = {"property": LIMITS.text, "text": LIMITS.text, "data": LIMITS.map_bytes, "chunk": LIMITS.map_bytes}


class Note(msgspec.Struct, frozen=True):
    """Something that was dropped, for the lint to tell as a warning."""

    code: str
    what: str
    hint: str = ""
    object_id: int = 0


class Notes(list[Note]):
    """Notes in the order of the file, each once, bounded in number."""

    def add(self, code: str, what: str, hint: str = "", object_id: int = 0) -> None:
        note = Note(code, what, hint, object_id)
        if len(self) < LIMITS.warnings and note not in self:
            self.append(note)


def read_tree(data: bytes, root: str, shown: str, notes: Notes) -> Element:
    """Return the cleaned tree of a file whose root element must be `root`; raises LevelError, and nothing else."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] in (b"\0\0\xfe\xff", b"\0\0\0<", b"<\0\0\0", b"\0<\0?"):
        raise LevelError(shown, "is not UTF-8", "save it with Tiled", code="xml-encoding")
    pruner = _Pruner(root, shown, notes)
    try:
        _feed(pruner, data)
    except expat.ExpatError as e:
        raise LevelError(shown, f"is not well-formed XML ({brief(str(e))})", "save it with Tiled", code="xml") from e
    except (ValueError, LookupError, RecursionError, MemoryError) as e:
        raise LevelError(shown, "cannot be read as XML", "save it with Tiled", code="xml") from e
    if pruner.root is None:
        raise LevelError(shown, f"holds no <{root}>", "save it with Tiled", code="xml-root")
    return pruner.root


def _feed(pruner: "_Pruner", data: bytes) -> None:
    """Give expat the head in small steps, then larger ones; a piece that does not end is not waited for."""
    parser = pruner.parser
    at = 0
    while pruner.count == 0 and at < len(data):
        if at >= LIMITS.prolog_bytes:
            raise LevelError(pruner.shown, "has no first element near its beginning", "save it with Tiled", code="xml")
        parser.Parse(data[at : at + STEP], False)
        at += STEP
    waited, calls = 0, pruner.calls
    for start in range(at, len(data), STRIDE):
        parser.Parse(data[start : start + STRIDE], False)
        waited = waited + STRIDE if pruner.calls == calls else 0
        calls = pruner.calls
        if waited > LIMITS.piece_bytes:
            what = f"holds a tag or comment of more than {LIMITS.piece_bytes >> 10} KiB"
            raise LevelError(pruner.shown, what, "make it smaller", pruner.object_id, "xml-size")
    parser.Parse(b"", True)


class _Pruner:
    """Builds the tree, dropping what nobody needs."""

    def __init__(self, root: str, shown: str, notes: Notes) -> None:
        self.want, self.shown, self.notes = root, shown, notes
        self.root: Element | None = None
        self.open: list[tuple[str, Element]] = []  # context and element of what is open
        self.words: list[str] = []
        self.skipped = 0  # depth inside something dropped
        self.count = 0  # elements
        self.calls = 0  # of any handler
        self.object_id = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.CommentHandler = self.comment
        self.parser.EntityDeclHandler = self.entity
        self.parser.ExternalEntityRefHandler = self.entity
        self.parser.UnparsedEntityDeclHandler = self.entity

    def wrong(self, what: str, cure: str, code: str) -> LevelError:
        return LevelError(self.shown, what, cure, self.object_id, code)

    def entity(self, *_: object) -> int:
        raise self.wrong("declares entities", "remove its <!ENTITY …>", "xml-entity")

    def comment(self, _: str) -> None:
        self.calls += 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.calls += 1
        depth = len(self.open) + self.skipped
        if self.count > LIMITS.elements:
            raise self.wrong(f"holds more than {LIMITS.elements} elements", "make it smaller", "xml-size")
        if depth >= LIMITS.depth:
            raise self.wrong(f"is nested deeper than {LIMITS.depth}", "use fewer groups", "xml-depth")
        if self.skipped:
            self.skipped += 1
            return
        context = self.context(tag)
        if not context:
            self.skipped = 1
            return
        if context == "object":
            self.object_id = _id(attributes.get("id", ""))
        element = Element(tag, self.keep(context, attributes))
        if self.open:
            self.open[-1][1].append(element)
        else:
            self.root = element
        self.open.append((context, element))
        self.words = []

    def context(self, tag: str) -> str:
        """Return what an element means where it stands; '' drops it."""
        if not self.open:
            if tag != self.want:
                raise self.wrong(f"is no Tiled {self.want} but <{brief(tag, 40)}>", "save it with Tiled", "xml-root")
            return tag
        parent = self.open[-1][0]
        known = CHILDREN.get(parent, {}).get(tag)
        if known is None:
            what = f"<{brief(tag, 40)}> in <{parent}> is not known and was left out"
            self.notes.add("unknown-element", what, "a newer Tiled may have written it", self.object_id)
        return known or ""

    def keep(self, context: str, attributes: dict[str, str]) -> dict[str, str]:
        """Return the attributes that count, each checked."""
        kept = {}
        known, mute = ATTRIBUTES[context], MUTE.get(context, frozenset())
        for name, value in attributes.items():
            kind = known.get(name)
            if kind is None:
                if name not in mute:
                    what = f"attribute {brief(name, 40)!r} of <{context}> is not known and was left out"
                    self.notes.add("unknown-attribute", what, "a newer Tiled may have written it", self.object_id)
                continue
            if fault := kind.fault(value):
                what = f"{name} of <{context}> {fault} ({brief(value, 40)!r})"
                raise self.wrong(what, "correct it in Tiled", "attribute-value")
            kept[name] = value
        return kept

    def text(self, words: str) -> None:
        self.calls += 1
        if self.open and not self.skipped and self.open[-1][0] in SPEAKS:
            self.words.append(words)

    def end(self, _tag: str) -> None:
        self.calls += 1
        if self.skipped:
            self.skipped -= 1
            return
        context, element = self.open.pop()
        if context in SPEAKS and self.words:
            element.text = "".join(self.words)
            if len(element.text) > TEXT_MOST[context]:
                raise self.wrong(
                    f"<{context}> holds too long a text", f"at most {TEXT_MOST[context]} characters", "text-size"
                )
        self.words = []
        if context == "object":
            self.object_id = 0


def _id(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
