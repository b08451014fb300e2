"""Words as sound: in the text's rhythm, and the machine's copy too even."""

import numpy as np

from game.audio.shaping import heard_lower, softened, through, without_bass
from game.audio.speech import MOST, spoken, voice_of
from game.content.looks import LOOKS
from game.content.music import RATE
from game.content.voices import STRANGERS, SYLLABLES, VOICES


def clicks() -> np.ndarray:
    slots = np.zeros((SYLLABLES, 200), np.int16)
    slots[:, 0] = 9000
    return slots


def starts(text: str, copy: bool) -> np.ndarray:
    return np.flatnonzero(spoken(text, "john", clicks(), copy)[:, 0]) / RATE


def test_a_line_has_as_many_syllables_as_its_words() -> None:
    assert len(starts("Go on, hurry", copy=False)) == 4
    assert len(starts("one two three four five six seven eight nine ten eleven twelve", copy=False)) == MOST


def test_the_copy_is_exactly_even_and_its_owner_is_not() -> None:
    text = "That cop over there, he is not one of them"
    own, copied = np.diff(starts(text, False)), np.diff(starts(text, True))
    assert np.ptp(copied) * RATE <= 1
    assert own.std() / own.mean() > 0.1


def test_the_same_words_sound_the_same_every_time() -> None:
    assert (
        spoken("Right behind you.", "john", clicks(), False) == spoken("Right behind you.", "john", clicks(), False)
    ).all()


def test_words_without_letters_are_silent() -> None:
    assert not spoken("...", "john", clicks(), False).any()


def test_everybody_keeps_one_voice() -> None:
    assert voice_of("t800", "t800") == "t800"
    assert voice_of("anybody", "guard") == "guard"
    assert voice_of("", "shopper_a") == voice_of("x", "shopper_a") in STRANGERS
    assert all(voice_of("", look) in VOICES for look in LOOKS)


def tone(hz: float, n: int = RATE) -> np.ndarray:
    x = 9000 * np.sin(2 * np.pi * hz * np.arange(n) / RATE)
    return np.stack([x, x], 1).astype(np.int16)


def level(x: np.ndarray) -> float:
    return float(np.sqrt((x.astype(float) ** 2).mean()))


def test_a_shut_door_takes_the_top_and_leaves_the_bottom() -> None:
    for way, top in (("open", 5000.0), ("shut", 2000.0)):
        assert level(through(tone(top), way)) < 0.1 * level(tone(top))
        assert level(through(tone(200.0), way)) > 0.5 * level(tone(200.0))


def test_small_speakers_get_no_bass() -> None:
    assert level(without_bass(tone(50.0))) < 0.1 * level(tone(50.0))
    assert level(without_bass(tone(1000.0))) > 0.9 * level(tone(1000.0))


def test_ears_without_a_top_hear_a_warning_lower() -> None:
    spectrum = np.abs(np.fft.rfft(heard_lower(tone(3000.0))[:, 0].astype(float)))
    assert spectrum[1000] > 0.5 * spectrum[3000]


def test_a_soft_sound_comes_up_in_forty_milliseconds() -> None:
    x = softened(tone(1000.0))
    assert level(x[:200]) < 0.25 * level(x[2000:])
