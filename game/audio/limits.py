"""Which channel a sound gets: how many of a kind may sound, who is dropped for whom, which take comes next."""

from __future__ import annotations

from dataclasses import dataclass

from game.audio.headroom import Peaks
from game.audio.mixing import factor
from game.audio.output import CHANNELS
from game.content.cues import SCREEN, Cue, files

MUSIC_CHANNEL, CLOCK_CHANNEL = 0, 1
SCREENS, SPEECH, TELLS, LOOPS, POOL = range(2, 4), range(4, 7), range(7, 13), range(13, 19), range(19, CHANNELS)
WORLD = (CLOCK_CHANNEL, *SPEECH, *TELLS, *LOOPS, *POOL)  # what stands still with the world; music and screens do not
SAME = 3  # sounds of one cue at once
BURST_SECONDS, BURST = 0.060, 2  # of one cue, so many begin in so short a time: six pellets are one blow
NEWS_SECONDS = 0.5  # in which the screen does not say the same again
CROWD_SECONDS, CROWD_LUFS, CROWD = 0.080, -16.0, 2  # so many loud sounds in so short a time, and no more


@dataclass(slots=True)
class Playing:
    """What a channel plays: until when (seconds), how loud without its bus, for each ear."""

    cue: Cue
    bus: str
    ends: float
    left: float
    right: float
    heard: tuple[float, float]  # as the device has it
    peaks: Peaks


class Limits:
    """Chooses channels and takes. `now` is in seconds and never goes back."""

    def __init__(self, playing: dict[int, Playing]) -> None:
        self._on = playing
        self._loud: list[float] = []
        self._begun: dict[str, list[float]] = {}
        self._takes: dict[str, int] = {}
        self._dice = 1

    def channel(self, cue: Cue, now: float, db: float) -> int:
        """Return a channel for a cue, -1 where it has to give way."""
        window, most = (
            (NEWS_SECONDS, 1) if cue.bus == SCREEN and not cue.id.startswith("ui_") else (BURST_SECONDS, BURST)
        )
        begun = [t for t in self._begun.get(cue.id, ()) if now - t < window]
        if len(begun) >= most:
            return -1
        self._begun[cue.id] = [*begun, now]
        if cue.tell:
            return self.free(TELLS, cue, now, db)
        if cue.bus == SCREEN:
            return self.free(SCREENS, cue, now, db)
        if cue.lufs > CROWD_LUFS and sum(now - t < CROWD_SECONDS for t in self._loud) >= CROWD:
            return -1
        same = [k for k, on in self._on.items() if on.cue.id == cue.id and on.ends > now]
        if len(same) >= SAME:
            return min(same, key=lambda k: self._on[k].ends)
        return self.free(POOL, cue, now, db)

    def free(self, channels: range, cue: Cue, now: float, db: float) -> int:
        """Return a free channel, or the one whose sound matters least if it matters no more than this one; else -1."""
        for k in channels:
            on = self._on.get(k)
            if on is None or on.ends <= now:
                return k
        weakest = min(channels, key=lambda k: (self._on[k].cue.priority, self._on[k].left + self._on[k].right))
        on = self._on[weakest]
        mine = factor(db) * 2
        return weakest if (cue.priority, mine) >= (on.cue.priority, on.left + on.right) or cue.tell else -1

    def take(self, cue: Cue) -> str:
        """Return the file of a cue's next take: never the same twice, where there are more."""
        names = files(cue)
        if len(names) == 1:
            return names[0]
        last = self._takes.get(cue.id, -1)
        take = int(self.die() * (len(names) - 1))
        take += take >= last >= 0
        self._takes[cue.id] = take
        return names[take]

    def die(self) -> float:
        """Return the next number of a small die of the desk's own, 0..1."""
        self._dice = (self._dice * 1103515245 + 12345) & 0x7FFFFFFF
        return self._dice / 0x80000000

    def started(self, cue: Cue, now: float) -> None:
        """Count a sound among the loud ones of the moment."""
        if cue.lufs > CROWD_LUFS:
            self._loud = [t for t in self._loud if now - t < CROWD_SECONDS] + [now]
