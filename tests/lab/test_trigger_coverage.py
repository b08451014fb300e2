"""Every trigger of a level fires in some run: where nobody hunts if it can, and else in a hunt."""

import pytest

from game.level.data import Level
from game.level.load import load
from game.session import Session
from tools.triggers import bot_run, coverage, note, tours

# Triggers that only the hunter's choices can set off, and why. Objectives have another way round each of them.
HUNTERS = {
    "yard": {"seen": "the hunter makes out John"},
    "closing_time": {
        "glass": "the officer is seen through the food court's glass, before John is found",
        "hunted": "the hunter makes out John",
        "found_late": "it does so before the photograph is matched",
        "proof": "the hunter is in a shot",
    },
}
# In no run at all: who of `on shot` is the one who fires, and the T-1000 carries no gun that it uses.
HUNTS = 8  # seeds, at most


def alone(level: Level) -> set[str]:
    """Return the names of the triggers that fire without a hunter."""
    fired = set(bot_run(level, 0, "none").world.state.fired)
    for session in tours(level, fired, pursuers=("none",)):
        fired |= set(session.world.state.fired)
    return {t.name for t in level.triggers if t.id in fired}


def dawdled(level: Level, seed: int, ticks: int = 3600) -> Session:
    """Live a run in which nobody is at the player's seat: the hunter finds the boy first."""
    session = Session(level, seed)
    while not session.outcome and session.world.tick < ticks:
        session.step()
    return session


def hunted(level: Level, wanted: set[str]) -> set[str]:
    """Return those of some triggers that fire in hunts: the bot's, and the tourist's."""
    names, found = {t.id: t.name for t in level.triggers}, set[str]()
    for seed in range(HUNTS):
        fired = set(bot_run(level, seed).world.state.fired)
        for session in tours(level, {t.id for t in level.triggers if t.name not in wanted - found}, seed, ("t1000",)):
            fired |= set(session.world.state.fired)
        fired |= set(dawdled(level, seed).world.state.fired)
        found |= {names[i] for i in fired} & wanted
        if found == wanted:
            break
    return found


def test_every_trigger_of_the_yard_fires() -> None:
    level = load("yard")
    found = coverage(level, range(2))
    assert [t.name for t in level.triggers if t.id not in found] == []
    assert set(HUNTERS["yard"]) == {t.name for t in level.triggers} - alone(level)


@pytest.mark.slow
def test_every_trigger_of_the_mall_that_needs_no_hunter_fires_without_one() -> None:
    level = load("closing_time")
    assert {t.name for t in level.triggers} - alone(level) == set(HUNTERS["closing_time"])


@pytest.mark.slow
def test_the_other_triggers_of_the_mall_fire_in_a_hunt() -> None:
    wanted = set(HUNTERS["closing_time"])
    assert wanted - hunted(load("closing_time"), wanted) == set()


def test_the_first_run_that_sets_a_trigger_off_is_noted() -> None:
    level = load("yard")
    session = bot_run(level, 0, "none")
    found = {}
    note(found, "one", session)
    note(found, "two", session)
    assert {first.run for first in found.values()} == {"one"}
    assert found[level.triggers[0].id].tick == 0
