"""The bots beside base: each plays by the same rules and is what it says that it is; anybody's function may sit in a seat."""

import msgspec
import pytest

from game.agent.command import IDLE, RUN, Command, checked, toward
from game.agent.percept import Noise, Percept
from game.bots import captions, expert, monkey
from game.bots.nerves import PRACTISED, SENSIBLE, after
from game.core.compass import EIGHT, SIXTEEN
from game.core.dice import Dice
from game.core.trouble import Trouble
from game.lab.policy import policy
from game.lab.run import run
from game.level.load import load
from game.session import Session


def east(percept: Percept, memory: dict[str, int], _dice: Dice) -> Command:
    """Run east, and count the looks."""
    memory["looks"] = memory.get("looks", 0) + 1
    return toward(1.0, 0.0, RUN)


def silly(_percept: Percept, _memory: dict[str, int], _dice: Dice) -> int:
    return 3


@pytest.mark.parametrize("bot", ["expert", "novice", "captions", "monkey", f"{__name__}:east"])
def test_a_bot_plays_the_same_run_twice(bot: str) -> None:
    level = load("yard")
    first, second = (run(level, bot=bot, seed=2, ticks=600) for _ in range(2))
    assert first["digest"] == second["digest"]
    assert first["digest"] != run(level, bot="base", seed=2, ticks=600)["digest"]


def test_the_slowest_of_an_expert_is_quicker_than_the_quickest_of_base() -> None:
    for name in ("reads", "startled", "hands", "finger", "disbelief", "aware"):
        least, more = getattr(PRACTISED, name)
        assert least + more <= getattr(SENSIBLE, name)[0], name
    assert expert.memory().nerves is PRACTISED
    dice = Dice(3)
    assert {after((4, 3), dice) for _ in range(60)} == {4, 5, 6}


def test_a_policy_may_hunt() -> None:
    level = load("yard")
    runs = [run(level, bot="idle", pursuer=p, seed=1, ticks=400) for p in ("t1000", f"{__name__}:east")]
    assert runs[0]["digest"] != runs[1]["digest"]
    assert runs[1]["pursuer"].endswith(":east")


def test_what_is_no_policy_is_refused_in_words() -> None:
    for name in ("nobody", "nowhere.at_all:x", f"{__name__}:nothing", f"{__name__}:RUN"):
        with pytest.raises(Trouble, match=r"unknown|cannot be loaded|no function"):
            policy(name)
    with pytest.raises(Trouble, match="must return a Command"):
        run(load("yard"), bot=f"{__name__}:silly", ticks=60)


def test_the_monkey_says_only_what_a_command_can_say() -> None:
    session = Session(load("yard"), 1)
    while (percept := session.percept(session.seat)) is None:
        session.step({})
    dice, memory, said = Dice(5), monkey.MonkeyMemory(), set()
    for _ in range(3000):
        said.add(checked(monkey.decide(percept, memory, dice)))
    assert {c.order for c in said} == set(range(8))
    assert IDLE not in said


def test_a_caption_points_one_of_eight_ways_and_whole_steps() -> None:
    session = Session(load("yard"), 1)
    while (percept := session.percept(session.seat)) is None:
        session.step({})
    me = percept.me
    noises = tuple(Noise(float(k), "step", me.x + 7.3, me.y + 1.1) for k in range(3, 9))
    read = captions.read(msgspec.structs.replace(percept, noises=noises))
    assert [n.level for n in read] == [8.0, 7.0, 6.0]
    assert all((n.x - me.x, n.y - me.y) == (pytest.approx(6.0), 0.0) for n in read)


def test_the_compass_is_round() -> None:
    assert len({*SIXTEEN}) == 16
    assert all(x * x + y * y == pytest.approx(1.0) for x, y in SIXTEEN)
    assert EIGHT[0] == (1.0, 0.0)
    assert EIGHT[2] == (0.0, 1.0)
