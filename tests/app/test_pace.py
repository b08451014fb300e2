"""Real time becomes ticks: never too many at once, none lost in ordinary play."""

from hypothesis import given
from hypothesis import strategies as st

from game.app.pace import MOST, TICK, Pace


def lived(steps):
    pace, now, ticks = Pace(0.0), 0.0, []
    for step in steps:
        now += step
        ticks.append(pace.due(now))
    return ticks


def test_a_frame_a_tick_at_sixty_hertz():
    assert lived([1 / 60 + (0.0004 if i % 2 else -0.0004) for i in range(100)]) == [1] * 100


def test_sleeping_as_told_keeps_sixty_a_second():
    pace, now, ticks = Pace(0.0), 0.0, 0
    while now < 20:
        ticks += pace.due(now)
        now += 0.004  # the work of a frame
        now += pace.rest(now) + 0.0007  # nobody wakes on time
    assert abs(ticks - 1200) <= 2


def test_a_fast_screen_lives_no_faster():
    assert abs(sum(lived([1 / 144] * 1440)) - 600) <= 1


def test_a_slow_machine_makes_up_a_little():
    assert abs(sum(lived([1 / 30] * 300)) - 600) <= 1


def test_a_stopped_laptop_does_not_race():
    assert lived([30.0, 1 / 60]) == [MOST, 1]


def test_a_clock_that_goes_back_does_no_harm():
    assert lived([1 / 60, -5.0, 1 / 60])[1] == 0


def test_rest_ends_when_a_tick_is_due():
    pace = Pace(0.0)
    pace.due(TICK * 0.25)
    assert 0 < pace.rest(TICK * 0.3) < TICK
    assert pace.rest(TICK * 9) == 0


@given(st.lists(st.floats(0, 10), max_size=50))
def test_never_more_than_the_most(steps):
    assert all(0 <= n <= MOST for n in lived(steps))
