"""The mixing desk: which channel a sound gets, how loud it is in each ear, who makes room, who is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from game.audio.library import Library
from game.audio.mixing import Ducking, Mixing, duck_of, factor
from game.audio.output import CHANNELS, Output
from game.content.cues import BUSES, CUES, EFFECTS, MUSIC, SCREEN, VOICES, Cue, files

MUSIC_CHANNEL, CLOCK_CHANNEL = 0, 1
SCREENS, SPEECH, TELLS, LOOPS, POOL = range(2, 4), range(4, 7), range(7, 13), range(13, 19), range(19, CHANNELS)
WORLD = (CLOCK_CHANNEL, *SPEECH, *TELLS, *LOOPS, *POOL)  # what stands still with the world; music and screens do not
SAME = 3  # sounds of one cue at once
BURST_SECONDS, BURST = 0.060, 2  # of one cue, so many begin in so short a time: six pellets are one blow
NEWS_SECONDS = 0.5  # in which the screen does not say the same again
CROWD_SECONDS, CROWD_LUFS, CROWD = 0.080, -16.0, 2  # so many loud sounds in so short a time, and no more
VARY = 1.5  # dB by which the living vary
WIDEST = 0.8  # of a pan: nothing is in one ear only
STEP = 1 / 255  # of a volume
FADE = 150  # ms in which a ring ends


@dataclass(slots=True)
class Playing:
    """What a channel plays: until when (seconds), how loud without its bus, for each ear."""

    cue: Cue
    ends: float
    left: float
    right: float
    heard: tuple[float, float]  # as the device has it


class Desk:
    """Plays cues on channels. `now` is in seconds and never goes back."""

    def __init__(self, output: Output, library: Library, mixing: Mixing) -> None:
        self.output, self.library, self.mixing = output, library, mixing
        self.ducking = Ducking()
        self._on: dict[int, Playing] = {}
        self._loud: list[float] = []
        self._begun: dict[str, list[float]] = {}
        self._takes: dict[str, int] = {}
        self._dice = 1
        self._now = 0.0
        self._buses: dict[str, float] = {}  # the factor of each bus on this frame, room made
        self._turn_buses()

    # ------------------------------------------------------------------ playing
    def play(self, name: str, now: float, db: float = 0.0, pan: float = 0.0, way: str = "near", times: int = 1) -> bool:
        """Play a cue at a level below its own; pan -1 left .. 1 right; say whether it found a channel."""
        cue = CUES[name]
        take = self._take(cue)
        other = f"{files(cue)[0]}@{way}"
        if way != "near" and cue.carries and self.library.sound(other) is not None:
            take = other
        sound, length = self.library.sound(take), self.library.length(take)
        if sound is None and self.output.ready:
            return False
        channel = self._channel(cue, now, db)
        if channel < 0:
            return False
        db += (self._die() * 2 - 1) * VARY if cue.living else 0.0
        self._start(channel, cue, sound, now, now + length * times, db, pan, times - 1)
        return True

    def speak(self, sound: object, now: float, length: float, db: float, pan: float) -> None:
        """Play words: a sound made for the occasion."""
        cue = SPOKEN
        channel = self._free(SPEECH, cue, now, db)
        if channel >= 0:
            self._start(channel, cue, sound, now, now + length, db, pan, 0)
            self.ducking.claim("speech", now + length)

    def ring(self, channel: int, name: str, now: float, db: float, pan: float = 0.0) -> None:
        """Let a ring go round on a channel of its own, or turn it if it does."""
        cue, on = CUES[name], self._on.get(channel)
        left, right = self._ears(cue, db, pan)
        if on is not None and on.cue is cue:
            on.left, on.right = left, right
            return
        sound = self.library.sound(files(cue)[0])
        if sound is not None or not self.output.ready:
            self._start(channel, cue, sound, now, float("inf"), db, pan, -1)

    def still(self, channel: int) -> None:
        """End a ring."""
        if self._on.pop(channel, None) is not None:
            self.output.stop(channel, FADE)

    def playing(self, channel: int) -> str:
        """Return the cue on a channel, '' none."""
        on = self._on.get(channel)
        return on.cue.id if on else ""

    def hush(self, channels: Sequence[int] = WORLD) -> None:
        """Stop what belongs to the world."""
        for channel in channels:
            if self._on.pop(channel, None) is not None:
                self.output.stop(channel)
        self.ducking.forget()

    def step(self, now: float) -> None:
        """Let others make room, and forget what has ended."""
        self.ducking.step(now, max(0.0, now - self._now))
        self._now = now
        self._turn_buses()
        for channel, on in list(self._on.items()):
            if on.ends <= now:
                del self._on[channel]
                continue
            gain = self._bus(on.cue)
            heard = min(1.0, on.left * gain), min(1.0, on.right * gain)
            if abs(heard[0] - on.heard[0]) > STEP or abs(heard[1] - on.heard[1]) > STEP:
                on.heard = heard
                self.output.volume(channel, *heard)

    def turn(self, mixing: Mixing) -> None:
        """Use other sliders."""
        self.mixing = mixing
        self._turn_buses()

    def _turn_buses(self) -> None:
        self._buses = {bus: self.mixing.gain(bus) * self.ducking.gain(bus) for bus in BUSES}

    def music(self) -> float:
        """Return the factor of the music now."""
        return self._buses[MUSIC]

    # ------------------------------------------------------------------ choosing
    def _start(
        self, channel: int, cue: Cue, sound: object, now: float, ends: float, db: float, pan: float, loops: int
    ) -> None:
        left, right = self._ears(cue, db, pan)
        gain = self._bus(cue)
        heard = min(1.0, left * gain), min(1.0, right * gain)
        self._on[channel] = Playing(cue, ends, left, right, heard)
        self.output.play(channel, sound, *heard, loops)
        duck = duck_of(cue)
        if duck and ends < float("inf"):
            self.ducking.claim(duck, ends)
        if cue.lufs > CROWD_LUFS:
            self._loud = [t for t in self._loud if now - t < CROWD_SECONDS] + [now]

    def _bus(self, cue: Cue) -> float:
        shots = cue.bus == EFFECTS and not cue.loop  # what is over in a moment is not turned down
        return self.mixing.gain(cue.bus) if shots else self._buses[cue.bus]

    def _ears(self, cue: Cue, db: float, pan: float) -> tuple[float, float]:
        """Return the factor of each ear, with equal power wherever it comes from."""
        level = factor(db) * self.mixing.own(cue)
        if self.mixing.ears.mono or pan == 0.0:
            return level, level
        turn = (max(-1.0, min(1.0, pan)) * WIDEST + 1) * pi / 4
        return level * cos(turn) * 2**0.5, level * sin(turn) * 2**0.5

    def _channel(self, cue: Cue, now: float, db: float) -> int:
        """Return a channel for a cue, -1 where it has to give way."""
        window, most = (
            (NEWS_SECONDS, 1) if cue.bus == SCREEN and not cue.id.startswith("ui_") else (BURST_SECONDS, BURST)
        )
        begun = [t for t in self._begun.get(cue.id, ()) if now - t < window]
        if len(begun) >= most:
            return -1
        self._begun[cue.id] = [*begun, now]
        if cue.tell:
            return self._free(TELLS, cue, now, db)
        if cue.bus == SCREEN:
            return self._free(SCREENS, cue, now, db)
        if cue.lufs > CROWD_LUFS and sum(now - t < CROWD_SECONDS for t in self._loud) >= CROWD:
            return -1
        same = [k for k, on in self._on.items() if on.cue.id == cue.id and on.ends > now]
        if len(same) >= SAME:
            return min(same, key=lambda k: self._on[k].ends)
        return self._free(POOL, cue, now, db)

    def _free(self, channels: range, cue: Cue, now: float, db: float) -> int:
        """Return a free channel, or the one whose sound matters least if it matters no more than this one; else -1."""
        for k in channels:
            on = self._on.get(k)
            if on is None or on.ends <= now:
                return k
        weakest = min(channels, key=lambda k: (self._on[k].cue.priority, self._on[k].left + self._on[k].right))
        on = self._on[weakest]
        mine = factor(db) * 2
        return weakest if (cue.priority, mine) >= (on.cue.priority, on.left + on.right) or cue.tell else -1

    def _take(self, cue: Cue) -> str:
        """Return the file of a cue's next take: never the same twice, where there are more."""
        names = files(cue)
        if len(names) == 1:
            return names[0]
        last = self._takes.get(cue.id, -1)
        take = int(self._die() * (len(names) - 1))
        take += take >= last >= 0
        self._takes[cue.id] = take
        return names[take]

    def _die(self) -> float:
        """Return the next number of a small die of the desk's own, 0..1."""
        self._dice = (self._dice * 1103515245 + 12345) & 0x7FFFFFFF
        return self._dice / 0x80000000


SPOKEN = Cue(id="speech", lufs=-23.0, priority=7, bus=VOICES)
