"""The edge: what stands where, and that its end is combat's and no trigger's."""

from itertools import pairwise

import numpy as np
import pytest

from game.content.props import PROPS
from game.core.ground import Ground
from game.core.paths import ways_of
from game.lab.seat import live
from game.level.data import Level
from game.level.lint import check
from game.level.load import load
from game.level.rules.play import beside, reachable
from game.level.softlock import findings
from game.session import Session
from game.sim import events as ev
from game.sim.conditions import Gone
from game.sim.world import World

MAP = "levels/examples/edge.tmx"
SEEDS = (1, 2, 4, 5)


@pytest.fixture(scope="module")
def edge() -> Level:
    return load(MAP)


def bare(level: Level) -> Level:
    """Return the level with no trigger but what it begins with."""
    facts = {name: getattr(level, name) for name in Level.__slots__}
    return Level(**(facts | {"triggers": tuple(t for t in level.triggers if t.name == "begin")}))


def mass(world: World) -> float:
    b = world.b
    return float(b.share[world.hunter] + sum(b.share[s] for s in world.blobs) + world.state.melted)


def played(level: Level, seed: int) -> tuple[Session, list[ev.Event], float]:
    """Return the base bot's run until nothing is left of it, its events, and how far its mass was ever off."""
    session, events, off = Session(level, seed), list[ev.Event](), 0.0
    for _ in live(session, "base", 2 * level.par):
        events += session.events
        off = max(off, abs(mass(session.world) - 1.0))
        if session.world.state.gone:
            break
    return session, events, off


# ------------------------------------------------------------------ the map
def test_the_lint_and_the_search_for_dead_ends_have_nothing_to_say() -> None:
    assert check([MAP]) == []
    assert list(findings(load(MAP))) == []


def test_the_vat_is_round_and_railed_all_about(edge: Level) -> None:
    ground = edge.ground
    ys, xs = np.nonzero(ground.pit)
    assert (xs.min() / 2, xs.max() / 2 + 0.5, ys.min() / 2, ys.max() / 2 + 0.5) == (14.0, 22.0, 6.0, 14.0)
    far = np.hypot(xs / 2 + 0.25 - 18, ys / 2 + 0.25 - 10)
    assert far.max() < 4.6
    rails = [p for p in edge.props if PROPS[p.kind].material == "rail"]
    assert len(rails) == 16
    corners = {(round(p.x, 2), round(p.y, 2)) for p in edge.props}
    assert len(corners) == len(edge.props), "two props share a corner: their blocks would share a material"
    for side in ([p for p in rails if p.turn == 0 and p.y < 10], [p for p in rails if p.turn == 90 and p.x < 18]):
        line = sorted(side, key=lambda p: (p.x, p.y))
        for a, b in pairwise(line):
            assert (b.x - a.x - a.w, b.y - a.y - a.h) in {(0.0, -a.h), (-a.w, 0.0)}


def test_nobody_walks_to_the_steel_but_everywhere_else(edge: Level) -> None:
    ground = edge.ground
    near = reachable(ground.walk, edge.start.x, edge.start.y)
    assert near.sum() == ways_of(ground).walk.sum(), "there is floor that nobody can reach"
    assert not (ground.walk & ground.pit).any()
    for s in edge.spawns:
        assert beside(near, s.x, s.y, 0.5), s.name


def test_two_strangers_and_a_boy_with_one_grenade(edge: Level) -> None:
    assert {s.name: s.team for s in edge.spawns} == {"john": "ward", "t1000": "hunter"}
    begin = next(t for t in edge.triggers if t.name == "begin")
    given = [(e.kind, e.n) for e in begin.do if type(e).__name__ == "GiveItem"]
    assert ("grenade", 1) in given
    session = Session(edge, 1)
    session.step({})
    gear = session.world.state.gear[session.player]
    assert gear.rounds["grenade"] + gear.spare["grenade"] == 1


def test_it_is_done_when_nothing_is_left_of_it(edge: Level) -> None:
    assert [o.done for o in edge.objectives] == [Gone("t1000")]
    assert {d.name for d in edge.ground.devices if "counter" in d.tags} == {"gate_lever", "steam_valve", "crane_ram"}


def test_the_boys_place_has_one_way_in_and_that_is_narrow(edge: Level) -> None:
    ground: Ground = edge.ground
    behind = ground.zone("behind")
    assert behind is not None
    x, y = behind.middle
    assert ground.free(x, y)
    walk = ground.walk.copy()
    walk[int((y - 1.5) * 2) : int((y + 1.5) * 2), 21:24] = 0  # whoever stands in the gap
    assert reachable(walk, x, y).sum() < 12


def test_steam_ends_by_itself(edge: Level) -> None:
    session = Session(edge, 1, pursuer="none")
    world = session.world
    session.step({})
    steam = next(h for h in world.hazards if h.kind == "steam")
    valve = next(d for d in edge.ground.devices if d.name == "steam_valve")
    assert not steam.on(world)
    world.state.due.append(("use", world.player, *valve.middle))
    session.step({})
    assert steam.on(world)
    for _ in range(310):
        session.step({})
    assert not steam.on(world)


def test_both_lights_meet(edge: Level) -> None:
    warm = [p for p in edge.lamps if p.colour[0] > p.colour[2] + 0.2]
    cold = [p for p in edge.lamps if p.colour[2] > p.colour[0] + 0.1]
    assert max(warm, key=lambda p: p.radius * p.power).kind == "furnace"
    assert len(cold) >= 4


# ------------------------------------------------------------------ the end
def test_it_ends_in_molten_steel_after_a_grenade_and_its_mass_adds_up(edge: Level) -> None:
    for seed in SEEDS:
        session, events, off = played(edge, seed)
        state = session.world.state
        assert off < 1e-6
        assert state.gone == ["t1000"]
        assert state.last_hit == "grenade"
        assert state.melted == pytest.approx(1.0, abs=1e-6)
        order = [type(e) for e in events]
        assert order.index(ev.Embedded) < order.index(ev.RailTorn) <= order.index(ev.Burst) < order.index(ev.Melting)
        assert order.index(ev.Melting) < order.index(ev.Gone)


def test_without_triggers_it_ends_the_same_way(edge: Level) -> None:
    """A map without triggers: what folds, flings, bursts and melts it is combat."""
    session, _, off = played(bare(edge), SEEDS[0])
    assert session.world.state.gone == ["t1000"]
    assert session.world.state.last_hit == "grenade"
    assert off < 1e-6
    assert not session.outcome


def test_who_only_stands_there_does_not_win(edge: Level) -> None:
    session = Session(edge, 3)
    for _ in live(session, "idle", 2 * edge.par):
        pass
    assert session.outcome != "won"
    assert session.world.state.gone == []
    assert mass(session.world) == pytest.approx(1.0, abs=1e-6)
