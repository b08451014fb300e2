"""Words of the moment: speech bubbles, cards, lines for what is heard, and pings of the machine's steps at the screen's edge."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.content.looks import LOOK_IDS, LOOKS
from game.sim import events as ev
from game.view import font
from game.view.bubbles import BUBBLE, CARD, Bubble, caption, card, point_at, speech
from game.view.camera import Camera
from game.view.cast import Person
from game.view.pixels import METRE, Colour, H, W, hexc
from game.view.plates import AMBER, RED, STEEL, WHITE, arrow, at_edge, on_screen

if TYPE_CHECKING:
    from game.session import Session

WORD_TICKS, LEAST_TICKS = 21, 72  # a bubble stays .35 s a word and 1.2 s more
CARD_TICKS = 240
LINE_TICKS, QUIET_TICKS = 110, 150  # how long a caption stays; silence before the same one comes again
PING_TICKS = 34
HEAVY_DOOR = 24  # level of a shutter or gate
FAINT = 4  # levels: a noise this weak is not heard
MOST_LINES = 3
COLD, WARM = hexc("9cd0ee"), hexc("ff7a52")
TABS = {"t800": RED, "john": AMBER}
SOUNDS = {  # kind of noise -> what the caption says
    "shotgun": "SHOTGUN",
    "pistol": "PISTOL SHOT",
    "glass": "GLASS BREAKS",
    "alarm": "SHOUTING",
    "machine": "AN ENGINE",
    "blast": "A BLAST",
    "scream": "A SCREAM",
    "clatter": "SOMETHING CLATTERS",
    "pour": "SOMETHING POURS",
    "blade": "A BLADE",
}


@dataclass(slots=True)
class Ping:
    x: float
    y: float
    at: int


class Captions:
    """Keeps what was said and heard for as long as it takes to read it."""

    def __init__(self) -> None:
        self._bubbles: list[Bubble] = []
        self._card: tuple[list[str], int] | None = None
        self._lines: list[tuple[str, int]] = []
        self._told: dict[str, int] = {}
        self._pings: dict[int, Ping] = {}
        self._cues: list[Ping] = []  # places that the level points at; `at` is when they end

    def forget(self) -> None:
        """Fall silent: time has gone back."""
        self._bubbles.clear()
        self._lines.clear()
        self._told.clear()
        self._pings.clear()
        self._cues.clear()
        self._card = None

    def notice(self, session: "Session", events: list[ev.Event], cam: Camera) -> None:
        """Take in what was said, and what was heard of what cannot be seen."""
        for e in events:
            if isinstance(e, ev.Said):
                self._say(session, e)
            elif isinstance(e, ev.Stepped) and e.kind == "machine":
                self._step(session, e, cam)
            elif isinstance(e, ev.NoiseMade) and e.by != session.player:
                self._noise(session, e, cam)
            elif isinstance(e, ev.Whistled) and e.by != session.player:
                self._tell("A WHISTLE", session.world.tick)
            elif isinstance(e, ev.RadioCall) and session.player in session.world.state.radios:
                look = LOOKS[e.look].name if e.look in LOOKS else e.look.upper()
                self._tell(f"RADIO: {look} AT {e.place.replace('_', ' ').upper()}", session.world.tick)
            elif isinstance(e, ev.FactLearned):
                self._tell(f"ONLY WE KNOW: {e.name.replace('_', ' ').upper()}", session.world.tick)
            elif isinstance(e, ev.CameraCued) and e.what == "ping":
                self._cues.append(Ping(e.x, e.y, session.world.tick + e.ticks))

    def _say(self, session: "Session", e: ev.Said) -> None:
        tick = session.world.tick
        words = len(e.text.split())
        if e.who < 0:
            self._card = font.wrapped(e.text, CARD), tick + max(CARD_TICKS, words * WORD_TICKS + LEAST_TICKS)
            return
        look = LOOKS[LOOK_IDS[session.world.b.look[e.who]]]
        self._bubbles = [b for b in self._bubbles if b.slot != e.who]
        until = tick + words * WORD_TICKS + LEAST_TICKS
        self._bubbles.append(Bubble(e.who, font.wrapped(e.text, BUBBLE), look.name, TABS.get(look.role, STEEL), until))

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
        self._tell(f"HEAVY EVEN STEPS, {gap:.0f} M", tick, "steps")

    def _noise(self, session: "Session", e: ev.NoiseMade, cam: Camera) -> None:
        """A loud thing off the screen gets a line."""
        b, player = session.world.b, session.player
        words = "A HEAVY DOOR MOVES" if e.kind == "door" and e.level >= HEAVY_DOOR else SOUNDS.get(e.kind, "")
        if not words or player < 0 or on_screen(e.x * METRE - cam.x, e.y * METRE - cam.y):
            return
        if math.dist((e.x, e.y), (b.x[player], b.y[player])) < e.level - FAINT:
            self._tell(words, session.world.tick)

    def _tell(self, words: str, tick: int, key: str = "") -> None:
        key = key or words
        if tick - self._told.get(key, -QUIET_TICKS) < QUIET_TICKS:
            return
        self._told[key] = tick
        self._lines = [*self._lines, (words, tick)][-MOST_LINES:]

    def draw(
        self, frame: pygame.Surface, session: "Session", people: list[Person], cam: Camera, red: bool = False
    ) -> None:
        """Draw pings, bubbles over those in view, lines at the bottom, and the card; in the colours of the red sight if `red`."""
        tick, cold = session.world.tick, WARM if red else COLD
        self._draw_pings(frame, session, cam, cold)
        self._bubbles = [b for b in self._bubbles if tick < b.until]
        self._lines = [(w, at) for w, at in self._lines if 0 <= tick - at < LINE_TICKS]
        shown = {p.slot: p for p in people if p.strength == 255}
        y = H - 40
        if self._card and tick < self._card[1]:
            y = card(frame, self._card[0], y)
        for words, _ in reversed(self._lines):
            y = caption(frame, f"[ {words} ]", y, cold)
        self._cues = [c for c in self._cues if tick < c.at]
        for cue in self._cues:
            point_at(frame, cue.x * METRE - cam.x, cue.y * METRE - cam.y, tick)
        taken: list[pygame.Rect] = []
        for bubble in self._bubbles:
            p = shown.get(bubble.slot)
            if p is not None and on_screen(p.x - cam.x, p.y - cam.y):
                speech(frame, bubble, p.x - cam.x, p.y - cam.y - 18, taken)
            else:
                y = caption(frame, f"{bubble.name}: {' '.join(bubble.lines)}", y, WHITE)

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
