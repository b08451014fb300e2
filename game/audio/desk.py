"""The mixing desk: how loud each sound is in each ear, and who makes room for whom."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from game.audio.headroom import Frames, Headroom, Peaks, peaks_of
from game.audio.library import Library
from game.audio.limits import MUSIC_CHANNEL, SPEECH, WORLD, Limits, Playing
from game.audio.mixing import RELEASE, Ducking, Mixing, duck_of, factor
from game.audio.output import Output
from game.content.cues import CUES, EFFECTS, MUSIC, VOICES, Cue, files
from game.content.music import RATE

VARY = 1.5  # dB by which the living vary
WIDEST = 0.8  # of a pan: nothing is in one ear only
STEP = 1 / 255  # of a volume
FADE = 150  # ms in which a ring ends
LEAST_MUSIC = 0.3  # of its factor: as far as the music makes room for what is loud; the rest is left to who comes
LEAST = 0.25  # of its factor: what finds less room than this does not sound, unless it matters
MATTERS = 6  # priority from which on it sounds all the same, that low
ASIDE = 0.5  # factor of what sounds already and matters less than what comes and finds no room
FOREVER = float("inf")
SHOTS = "shots"  # effects that are over in a moment: nobody turns them down
LONGEST = 1.0  # second between two looks that counts: the first comes long after nought, others after a sleep
BEAT = 0.025  # seconds between two looks at what has to be turned
AHEAD = 0.1  # seconds between two looks of the music at what comes, if nothing new does
SOON = Peaks(np.ones(10, np.float32), 1.0)  # the blocks it sees: those, a beat's, a frame's
RISE = 10.0  # dB that the music comes back in RELEASE


class Desk:
    """Plays cues on channels. `now` is in seconds and never goes back."""

    def __init__(self, output: Output, library: Library, mixing: Mixing) -> None:
        self.output, self.library, self.mixing = output, library, mixing
        self.ducking = Ducking()
        self._on: dict[int, Playing] = {}
        self._limits = Limits(self._on)
        self._now = 0.0
        self._buses: dict[str, float] = {}  # the factor of each bus on this frame, room made
        self.headroom = Headroom()
        self.music_peak = 0.0  # of what the score has queued, at a factor of 1
        self._held_at: float | None = None  # since when the world stands still
        self._turned = False  # something has to be told to the device
        self._turn_buses()
        self._music = self._fits = self._buses[MUSIC]  # the factor of the music, and the most for which there is room
        self._look_at = 0.0  # when the music looks again

    # ------------------------------------------------------------------ playing
    def play(self, name: str, now: float, db: float = 0.0, pan: float = 0.0, way: str = "near", times: int = 1) -> bool:
        """Play a cue at a level below its own; pan -1 left .. 1 right; say whether it found a channel."""
        cue = CUES[name]
        take = self._limits.take(cue)
        if way != "near" and cue.carries:
            other = f"{files(cue)[0]}@{way}"
            take = other if self.library.sound(other) is not None else take
        sound, length = self.library.sound(take), self.library.length(take)
        if sound is None and self.output.ready:
            return False
        channel = self._limits.channel(cue, now, db)
        if channel < 0:
            return False
        db += (self._limits.die() * 2 - 1) * VARY if cue.living else 0.0
        peaks = self.library.peaks(take)
        return self._start(channel, cue, sound, now, now + length * times, db, pan, times - 1, peaks)

    def speak(self, sound: object, frames: Frames, now: float, db: float, pan: float) -> None:
        """Play words: a sound made of frames for the occasion."""
        ends = now + len(frames) / RATE
        channel = self._limits.free(SPEECH, SPOKEN, now, db)
        if channel >= 0 and self._start(channel, SPOKEN, sound, now, ends, db, pan, 0, peaks_of(frames)):
            self.ducking.claim("speech", ends)
            self._turned = True

    def ring(self, channel: int, name: str, now: float, db: float, pan: float = 0.0) -> None:
        """Let a ring go round on a channel of its own, or turn it if it does."""
        cue, on = CUES[name], self._on.get(channel)
        left, right = self._ears(cue, db, pan)
        if on is not None and on.cue is cue:
            self._turned = self._turned or (left, right) != (on.left, on.right)
            on.left, on.right = left, right
            return
        name = files(cue)[0]
        sound = self.library.sound(name)
        if sound is not None or not self.output.ready:
            self._start(channel, cue, sound, now, FOREVER, db, pan, -1, self.library.peaks(name))

    def still(self, channel: int) -> None:
        """End a ring."""
        if self._drop(channel):
            self.output.stop(channel, FADE)

    def playing(self, channel: int) -> str:
        """Return the cue on a channel, '' none."""
        on = self._on.get(channel)
        return on.cue.id if on else ""

    def hush(self) -> None:
        """Stop what belongs to the world."""
        for channel in WORLD:
            if self._drop(channel):
                self.output.stop(channel)
        self.ducking.forget()
        self._turned = True

    def hold(self, on: bool, now: float) -> None:
        """Hold what belongs to the world, or let it go on where it was."""
        self.output.pause(WORLD, on)
        if on and self._held_at is None:
            self._held_at = now
            self.headroom.hold(WORLD, now)
        elif not on and self._held_at is not None:
            since, self._held_at = self._held_at, None
            self.headroom.let_go(now)
            self.ducking.delay(since, now - since)
            for channel in WORLD:
                if channel in self._on:
                    self._on[channel].ends += now - since
        self._turned = True

    def _held(self, channel: int) -> bool:
        return self._held_at is not None and channel in WORLD

    def _drop(self, channel: int) -> bool:
        """Forget what a channel plays; say whether it did."""
        if self._on.pop(channel, None) is None:
            return False
        self.headroom.free(channel)
        return True

    def step(self, now: float) -> bool:
        """Let others make room, and forget what has ended, if it is time: at every second frame, or when something has begun;
        say whether it was.
        """
        spent = min(LONGEST, max(0.0, now - self._now))
        if spent < BEAT and not self._turned:
            return False
        self._now = now
        if self.ducking.step(now, spent):
            self._turned = True
        if self._turned:
            self._turn_buses()
        self._turn_music(now, spent)
        for channel in [k for k, on in self._on.items() if on.ends <= now and not self._held(k)]:
            del self._on[channel]
        if self._turned:
            self._turn_channels(now)
            self._turned = False
        return True

    def _turn_channels(self, now: float) -> None:
        """Give the device what has changed by more than a step."""
        for channel, on in self._on.items():
            if self._held(channel):
                continue
            gain = self._buses[on.bus]
            left, right = on.left * gain, on.right * gain
            if abs(left - on.heard[0]) > STEP or abs(right - on.heard[1]) > STEP:
                on.heard = left, right
                self.output.volume(channel, min(1.0, left), min(1.0, right))
                if on.ends == FOREVER:
                    self.headroom.ring(channel, now, on.peaks, on.cue.loop, left, right)

    def turn(self, mixing: Mixing) -> None:
        """Use other sliders."""
        self.mixing = mixing
        self._turned = True
        self._turn_buses()
        self._music = self._buses[MUSIC]

    def _turn_buses(self) -> None:
        full = self.mixing.gains
        self._buses = {bus: full[bus] * by for bus, by in self.ducking.factors.items()}
        self._buses[SHOTS] = full[EFFECTS]

    def music(self) -> float:
        """Return the factor of the music now."""
        return self._music

    def _turn_music(self, now: float, spent: float) -> None:
        """Let the music have what room is left: it makes way at once, and comes back as after a duck."""
        most = self._buses[MUSIC]
        if most != self._music:
            most = min(most, max(self._music, most * LEAST_MUSIC) * factor(RISE * spent / RELEASE))
        if self._turned or now >= self._look_at:
            full, self._look_at = self._buses[MUSIC], now + AHEAD
            level = self.music_peak * full
            self._fits = full * max(LEAST_MUSIC, self.headroom.fits(MUSIC_CHANNEL, now, SOON, level, level))
        self._music = min(most, self._fits)

    # ------------------------------------------------------------------ choosing
    def _start(
        self,
        channel: int,
        cue: Cue,
        sound: object,
        now: float,
        ends: float,
        db: float,
        pan: float,
        loops: int,
        peaks: Peaks,
    ) -> bool:
        """Start a sound as loud as there is room for; say whether there was any."""
        left, right = self._ears(cue, db, pan)
        bus = SHOTS if cue.bus == EFFECTS and not cue.loop else cue.bus
        gain, ring = self._buses[bus], ends == FOREVER
        if not ring:
            peaks = peaks.times(loops + 1)
            full = self.mixing.gain(cue.bus)  # it may come back from a duck
            room = self._room(channel, cue, peaks, left * full, right * full, now)
            if room < LEAST:
                return False
            left, right = left * room, right * room
            self.headroom.take(channel, now, peaks, left * full, right * full)
        heard = left * gain, right * gain
        self._on[channel] = Playing(cue, bus, ends, left, right, heard, peaks)
        if ring:
            self.headroom.ring(channel, now, peaks, cue.loop, *heard)
        self.output.play(channel, sound, min(1.0, heard[0]), min(1.0, heard[1]), loops)
        duck = duck_of(cue)
        if duck and not ring:
            self.ducking.claim(duck, ends)
        self._limits.started(cue, now)
        self._turned = True
        return True

    def _room(self, channel: int, cue: Cue, peaks: Peaks, left: float, right: float, now: float) -> float:
        """Return with which factor a sound fits on a channel; what matters less than it is turned down."""
        least = self.music_peak * self._buses[MUSIC] * LEAST_MUSIC
        self.headroom.steady(MUSIC_CHANNEL, least)
        room = self.headroom.fits(channel, now, peaks, left, right)
        if room == 1.0:
            return room
        for k, on in self._on.items():
            if on.ends < FOREVER and (on.cue.tell, on.cue.priority) < (cue.tell, cue.priority):
                on.left, on.right = on.left * ASIDE, on.right * ASIDE
                on.heard = on.heard[0] * ASIDE, on.heard[1] * ASIDE
                self.headroom.turn(k, now, ASIDE)
                self.output.volume(k, *on.heard)
        room = self.headroom.fits(channel, now, peaks, left, right)
        return max(room, LEAST) if cue.tell or cue.priority >= MATTERS else room

    def _ears(self, cue: Cue, db: float, pan: float) -> tuple[float, float]:
        """Return the factor of each ear, with equal power wherever it comes from."""
        level = factor(db) * self.mixing.own(cue)
        if self.mixing.ears.mono or pan == 0.0:
            return level, level
        turn = (max(-1.0, min(1.0, pan)) * WIDEST + 1) * pi / 4
        return level * cos(turn) * 2**0.5, level * sin(turn) * 2**0.5


SPOKEN = Cue(id="speech", lufs=-23.0, priority=7, bus=VOICES)
