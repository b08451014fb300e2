"""Hints name the player's own keys, one at a time, go when he has done it, and never come twice."""

import dataclasses
from types import SimpleNamespace

import pygame
import pytest

from game.agent.command import ASK, FULL, IDLE, Command
from game.app.hints.drawing import MOST_WIDE, cap, draw_hint, pieces
from game.app.hints.hints import LONG, REST, Hints
from game.app.hints.moments import STEPS
from game.app.hints.table import HINTS
from game.app.ink import canvas
from game.content.actors import ONE_ARM
from game.controls.bindings import binds, rebind
from game.level.load import load
from game.session import Session
from tests.worlds import arm


@pytest.fixture(scope="module")
def level():
    return load("yard")


@pytest.fixture
def play(level):
    session = Session(level, 3)
    made = SimpleNamespace(session=session, command=IDLE, hud=session.hud(), vision=False, map_opened=False)
    made.hints = Hints(())
    return made


def live(play, ticks=1, command=IDLE):
    play.command = command
    for _ in range(ticks):
        play.session.step({"t800": command})
        play.hud = play.session.hud()
        play.hints.tick(play, quiet=True)


def test_walking_is_told_first_and_not_to_whoever_walks(play):
    live(play, 70)
    assert play.hints.now.id == "walk"
    live(play, STEPS + 1, Command(move_x=FULL))
    assert "walk" in play.hints.told
    assert play.hints.now is None


def test_a_hint_that_was_read_is_never_told_again(play, level):
    play.session = Session(level, 3, pursuer="none")
    live(play, 70 + LONG)
    assert "walk" in play.hints.told
    again = Hints(tuple(play.hints.told))
    play.hints = again
    live(play, 60)
    assert again.now is None or again.now.id != "walk"


def test_what_was_done_before_its_hint_is_never_told(play):
    play.vision = True
    live(play)
    assert "vision" in play.hints.told


def test_a_seizure_takes_the_place_of_anything_else(play):
    live(play, 70)
    world = play.session.world
    world.b.holds[world.hunter] = world.ward
    for _ in range(6):
        world.tick += 1
        play.hints.tick(play, quiet=False)
    assert play.hints.now.id == "rescue"
    world.b.holds[world.hunter] = -1
    for _ in range(6):
        world.tick += 1
        play.hints.tick(play, quiet=False)
    assert play.hints.now is None


def test_a_seizure_takes_the_place_of_a_question_too(play):
    """Played by hand: GIVE YOUR ANSWER stood where it should have said how he is freed."""
    world = play.session.world
    play.hints = Hints(tuple(h.id for h in HINTS if h.id not in ("answer", "rescue")))
    play.hints.now = next(h for h in HINTS if h.id == "answer")
    world.b.holds[world.hunter] = world.ward
    for _ in range(6):
        world.tick += 1
        play.hints.tick(play, quiet=False)
    assert play.hints.now.id == "rescue"


def test_who_is_told_to_put_a_gun_away_is_told_how_though_somebody_speaks(play, monkeypatch):
    """In the mall a guard said it four times, and the line of somebody else kept the hint away."""
    play.hints = Hints(tuple(h.id for h in HINTS if h.id != "lower"))
    lower = next(h for h in HINTS if h.id == "lower")
    monkeypatch.setattr("game.app.hints.hints.HINTS", (dataclasses.replace(lower, when=lambda _: True),))
    for _ in range(6):
        play.session.world.tick += 1
        play.hints.tick(play, quiet=False)
    assert play.hints.now.id == "lower"


def test_while_somebody_speaks_nothing_new_is_said(play):
    for _ in range(90):
        play.session.step({"t800": IDLE})
        play.hints.tick(play, quiet=False)
    assert play.hints.now is None


def test_there_is_a_rest_between_two(play):
    live(play, 70)
    play.hints.told.add("walk")
    live(play)
    play.hints.told.update(h.id for h in HINTS if h.id not in ("walk", "run"))
    live(play, REST - 10)
    assert play.hints.now is None


def test_keys_are_named_as_they_are_bound():
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    table = rebind(binds({}), "shove", "k")
    assert pieces("A {shove} B", table, pad=False) == [("A ", ""), ("K", "key"), (" B", "")]
    assert pieces("{shove}", table, pad=True) == [("B", "pad")]
    assert pieces("{walk}", table, pad=True) == [("L STICK", "pad")]
    assert pieces("{vision} {retry}", table, pad=True) == [("TAP RB", "pad"), (" ", ""), ("BACKSPACE", "key")]
    assert [text for text, _ in pieces("{walk}", table, pad=False)] == ["W", "A", "S", "D"]
    frame = canvas()
    for hint in HINTS:
        for pad in (False, True):
            shown = pieces(hint.words, table, pad)
            draw_hint(frame, shown)
            assert sum(cap(t, kind).get_width() + 2 for t, kind in shown if kind) < MOST_WIDE
    pygame.display.quit()


def test_every_moment_can_be_asked_anywhere(play):
    live(play, 3)
    for hint in HINTS:
        assert hint.when(play) in (True, False)
        assert hint.done(play) in (True, False)


def test_at_the_wheel_only_its_own_hints_are_told(play):
    play.session = Session(load("open_road"), 3)
    play.hints = Hints(())
    for ticks, gas in ((90, 0), (260, -FULL)):
        for _ in range(ticks):
            play.command = Command(move_y=gas)
            play.session.step({"sarah": play.command})
            play.hud = play.session.hud()
            play.hints.tick(play, quiet=True)
            assert play.hints.now is None or play.hints.now.riding
        assert ("drive" in play.hints.told) == bool(gas)
    play.session.world.state.objective = "11.end"
    for _ in range(REST + 12):
        play.session.step({"sarah": play.command})
        play.hints.tick(play, quiet=True)
    assert play.hints.now.id == "lights"


def test_who_wants_to_be_asked_is_named_with_the_key(play):
    """At the mill's rail one waited for half a minute, and nobody had said what to do meanwhile."""
    play.hints = Hints(("walk",))
    play.session.world.state.lines.append((play.session.world.tick, "sarah", "ask_me"))
    live(play, 12)
    assert play.hints.now.id == "ask_sarah"


def test_who_has_asked_sarah_once_is_told_all_the_same_how_she_is_asked_at_the_end():
    """Played by hand: a question at the rail, half a minute before, had used the hint up, and ASK HER stood there alone."""
    session = Session(load("melt"), 1)
    play = SimpleNamespace(session=session, command=IDLE, hud=session.hud(), vision=False, map_opened=False)
    play.hints = Hints(tuple(h.id for h in HINTS if h.id != "ask_her"))
    live(play, 12, Command(order=ASK))
    assert "ask_her" not in play.hints.told
    session.world.set_objective("10.ask")
    live(play, 12)
    assert play.hints.now.id == "ask_her"
    session.world.set_flag("asked")
    live(play, 12)
    assert "ask_her" in play.hints.told


@pytest.mark.parametrize(("health", "hint"), [(ONE_ARM + 1, ""), (ONE_ARM, "one_arm")])
def test_who_has_lost_an_arm_is_told_that_two_shells_fold_it_no_more(play, health, hint):
    world, me = play.session.world, play.session.player
    play.hints = Hints(tuple(h.id for h in HINTS if h.id != "one_arm"))
    world.b.x[world.hunter], world.b.y[world.hunter] = world.b.x[me] + 2.0, world.b.y[me]
    live(play, 1)  # the level gives him a pistol
    arm(world)
    world.b.known[world.hunter], face = 1, world.b.face[world.hunter]
    for one_of_ours in world.ours:
        world.face_doubt[one_of_ours, face], world.face_at[one_of_ours, face] = 6.0, 1
    for _ in range(40):
        world.b.health[me], world.b.stun_until[world.hunter] = health, world.tick + 10
        live(play, 1, Command(aim_x=64))
    assert (play.hints.now.id if play.hints.now else "") == hint


def test_a_hint_about_low_cover_goes_as_he_goes_on(play, monkeypatch):
    near = [True]
    monkeypatch.setattr("game.sim.systems.arms.far_side", lambda *_: (1.0, 1.0) if near[0] else None)
    play.hints = Hints(tuple(h.id for h in HINTS if h.id != "vault"))
    play.session.world.tick = 60 * 9
    play.session.world.b.here[play.session.hunter] = 0
    live(play, 24)
    assert play.hints.now.id == "vault"
    near[0] = False
    live(play, 40)
    assert play.hints.now is None
