"""What the score says: only what the player has perceived, never where the hidden machine is."""

from types import SimpleNamespace
from typing import Any

import pytest
from worlds import ground_of, person, world_of

from game.audio.mood import CONTACT, EASE, LEAD, Mood
from game.content.music import CALM, HUNTED, MELTED, MOURNING, RELIEF, SEARCHING, SEIZED
from game.sim import events as E
from game.sim.state import Clock

T800, JOHN, IT, SHOPPER = range(4)
HALL = "\n".join(["#" * 60, *["#" + "." * 58 + "#"] * 18, "#" * 60])


@pytest.fixture
def run() -> Any:
    people = (person("t800", 5, 5), person("john", 6, 5), person("t1000", 9, 5), person("s", 12, 5))
    world = world_of(*people, ground=ground_of(HALL))
    return SimpleNamespace(world=world, player=T800, ward=JOHN, hunter=IT, attempt=0)


def after(mood: Mood, run: Any, ticks: int) -> str:
    run.world.tick += ticks
    mood.notice(run, [])
    return mood.state(run)


def test_a_machine_that_nobody_has_perceived_leaves_the_music_calm_however_near(run: Any) -> None:
    mood = Mood()
    run.world.b.known[IT] = run.world.b.seen[IT] = 0
    for x in (9.0, 5.6):
        run.world.b.x[IT] = x
        assert after(mood, run, 60) == CALM


def test_a_disguise_that_is_seen_but_not_known_is_calm_too(run: Any) -> None:
    run.world.b.seen[IT], run.world.b.known[IT] = 1, 0
    assert after(Mood(), run, 60) == CALM


def test_sight_of_the_known_machine_hunts_then_searches_then_relieves(run: Any) -> None:
    mood, b = Mood(), run.world.b
    b.seen[IT] = b.known[IT] = 1
    assert after(mood, run, 10) == HUNTED
    b.seen[IT] = 0
    assert after(mood, run, CONTACT + 1) == SEARCHING
    assert after(mood, run, LEAD) == RELIEF
    assert after(mood, run, EASE + 1) == CALM


def test_steps_that_were_heard_make_a_lead(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.Stepped(IT, 9.0, 5.0, "machine", 14)])
    assert mood.state(run) == SEARCHING


def test_a_blade_hunts(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.StrikeBegan("slash", 9.0, 5.0, IT, 30)])
    assert mood.state(run) == HUNTED


def test_the_clock_seizes(run: Any) -> None:
    mood = Mood()
    run.world.state.clock = Clock("seized", 0, 300)
    mood.notice(run, [])
    assert mood.state(run) == SEIZED


def test_a_death_by_our_side_stops_the_music_until_the_next_objective(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.BodyDowned(12.0, 5.0, SHOPPER, T800)])
    assert mood.state(run) == MOURNING
    mood.notice(run, [E.ObjectiveSet("next", "Go on")])
    assert mood.state(run) == CALM


def test_a_death_by_its_hand_does_not(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.BodyDowned(12.0, 5.0, SHOPPER, IT)])
    assert mood.state(run) == CALM


def test_a_word_of_the_level_holds_for_its_time(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.MusicCued("chase")])
    assert mood.state(run) == HUNTED
    assert after(mood, run, 60 * 30) == CALM


def test_a_melted_machine_is_past(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.Gone(9.0, 5.0, IT)])
    assert mood.state(run) == MELTED


def test_a_retry_begins_anew(run: Any) -> None:
    mood = Mood()
    mood.notice(run, [E.StrikeBegan("slash", 9.0, 5.0, IT, 30)])
    run.attempt = 1
    mood.notice(run, [])
    assert mood.state(run) == CALM
