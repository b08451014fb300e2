"""How loud what is: buses, the player's sliders, presets, and who makes room for whom; plain numbers."""

from dataclasses import dataclass
from functools import cached_property

from game.content.cues import AMBIENCE, BUSES, EFFECTS, MUSIC, SCREEN, VOICES, Cue

MASTER = -6.0  # dB: sums of many sounds stay under the ceiling
STEPS = 10  # of a slider; the last is full, 0 is silent
DB_A_STEP = 3.0
ATTACK, RELEASE = 0.030, 0.400  # seconds in which others make room, and come back

# What makes room: which buses, by how many dB.
DUCKS: dict[str, dict[str, float]] = {
    "tell": {MUSIC: 8.0, EFFECTS: 8.0, AMBIENCE: 8.0},
    "speech": {MUSIC: 6.0, AMBIENCE: 6.0},
    "blast": {MUSIC: 10.0, AMBIENCE: 10.0, VOICES: 10.0},
}
BLAST_LUFS = -12.0  # as loud as this is a blast
LOUD = ("pistol", "shotgun", "launcher", "minigun", "explosion", "glass_break", "crash", "press", "split")


@dataclass(frozen=True, kw_only=True)
class Preset:
    """Another pair of ears: dB for what warns and for what is loud, and what is done to sounds."""

    tells: float = 0.0
    loud: float = 0.0
    mono: bool = False
    lower: bool = False
    no_bass: bool = False
    soft: bool = False
    about: str = ""


PRESETS: dict[str, Preset] = {
    "full": Preset(about="As it was mixed."),
    "night": Preset(tells=4, loud=-8, about="What warns is louder, what bangs is softer."),
    "mono": Preset(mono=True, about="The same in both ears; arrows say where from."),
    "high_loss": Preset(lower=True, about="What warns is also heard two kilohertz lower."),
    "low_loss": Preset(no_bass=True, about="For small speakers: nothing under 120 hertz."),
    "no_startle": Preset(loud=-8, soft=True, about="Loud sounds come up slowly, and not as far."),
}


@dataclass(frozen=True)
class Mixing:
    """The player's choice: a slider from 0 to STEPS for the whole and for each bus, and a preset."""

    master: int = STEPS
    buses: tuple[int, ...] = (STEPS,) * len(BUSES)
    preset: str = "full"

    @property
    def ears(self) -> Preset:
        return PRESETS[self.preset]

    def gain(self, bus: str) -> float:
        """Return the factor of a bus."""
        return self.gains[bus]

    @cached_property
    def gains(self) -> dict[str, float]:
        whole = slider(self.master) * factor(MASTER)
        return {bus: whole * slider(step) for bus, step in zip(BUSES, self.buses, strict=True)}

    def own(self, cue: Cue) -> float:
        """Return the factor that the preset gives a cue."""
        return factor(self.ears.tells if cue.tell else self.ears.loud if cue.id in LOUD else 0.0)


def slider(step: int) -> float:
    """Return the factor of a slider's step: 3 dB each, silent at 0."""
    return 0.0 if step <= 0 else factor((step - STEPS) * DB_A_STEP)


def factor(db: float) -> float:
    """Return dB as a factor."""
    return float(10 ** (db / 20))


class Ducking:
    """Which buses make room now: each eases toward what the loudest claim asks of it.

    factors  of each bus, 1 where it makes no room
    """

    def __init__(self) -> None:
        self._until: dict[str, float] = {}
        self._db: dict[str, float] = dict.fromkeys(BUSES, 0.0)
        self._ducked = False
        self.factors = dict.fromkeys(BUSES, 1.0)

    def claim(self, what: str, until: float) -> None:
        """Ask for room until a time (seconds)."""
        self._until[what] = max(until, self._until.get(what, 0.0))

    def delay(self, since: float, by: float) -> None:
        """Let claims that held at a time hold so much longer."""
        for what, until in self._until.items():
            self._until[what] = until + by if until > since else until

    def step(self, now: float, spent: float) -> bool:
        """Ease for the seconds spent since the last step; say whether anything has changed."""
        claims = [DUCKS[what] for what, until in self._until.items() if until > now]
        if not claims and not self._ducked:
            return False
        changed = False
        for bus, have in self._db.items():
            want = max((claim.get(bus, 0.0) for claim in claims), default=0.0)
            if want != have:
                changed = True
                up, down = have + want * spent / ATTACK, have - 10.0 * spent / RELEASE
                self._db[bus] = db = min(want, up) if want > have else max(want, down)
                self.factors[bus] = factor(-db)
        self._ducked = any(self._db.values())
        return changed

    def forget(self) -> None:
        """Nobody claims anything."""
        self._until.clear()
        self._db = dict.fromkeys(BUSES, 0.0)
        self.factors = dict.fromkeys(BUSES, 1.0)


def duck_of(cue: Cue) -> str:
    """Return what a cue claims while it sounds, '' nothing."""
    return "tell" if cue.tell and cue.bus != SCREEN else "blast" if cue.lufs >= BLAST_LUFS else ""
