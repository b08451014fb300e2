"""What is heard, in words: lines by category with the way they come from, and pings of the machine's steps at the screen's edge."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.content.captions import CAPTIONS, CATEGORIES, GUN, HUNTER, OURS, RADIO, TELL, VOICE, Caption
from game.sim import events as ev
from game.view import font
from game.view.bubbles import caption, point_at
from game.view.camera import Camera
from game.view.pixels import METRE, Colour, H, W, hexc
from game.view.plates import AMBER, RED, STEEL, WHITE, arrow, at_edge, on_screen

if TYPE_CHECKING:
    from game.session import Session

LINE_TICKS, QUIET_TICKS = 110, 150  # how long a caption stays; silence before the same one comes again
PING_TICKS = 34
FAINT = 4  # levels: a noise this weak is not heard
MOST_LINES, CROWDED = 3, H - 60  # lines at once; one less where they end higher than this: the box is under them
OVERHEARD = 8.0  # metres at which somebody else's radio can be understood
CLOSE = 2.0  # metres: nearer than this a sound has no direction
COLD, WARM, HOT = hexc("9cd0ee"), hexc("ff7a52"), hexc("ffd0a8")
COLOURS: dict[str, Colour] = {HUNTER: COLD, GUN: hexc("ffd0a8"), TELL: COLD, VOICE: WHITE, RADIO: WHITE, OURS: WHITE}
TAGS: dict[str, Colour] = {HUNTER: COLD, GUN: RED, TELL: COLD, RADIO: AMBER, OURS: AMBER}


@dataclass(slots=True)
class Ping:
    x: float
    y: float
    at: int


@dataclass(slots=True)
class Heard:
    """A line: where its sound came from, if it is told of a place."""

    words: str
    category: str
    at: int
    place: tuple[float, float] | None


class Captions:
    """Keeps what was heard for as long as it takes to read it.

    sounds  the player's option: the categories that are written; pings are drawn all the same
    """

    def __init__(self) -> None:
        self.sounds: frozenset[str] = frozenset(CATEGORIES)
        self._lines: list[Heard] = []
        self._told: dict[str, int] = {}
        self._pings: dict[int, Ping] = {}
        self._cues: list[Ping] = []  # places that the level points at; `at` is when they end

    def forget(self) -> None:
        """Fall silent: time has gone back."""
        self._lines.clear()
        self._told.clear()
        self._pings.clear()
        self._cues.clear()

    def notice(
        self, session: "Session", events: list[ev.Event], cam: Camera, afar: list[tuple[str, float, float]]
    ) -> None:
        """Take in what was heard; `afar` is what people out of view have said, and where."""
        tick = session.world.tick
        for words, x, y in afar:
            self._write(Heard(words, VOICE, tick, (x, y)), words)
        for e in events:
            if isinstance(e, ev.Stepped) and e.kind == "machine":
                self._step(session, e, cam)
            elif isinstance(e, ev.NoiseMade | ev.Whistled | ev.Told) and _author(e) != session.player:
                self._sound(session, e, cam)
            elif isinstance(e, ev.RadioCall) and _hears_radio(session):
                self._plain(e, {"topic": e.look, "place": e.place}, tick)
            elif isinstance(e, ev.FactLearned):
                self._plain(e, {"topic": e.name}, tick)
            elif isinstance(e, ev.CameraCued) and e.what == "ping":
                self._cues.append(Ping(e.x, e.y, tick + e.ticks))

    def _step(self, session: "Session", e: ev.Stepped, cam: Camera) -> None:
        """A tread of the machine: if it can be heard but not seen, it pings."""
        b, player, tick = session.world.b, session.player, session.world.tick
        if player < 0 or e.who == player:
            return
        gap = math.dist((e.x, e.y), (b.x[player], b.y[player]))
        shown = bool(b.seen[e.who]) and on_screen(e.x * METRE - cam.x, e.y * METRE - cam.y)
        if gap > e.level - FAINT or shown:
            return
        self._pings[e.who] = Ping(e.x, e.y, tick)
        row = CAPTIONS["Stepped:machine"]
        self._write(Heard(row.words.format(m=round(gap)), row.category, tick, (e.x, e.y)), row.event)

    def _sound(self, session: "Session", e: ev.NoiseMade | ev.Whistled | ev.Told, cam: Camera) -> None:
        """A sound that matters gets a line, if it reaches the player and is not in view."""
        row = _row(e)
        b, player = session.world.b, session.player
        if row is None or player < 0:
            return
        if not row.in_view and on_screen(e.x * METRE - cam.x, e.y * METRE - cam.y):
            return
        level = e.level if isinstance(e, ev.NoiseMade) else W / METRE
        gap = math.dist((e.x, e.y), (b.x[player], b.y[player]))
        if level >= row.least and gap < level - FAINT:
            place = (e.x, e.y) if gap > CLOSE else None
            self._write(Heard(row.words.format(m=round(gap)), row.category, session.world.tick, place), row.event)

    def _plain(self, e: ev.Event, words: dict[str, str], tick: int) -> None:
        row = CAPTIONS[type(e).__name__]
        said = row.words.format(**{k: v.replace("_", " ").upper() for k, v in words.items()})
        self._write(Heard(said, row.category, tick, None), said)

    def _write(self, line: Heard, key: str) -> None:
        if line.category not in self.sounds or line.at - self._told.get(key, -QUIET_TICKS) < QUIET_TICKS:
            return
        self._told[key] = line.at
        self._lines = [*self._lines, line][-MOST_LINES:]

    # ------------------------------------------------------------------ showing
    def draw(
        self,
        frame: pygame.Surface,
        session: "Session",
        cam: Camera,
        bottom: int,
        taken: list[pygame.Rect],
        red: bool = False,
    ) -> None:
        """Draw pings, the level's marks, and lines that end at `bottom`, noting what is `taken`; in warm tones if `red`."""
        tick = session.world.tick
        self._draw_pings(frame, session, cam, WARM if red else COLD)
        self._lines = [line for line in self._lines if 0 <= tick - line.at < LINE_TICKS]
        b, player = session.world.b, session.player
        most = MOST_LINES if bottom > CROWDED else MOST_LINES - 1
        for line in reversed(self._lines[-most:]):
            way = None
            if line.place and player >= 0:
                way = math.atan2(line.place[1] - b.y[player], line.place[0] - b.x[player])
            colour = HOT if red else COLOURS.get(line.category, COLD)
            top = caption(frame, line.words, bottom, colour, TAGS.get(line.category, STEEL), way)
            wide = font.width(line.words) + 26
            taken.append(pygame.Rect(W // 2 - wide // 2, top, wide, bottom - top))
            bottom = top
        self._cues = [c for c in self._cues if tick < c.at]
        for cue in self._cues:
            point_at(frame, cue.x * METRE - cam.x, cue.y * METRE - cam.y, tick)

    def _draw_pings(self, frame: pygame.Surface, session: "Session", cam: Camera, colour: Colour) -> None:
        tick, b, player = session.world.tick, session.world.b, session.player
        for slot, ping in list(self._pings.items()):
            age = tick - ping.at
            if not 0 <= age < PING_TICKS:
                del self._pings[slot]
                continue
            x, y, angle = at_edge(ping.x * METRE - cam.x, ping.y * METRE - cam.y, 18)
            fade = 1 - age / PING_TICKS
            tone = tuple(int(c * (0.25 + 0.75 * fade)) for c in colour)
            for k in (0, 1, 2):
                back = k * 7 - age * 0.15
                size = 8 - 2 * k
                arrow(
                    frame,
                    int(x - math.cos(angle) * back),
                    int(y - math.sin(angle) * back),
                    angle,
                    (tone[0], tone[1], tone[2]),
                    size,
                )
            gap = math.dist((ping.x, ping.y), (b.x[player], b.y[player]))
            words = f"{gap:.0f} M"
            tx = int(x - math.cos(angle) * 30) - font.width(words) // 2
            ty = int(y - math.sin(angle) * 30) - 4
            font.draw_text(frame, words, min(max(tx, 4), W - 30), min(max(ty, 4), H - 14), (tone[0], tone[1], tone[2]))


def _author(e: ev.NoiseMade | ev.Whistled | ev.Told) -> int:
    return e.who if isinstance(e, ev.Told) else e.by


def _row(e: ev.NoiseMade | ev.Whistled | ev.Told) -> Caption | None:
    """Return the row of a sound."""
    name = type(e).__name__
    return CAPTIONS.get(name if isinstance(e, ev.Whistled) else f"{name}:{e.kind}")


def _hears_radio(session: "Session") -> bool:
    """Say whether the player carries a radio, or stands near somebody who does."""
    b, player, radios = session.world.b, session.player, session.world.state.radios
    if player < 0:
        return False
    here = b.x[player], b.y[player]
    return player in radios or any(
        b.here[s] and b.seen[s] and math.dist(here, (b.x[s], b.y[s])) < OVERHEARD for s in radios
    )
