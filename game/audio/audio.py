"""The game's sound, as the program knows it: open it, tell it of each tick and each frame, turn its sliders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.audio.desk import Desk
from game.audio.library import Library
from game.audio.meaning import cue_of, level_of, place_of
from game.audio.mixing import Mixing
from game.audio.mood import Mood
from game.audio.music import Music
from game.audio.output import Output, Speakers
from game.audio.rings import EVERY, Rings, fading, pan_of
from game.audio.speech import spoken, voice_of
from game.content.cues import CUES
from game.content.looks import LOOK_IDS
from game.content.music import CALM, PIECES, SCENES, Piece, piece_of
from game.content.sounds import OVERHEARD, TELL, Sound, row_of
from game.sim import events as E
from game.sim.earshot import Earshot, Way, tells_nothing

if TYPE_CHECKING:
    from game.level.data import Level
    from game.session import Session

TELL_LOSS = -6.0  # dB: what warns loses no more than this, as long as it is heard at all
VOICE_LEVEL, CALL_LEVEL = 22, 32
FAINT_SPEECH = -18.0  # dB: words that are heard at all can be made out
MOOD_EVERY = 3  # ticks between two looks at what the player sees
STEPS_EVERY = 3  # ticks for which people's steps wait for one another: what is done twice in a row costs half
UNSEEN = (E.NoiseMade, E.Poured, E.FormTaken)  # what the player need not notice where it makes no sound
COME = "Hey, over here, come on!"  # what a call is laid from; its words are on the screen


class Audio:
    """Sound for one program. Without a device everything is taken and nothing is heard.

    `now` is real time in seconds; it never reaches the rules.
    """

    def __init__(self, mixing: Mixing, output: Output | None = None) -> None:
        self.speakers = output if output is not None else Speakers()
        self.library = Library()
        self.desk = Desk(self.speakers, self.library, mixing)
        self.music = Music(self.desk, self.library)
        self.mood = Mood()
        self._session: Session | None = None
        self._ears: Earshot | None = None  # where the player stands on this tick, once something is to be heard
        self._rings: Rings | None = None
        self._steps: list[E.Event] = []  # of people: they wait for one another
        self._attempt = 0
        self._wanted = CALM
        self._still = False
        self._scene = ""

    # ------------------------------------------------------------------ the device
    def open(self, now: float) -> None:
        """Open the device and begin to read the sounds; without one, go on."""
        if isinstance(self.speakers, Speakers):
            self.speakers.open(now)
        if self.speakers.ready:
            self.library.fill(self.desk.mixing.ears)

    def close(self) -> None:
        """Let the device go."""
        self.library.give_up()
        if isinstance(self.speakers, Speakers):
            self.speakers.close()

    def handle(self, event: pygame.event.Event, now: float) -> None:
        """Hear that a device came or went."""
        if not isinstance(self.speakers, Speakers) or event.type not in (
            pygame.AUDIODEVICEADDED,
            pygame.AUDIODEVICEREMOVED,
        ):
            return
        was = self.speakers.ready
        if was and event.type == pygame.AUDIODEVICEREMOVED and not event.iscapture:
            self.library.give_up()
        self.speakers.handle(event, now)
        self._reopened(was)

    def _reopened(self, was: bool) -> None:
        if self.speakers.ready and (not was or not self.library.ready):
            self.desk.hush()
            self.library.fill(self.desk.mixing.ears)
            self._scene = ""
            self.music.take_off()
            if self._session is not None:
                self.music.put_on(self._piece(self._session.level))

    def news(self) -> str:
        """Return words for the player about the device, once; '' none."""
        if not isinstance(self.speakers, Speakers):
            return ""
        words, self.speakers.news = self.speakers.news, ""
        return words

    def turn(self, mixing: Mixing) -> None:
        """Use other sliders; another preset reads the sounds anew."""
        other = mixing.preset != self.desk.mixing.preset
        self.desk.turn(mixing)
        if other and self.speakers.ready:
            self.library.fill(mixing.ears)

    # ------------------------------------------------------------------ a run
    @staticmethod
    def _piece(level: Level) -> Piece:
        return piece_of(level.id, bool(level.ground.pit.any()))

    def enter(self, session: Session, now: float) -> None:
        """Begin a run's sound: its music, and what rings in its level; nothing changes where it has begun."""
        if session is self._session:
            return
        self.leave(now)
        self._session, self._attempt, self._scene = session, session.attempt, ""
        self._rings = Rings(self.desk, session)
        self.mood = Mood()
        self._wanted = CALM
        if self.speakers.ready:
            self.music.put_on(self._piece(session.level))

    def leave(self, now: float) -> None:
        """The run is over: silence."""
        if self._session is None:
            return
        self.desk.hush()
        self.music.take_off()
        self._session = self._ears = self._rings = None
        self.hold(False, now)

    def scene(self, name: str) -> None:
        """Play what belongs to the screen that is shown, '' nothing; while there is a run, its own music goes on."""
        if self._session is not None or name == self._scene or not self.speakers.ready:
            return
        self._scene = name
        if name:
            piece, self._wanted = SCENES[name]
            self.music.put_on(PIECES[piece])
        else:
            self.music.take_off()

    def hold(self, on: bool, now: float) -> None:
        """Hold what belongs to the world, while it stands still; or let it go on."""
        if on != self._still:
            self._still = on
            self.desk.hold(on, now)

    def notice(self, session: Session, now: float) -> None:
        """Take in the last tick's events: play those that reach the player."""
        if session is not self._session or self._rings is None or session.player < 0:
            return
        if session.attempt != self._attempt:
            self._attempt = session.attempt
            self.desk.hush()
            self._rings.stop()
            self._steps.clear()
        self._ears, heard, tick = None, [], session.world.tick
        for e in session.events:
            if isinstance(e, E.Stepped) and e.kind != "machine":
                self._steps.append(e)
            elif self._hear(session, e, now):
                heard.append(e)
        if self._steps and (heard or tick % STEPS_EVERY == 0):
            for e in self._steps:
                self._hear(session, e, now)
            self._steps.clear()
        if heard or tick % MOOD_EVERY == 0:
            self.mood.notice(session, heard)
            self._wanted = self.mood.state(session)
        if self.speakers.ready:
            self._rings.clock(session, now)
            if tick % EVERY == 0:
                self._rings.look(session, self._listen(session), now)

    def _listen(self, session: Session) -> Earshot:
        """Put the ears where the player stands, once a tick and only when something is to be heard."""
        if self._ears is None:
            self._ears = session.world.earshot(session.player)
        return self._ears

    def step(self, now: float) -> None:
        """Once a frame: let others make room, feed the music, look for a device."""
        if isinstance(self.speakers, Speakers):
            was = self.speakers.ready
            self.speakers.step(now)
            if self.speakers.ready and not was:
                self._reopened(was)
        if self.speakers.ready and self.desk.step(now):
            self.music.step(self._wanted)

    def screen(self, name: str, now: float) -> None:
        """Play what a screen says: a menu's tick."""
        if self.speakers.ready:
            self.desk.play(name, now)

    # ------------------------------------------------------------------ one event
    def _hear(self, session: Session, e: E.Event, now: float) -> bool:
        """Play an event if it reaches the player; say whether it did. What makes no sound reaches the screen."""
        row = row_of(e)
        if row is None or not row.cue:
            return not isinstance(e, UNSEEN)
        if row.everywhere:
            if not self._concerns(session, e):
                return False
            return self._play(session, e, row, now, None)
        if row.category == TELL and tells_nothing(session.world, getattr(e, "who", -1)):
            return False
        x, y = place_of(session, e)
        way = self._listen(session).way(x, y, level_of(session, e, row))
        return way is not None and self._play(session, e, row, now, way)

    def _play(self, session: Session, e: E.Event, row: Sound, now: float, way: Way | None) -> bool:
        if not self.speakers.ready:
            return True
        if isinstance(e, E.Said):
            self._say(session, e, now, way)
            return True
        if isinstance(e, E.Called):
            self._call(session, e, now)
            return True
        name = cue_of(session, e, row, way.kind if way else "near")
        if name not in CUES:
            return True
        db, pan, kind = 0.0, 0.0, "near"
        if way is not None and self._ears is not None:
            db = fading(level_of(session, e, row), way.cost)
            pan = pan_of(way.x - self._ears.x, way.y - self._ears.y) if way.metres > 1 else 0.0
            kind = way.kind
        if CUES[name].tell:
            db = max(db, TELL_LOSS)
        self.desk.play(name, now, db, pan, kind, row.times)
        return True

    def _say(self, session: Session, e: E.Said, now: float, way: Way | None) -> None:
        """Speak a line, in the speaker's voice or in the machine's copy of it; cards are not read aloud."""
        if way is None or (e.who < 0 and e.speaker != "pa"):
            return
        look = LOOK_IDS[session.world.b.look[e.who]] if e.who >= 0 else ""
        copy = e.who >= 0 and e.who == session.hunter
        voice = voice_of("" if copy else e.speaker, look)
        self._speak(e.text, voice, copy, now, way)

    def _call(self, session: Session, e: E.Called, now: float) -> None:
        """Let the machine call in somebody's voice, where the player can hear it: the words are too even."""
        way = self._listen(session).way(e.x, e.y, CALL_LEVEL)
        if way is not None and session.player != e.who:
            self._speak(COME, voice_of("", e.name), True, now, way)

    def _speak(self, text: str, voice: str, copy: bool, now: float, way: Way) -> None:
        """Lay a line in a voice's syllables and play it as it comes by its way."""
        slots = self.library.syllables(voice, copy)
        if slots is None:
            return
        frames = spoken(text, voice, slots, copy)
        db = fading(VOICE_LEVEL, way.cost)
        pan = pan_of(way.x - self._ears.x, way.y - self._ears.y) if self._ears and way.metres > 1 else 0.0
        sound = self.speakers.made(frames)
        if sound is not None:
            self.desk.speak(sound, frames, now, max(db, FAINT_SPEECH), pan)

    def _concerns(self, session: Session, e: E.Event) -> bool:
        """Say whether the player learns of an event: a disguise that he has not seen through stays one, by ear too."""
        if isinstance(e, E.RadioCall):
            return self._hears_radio(session)
        if isinstance(e, E.HunterSeen):
            return bool(session.world.b.known[session.hunter])
        if isinstance(e, E.Alerted):
            return e.whom in (session.player, session.ward)
        return True

    @staticmethod
    def _hears_radio(session: Session) -> bool:
        """Say whether the player carries a radio, or stands beside somebody who does."""
        world = session.world
        near = (s for s in world.state.radios if world.b.here[s] and world.gap(session.player, s) < OVERHEARD)
        return session.player in world.state.radios or any(near)
