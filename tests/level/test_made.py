"""Made levels: the same for the same number, all of them playable, none won by standing about; splits share no map."""

from typing import Any

import pytest

from game.agent.command import SCAN, Command, toward
from game.agent.legs import Legs, walk_to
from game.agent.percept import Percept
from game.content.missions import MISSIONS
from game.core.dice import Dice
from game.core.paths import ways_of
from game.lab.envs.solo import Escort
from game.lab.run import run
from game.level.data import LevelError
from game.level.load import load
from game.level.made import SCENARIOS, SPLITS, drawn
from game.level.made.scenarios import level_of


@pytest.mark.parametrize("word", SCENARIOS)
def test_a_scenario_is_the_same_each_time_and_another_on_another_map(word: str) -> None:
    first = load(f"{word}/3")
    level_of.cache_clear()
    again, other = load(f"{word}/3"), load(f"{word}/4")
    assert first.hash == again.hash != other.hash
    assert (first.ground.wall == again.ground.wall).all()
    assert first.spawns == again.spawns
    assert first.id == f"{word}/3"


def scans(percept: Percept, memory: dict[str, Any], dice: Dice) -> Command:
    """Walk up to one after the other and look at each for three seconds."""
    done: list[int] = memory.setdefault("done", [])
    legs: Legs = memory.setdefault("legs", Legs())
    left = [t for t in percept.tracks if t.face not in done and t.look]
    if not left:
        rooms = percept.ground.tagged("room")
        return walk_to(percept, legs, dice, rooms[percept.tick // 300 % len(rooms)].middle)
    it = min(left, key=lambda t: t.distance)
    if it.distance > 3.0:
        return walk_to(percept, legs, dice, (it.x, it.y))
    memory["looks"] = memory.get("looks", 0) + 1
    if memory["looks"] > 30:
        memory["looks"] = 0
        done.append(it.face)
    return toward(0.0, 0.0, held=SCAN, aim=(it.x - percept.me.x, it.y - percept.me.y))


SENSIBLE = {"unmask": f"{__name__}:scans"}  # base looks at nobody while there is no boy to guard


@pytest.mark.parametrize("word", SCENARIOS)
def test_a_sensible_player_wins_where_one_who_stands_about_does_not(word: str) -> None:
    bot = SENSIBLE.get(word, "base")
    won = [run(load(f"{word}/{n}"), bot=bot, seed=n)["outcome"] == "won" for n in range(4)]
    idle = [run(load(f"{word}/{n}"), bot="idle", seed=n)["outcome"] == "won" for n in range(4)]
    assert sum(won) >= 3
    assert sum(idle) < sum(won)


@pytest.mark.parametrize("word", SCENARIOS)
def test_everybody_can_be_reached(word: str) -> None:
    for n in range(12):
        level = load(f"{word}/{n}")
        field = ways_of(level.ground).to(level.start.x, level.start.y)
        assert all(field.distance(s.x, s.y) < 80.0 for s in level.spawns)
        row = SCENARIOS[word]
        for spot, (_, _, _, least, _, _) in zip(level.spawns, row.people, strict=True):
            assert field.distance(spot.x, spot.y) >= least


def test_splits_share_no_map_and_a_seed_draws_one() -> None:
    assert not {*SPLITS["train"]} & {*SPLITS["held_out"]}
    for split, maps in SPLITS.items():
        names = {drawn("find", split, seed) for seed in range(300)}
        assert len(names) > 100
        assert {int(name.partition("/")[2]) for name in names} <= {*maps}
    assert not {*SCENARIOS} & {m.id for m in MISSIONS}


def test_an_environment_plays_another_map_with_each_seed() -> None:
    env = Escort("find", split="held_out")
    levels = {env.reset(seed=n)[1]["level"] for n in range(6)}
    assert len(levels) > 3
    assert all(int(name.partition("/")[2]) >= 1000 for name in levels)
    moment = env.save()
    env.reset(seed=99)
    _, info = env.load(moment)
    assert info["level"] == drawn("find", "held_out", 5)


@pytest.mark.parametrize("name", ["find/x", "find/-1", "find/1000000", "find/1/2", "find/"])
def test_a_map_that_cannot_be_is_refused_in_words(name: str) -> None:
    with pytest.raises(LevelError, match="no such map"):
        load(name)
