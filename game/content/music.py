"""The score: what its states mix, which piece a level has, what the words of a level do to it."""

from dataclasses import dataclass

BED, STRING, PULSE, GLASS, WHISTLE = "bed", "string", "pulse", "glass", "whistle"
STEMS = (BED, STRING, PULSE, GLASS)
LAYERS = (*STEMS, WHISTLE)
OFF = -120.0  # dB of what is silent

CALM, SEARCHING, HUNTED, SEIZED, RELIEF, MOURNING, MELTED = (
    "calm",
    "searching",
    "hunted",
    "seized",
    "relief",
    "mourning",
    "melted",
)


@dataclass(frozen=True, kw_only=True)
class Mix:
    """dB of each layer in a state, and of the whole (`bus`)."""

    bed: float = OFF
    string: float = OFF
    pulse: float = OFF
    glass: float = OFF
    whistle: float = OFF
    bus: float = 0.0

    def gains(self) -> tuple[float, ...]:
        """Return the factor of each of LAYERS."""
        levels = (self.bed, self.string, self.pulse, self.glass, self.whistle)
        return tuple(0.0 if db <= OFF else 10 ** ((db + self.bus) / 20) for db in levels)


STATES: dict[str, Mix] = {
    CALM: Mix(bed=-1, string=0, bus=-5),
    SEARCHING: Mix(bed=0, string=-8, pulse=-13, glass=-2, bus=-3),
    HUNTED: Mix(bed=-4, string=-13, pulse=0, glass=-1, bus=0),
    SEIZED: Mix(bed=2, pulse=-8, glass=3, bus=-2),
    RELIEF: Mix(bed=1, string=0.5, whistle=-6, bus=-3),
    MOURNING: Mix(bed=0, bus=-12),  # somebody has died by the player's side
    MELTED: Mix(bed=0, string=0, bus=-3),
}
TENSE = {MOURNING: 0, MELTED: 0, CALM: 1, RELIEF: 1, SEARCHING: 2, HUNTED: 3, SEIZED: 4}

# The grid: five eighths a bar, the third empty in every stem; frames at RATE a second.
RATE = 32000
EIGHTHS, HOLE = 5, 2
BUFFER = 256
BARS = 32
PHRASE = 4  # bars


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of music: the files of its stems ('' has none), and the frames of a bar; a whole one plays its third eighth."""

    id: str
    bar: int
    whole: bool = False
    bed: str = ""
    string: str = ""
    pulse: str = ""
    glass: str = ""

    def file(self, stem: str) -> str:
        """Return the stem of a stem's file, '' if the piece has none."""
        name: str = getattr(self, stem)
        return name


SLOW = 188 * BUFFER  # 1.504 s
FAST = 150 * BUFFER  # 1.2 s
PIECES: dict[str, Piece] = {
    p.id: p
    for p in (
        Piece(id="mall", bar=SLOW, bed="mall_bed", string="mall_string", pulse="mall_pulse", glass="mall_glass"),
        Piece(id="mill", bar=SLOW, bed="mill_bed", string="mall_string", pulse="mill_pulse", glass="mall_glass"),
        Piece(id="title", bar=SLOW, bed="mill_bed", string="mall_string", pulse="mall_pulse", glass="mall_glass"),
        Piece(id="tale", bar=SLOW, bed="mall_bed", string="mall_string"),
        Piece(id="morning", bar=SLOW, bed="mall_bed", string="morning_string", whole=True),
        Piece(id="road", bar=FAST, string="road_string", pulse="road_pulse", glass="road_glass"),
    )
}
OF_LEVEL = {"mill": "mill", "edge": "mill", "road": "road", "open_road": "road", "channel": "road", "canal": "road"}


def mix_of(piece: Piece, state: str) -> Mix:
    """Return what a state mixes of a piece: one that has no bed mourns on its string, else it would be silence."""
    mix = STATES[state]
    return Mix(string=mix.bed, bus=mix.bus) if state == MOURNING and not piece.bed else mix


def piece_of(level: str, molten: bool) -> Piece:
    """Return the piece of a level by its id; of one that is not listed, the mill's where steel is molten, else the mall's."""
    return PIECES[OF_LEVEL.get(level, "mill" if molten else "mall")]


# What is played where there is no run: scene of a screen -> (piece, state). In the warm end the third beat has come back.
SCENES = {
    "title": ("title", SEARCHING),
    "tale": ("tale", CALM),
    "warm": ("morning", RELIEF),
    "cold": ("tale", CALM),
}


# What a level's `music CUE` does: cue -> (least state, seconds that it holds).
CUED: dict[str, tuple[str, float]] = {
    "dusk": (CALM, 0.0),
    "mill": (CALM, 0.0),
    "cell": (SEARCHING, 15.0),
    "last": (RELIEF, 60.0),
    "quiet": (CALM, 0.0),
    "faces": (SEARCHING, 20.0),
    "drop": (MOURNING, 4.0),  # the music falls away
    "proof": (HUNTED, 6.0),
    "panic": (HUNTED, 12.0),
    "chase": (HUNTED, 20.0),
    "end": (RELIEF, 30.0),
}

NOTES = (1174.66, 1567.98, 1318.51, 1760.0)  # John's whistle, Hz: a default until the player can choose it
NOTE = 0.26  # seconds from note to note
