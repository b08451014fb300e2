"""The machine's sight: red, hatched where it is dark, cones that stop at walls, and never more than the player's side knows."""

import numpy as np
import pygame
import pytest

from game.agent.doubt import MATCH_TICKS
from game.core.jit import JIT
from game.level.data import Level
from game.level.load import load
from game.session import Session
from game.sim import events as ev
from game.sim.systems.suspicion import SCAN_TICKS
from game.sim.tables import SCANNING
from game.view import eyes, labels
from game.view.cast import Cast, Person
from game.view.marks import Marks, Word
from game.view.optic import Optic
from game.view.pools import Pools
from game.view.verdicts import scanned, searching, sureness
from game.view.view import View


@pytest.fixture(scope="module")
def yard() -> Level:
    return load("yard")


@pytest.fixture
def run(yard: Level) -> Session:
    session = Session(yard, 3)
    for _ in range(3):
        session.step({})
    return session


@pytest.fixture
def people(run: Session) -> list[Person]:
    return Cast(np.random.default_rng(1), Pools(None)).look(run, everybody=True)


def label_of(session: Session, people: list[Person], slot: int) -> labels.Label:
    return Optic()._label(session, next(p for p in people if p.slot == slot))


def test_a_cone_stops_at_a_wall() -> None:
    opaque = np.zeros((40, 40), np.uint8)
    free = eyes.cone(opaque, 5.0, 10.0, 1.0, 0.0)
    opaque[:, 16:18] = 1  # a wall from x = 8 m
    cut = eyes.cone(opaque, 5.0, 10.0, 1.0, 0.0)
    assert max(x for x, _ in free) == pytest.approx(5.0 + eyes.REACH)
    assert max(x for x, _ in cut) <= 8.3
    assert cut[0] == (5.0, 10.0)


def test_the_hunter_is_nothing_but_what_it_looks_like_until_there_is_proof(run: Session, people: list[Person]) -> None:
    b, hunter = run.world.b, run.hunter
    b.known[hunter] = 0
    words = " ".join(label_of(run, people, hunter).rows)
    assert "NOT A MAN" not in words
    assert "OFFICER" in words
    b.known[hunter] = 1
    assert "NOT A MAN" in label_of(run, people, hunter).rows


def test_even_steps_in_view_ripple_like_everybodys(run: Session) -> None:
    optic, b, hunter = Optic(), run.world.b, run.hunter
    b.seen[hunter], b.known[hunter] = 1, 0
    b.x[hunter], b.y[hunter] = b.x[run.player] + 3, b.y[run.player]
    optic.notice(run, [ev.Stepped(hunter, b.x[hunter], b.y[hunter], "machine", 14)])
    assert [r.hot for r in optic._ripples] == [False]
    b.seen[hunter] = 0
    optic.notice(run, [ev.Stepped(hunter, b.x[hunter], b.y[hunter], "machine", 14)])
    assert [r.hot for r in optic._ripples] == [False, True]


def test_a_tell_stands_in_the_read_out_of_whoever_gave_it(run: Session, people: list[Person]) -> None:
    optic, who = Optic(), run.world.slot("loader")
    optic.notice(run, [ev.Told("stare", 1.0, 1.0, who)])
    label = optic._label(run, next(p for p in people if p.slot == who))
    assert "BLINK  NONE" in label.rows


def test_the_photograph_is_compared_until_the_boy_is_found(run: Session, people: list[Person]) -> None:
    who, b = run.world.slot("loader"), run.world.b
    b.matched[run.ward] = 0
    b.matched[who] = MATCH_TICKS // 2
    assert searching(run)
    assert label_of(run, people, who).bar == pytest.approx(0.5, abs=0.1)
    b.matched[who] = MATCH_TICKS
    assert "NOT HIM" in label_of(run, people, who).rows
    b.matched[run.ward] = MATCH_TICKS
    assert not searching(run)


def test_a_scan_shows_how_far_it_has_come(run: Session) -> None:
    b, player, who = run.world.b, run.player, run.world.slot("loader")
    assert scanned(run, who) == -1.0
    b.act[player], b.target[player], b.act_until[player] = SCANNING, who, run.world.tick + SCAN_TICKS // 2
    assert scanned(run, who) == pytest.approx(0.5, abs=0.02)


def test_doubt_counts_only_while_somebody_is_in_sight(run: Session) -> None:
    world, player, who = run.world, run.player, run.world.slot("loader")
    world.doubt[player, who] = 3.0
    world.sees_now[player, who] = 0
    assert sureness(run, who) == 0.0
    world.sees_now[player, who] = 1
    assert sureness(run, who) == 1.0


def test_a_label_finds_a_free_side_or_none() -> None:
    frame, taken = pygame.Surface((640, 360)), [pygame.Rect(320, 0, 320, 360)]
    labels.write(frame, 315, 180, labels.Label(["UNKNOWN"]), taken)
    assert taken[-1].right < 315
    taken.append(pygame.Rect(0, 0, 320, 360))
    labels.write(frame, 315, 180, labels.Label(["UNKNOWN"]), taken)
    assert len(taken) == 3


@pytest.mark.skipif(not JIT, reason="the picture's loops over pixels need the compiler")
def test_the_red_sight_is_red(yard: Level, run: Session) -> None:
    frame = View(yard).draw(run, vision=True)
    red, green, blue = pygame.surfarray.array3d(frame).reshape(-1, 3).mean(0)
    assert red > 2 * green > blue


def test_two_verdicts_beside_each_other_do_not_cover_each_other() -> None:
    marks = Marks()
    stand = ((1, 100, 50), (2, 120, 52), (3, 300, 50))
    places = [marks._free(who, Word("NOT HIM", (255, 255, 255), 0), x, y) for who, x, y in stand]
    assert not places[0].colliderect(places[1])
    assert places[2].y == 50
