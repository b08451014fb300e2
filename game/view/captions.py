"""What is heard, in words: lines by category with the way they come from, and pings of the machine's steps at the screen's edge."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.content.lines import FACTS
from game.content.rooms import room_words
from game.content.sounds import CATEGORIES, GUN, HUNTER, OURS, OVERHEARD, RADIO, TELL, VOICE, Sound, row_of
from game.sim import events as ev
from game.sim.earshot import Earshot, Way, tells_nothing
from game.view import font
from game.view.bubbles import LINE, caption, point_at
from game.view.camera import Camera
from game.view.pixels import METRE, Colour, H, W, hexc
from game.view.plates import AMBER, RED, STEEL, WHITE, arrow, at_edge, on_screen

if TYPE_CHECKING:
    from game.session import Session

LINE_TICKS, QUIET_TICKS = 110, 150  # how long a caption stays; silence before the same one comes again
SHORT, WORD_TICKS = 5, 16  # words that are read in that time; ticks for each more
PING_TICKS = 34
AGAIN = 30  # and before the same strike comes again
MOST_LINES, CROWDED = 3, H - 60  # lines at once; one less where they end higher than this: the box is under them
# pixels of a row; where lines may begin at the head of the screen: under the news, under the Clock
ROW, HEADS = 13, (40, 84)
LOWEST = 250  # pixels: lines that end higher than this are in the middle of the picture
AT_HEAD = 1.5  # bystanders that lines would rather hide at the foot of the screen than go to its head
ASIDES, ASIDE = (0, -100, 100), 0.5  # pixels that lines may stand aside of the middle; as many bystanders is that worth
BEYOND = 40.0  # metres: off any screen
CLOSE = 2  # metres: nearer than this a sound has no direction
Place = tuple[int, int]  # where lines end: how low, and how far aside of the middle
COLD, WARM, HOT = hexc("9cd0ee"), hexc("ff7a52"), hexc("ffd0a8")
COLOURS: dict[str, Colour] = {HUNTER: COLD, GUN: hexc("ffd0a8"), TELL: COLD, VOICE: WHITE, RADIO: WHITE, OURS: WHITE}
TAGS: dict[str, Colour] = {HUNTER: COLD, GUN: RED, TELL: COLD, RADIO: AMBER, OURS: AMBER}


@dataclass(slots=True)
class Ping:
    x: float
    y: float
    at: int
    metres: int = 0  # of its way; 0 is not told


@dataclass(slots=True)
class Heard:
    """A line: where its sound came from, if it is told of a place; the events after which it speaks of what is no more."""

    words: str
    category: str
    at: int
    place: tuple[float, float] | None
    over: tuple[str, ...] = ()

    @property
    def ticks(self) -> int:
        """How long it stays."""
        return LINE_TICKS + WORD_TICKS * max(0, len(self.words.split()) - SHORT)


class Captions:
    """Keeps what was heard for as long as it takes to read it.

    sounds, pings  the player's options: the categories that are written; whether the machine's steps are marked
    """

    def __init__(self) -> None:
        self.sounds: frozenset[str] = frozenset(CATEGORIES)
        self.pings = True
        self._ears: Earshot | None = None  # where the player stands on this tick, once something is to be heard
        self._lines: list[Heard] = []
        self._told: dict[str, int] = {}
        self._pings: dict[int, Ping] = {}
        self._cues: list[Ping] = []  # places that the level points at; `at` is when they end
        self._ended: Place | None = None  # where lines ended on the last frame, None where there were none

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
        if session.player < 0:
            return
        self._ears = None
        self._drop(events)
        for e in events:
            row = row_of(e)
            if isinstance(e, ev.CameraCued) and e.what == "ping":
                self._cues.append(Ping(e.x, e.y, tick + e.ticks))
            elif row is None or not row.words or _author(e) == session.player:
                continue
            elif isinstance(e, ev.RadioCall):
                if _hears_radio(session):
                    self._plain(row, {"topic": e.look, "place": e.place}, tick)
            elif row.everywhere:
                self._plain(row, {"topic": _topic(e)}, tick)
            else:
                self._sound(session, e, row, cam)

    def _drop(self, events: list[ev.Event]) -> None:
        """Let go of lines that speak of what is over."""
        if any(line.over for line in self._lines):
            now = {type(e).__name__ for e in events}
            self._lines = [line for line in self._lines if now.isdisjoint(line.over)]

    def _sound(self, session: "Session", e: ev.Event, row: Sound, cam: Camera) -> None:
        """A sound that matters gets a line, if it reaches the player and is not in view; the machine's step pings too."""
        x, y, level = getattr(e, "x", 0.0), getattr(e, "y", 0.0), getattr(e, "level", row.level)
        step, tick = isinstance(e, ev.Stepped), session.world.tick
        shown = on_screen(x * METRE - cam.x, y * METRE - cam.y)
        if isinstance(e, ev.Stepped):
            shown = shown and bool(session.world.b.seen[e.who])
        if (
            (shown and not row.in_view)
            or level < row.least
            or (row.category == TELL and tells_nothing(session.world, _author(e)))
        ):
            return
        way = self._way(session, x, y, level)
        if way is None:
            return
        if isinstance(e, ev.Stepped):
            self._pings[e.who] = Ping(*self._beyond(way), tick, way.metres)
        place = (way.x, way.y) if way.metres > CLOSE or step else None
        words = row.words.format(m=max(1, way.metres))
        if way.kind != "near":
            room = session.world.ground.room_at(x, y)
            words += f", {room_words(room)}" if room else ""
        heard = Heard(words, row.category, tick, place, row.over)
        self._write(heard, row.event, AGAIN if row.often else QUIET_TICKS)

    def _beyond(self, way: Way) -> tuple[float, float]:
        """Return a place beyond the screen's edge, the way that a sound comes from."""
        assert self._ears is not None
        dx, dy = way.x - self._ears.x, way.y - self._ears.y
        size = math.hypot(dx, dy) or 1.0
        return self._ears.x + dx / size * BEYOND, self._ears.y + dy / size * BEYOND

    def _way(self, session: "Session", x: float, y: float, level: float) -> Way | None:
        """Return how a sound comes to the player, None where it is not heard."""
        if self._ears is None:
            self._ears = session.world.earshot(session.player)
        return self._ears.way(x, y, level)

    def _plain(self, row: Sound, words: dict[str, str], tick: int) -> None:
        said = row.words.format(**{k: _plainly(v) for k, v in words.items()})
        self._write(Heard(said, row.category, tick, None, row.over), said)

    def _write(self, line: Heard, key: str, quiet: int = QUIET_TICKS) -> None:
        if line.category not in self.sounds or line.at - self._told.get(key, -quiet) < quiet:
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
        bodies: list[pygame.Rect],
        bystanders: Sequence[pygame.Rect] = (),
        red: bool = False,
    ) -> None:
        """Draw pings, the level's marks, and lines that end at `bottom`, noting what is `taken`; in warm tones if `red`.

        bodies      whom no line may hide: then they stand at the head of the screen
        bystanders  as few of them as can be are hidden by lines that look for a place; then the lines stay there
        """
        tick = session.world.tick
        if self.pings:
            self._draw_pings(frame, session, cam, WARM if red else COLD, taken)
        self._lines = [line for line in self._lines if 0 <= tick - line.at < line.ticks]
        b, player = session.world.b, session.player
        most = MOST_LINES if bottom > CROWDED else MOST_LINES - 1
        if session.world.state.clock is not None:
            most = 1  # the Clock says what matters now
        self._ended = self._end(self._lines[-most:], bottom, taken, bodies, bystanders)
        bottom, aside = self._ended or (bottom, 0)
        for line in reversed(self._lines[-most:]):
            way = None
            if line.place and player >= 0:
                way = math.atan2(line.place[1] - b.y[player], line.place[0] - b.x[player])
            colour = HOT if red else COLOURS.get(line.category, COLD)
            top = caption(frame, line.words, bottom, colour, TAGS.get(line.category, STEEL), way, aside)
            wide = min(LINE, font.span(line.words)) + 26
            taken.append(pygame.Rect(W // 2 + aside - wide // 2, top, wide, bottom - top))
            bottom = top
        self._cues = [c for c in self._cues if tick < c.at]
        for cue in self._cues:
            point_at(frame, cue.x * METRE - cam.x, cue.y * METRE - cam.y, tick)

    def _end(
        self,
        lines: list[Heard],
        bottom: int,
        taken: list[pygame.Rect],
        bodies: list[pygame.Rect],
        bystanders: Sequence[pygame.Rect],
    ) -> Place | None:
        """Return where lines end: where they did, if that is still free; None where there are none."""
        if not lines:
            return None
        places = free(lines, bottom, taken, bodies)
        return self._ended if self._ended in places else least(lines, places or [(bottom, 0)], bystanders)

    def _draw_pings(
        self, frame: pygame.Surface, session: "Session", cam: Camera, colour: Colour, taken: list[pygame.Rect]
    ) -> None:
        tick = session.world.tick
        for slot, ping in list(self._pings.items()):
            age = tick - ping.at
            if not 0 <= age < PING_TICKS:
                del self._pings[slot]
                continue
            x, y, angle = at_edge(ping.x * METRE - cam.x, ping.y * METRE - cam.y, 18)
            under = pygame.Rect(int(x) - 8, int(y) - 8, 16, 16).collidelist(taken)
            if under >= 0:  # not across somebody's words
                y = taken[under].top - 10 if y > H / 2 else taken[under].bottom + 10
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
            words = f"{max(1, ping.metres)} M"
            tx = int(x - math.cos(angle) * 30) - font.width(words) // 2
            ty = int(y - math.sin(angle) * 30) - 4
            font.draw_text(frame, words, min(max(tx, 4), W - 30), min(max(ty, 4), H - 14), (tone[0], tone[1], tone[2]))


def free(lines: list[Heard], bottom: int, taken: list[pygame.Rect], bodies: list[pygame.Rect]) -> list[Place]:
    """Return where lines may end that hide nothing: at `bottom`, over what is `taken` there, or at the head of the screen."""
    there = block(lines, (bottom, 0))
    over = [box.top - 1 for box in taken if there.colliderect(box) and box.top - 1 > LOWEST]
    heads = [head + there.h for head in HEADS]
    places = [(at, aside) for at in (bottom, *over, *heads) for aside in ASIDES]
    return [place for place in places if block(lines, place).collidelist([*taken, *bodies]) < 0]


def least(lines: list[Heard], places: list[Place], bystanders: Sequence[pygame.Rect]) -> Place:
    """Return the place at which lines hide the fewest of those who stand about, the first of several."""
    hidden = {
        place: len(block(lines, place).collidelistall(bystanders))
        + AT_HEAD * (place[0] < LOWEST)
        + ASIDE * (place[1] != 0)
        for place in places
    }
    return min(places, key=hidden.__getitem__)


def block(lines: list[Heard], place: Place) -> pygame.Rect:
    """Return what lines cover that end at a place."""
    tall = (font.grown(ROW - 1) + 1) * sum(len(font.broken(line.words, LINE)) for line in lines)
    wide = max((min(LINE, font.span(line.words)) + 26 for line in lines), default=0)
    return pygame.Rect(W // 2 + place[1] - wide // 2, place[0] - tall, wide, tall)


def _author(e: ev.Event) -> int:
    """Return who made an event happen, -1 nobody."""
    return int(getattr(e, "by", getattr(e, "who", -1)))


def _topic(e: ev.Event) -> str:
    """Return what an event is about: a fact in words, else its name."""
    name = str(getattr(e, "name", ""))
    return FACTS.get(name, name) if isinstance(e, ev.FactLearned) else name


def _plainly(name: str) -> str:
    return name.replace("_", " ").upper()


def _hears_radio(session: "Session") -> bool:
    """Say whether the player carries a radio, or stands near somebody who does."""
    b, player, radios = session.world.b, session.player, session.world.state.radios
    if player < 0:
        return False
    here = b.x[player], b.y[player]
    return player in radios or any(
        b.here[s] and b.seen[s] and math.dist(here, (b.x[s], b.y[s])) < OVERHEARD for s in radios
    )
