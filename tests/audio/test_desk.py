"""The mixing desk: limits, who is dropped, who makes room, which ear."""

import itertools

import numpy as np
from traces import Shelf, Trace

from game.audio.desk import VARY, Desk
from game.audio.headroom import Peaks
from game.audio.limits import LOOPS, POOL, SAME, SCREENS, TELLS
from game.audio.mixing import MASTER, Mixing, factor, slider
from game.content.cues import BUSES, CUES
from game.content.cues import TELLS as TELL_BUS


def desk(**mixing: object) -> tuple[Desk, Trace]:
    trace = Trace()
    return Desk(trace, Shelf(), Mixing(**mixing)), trace  # type: ignore[arg-type]


def test_the_volume_is_given_with_the_sound_and_holds_the_master() -> None:
    d, trace = desk()
    assert d.play("shotgun", 0.0)
    _, _, left, right, loops = trace.played[0]
    assert left == right == factor(MASTER)
    assert loops == 0


def test_a_sound_from_the_left_is_never_in_one_ear_only_and_loses_no_power() -> None:
    d, trace = desk()
    d.play("clatter", 0.0, pan=-1.0)
    _, _, left, right, _ = trace.played[0]
    assert left > 3 * right > 0
    assert abs(left**2 + right**2 - 2 * factor(MASTER) ** 2) < 1e-9


def test_no_more_than_three_of_a_cue_sound_at_once() -> None:
    d, trace = desk()
    for k in range(5):
        d.play("clatter", k * 0.1)
    assert len(trace.played) == 5
    assert len({channel for channel, *_ in trace.played}) == SAME


def test_six_pellets_are_one_blow_and_news_is_told_once() -> None:
    d, trace = desk()
    assert sum(d.play("shot_metal", 1.0) for _ in range(6)) == 2
    assert [d.play("sting_proof", t) for t in (2.0, 2.02, 2.6)] == [True, False, True]
    assert len(trace.played) == 4


def test_no_more_than_two_loud_sounds_begin_together() -> None:
    d, _ = desk()
    assert [d.play("shotgun", 0.0), d.play("shotgun", 0.01), d.play("explosion", 0.02)] == [True, True, False]
    assert d.play("explosion", 0.2)


def test_a_full_mixer_drops_what_matters_least_and_never_a_tell() -> None:
    d, trace = desk()
    steps = [c for c in CUES if c.startswith("step_") and "hunter" not in c]
    for k in range(len(POOL)):
        assert d.play(steps[k], 0.0)
    assert d.play("pistol", 0.1)
    assert not d.play("draw", 0.1, db=-20)
    for k in range(len(TELLS) + 2):
        assert d.play("tell_slash", 0.1 + k * 0.1)
    assert {channel for channel, sound, *_ in trace.played if sound == "tell_slash"} == set(TELLS)


def test_a_tell_takes_eight_db_from_music_and_gives_them_back() -> None:
    d, _ = desk()
    full = d.music()
    d.step(0.0)
    d.play("tell_slash", 0.0)
    for k in range(1, 4):
        d.step(k / 60)
    assert abs(d.music() / full - factor(-8)) < 1e-6
    for k in range(4, 150):
        d.step(k / 60)
    assert d.music() == full


def test_a_ring_that_is_ducked_is_turned_down() -> None:
    d, trace = desk()
    d.ring(LOOPS[0], "crowd", 0.0, 0.0)
    d.play("tell_grab", 0.0)
    for k in range(1, 5):
        d.step(k / 60)
    assert trace.turned[-1][0] == LOOPS[0]
    assert trace.turned[-1][1] < 0.5 * factor(MASTER)


def test_a_ring_goes_round_until_it_is_stilled_and_is_turned_not_started_again() -> None:
    d, trace = desk()
    d.ring(LOOPS[0], "crowd", 0.0, -6.0)
    d.ring(LOOPS[0], "crowd", 1.0, -3.0)
    assert [p[4] for p in trace.played] == [-1]
    d.still(LOOPS[0])
    assert trace.stopped == [LOOPS[0]]
    assert not d.playing(LOOPS[0])


def test_the_living_never_repeat_a_take_and_vary() -> None:
    d, trace = desk()
    for k in range(30):
        d.play("step_john_tile", k * 2.0)
        d.step(k * 2.0 + 1.5)
    names = trace.names
    assert all(a != b for a, b in itertools.pairwise(names))
    levels = [left for _, _, left, *_ in trace.played]
    assert max(levels) / min(levels) > 1.1
    assert max(levels) <= factor(MASTER + VARY) + 1e-9


def test_the_machine_repeats_exactly() -> None:
    d, trace = desk()
    for k in range(5):
        d.play("step_hunter_near", k * 0.4)
    assert len({(sound, left, right) for _, sound, left, right, _ in trace.played}) == 1


def test_a_sound_of_another_room_has_another_form() -> None:
    d, trace = desk()
    d.play("pistol", 0.0, way="shut")
    d.play("dry", 1.0, way="shut")
    assert trace.names[0] == "pistol_0@shut"
    assert trace.names[1].startswith("dry_")


def test_sliders_are_silent_at_nought_and_full_at_ten() -> None:
    assert slider(0) == 0.0
    assert slider(10) == 1.0
    quiet = tuple(0 if bus == TELL_BUS else 10 for bus in BUSES)
    d, trace = desk(buses=quiet)
    d.play("tell_slash", 0.0)
    assert trace.played[0][2] == 0.0


def test_presets_turn_what_warns_and_what_bangs() -> None:
    for preset, cue, db in (("night", "tell_slash", 4), ("night", "shotgun", -8), ("no_startle", "shotgun", -8)):
        d, trace = desk(preset=preset)
        d.play(cue, 0.0)
        assert abs(trace.played[0][2] - factor(MASTER + db)) < 1e-9
    d, trace = desk(preset="mono")
    d.play("clatter", 0.0, pan=1.0)
    assert trace.played[0][2] == trace.played[0][3]


def test_hush_stops_the_world_and_not_the_screen() -> None:
    d, trace = desk()
    d.play("clatter", 0.0)
    d.play("ui_ok", 0.0)
    d.hush()
    assert trace.stopped == [POOL[0]]
    assert d.playing(SCREENS[0]) == "ui_ok"


class Full(Shelf):
    """Sounds that take half of full scale at the master's factor."""

    def peaks(self, name: str) -> Peaks:
        return Peaks(np.full(60, 1.0, np.float32), 1.0)


def test_what_matters_less_is_turned_down_for_what_finds_no_room() -> None:
    trace = Trace()
    d = Desk(trace, Full(), Mixing())  # type: ignore[arg-type]
    assert d.play("clatter", 0.0)
    assert d.play("pistol", 0.1)
    assert d.play("tell_slash", 0.2)
    (_, _, clatter, *_), (_, _, pistol, *_), (_, _, tell, *_) = trace.played[:3]
    assert clatter == factor(MASTER)
    assert pistol == factor(MASTER)  # two halves
    assert {channel for channel, *_ in trace.turned} == {POOL[0], POOL[1]}
    assert tell > 0.9 * factor(MASTER)
    assert d.play("tell_grab", 0.2)
    assert not d.play("draw", 0.2)
    assert d.play("sting_lost", 0.2)  # news sounds, if low


def test_the_music_gives_way_to_what_is_loud_and_comes_back() -> None:
    d = Desk(Trace(), Full(), Mixing())  # type: ignore[arg-type]
    full, d.music_peak = d.music(), 0.8
    d.play("clatter", 0.0)
    d.play("pistol", 0.0)
    d.step(0.01)
    assert d.music() < 0.8 * full
    for k in range(1, 150):
        d.step(k / 60)
    assert d.music() == full


def test_a_first_look_long_after_the_machine_was_started_is_no_trouble() -> None:
    d, _ = desk()
    d.play("tell_slash", 40_000.0)
    d.step(40_000.1)
    d.step(40_000.2)
    assert 0 < d.music() < 1


def test_what_is_held_goes_on_where_it_was_and_takes_no_room_meanwhile() -> None:
    trace = Trace()
    d = Desk(trace, Full(), Mixing())  # type: ignore[arg-type]
    d.ring(LOOPS[0], "crowd", 0.0, 0.0)
    d.play("tell_slash", 0.0)
    d.step(0.5)
    ducked = d.music()
    d.hold(True, 0.5)
    for k in range(1, 300):
        d.step(0.5 + k / 60)
    assert d.playing(TELLS[0]) == "tell_slash"
    assert d.headroom.fits(SCREENS[0], 5.4, Full().peaks(""), 0.9, 0.9) == 1.0
    assert d.music() > ducked
    d.hold(False, 5.5)
    d.step(5.5)
    assert d.headroom.fits(SCREENS[0], 5.5, Full().peaks(""), 0.9, 0.9) < 1.0
    for k in range(1, 24):
        d.step(5.5 + k / 60)
    assert d.playing(TELLS[0]) == "tell_slash"
    assert d.music() <= ducked
    d.step(6.1)
    assert not d.playing(TELLS[0])
    assert d.playing(LOOPS[0]) == "crowd"


def test_what_is_hushed_while_it_is_held_stays_silent() -> None:
    d = Desk(Trace(), Full(), Mixing())  # type: ignore[arg-type]
    d.play("tell_slash", 0.0)
    d.hold(True, 0.1)
    d.hush()
    d.hold(False, 0.2)
    assert not d.playing(TELLS[0])
    assert d.headroom.fits(SCREENS[0], 0.2, Full().peaks(""), 0.9, 0.9) == 1.0


def test_after_a_hush_nothing_makes_room_any_more() -> None:
    d, _ = desk()
    full = d.music()
    d.step(0.0)
    d.play("tell_slash", 0.0)
    for k in range(1, 5):
        d.step(k / 60)
    assert d.music() < full
    d.hush()
    for k in range(5, 60):
        d.step(k / 60)
    assert d.music() == full
