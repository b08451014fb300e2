"""What it learns of where he hides: from finds of its own, for rooms, and not for ever."""

import numpy as np
import pytest
from percepts import me, percept, track

from game.ai import habits, notice
from game.ai.memory import HunterMemory
from game.core.dice import Dice
from game.core.ground import Ground
from game.core.posts import posts_of
from game.level.made.rooms import office

OFFICE: Ground = office(11)


def spot(room: str) -> tuple[float, float]:
    """Return a place in a room."""
    posts = posts_of(OFFICE)
    k = posts.room.index(room)
    return float(posts.x[k]), float(posts.y[k])


def seen_in(room: str, *ticks: int) -> HunterMemory:
    """Let it see him there for one look at each of these ticks, and look elsewhere between."""
    memory, (x, y) = HunterMemory(), spot(room)
    body = me(x, y, look="officer")
    for tick in ticks:
        notice.take_in(percept(body, track(body, x + 0.5, y, "john"), tick=tick, ground=OFFICE), memory, Dice(1))
        notice.take_in(percept(body, tick=tick + 6, ground=OFFICE), memory, Dice(1))
    return memory


def rooms() -> list[str]:
    return sorted({room for room in posts_of(OFFICE).room if room})


def test_to_meet_him_or_to_lose_him_for_a_moment_is_no_find() -> None:
    room = rooms()[0]
    assert not seen_in(room, 600, 620, 640).found
    assert not len(seen_in(room, 600, 620).prey.habit)


def test_who_is_found_again_in_a_room_is_thought_to_like_it() -> None:
    here, there = rooms()[:2]
    memory = seen_in(here, 600, 1200, 1800)
    assert memory.found == [here, here]
    likes = dict(zip(posts_of(OFFICE).room, memory.prey.habit.tolist(), strict=True))
    assert likes[here] > 3.0 * likes[there] > 0.0


def test_a_guess_over_rooms_is_even_without_finds_and_never_leaves_one_out() -> None:
    posts = posts_of(OFFICE)
    assert np.allclose(habits.habit(posts, HunterMemory(haunts=1.0)), 1.0)
    sure = habits.habit(posts, found_in(*rooms()[:1] * 40))
    assert sure.mean() == pytest.approx(1.0)
    assert sure.min() > 1.0 - habits.TRUSTED


def found_in(*order: str) -> HunterMemory:
    """Let it find him in some rooms, one after the other."""
    memory = HunterMemory()
    for k, room in enumerate(order):
        (x, y), tick = spot(room), 600 + 600 * k
        body = me(x, y, look="officer")
        notice.take_in(percept(body, track(body, x + 0.5, y, "john"), tick=tick, ground=OFFICE), memory, Dice(1))
        notice.take_in(percept(body, tick=tick + 6, ground=OFFICE), memory, Dice(1))
    return memory


def test_who_is_found_somewhere_else_each_time_is_not_taken_to_have_haunts() -> None:
    many, few = rooms()[:8], rooms()[:2]
    wanders, returns = found_in(*many), found_in(*few * 4)
    assert wanders.haunts < 0.1 < 0.7 < returns.haunts
    assert wanders.prey.habit.max() < 1.8
    assert returns.prey.habit.max() > 4.0


def test_who_changes_his_haunts_is_soon_thought_to_like_the_new_ones_best() -> None:
    old, new = rooms()[:2], rooms()[2:4]
    memory = found_in(*old * 3, *new, *new)
    likes = dict(zip(posts_of(OFFICE).room, memory.prey.habit.tolist(), strict=True))
    assert min(likes[room] for room in new) > 1.5 * max(likes[room] for room in old)


def test_two_finds_in_new_rooms_tell_of_a_change_and_two_in_old_ones_of_none() -> None:
    old, new = rooms()[:2], rooms()[2:4]
    stays, moves = found_in(*old * 3), found_in(*old * 2, *new)
    assert sum(stays.haunts_since[:3]) > 0.5 > sum(moves.haunts_since[:3])
    for memory in (stays, moves):
        assert sum(memory.haunts_since) == pytest.approx(1.0)
        assert len(memory.haunts_since) == len(memory.found) + 1


def test_what_it_has_learned_fades_in_two_minutes() -> None:
    here = rooms()[0]
    memory = seen_in(here, 600, 1200, 1800)
    before = list(memory.haunts_since)
    liked = memory.prey.habit.max()
    late = 1200 + habits.FADES_EVERY
    for tick in (late, late + 100):
        habits.fade(percept(me(5, 5), tick=tick, ground=OFFICE), memory)
        assert memory.haunts_since[:-1] == pytest.approx([habits.FADES * likely for likely in before[:-1]])
        assert sum(memory.haunts_since) == pytest.approx(1.0)
    assert 1.0 < memory.prey.habit.max() < liked
