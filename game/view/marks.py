"""Small marks over heads: what is thought of somebody, the photograph, the long scan, a call to the police, fright, a drawn gun."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.agent.doubt import CLEARED, DOUBTFUL, MACHINE, MATCH_TICKS
from game.content.actors import TEAM_INDEX
from game.sim import events as ev
from game.sim.systems.crowd import CALL_TICKS
from game.sim.tables import CALL, FLEE
from game.view import font
from game.view.camera import Camera
from game.view.cast import Person
from game.view.labels import Label, bracket
from game.view.pixels import Colour, hexc
from game.view.plates import AMBER, INK, RED, STEEL, WHITE
from game.view.verdicts import alone, scanned, searching

if TYPE_CHECKING:
    from game.session import Session

HIM, STRANGER = "HIM", "NOT HIM"
STRANGERS = 2  # at once
WORD = 60  # ticks that a verdict's word stands
FRIGHT = 45  # ticks that fright shows
PULSE = 40  # ticks of a slow pulse
UP = 22  # pixels from somebody's middle to a mark
BAR = 18  # pixels
HEAD, BESIDE = 12, 18  # pixels from somebody's middle to where words hide him, and to words beside him
UNDER, MIDST = 46, 26  # pixels from the row over his head to that under his feet, and to that at his shoulders
ROW = 9  # pixels of a line of words
GREY = hexc("8299ab")
# Pictures of marks: ' ' nothing, '.' ink round it, '#' its colour.
SHAPES = {
    "doubt": (" ..... ", ".#####.", "..  .##.", "  .##. ", "  .#.  ", "  ...  ", "  .#.  ", "  ...  "),
    "clear": ("      ..", "     .#.", "    .##.", "...##.. ", ".###..  ", " .#..   ", "  ..    "),
    "machine": ("   .   ", "  .#.  ", "  .#.  ", " .#.#. ", " .#.#. ", ".##.##.", ".#####.", "......."),
    "checked": ("......", ".####.", "......"),
    "phone": (".......", ".#####.", ".#...#.", ".#. .#.", " ..... "),
    "fright": ("....", ".##.", ".##.", ".##.", "....", ".##.", "...."),
}


@lru_cache(maxsize=64)
def picture(name: str, colour: Colour) -> pygame.Surface:
    """Return a mark in a colour, with a dark line round it."""
    rows = SHAPES[name]
    s = pygame.Surface((max(len(r) for r in rows), len(rows)), pygame.SRCALPHA)
    for y, row in enumerate(rows):
        for x, c in enumerate(row):
            if c != " ":
                s.set_at((x, y), INK if c == "." else colour)
    return s


@dataclass(slots=True)
class Word:
    """A verdict's word. `spot`: which of the places round him it has, the first over his head."""

    text: str
    colour: Colour
    at: int
    spot: int = 0


class Marks:
    """Remembers verdicts for as long as their words stand."""

    def __init__(self) -> None:
        self._words: dict[int, Word] = {}
        self._written: list[pygame.Rect] = []  # where words of this frame stand
        self._heads: dict[int, pygame.Rect] = {}  # and heads

    def forget(self) -> None:
        """Take all marks away: time has gone back."""
        self._words.clear()

    def notice(self, session: "Session", events: list[ev.Event]) -> None:
        """Set a word for each verdict of the tick."""
        tick = session.world.tick
        for e in events:
            if isinstance(e, ev.FaceMatched) and alone(session) and (e.his or searching(session)):
                self._match(e, tick)
            elif isinstance(e, ev.Scanned):
                self._words[e.who] = Word("NOT A MAN", WHITE, tick) if e.machine else Word("CLEAR", GREY, tick)

    def _match(self, e: ev.FaceMatched, tick: int) -> None:
        """Say what the photograph says; of strangers in a crowd only the first few, the others' mark says it too."""
        if e.his:
            self._words[e.who] = Word(HIM, AMBER, tick)
        elif sum(word.text == STRANGER for word in self._words.values()) < STRANGERS:
            self._words[e.who] = Word(STRANGER, GREY, tick)

    def step(self, tick: int) -> None:
        """Take away what has stood long enough."""
        self._words = {who: w for who, w in self._words.items() if 0 <= tick - w.at < WORD}

    def draw(self, frame: pygame.Surface, session: "Session", people: list[Person], cam: Camera) -> None:
        """Draw the marks of everybody in view, lowest first: they stack upward."""
        self._written.clear()
        self._heads = {
            p.slot: pygame.Rect(int(p.x) - cam.x - HEAD, int(p.y) - cam.y - HEAD, 2 * HEAD, 2 * HEAD)
            for p in people
            if p.strength == 255
        }
        for p in people:
            if p.strength == 255 and p.slot != session.player and not p.lying:
                x, y = int(p.x) - cam.x, int(p.y) - cam.y - UP
                y = self._judged(frame, session, p, x, y)
                self._doing(frame, session, p, x, y)

    def _judged(self, frame: pygame.Surface, session: "Session", p: Person, x: int, y: int) -> int:
        """Draw what the player's side thinks of somebody; return where the next mark may end."""
        b, tick = session.world.b, session.world.tick
        share = scanned(session, p.slot)
        if share >= 0:
            bracket(frame, x, y + UP, Label([], strong=True, size=18), [])
            font.draw_text(frame, "SCANNING", x, y - 14, WHITE, align="centre")
            _bar(frame, x, y - 3, share, WHITE)
            return y - 16
        verdict = session.world.state.marks.get(p.slot, 0)
        if p.slot in self._words:
            word = self._words[p.slot]
            place = self._free(p.slot, word, x, y - 8 - min(4, (tick - word.at) // 4))
            font.draw_text(frame, word.text, place.centerx, place.y, word.colour, align="centre")
            return min(y, place.y) - 6
        if verdict:
            name, colour = {DOUBTFUL: ("doubt", AMBER), CLEARED: ("clear", STEEL), MACHINE: ("machine", WHITE)}[verdict]
            return _put(frame, picture(name, colour), x, y)
        if p.slot != session.ward and searching(session) and b.matched[p.slot] > 0:
            if b.matched[p.slot] >= MATCH_TICKS:
                return _put(frame, picture("checked", GREY), x, y)
            _bar(frame, x, y, b.matched[p.slot] / MATCH_TICKS, WHITE)
            return y - 5
        return y

    def _free(self, whose: int, word: Word, x: int, y: int) -> pygame.Rect:
        """Return where a word round x stands, at or above y, under his feet or beside him, clear of words and people; keep it."""
        wide = font.width(word.text) + 4
        clear = [*self._written, *(head for slot, head in self._heads.items() if slot != whose)]
        over = pygame.Rect(x - wide // 2, y, wide, ROW)
        away = wide // 2 + BESIDE
        spots = [over, *(over.move(dx, dy) for dx, dy in ((0, UNDER), (away, MIDST), (-away, MIDST)))]
        if spots[word.spot].collidelist(clear) >= 0:
            word.spot = next((i for i, spot in enumerate(spots) if spot.collidelist(clear) < 0), 0)
        place = spots[word.spot]
        while (hit := place.collidelist(self._written)) >= 0:
            place.bottom = self._written[hit].top
        self._written.append(place)
        return place

    @staticmethod
    def _doing(frame: pygame.Surface, session: "Session", p: Person, x: int, y: int) -> None:
        """Draw what somebody does that the player may want to answer."""
        b, tick = session.world.b, session.world.tick
        if b.mood[p.slot] == CALL:
            y = _put(frame, picture("phone", AMBER if tick % PULSE < PULSE // 2 else WHITE), x, y)
            _bar(frame, x, y, 1 - (b.wait_until[p.slot] - tick) / CALL_TICKS, AMBER)
        elif b.mood[p.slot] == FLEE and 0 <= tick - b.fright_at[p.slot] < FRIGHT:
            _put(frame, picture("fright", WHITE), x, y - 2)
        elif b.team[p.slot] == TEAM_INDEX["law"] and b.aiming[p.slot] and b.weapon[p.slot] >= 0:
            _put(frame, picture("fright", RED if tick % PULSE < PULSE // 2 else WHITE), x, y - 2)


def _put(frame: pygame.Surface, mark: pygame.Surface, x: int, bottom: int) -> int:
    frame.blit(mark, (x - mark.get_width() // 2, bottom - mark.get_height()))
    return bottom - mark.get_height() - 1


def _bar(frame: pygame.Surface, x: int, y: int, share: float, colour: Colour) -> None:
    """Draw a short bar round x with its middle at y."""
    frame.fill(INK, (x - BAR // 2 - 1, y - 2, BAR + 2, 4))
    frame.fill(colour, (x - BAR // 2, y - 1, round(BAR * min(1.0, max(0.0, share))), 2))
