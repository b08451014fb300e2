"""What sounds, looks and long absence do to a belief, and where that sends the eyes and the feet."""

from functools import lru_cache

import numpy as np
from plans import hall

from game.core import glance, hearing, particles, survey
from game.core.ground import Ground
from game.core.paths import ways_of
from game.core.posts import posts_of
from game.level.made.rooms import office

DOORWAY = (9, 10)  # rows of half cells


@lru_cache(maxsize=1)
def two_rooms() -> Ground:
    """Return a hall of 24 x 10 m with a wall across its middle and a metre of doorway in it."""
    return hall(24, 10, *((r, 24, "#") for r in range(20) if r not in DOORWAY))


LOUD, SHARE = np.array([22.0]), np.array([1.0])


def spread(n: int = 400) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return particles all over both rooms: cell, goal, temper, weight."""
    posts = posts_of(two_rooms())
    cells = np.flatnonzero(posts.owner >= 0).astype(np.int32)
    cell = cells[np.linspace(0, len(cells) - 1, n).astype(int)].copy()
    return cell, posts.owner[cell].copy(), np.zeros(n, np.int32), np.full(n, 1.0 / n)


def mean_x(cell: np.ndarray, weight: np.ndarray) -> float:
    """Return the mean place of a belief along the hall, in metres."""
    return float(((cell % (two_rooms().width * 2)) * 0.5 * weight).sum() / weight.sum())


def after_a_step(level: float, came_x: float, his: float = 0.7) -> float:
    """Return where the belief lies after a footfall that is heard in the middle of the left room."""
    ground = two_rooms()
    posts, ways = posts_of(ground), ways_of(ground)
    cell, goal, temper, weight = spread()
    me = ways.snap(6.0, 5.0)
    hearing.footfall(
        cell, goal, temper, weight, ways.lengths(me), ways.lengths(ways.snap(came_x, 5.0)), level, LOUD, SHARE, 480, his,
        0.25, me, posts.walk, posts.near, np.ones((particles.KINDS, posts.n)), 7,
    )  # fmt: skip
    assert abs(weight.sum() - 1.0) < 1e-9
    return mean_x(cell, weight)


def test_a_faint_step_from_the_right_moves_the_belief_farther_right_than_a_loud_one() -> None:
    before = mean_x(spread()[0], spread()[3])
    assert after_a_step(6.0, 10.0) > after_a_step(16.0, 10.0) > 0.0
    assert after_a_step(6.0, 10.0) > before + 1.0


def test_a_step_that_is_surely_anothers_moves_nothing() -> None:
    assert after_a_step(6.0, 10.0, his=0.0) == mean_x(spread()[0], spread()[3])


def test_a_hop_leads_to_a_cell_nearer_to_its_post_and_is_remembered() -> None:
    posts = posts_of(two_rooms())
    columns, hop = posts.walk.shape[1], np.full_like(posts.hop, particles.UNKNOWN)
    for goal in (0, posts.n - 1):
        for at in np.flatnonzero(posts.owner >= 0).tolist():
            code = particles.hop_of(hop, posts.walk, posts.far, goal, at)
            to = particles.hopped(code, at, columns)
            assert posts.far[goal, to] < posts.far[goal, at] or to == at == posts.cell[goal]
            assert (code >= particles.ARRIVED) == (posts.far[goal, at] <= particles.THERE)
            assert hop[goal, at] == code


def test_a_faint_step_can_come_from_farther_off_than_a_loud_one() -> None:
    assert (
        hearing.PAST
        <= hearing.reach(40.0, LOUD)
        < hearing.reach(16.0, LOUD)
        < hearing.reach(4.0, LOUD)
        <= hearing.EARSHOT
    )


def glanced(x: float, y: float, hx: float, hy: float, back: float) -> int:
    """Return the way to look from a place when he is believed to stand at the left end of the left room."""
    ground = two_rooms()
    posts, ways = posts_of(ground), ways_of(ground)
    cell = np.full(50, ways.snap(2.0, 5.0), np.int32)
    goal, weight = posts.owner[cell].copy(), np.full(50, 0.02)
    return int(
        glance.turn_to(
            cell, goal, weight, x, y, hx, hy, back, 0.002, 16.0, ground.opaque, posts.far, posts.light,
            glance.WAY_X, glance.WAY_Y, np.zeros(glance.WAYS),
        )
    )  # fmt: skip


def test_the_head_turns_to_where_he_is_believed_but_not_past_what_a_neck_allows() -> None:
    back = glanced(8.0, 5.0, 1.0, 0.0, -1.0)
    assert glance.WAY_X[back] < -0.9
    assert glance.WAY_X[glanced(8.0, 5.0, 0.0, 1.0, -0.5)] < -0.8
    aside = glanced(8.0, 5.0, 1.0, 0.0, -0.5)
    assert aside < 0 or glance.WAY_X[aside] >= -0.5


def test_nothing_to_see_from_here_turns_no_head() -> None:
    assert glanced(20.0, 8.0, 1.0, 0.0, -1.0) == -1


def test_the_ways_of_a_head_are_a_full_turn_of_unit_vectors() -> None:
    assert np.allclose(glance.WAY_X**2 + glance.WAY_Y**2, 1.0, atol=1e-4)
    assert abs(glance.WAY_X.sum()) < 1e-9
    assert len({(round(x, 3), round(y, 3)) for x, y in zip(glance.WAY_X, glance.WAY_Y, strict=True)}) == glance.WAYS


def looked(missed: np.ndarray, looks: int, fx: float) -> np.ndarray:
    """Look along x from the middle of the left room for some tenths of a second."""
    ground = two_rooms()
    posts = posts_of(ground)
    for _ in range(looks):
        survey.cover(6.0, 5.0, fx, 0.0, 16.0, 0.1, posts.x, posts.y, posts.cell, ground.opaque, posts.light, missed)
    return missed


def test_a_long_look_covers_what_lies_before_it_and_nothing_behind_walls_or_its_back() -> None:
    posts = posts_of(two_rooms())
    missed = looked(np.ones(posts.n), 30, -1.0)
    left, right = (posts.x < 4.5) & (abs(posts.y - 5.0) < 1.5), posts.x > 13.0
    assert left.any()
    assert missed[left].max() < 0.3
    assert missed[right].min() == 1.0


def test_what_was_covered_is_forgotten_in_time() -> None:
    posts = posts_of(two_rooms())
    missed = looked(np.zeros(posts.n), round(survey.IDLE / 0.1) + 1, 1.0)
    assert missed[posts.x > 13.0].min() == 1.0


def test_doubt_spreads_a_share_of_the_belief_over_what_was_not_looked_at() -> None:
    mass, missed, out = np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0]), np.zeros(3)
    survey.doubted(mass, missed, np.ones(3), 0.4, out)
    assert out.tolist() == [0.6, 0.4, 0.0]


def test_a_place_never_looked_at_is_doubted_more_than_two_half_looked_at() -> None:
    mass, missed, out = np.zeros(3), np.array([1.0, 0.5, 0.5]), np.zeros(3)
    survey.doubted(mass, missed, np.ones(3), 0.9, out)
    assert out[0] > out[1] + out[2]


def test_of_two_places_never_looked_at_the_one_where_he_would_hide_is_doubted_more() -> None:
    mass, missed, out = np.zeros(3), np.ones(3), np.zeros(3)
    survey.doubted(mass, missed, np.array([1.0, 3.0, 1.0]), 0.5, out)
    assert out.tolist() == [0.1, 0.3, 0.1]


def test_a_place_from_which_much_is_seen_is_better_than_a_likely_corner_far_off() -> None:
    posts = posts_of(two_rooms())
    there = np.zeros(posts.n)
    mass = np.where(posts.x < 11.0, 1.0, 0.0)
    survey.outlook(mass / mass.sum(), posts.view, there)
    me = ways_of(two_rooms()).snap(6.0, 5.0)
    best = survey.best_post(there, posts.far, me, -1, 0.0, 4.5)
    assert posts.x[best] < 11.0
    assert there[best] > np.median(there)


def test_a_post_under_way_is_kept_until_another_is_clearly_better() -> None:
    posts = posts_of(two_rooms())
    me, there = ways_of(two_rooms()).snap(6.0, 5.0), np.full(posts.n, 0.1)
    first = int(survey.best_post(there, posts.far, me, -1, 0.0, 4.5))
    for others, goes in ((0.12, True), (0.9, False)):
        there[np.arange(posts.n) != first] = others
        assert (survey.best_post(there, posts.far, me, first, 0.1, 4.5) == first) == goes
    there[:] = 0.1
    there[first] = 0.01  # looked at: nothing there
    assert survey.best_post(there, posts.far, me, first, 0.1, 4.5) != first


def likes(at: int, me: int) -> np.ndarray:
    """Return how much somebody at a cell of a large house would run to each post while the hunter is at another."""
    posts, rising = posts_of(office(11)), np.empty(posts_of(office(11)).n)
    particles.flights(rising, at, me, posts.near, np.ones((particles.KINDS, posts.n)))
    return np.diff(rising, prepend=0.0)


def test_who_runs_likes_the_farthest_place_best_also_in_a_large_house() -> None:
    posts = posts_of(office(11))
    at = int(posts.cell[0])
    off = posts.far[:, at].astype(float)
    wish = likes(at, at)
    assert off.max() > 80.0 * particles.WALK_LENGTH
    assert wish.argmax() == off.argmax()
    assert wish[off < off.max() - 20.0 * particles.WALK_LENGTH].max() < wish.max() / 2.0


def test_who_runs_goes_to_no_place_that_lies_past_the_hunter_while_there_is_another() -> None:
    posts = posts_of(office(11))
    corner = int(posts.far[:, posts.cell[0]].argmax())
    me, at = int(posts.cell[0]), int(posts.cell[corner])
    past = posts.far[:, me] < posts.far[:, at]
    wish = likes(at, me)
    assert wish[past].sum() < 0.05 * wish.sum()


def changed_their_minds(temper: int) -> float:
    """Return the share of particles that are bound for another post after three seconds on their way."""
    posts, n = posts_of(office(11)), 200
    cell, goal = np.full(n, posts.cell[0], np.int32), np.full(n, int(posts.far[:, posts.cell[0]].argmax()), np.int32)
    before, seed, pull = goal.copy(), 7, np.ones((particles.KINDS, posts.n))
    for _ in range(15):
        seed = particles.live(
            cell, goal, np.full(n, temper, np.int32), 4.4, 0.2, int(posts.cell[goal[0]]), posts.walk, posts.walk, posts.far,
            posts.near, posts.hop, pull, 0.3, seed,
        )  # fmt: skip
    return float((goal != before).mean())


def test_who_runs_thinks_again_on_his_way_as_the_hunter_moves_and_who_hides_does_not() -> None:
    assert changed_their_minds(particles.RUNNER) > 0.4
    assert changed_their_minds(particles.HIDER) == 0.0
