"""What people say: the story's voices one after another in the box, short cries and passers-by in bubbles, cards, the title."""

import math
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.content.lines import OVER
from game.content.looks import LOOK_IDS, LOOKS
from game.sim import events as ev
from game.view import bubbles, dialogue, font
from game.view.bubbles import BUBBLE, CARD, Bubble, Card
from game.view.camera import Camera
from game.view.cast import Person
from game.view.moods import FACES, portrait_of
from game.view.pixels import METRE, H, W
from game.view.plates import AMBER, GREY, RED, STEEL, WHITE, on_screen

if TYPE_CHECKING:
    from game.session import Session

WORD_TICKS, LEAST_TICKS = 21, 72  # words stay .35 s each and 1.2 s more
CARD_TICKS, FADE = 240, 30  # the least that a card stays; ticks in which a title comes and goes
CRY = 4  # words: what is as short stays over the head of who cries it
HURRY = 0.6  # share of its time after which a line makes room for the next
BODY = 13  # pixels round somebody's middle that no bubble may cover
WAITS = 240  # ticks after which a line that never had its turn is stale
MOST_BUBBLES, AGAIN = 3, 150  # bubbles at once; ticks in which nobody repeats what another has just said
EVEN = "(EVEN)"  # what a voice is that is known to be the machine's copy
EARSHOT = 14.0  # metres: what strangers say farther off is not worth a line
AFAR = 18.0  # metres: who is out of view and farther off is heard, in the captions; he does not stand in the box
START = 60  # ticks: a card that comes as early bears the level's title
TABS = {"t800": RED, "john": AMBER, "sarah": WHITE}
NAMES = {"pa": "LOUDSPEAKERS"}
ENDS = {name for names in OVER.values() for name in names}


class Talk:
    """Keeps what was said for as long as it takes to read it. `pace`: the player's option, 1 as written, 2 twice as long."""

    def __init__(self, level_title: str) -> None:
        self.pace = 1.0
        self._title = level_title
        self._bubbles: list[Bubble] = []
        self._card: Card | None = None
        self._lines: list[dialogue.Line] = []  # the first is in the box
        self._said: dict[str, int] = {}
        self.afar: list[tuple[str, float, float]] = []  # what strangers out of view have said on this tick

    def forget(self) -> None:
        """Fall silent: time has gone back."""
        self._bubbles.clear()
        self._lines.clear()
        self._said.clear()
        self._card = None

    @property
    def now(self) -> dialogue.Line | None:
        """The line that stands in the box."""
        return self._lines[0] if self._lines else None

    @property
    def titled(self) -> bool:
        """Say whether the level's title stands on the screen."""
        return self._card is not None and self._card.titled

    @property
    def above(self) -> pygame.Rect | None:
        """What the box covers at the head of the screen, None where it is not there."""
        return dialogue.box_of(self.now) if self.now is not None and self.now.top == dialogue.ABOVE else None

    def skip(self) -> bool:
        """End the line in the box, else a card, else the oldest bubble; say whether there was anything."""
        if self._lines:
            del self._lines[0]
        elif self._card:
            self._card = None
        elif self._bubbles:
            del self._bubbles[0]
        else:
            return False
        return True

    # ------------------------------------------------------------------ hearing
    def notice(self, session: "Session", events: list[ev.Event], cam: Camera) -> None:
        """Take in what was said on this tick."""
        self.afar.clear()
        self._drop(events)
        for e in events:
            if isinstance(e, ev.Said):
                self._hear(session, e, cam)

    def _drop(self, events: list[ev.Event]) -> None:
        """Leave unsaid, or unsay, what speaks of something that is over."""
        now = {type(e).__name__ for e in events} & ENDS
        if now:
            self._lines = [line for line in self._lines if now.isdisjoint(OVER.get(line.key, ()))]
            self._bubbles = [b for b in self._bubbles if now.isdisjoint(OVER.get(b.key, ()))]

    def _hear(self, session: "Session", e: ev.Said, cam: Camera) -> None:
        tick = session.world.tick
        if e.who < 0 and e.speaker not in NAMES:
            words = font.broken(e.text, CARD) if tick >= START else font.wrapped(e.text, CARD)
            self._card = Card(words, tick, tick + max(CARD_TICKS, self._time(e.text)), tick < START)
            return
        role, face = portrait_of(session, e.who)
        boxed = e.who < 0 or (role in FACES and len(e.text.split()) > CRY)
        if boxed and self._is_afar(session, e.who, cam):
            self._far(session, e, ours=True)
        elif boxed:
            self._queue(session, e, role, face)
        else:
            self._bubble(session, e, cam)

    @staticmethod
    def _is_afar(session: "Session", who: int, cam: Camera) -> bool:
        """Say whether somebody's words come from so far that he is only heard."""
        b, player = session.world.b, session.player
        if who < 0 or player < 0 or on_screen(b.x[who] * METRE - cam.x, b.y[who] * METRE - cam.y):
            return False
        return math.dist((b.x[player], b.y[player]), (b.x[who], b.y[who])) > AFAR

    def _time(self, text: str) -> int:
        return int((len(text.split()) * WORD_TICKS + LEAST_TICKS) * self.pace)

    def _queue(self, session: "Session", e: ev.Said, role: str, face: str) -> None:
        """Put a line into the box, or behind what stands there."""
        name = NAMES.get(e.speaker) or LOOKS[LOOK_IDS[session.world.b.look[e.who]]].name
        rows = font.broken(e.text, dialogue.text_width(face))
        if any(line.rows == rows for line in self._lines):
            return
        tab = TABS.get(role, GREY)
        self._lines.append(dialogue.Line(e.who, name, face, tab, rows, self._time(e.text), session.world.tick, e.key))

    def _bubble(self, session: "Session", e: ev.Said, cam: Camera) -> None:
        """Hang words over a head; who is out of view but within earshot is told of in the captions."""
        b, tick = session.world.b, session.world.tick
        role = LOOKS[LOOK_IDS[b.look[e.who]]].role
        ours = e.who in (session.player, session.ward)
        if not ours and tick - self._said.get(e.text, -AGAIN) < AGAIN:
            return
        self._said[e.text] = tick
        if e.who == session.hunter and b.known[e.who]:
            e = msgspec.structs.replace(e, text=f"{e.text} {EVEN}")
        shown = bool(b.seen[e.who]) and on_screen(b.x[e.who] * METRE - cam.x, b.y[e.who] * METRE - cam.y)
        if not shown:
            self._far(session, e, ours)
            return
        self._bubbles = [old for old in self._bubbles if old.slot != e.who]
        self._bubbles.append(
            Bubble(
                e.who, font.broken(e.text, font.grown(BUBBLE)), TABS.get(role, STEEL), tick + self._time(e.text), e.key
            )
        )
        if len(self._bubbles) > MOST_BUBBLES:
            strangers = (old for old in self._bubbles if old.slot not in (session.player, session.ward))
            self._bubbles.remove(next(strangers, self._bubbles[0]))

    def _far(self, session: "Session", e: ev.Said, ours: bool) -> None:
        """Let the captions tell of words from out of view: our own from anywhere, a stranger's from within earshot."""
        b, player = session.world.b, session.player
        near = player >= 0 and math.dist((b.x[player], b.y[player]), (b.x[e.who], b.y[e.who])) < EARSHOT
        if ours or near:
            name = LOOKS[LOOK_IDS[b.look[e.who]]].name
            self.afar.append((f"{name}: {e.text}", b.x[e.who], b.y[e.who]))

    # ------------------------------------------------------------------ showing
    def step(self, tick: int) -> None:
        """Let what has been read go, and the next line have its turn; none begins under the level's title."""
        self._bubbles = [b for b in self._bubbles if tick < b.until]
        if self._card and tick >= self._card.until:
            self._card = None
        titled = self.titled
        for line in self._lines if titled else ():
            line.asked = tick
        while self._lines:
            line = self._lines[0]
            if line.since < 0 and titled:
                return
            if line.since < 0 and tick - line.asked > WAITS:
                del self._lines[0]
            elif line.since < 0:
                line.since = tick
            elif tick >= line.since + line.ticks * (HURRY if len(self._lines) > 1 else 1.0):
                del self._lines[0]
            else:
                return

    def draw_box(self, frame: pygame.Surface, session: "Session", cam: Camera, taken: list[pygame.Rect]) -> int:
        """Draw the title or a card and the box; return where the lowest line over them may end."""
        tick, b, player = session.world.tick, session.world.b, session.player
        bottom = H - 6 - font.grown(34)  # over a hint at the foot
        line = self.now
        y = b.y[player] * METRE - cam.y if player >= 0 else H / 2
        if line is not None and line.since >= 0:
            clock = session.world.state.clock is not None
            if not line.top:  # it stays where it began, unless the player walks under it
                line.top = dialogue.place(self._kept(session, cam), clock)
            elif clock:
                line.top = dialogue.BELOW  # the Clock is at the head of the screen
            elif line.top == dialogue.BELOW and y > dialogue.BELOW:
                line.top = dialogue.ABOVE
            box = dialogue.draw(frame, line, tick)
            taken.append(box)
            bottom = box.top - 3 if line.top == dialogue.BELOW else bottom
        if self._card:
            card = self._card
            if card.titled:
                card.top = card.top or bubbles.title_top(y)
                share = min(1.0, (tick - card.since) / FADE, (card.until - tick) / FADE)
                bubbles.title(frame, self._title, card.lines, int(255 * max(0.0, share)), card.top)
                taken.append(bubbles.title_box(self._title, card.lines, card.top))
            else:
                bottom = bubbles.card(frame, card.lines, bottom)
        return bottom

    @staticmethod
    def _kept(session: "Session", cam: Camera) -> list[tuple[float, int]]:
        """Return how low on the screen those stand whom the box may not hide, within its width, and how much each matters."""
        b, kept = session.world.b, []
        for slot in kept_in_view(session):
            x, y = b.x[slot] * METRE - cam.x, b.y[slot] * METRE - cam.y
            if abs(x - W / 2) < dialogue.WIDE / 2 and on_screen(x, y):
                kept.append((float(y), 3 if slot == session.player else 2 if slot == session.hunter else 1))
        return kept

    def draw_bubbles(
        self,
        frame: pygame.Surface,
        session: "Session",
        people: list[Person],
        cam: Camera,
        taken: list[pygame.Rect],
        signs: list[pygame.Rect],
    ) -> None:
        """Draw what hangs over the heads of those in view, clear of what is `taken` and, where they can be, of signs."""
        shown = {p.slot: p for p in people if p.strength == 255}
        line = self.now if self.now is not None and self.now.since >= 0 else None
        speaker = shown.get(line.who) if line is not None else None
        if line is not None and speaker is not None:
            bubbles.speaks(frame, speaker.x - cam.x, speaker.y - cam.y - 20, line.tab, session.world.tick, taken)
        for bubble in self._bubbles:
            p = shown.get(bubble.slot)
            if p is not None and on_screen(p.x - cam.x, p.y - cam.y):
                bubbles.speech(frame, bubble, p.x - cam.x, p.y - cam.y - 18, taken, signs)


def kept_in_view(session: "Session") -> list[int]:
    """Return the slots of those whom words may not hide: the player's body and his own, the ward, the machine once it is known."""
    b, hunter = session.world.b, session.hunter
    ours = [slot for slot in (session.player, session.world.keeper, session.ward) if slot >= 0 and b.here[slot]]
    known = hunter >= 0 and bool(b.here[hunter] and b.seen[hunter] and b.known[hunter])
    return [*dict.fromkeys(ours), *([hunter] if known else [])]


def bystanders(session: "Session", people: list[Person], cam: Camera) -> list[pygame.Rect]:
    """Return where all others who are seen stand on the screen: words lie over as few of them as can be."""
    kept = kept_in_view(session)
    shown = [(p.x - cam.x, p.y - cam.y) for p in people if p.strength == 255 and p.slot not in kept]
    return [pygame.Rect(x - BODY, y - BODY, 2 * BODY, 2 * BODY) for x, y in shown if on_screen(x, y)]


def bodies(session: "Session", people: list[Person], cam: Camera) -> list[pygame.Rect]:
    """Return where those stand on the screen whom words may not hide."""
    kept = kept_in_view(session)
    shown = [p for p in people if p.strength == 255 and p.slot in kept]
    return [pygame.Rect(p.x - cam.x - BODY, p.y - cam.y - BODY, 2 * BODY, 2 * BODY) for p in shown]
