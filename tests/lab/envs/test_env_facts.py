"""What an observation holds is what the percept holds, and a reward is what the events say."""

from typing import Any

import numpy as np
import pytest

from game.agent.command import IDLE, Command
from game.agent.percept import Percept
from game.content.looks import LOOK_INDEX
from game.lab.envs import vector
from game.lab.envs.actions import Box, Few, Parts, parts
from game.lab.envs.rewards import ALL, REWARDS, TIME, earned
from game.lab.envs.solo import Escort, Hunt, SeatEnv
from game.lab.policy import Driver, policy
from game.level.load import load
from game.session import Session
from game.sim.kernels import observe as kernel
from game.sim.systems import percepts

LEVEL = "closing_time"
PART = vector.layout()


def people(row: Any) -> list[dict[str, float]]:
    table = row[PART["people"]].reshape(kernel.PEOPLE, kernel.PERSON)
    return [dict(zip(vector.PERSON, r.tolist(), strict=True)) for r in table if r[0]]


def compare(row: Any, percept: Percept) -> int:
    """Check a row against the percept of the same look; return how many people it held."""
    tracks = sorted(percept.tracks, key=lambda t: t.distance)[: kernel.PEOPLE]
    rows = people(row)
    assert len(rows) == len(tracks)
    for r, t in zip(rows, tracks, strict=True):
        assert r["x"] == pytest.approx(max(-1, min(1, (t.x - percept.me.x) / kernel.FAR)), abs=1e-6)
        assert r["y"] == pytest.approx(max(-1, min(1, (t.y - percept.me.y) / kernel.FAR)), abs=1e-6)
        assert r["awareness"] == pytest.approx(t.awareness / 1.6, abs=1e-6)
        assert r["faces_me"] == t.facing_me
        known = [r[f"is_{name}"] for name in (*kernel.ROLES[:4], "it", "other")]
        assert sum(known) == (t.look != "")
        if t.look:
            assert known[kernel.ROLE[LOOK_INDEX[t.look]]] == 1.0
    own = dict(zip(vector.OWN, row[PART["own"]].tolist(), strict=True))
    assert own["health"] == pytest.approx(percept.me.health / 100, abs=1e-6)
    assert own["held"] == percept.me.held
    return len(rows)


@pytest.mark.parametrize("seat", ["t800", "john", "t1000"])
def test_a_vector_holds_what_the_percept_of_that_look_holds(seat: str) -> None:
    session = Session(load(LEVEL), 3)
    bot = Driver(policy("base"), session, "t800")
    scratch = vector.Scratch(session.world)
    out, met = np.empty(vector.SIZE, np.float32), 0
    for _ in range(1200):
        session.step({"t800": bot.decide(session)})
        percept = session.percept(seat)
        if percept is not None:
            vector.fill(session.world, session.world.slot(seat), out, scratch)
            assert np.isfinite(out).all()
            assert (np.abs(out) <= 1.0).all()
            met += compare(out, percept)
    assert met > 20


@pytest.mark.parametrize("seat", ["t800", "t1000"])
def test_what_a_body_cannot_perceive_changes_nothing_of_its_vector(seat: str) -> None:
    """Move everybody out of sight elsewhere: the vector stays as it was."""
    session = Session(load(LEVEL), 5)
    world, mine = session.world, session.world.slot(seat)
    bot = Driver(policy("base"), session, "t800")
    moved = 0
    for tick in range(900):
        session.step({"t800": bot.decide(session)})
        if tick % 50 != 7:
            continue
        scratch = vector.Scratch(world)
        before, after = (np.empty(vector.SIZE, np.float32) for _ in range(2))
        vector.fill(world, mine, before, scratch)
        twin = session.clone()
        for j in range(world.count):
            if j not in (mine, world.ward) and not world.sees_now[mine, j]:
                twin.world.b.x[j], twin.world.b.y[j] = 1.0, 1.0
                moved += 1
        vector.fill(twin.world, mine, after, scratch)
        assert (before == after).all()
    assert moved


def test_every_number_of_the_vector_has_a_place() -> None:
    assert [s.stop for s in PART.values()][-1] == vector.SIZE == kernel.SIZE
    words = (vector.OWN, vector.SCREEN, vector.PERSON, vector.NOISE, vector.DEVICE, vector.THING)
    sizes = (kernel.OWN, kernel.SCREEN, kernel.PERSON, kernel.NOISE, kernel.DEVICE, kernel.THING)
    assert tuple(len(w) for w in words) == sizes
    assert kernel.VIEW**2 == percepts.THING_REACH_2


def test_what_lies_in_view_is_in_the_vector_until_it_is_taken() -> None:
    """A player who stands beside each thing of the map in turn perceives it and its sort; nobody else does, and no taken one."""
    session = Session(load("melt"), 1)
    world, slot = session.world, session.player
    scratch, out = vector.Scratch(world), np.empty(vector.SIZE, np.float32)
    met = set()
    for item in world.items:
        world.b.x[slot], world.b.y[slot] = item.x, item.y
        percept = percepts.percept(world, slot)
        vector.fill(world, slot, out, scratch)
        rows = [r for r in out[PART["things"]].reshape(kernel.THINGS, kernel.THING) if r[0]]
        near = sorted(((t.x - item.x) ** 2 + (t.y - item.y) ** 2, vector.sort(t.kind)) for t in percept.things)
        assert [int(r[3:].argmax()) for r in rows] == [kind for _, kind in near][: kernel.THINGS]
        assert rows[0][1:3].tolist() == [0.0, 0.0]
        met.add(vector.sort(item.kind))
        vector.fill(world, world.ward, out, scratch)
        assert not out[PART["things"]].any()
        world.state.taken.append(item.id)
        vector.fill(world, slot, out, scratch)
        left = [r for r in out[PART["things"]].reshape(kernel.THINGS, kernel.THING) if r[0]]
        assert len(left) == min(kernel.THINGS, len(percept.things) - 1)
        world.state.taken.remove(item.id)
    assert len(met) > 1


def test_a_ray_ends_where_sight_does() -> None:
    """Against small steps along the ray, on a map of random blocks."""
    dice = np.random.default_rng(2)
    opaque = (dice.random((60, 60)) < 0.06).astype(np.uint8)
    for _ in range(300):
        x, y = dice.random(2) * 30
        angle = dice.random() * 6.283
        dx, dy = float(np.cos(angle)), float(np.sin(angle))
        steps = np.arange(0.0, kernel.REACH, 0.001)
        rows, columns = np.floor((y + dy * steps) * 2).astype(int), np.floor((x + dx * steps) * 2).astype(int)
        out = (rows < 0) | (columns < 0) | (rows >= 60) | (columns >= 60)
        stops = out | (opaque[rows.clip(0, 59), columns.clip(0, 59)] != 0)
        far = float(steps[stops.argmax()]) if stops.any() else kernel.REACH
        assert abs(kernel.ray(opaque, x, y, dx, dy) * kernel.REACH - far) < 0.01


@pytest.mark.parametrize("kind", [Escort, Hunt])
def test_rewards_can_be_worked_out_again_from_the_events(kind: type[SeatEnv]) -> None:
    env = kind(LEVEL, limit=1200)
    env.reset(seed=2)
    log: list[Any] = []
    paid, ticks = 0.0, 0
    rng = np.random.default_rng(3)
    session = env.play.running
    while not env.play.over:
        action = rng.integers(0, env.action_space.nvec)  # type: ignore[attr-defined]
        command = env.commanded(action)
        paid += env.play.step({env.seat: command}, lambda s: log.append((list(s.events), env.play.slots[env.seat])))[
            env.seat
        ]
        ticks = env.play.ticks
    again = sum(earned(env.seat, slot, events, session.world) for events, slot in log)
    assert len(log) == ticks
    assert paid == pytest.approx(again + TIME[env.seat] * ticks / 60)
    assert again != 0.0


def test_each_row_of_rewards_pays_only_those_it_names() -> None:
    assert {seat for r in REWARDS for seat in r.seats} <= set(ALL)
    assert all(r.what and r.amount for r in REWARDS)
    assert len({(r.seats, r.what) for r in REWARDS}) == len(REWARDS)


@pytest.mark.parametrize("seat", ["t800", "t1000"])
@pytest.mark.parametrize("scheme", [Parts, Box, Few])
def test_every_action_of_a_space_is_a_command(seat: str, scheme: Any) -> None:
    session = Session(load(LEVEL), 1)
    made = scheme(seat)
    made.space.seed(0)
    commands = [made.command(made.space.sample(), session.world, session.world.slot(seat)) for _ in range(200)]
    for command in commands:
        session.step({seat: command})
    assert all(isinstance(c, Command) for c in commands)
    assert len({*commands}) > 15
    assert made.command(np.zeros_like(made.space.sample()), session.world, 0).move_x == 0


def test_the_parts_say_what_they_mean() -> None:
    assert [p.n for p in parts("t1000")] == [9, 3, 17, 3, 11, 9, 9, 3]
    assert all(p.means.startswith("0 ") or "aim" in p.means for p in parts("t800"))
    assert Parts("t800").command([0] * 8, Session(load(LEVEL), 1).world, 0) == IDLE
