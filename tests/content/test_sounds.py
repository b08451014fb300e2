"""The table of what is heard: complete, and without loose ends."""

import re
import string
from pathlib import Path

import pytest

from game.content.chapters import CHAPTERS
from game.content.cues import AHEAD, CUES, SURFACES, WALKERS, WAYS, files
from game.content.missions import MISSIONS
from game.content.sounds import (
    CATEGORIES,
    DOORS_HEARD,
    HAZARDS_HEARD,
    KINDS,
    MISS,
    OF_T800,
    PROPS_HEARD,
    RIDES_HEARD,
    SILENT,
    SOUNDS,
    WORK_HEARD,
    row,
)
from game.content.voices import COPY, OF_ROLE, STRANGERS, VOICES, syllables
from game.content.weapons import WEAPONS
from game.sim import events as E
from game.sim.ears import ALARMS

RULES = Path(E.__file__).parent
ADD = "add a row to SOUNDS in game/content/sounds.py, or its reason to SILENT"
EVENTS = sorted(kind.__name__ for kind in E.Event.__subclasses__())


def kinds_of_noise() -> list[str]:
    """Return every kind of noise that the rules may make, as their source says."""
    source = "".join(path.read_text() for path in sorted(RULES.rglob("*.py")))
    written = set(re.findall(r'(?:noise|NoiseMade)\(\s*"(\w+)"', source))
    guns = {w.id for w in WEAPONS.values() if w.sort != "hand"}
    return sorted(written | guns | {kind for kind, _ in ALARMS.values()} | {"heavy", "steps"})


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_has_a_row_or_a_named_silence(name: str) -> None:
    told = [key for key in (*SOUNDS, *SILENT) if key.partition(":")[0] == name]
    assert told, f"{name} is neither heard nor silent: {ADD}"


@pytest.mark.parametrize("kind", kinds_of_noise())
def test_every_kind_of_noise_has_a_row_or_a_named_silence(kind: str) -> None:
    key = f"NoiseMade:{kind}"
    assert key in SOUNDS or key in SILENT, f"{key} is neither heard nor silent: {ADD}"


@pytest.mark.parametrize("kind", ["slash", "grab", "shove"])
def test_every_strike_is_heard_when_it_begins(kind: str) -> None:
    found = row("StrikeBegan", kind)
    assert found is not None, f"StrikeBegan:{kind}: {ADD}"
    assert found.cue


@pytest.mark.parametrize("key", [*SOUNDS, *SILENT])
def test_every_row_names_a_real_event(key: str) -> None:
    name, _, kind = key.partition(":")
    assert name in EVENTS
    assert not kind or KINDS.get(name), f"{name} has no field in KINDS that tells its kind"
    assert not (key in SOUNDS and key in SILENT)


FIELDS = {
    "walker": tuple(WALKERS),
    "floor": SURFACES,
    "way": WAYS,
    "door": tuple(cue for pair in DOORS_HEARD.values() for cue in pair),
}


def test_a_device_is_heard_by_the_first_or_the_last_word_of_its_name() -> None:
    heard = {name: row("DeviceUsed", name) for name in ("deck_staff", "press_lever", "lever_lot", "pay_phone", "shelf")}
    assert {name: r.cue for name, r in heard.items() if r} == {
        "deck_staff": "deck",
        "press_lever": "lever",
        "lever_lot": "lever",
        "pay_phone": "phone",
        "shelf": "device",
    }


def all_cues(template: str) -> list[str]:
    """Return every cue that a row may come to mean."""
    cues = [template]
    for _, name, _, _ in string.Formatter().parse(template):
        if name:
            cues = [c.replace(f"{{{name}}}", v) for c in cues for v in FIELDS.get(name, (f"{{{name}}}",))]
    return cues


def test_every_row_names_a_cue_and_a_category_that_exist() -> None:
    for r in SOUNDS.values():
        assert all(c in CUES for c in all_cues(r.cue) if c and "{voice}" not in c), r.event
        assert bool(r.category) == bool(r.words), r.event
        assert not r.category or r.category in CATEGORIES
        assert r.times == 1 or CUES[r.cue].loop, f"{r.event}: only a ring goes round"


def test_every_cue_is_played_somewhere_or_waits_for_its_level() -> None:
    played = {c for r in SOUNDS.values() for c in all_cues(r.cue)}
    played |= {cue for cue, _ in (*PROPS_HEARD.values(), *HAZARDS_HEARD.values(), *WORK_HEARD.values())} | set(
        OF_T800.values()
    )
    played |= set(RIDES_HEARD.values()) | {f"card_{card.hand}" for card in CHAPTERS}
    source = "".join(p.read_text() for room in ("audio", "app") for p in (RULES.parent / room).rglob("*.py"))
    unused = sorted(c for c in set(CUES) - played - set(AHEAD) if f'"{c}"' not in source)
    assert not unused, "nothing plays these: give each a row in SOUNDS, or list it in AHEAD"


def test_every_tell_of_an_event_has_words() -> None:
    for r in SOUNDS.values():
        if r.cue.format(way="near", walker="john", floor="tile", voice="", door="slide") in CUES:
            cue = CUES[r.cue.format(way="near", walker="john", floor="tile", voice="", door="slide")]
            assert not cue.tell or r.words, f"{r.event} warns by ear only: give its row words"


def test_a_row_of_a_kind_goes_before_the_row_of_all() -> None:
    assert row("DeviceUsed", "lever_lot") is SOUNDS["DeviceUsed:lever"]
    assert row("DeviceUsed", "pa") is SOUNDS["DeviceUsed"]
    assert row("NoiseMade", "steps") is None
    assert row("StrikeLanded", MISS) is SOUNDS["StrikeLanded:miss"]


def test_files_of_cues_and_voices_never_share_a_name() -> None:
    names = [name for cue in CUES.values() for name in files(cue)]
    names += [f"voice_{v}{end}" for v in VOICES for end in ("", COPY)]
    assert len(set(names)) == len(names)


def test_everybody_who_speaks_has_a_voice() -> None:
    assert {*OF_ROLE.values(), *STRANGERS} <= set(VOICES)


def test_syllables_are_counted_by_vowels() -> None:
    assert syllables("Come with me, Jonathan!") == [1, 1, 1, 3]
    assert syllables("... hm -") == [1]
    assert syllables("table the") == [1, 1]


def test_every_card_of_the_story_is_heard() -> None:
    hands = {card.hand for card in CHAPTERS} | {row.hand for row in MISSIONS if row.hand}
    assert {f"card_{hand}" for hand in hands} <= set(CUES), (
        "a hand of assets/hands needs its name in HANDS, and a recipe"
    )
