"""Whatever is held, the Command stays inside what the rules accept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.agent.command import FIRE, FULL, RUN, SNEAK, WALK, checked
from game.controls.bindings import ACTIONS
from game.controls.inputs import Inputs, command_from, pulled

actions = st.frozensets(st.sampled_from(sorted(ACTIONS)))
share = st.floats(-1, 1)
metres = st.floats(-1e6, 1e6)


@given(
    held=actions,
    pressed=actions,
    stick=st.tuples(share, share),
    aim=st.tuples(metres, metres),
    weapon=st.integers(0, 4),
    order=st.integers(0, 7),
    place=st.none() | st.tuples(metres, metres),
)
def test_every_command_is_within_the_limits(held, pressed, stick, aim, weapon, order, place):
    checked(command_from(Inputs(held, pressed, stick), aim, weapon, order, place))


@given(held=st.frozensets(st.sampled_from(["up", "down", "left", "right"])), stick=st.tuples(share, share))
def test_nobody_walks_faster_along_a_diagonal(held, stick):
    command = command_from(Inputs(held, stick=stick))
    assert command.move_x**2 + command.move_y**2 <= (FULL + 1) ** 2


def test_opposite_keys_stand_still():
    command = command_from(Inputs(frozenset({"left", "right", "up"})))
    assert (command.move_x, command.move_y) == (0, -FULL)


def test_keys_go_before_the_stick():
    assert command_from(Inputs(frozenset({"up"}), stick=(1.0, 0.0))).move_x == 0


def test_a_resting_stick_does_not_creep():
    command = command_from(Inputs(stick=(0.15, -0.15)))
    assert (command.move_x, command.move_y) == (0, 0)


def test_running_goes_before_sneaking():
    assert command_from(Inputs()).gait == WALK
    assert command_from(Inputs(frozenset({"sneak"}))).gait == SNEAK
    assert command_from(Inputs(frozenset({"sneak", "run"}))).gait == RUN


def test_a_press_shorter_than_a_tick_counts():
    assert command_from(Inputs(pressed=frozenset({"fire"}))).held & FIRE


def test_an_order_without_a_place_names_none():
    command = command_from(Inputs(), order=1)
    assert (command.order_x, command.order_y) == (-1, -1)


@given(aim=st.tuples(share, share), faces=st.lists(st.tuples(share, share), max_size=5))
def test_the_cone_only_turns_the_aim_a_little(aim, faces):
    x, y = pulled(aim, faces)
    size = ((x * x + y * y) * (aim[0] ** 2 + aim[1] ** 2)) ** 0.5
    assert (x, y) == aim or x * aim[0] + y * aim[1] >= 0.99 * size


def test_the_cone_takes_the_nearest():
    assert pulled((6.0, 0.0), [(5.0, 0.3), (3.0, 0.1), (1.0, 1.0)]) == pytest.approx((3.0, 0.1))
