"""What the player has chosen once for all: read at the start, written at each change."""

from typing import Annotated, Literal

import msgspec

from game.app import stored
from game.content.sounds import CATEGORIES
from game.controls.bindings import ACTIONS, TOGGLED

FILE = "settings.json"
VERSION = 1

Name = Annotated[str, msgspec.Meta(max_length=40)]
Volume = Annotated[int, msgspec.Meta(ge=0, le=10)]
Names = Annotated[tuple[Name, ...], msgspec.Meta(max_length=40)]


class Settings(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Every option of the options page.

    shake       0 none .. 4 strong
    flash       how bright what flashes is: 0 not at all .. 4 as it was made
    brightness  hundredths added to the level's own light
    blood       False draws sparks
    factor      size of the window, in frames; 0 fits the desktop
    wheel       speed of time in percent while the order wheel is open
    toggles     actions that a press switches on and off, rather than lasting while held
    assist      the pad's aim is drawn to people in sight
    hints       a first use is told with its key
    record      every run is recorded, to be watched under Replays
    speed       of the game, in percent
    captions    categories of sounds that are written on the screen
    pings       the machine's steps are marked at the screen's edge
    volume      of everything, and of each bus: 0 silent .. 10
    ears        how sounds are mixed for whom
    reading     how long words stay, in percent
    words       how large they are, in percent
    keys        inputs of the actions that the player has changed
    """

    version: Annotated[int, msgspec.Meta(ge=1, le=VERSION)] = VERSION
    difficulty: Literal["gentle", "standard", "hunted"] = "standard"
    shake: Annotated[int, msgspec.Meta(ge=0, le=4)] = 3
    flash: Annotated[int, msgspec.Meta(ge=0, le=4)] = 4
    brightness: Annotated[int, msgspec.Meta(ge=0, le=12)] = 0
    blood: bool = True
    factor: Annotated[int, msgspec.Meta(ge=0, le=8)] = 0
    fullscreen: bool = False
    wheel: Literal[0, 30, 100] = 30
    toggles: Names = TOGGLED
    assist: bool = True
    hints: bool = True
    record: bool = False
    speed: Annotated[int, msgspec.Meta(ge=50, le=100)] = 100
    captions: Names = CATEGORIES
    pings: bool = True
    volume: Volume = 10
    music_volume: Volume = 10
    tells_volume: Volume = 10
    effects_volume: Volume = 10
    voices_volume: Volume = 10
    ambience_volume: Volume = 10
    screen_volume: Volume = 10
    ears: Literal["full", "night", "mono", "high_loss", "low_loss", "no_startle"] = "full"
    reading: Annotated[int, msgspec.Meta(ge=100, le=200)] = 100
    words: Literal[100, 125, 150] = 100
    keys: Annotated[dict[Name, Names], msgspec.Meta(max_length=len(ACTIONS) * 2)] = {}


def load() -> tuple[Settings, str]:
    """Return the settings, and a line for the player if their file could not be used."""
    return stored.read(FILE, Settings)


def save(settings: Settings) -> str:
    """Write the settings; return '' or a line for the player."""
    return stored.keep(FILE, settings)
