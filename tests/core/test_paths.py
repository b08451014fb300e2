"""Path fields: steering reaches the goal on any map, doors block, lines keep to the floor."""

from math import sqrt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import ground_of, hall

from game.core.fields import FAR, flood, steps, straight
from game.core.ground import DoorSpot, Ground, as_plain
from game.core.paths import NOWHERE, Ways, ways_of


def random_ground(seed: int) -> Ground:
    dice = np.random.default_rng(seed)
    plan = np.where(dice.random((24, 32)) < 0.28, "#", ".")
    plan[0], plan[-1], plan[:, 0], plan[:, -1] = "#", "#", "#", "#"
    return ground_of(*("".join(row) for row in plan))


def places(ways: Ways, seed: int) -> list[tuple[float, float]]:
    dice = np.random.default_rng(seed)
    return [(1 + 14 * float(a), 1 + 10 * float(b)) for a, b in dice.random((6, 2))]


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_steering_always_leads_to_the_goal(seed: int) -> None:
    ways = Ways(random_ground(seed))
    (gx, gy), *starts = places(ways, seed)
    field = ways.to(gx, gy)
    for x, y in starts:
        snapped = ways.snap(x, y)
        if snapped < 0 or field.distance(*ways.middle(snapped)) >= NOWHERE:
            continue
        x, y = ways.middle(snapped)
        budget = field.distance(x, y) * 1.3 + 2
        while sqrt((x - field.x) ** 2 + (y - field.y) ** 2) > 0.01:
            dx, dy = field.steer(x, y)
            d = sqrt(dx * dx + dy * dy)
            assert d > 0
            assert ways.straight(x, y, x + dx, y + dy)
            step = min(d, 0.3)
            x, y = x + dx / d * step, y + dy / d * step
            budget -= step
            assert budget > 0


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_a_free_line_touches_only_floor(seed: int) -> None:
    ground = random_ground(seed)
    spots = places(ways_of(ground), seed)
    for x0, y0 in spots:
        for x1, y1 in spots:
            if straight(ground.walk, x0, y0, x1, y1):
                for i in range(101):
                    assert ground.free(x0 + (x1 - x0) * i / 100, y0 + (y1 - y0) * i / 100)


def test_path_lengths_are_the_same_both_ways() -> None:
    ways = Ways(random_ground(5))
    cells = np.nonzero(ways.walk.ravel())[0][::17]
    for a in cells[:6]:
        for b in cells[:6]:
            assert ways.lengths(int(a))[b] == ways.lengths(int(b))[a]


def test_a_shut_door_makes_the_way_longer_or_ends_it() -> None:
    wall = [(r, 16, "##") for r in range(1, 23)]
    door = DoorSpot(name="d", kind="gate", x=8.0, y=5.0, w=1.0, h=1.5)
    ground = hall(16, 12, *wall, *((r, 16, "..") for r in (10, 11, 12)), doors=(door,))
    ways = ways_of(ground)
    assert ways.to(12, 6).distance(4, 6) < 9
    assert ways.to(12, 6, shut=1).distance(4, 6) == NOWHERE
    assert ways.to(12, 6, shut=1).steer(4.0, 6.0) == (0.0, 0.0)


def test_a_goal_inside_a_wall_is_the_nearest_floor() -> None:
    field = ways_of(hall(8, 8)).to(0.1, 4.1)
    assert field.x > 0.5
    assert field.distance(6, 4) < 7


def test_the_same_ground_has_the_same_ways() -> None:
    ground = hall(8, 8)
    assert ways_of(ground) is ways_of(ground)


def test_a_body_against_a_wall_finds_back_to_the_floor() -> None:
    field = ways_of(hall(8, 8)).to(6, 6)
    dx, dy = field.steer(0.4, 0.4)
    assert dx > 0
    assert dy > 0


def test_plain_loops_give_the_same_field() -> None:
    ways = Ways(random_ground(9))
    goal = int(np.nonzero(ways.walk.ravel())[0][40])
    plain = getattr(flood, "py_func", flood)
    free, columns = steps(ways.walk), ways.walk.shape[1]
    assert (getattr(steps, "py_func", steps)(ways.walk) == free).all()
    assert (plain(free, columns, goal) == flood(free, columns, goal)).all()


def test_a_wedged_body_comes_out_the_way_it_went_in() -> None:
    low = [(r, 8, "oo") for r in range(1, 9)] + [(r, 11, "oo") for r in range(1, 9)]  # a gap one cell wide
    ground = hall(10, 10, *low)
    walk = ground.walk.copy()
    walk[1:10, 6:15] = 0  # no grown body should be there
    field = Ways(with_walk(ground, walk)).to(1.0, 2.0)
    dx, dy = field.steer(5.3, 2.2)
    assert dy > 0
    assert abs(dx) < 0.3


def test_where_everything_is_a_pocket_the_pockets_are_places() -> None:
    ground = hall(10, 10)
    walk = np.zeros_like(ground.walk)
    walk[3, 3] = walk[8, 12] = 1
    assert Ways(with_walk(ground, walk)).walk.sum() == 2


def with_walk(ground: Ground, walk: np.ndarray) -> Ground:
    return Ground(**(as_plain(ground) | {"walk": walk}))


def test_lengths_that_reach_only_some_way_are_the_same_as_far_as_they_reach() -> None:
    for n in range(4):
        ground = random_ground(n)
        ways, whole = Ways(ground), Ways(ground)
        cells = np.nonzero(ways.walk.ravel())[0]
        for goal in cells[:: len(cells) // 5]:
            far = whole.lengths(int(goal))
            for most in (60, 30, 200):  # a shorter reach is kept, a longer one made anew
                near = ways.lengths_within(int(goal), 0, most)
                assert (near[far <= most] == far[far <= most]).all()
                assert ((near == far) | (near == FAR)).all()


def test_a_field_made_for_one_place_leads_from_there_as_any_does() -> None:
    for n in range(4):
        ground = random_ground(n)
        ways, whole = Ways(ground), Ways(ground)
        cells = np.nonzero(ways.walk.ravel())[0]
        spots = [ways.middle(int(c)) for c in cells[:: len(cells) // 7]]
        for a in spots:
            for b in spots:
                mine, all_of_it = ways.to(*b, 0, a), whole.to(*b)
                assert mine.distance(*a) == all_of_it.distance(*a)
                assert mine.steer(*a) == all_of_it.steer(*a)


def test_a_field_made_for_some_metres_is_the_whole_one_up_to_there() -> None:
    ground = random_ground(3)
    ways, whole = Ways(ground), Ways(ground)
    spots = [ways.middle(int(c)) for c in np.nonzero(ways.walk.ravel())[0][::7]]
    far = [(whole.to(*spots[0]).distance(*s), ways.to(*spots[0], within=6.0).distance(*s)) for s in spots]
    assert all(near in (true, NOWHERE) for true, near in far)
    assert all(near == true for true, near in far if true <= 6.0)
    assert any(near == NOWHERE for _, near in far)
