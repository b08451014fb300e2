"""A pytest plugin for tests of minds, bots and levels: installed with the game, and nothing of it until a test asks for it.

Fixtures run_scenario, assert_wins, assert_never; marker scenario(level, seeds=…, bot=…, …) with the fixture scenario_run.
A run that fails is played once more, recorded, and the command line that shows it is printed: the same seed is the same run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

LEAST = 0.9  # share of wins that assert_wins wants where nothing else is said
SEEDS = range(10)
FOLDER = "replays"  # below pytest's own cache
HELP = (
    "scenario(level, seeds=range(10), bot='base', pursuer='t1000', difficulty='standard', ticks=0): "
    "play a level once for each seed; the fixture scenario_run is the run's report"
)
RUNS: pytest.StashKey[list[tuple[str, dict[str, Any]]]] = pytest.StashKey()
Never = str | Callable[[Any], bool]


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", HELP)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the folder of failing runs be chosen."""
    parser.addoption("--replays", metavar="DIR", default="", help="folder for the replays of failing runs of the game")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one test of each seed that the marker names."""
    marker = metafunc.definition.get_closest_marker("scenario")
    if marker and "scenario_run" in metafunc.fixturenames:
        metafunc.parametrize(
            "scenario_run", list(marker.kwargs.get("seeds", SEEDS)), indirect=True, ids="seed{}".format
        )


class Scenarios:
    """Plays for one test, and remembers what it played."""

    def __init__(self, node: pytest.Item) -> None:
        self._played = node.stash.setdefault(RUNS, [])

    def run(self, level: str, *, watch: Callable[[Any], None] | None = None, **how: Any) -> dict[str, Any]:
        """Play one run and return its report; `how`: seed, bot, pursuer, difficulty, ticks, retries."""
        from game.lab.run import run
        from game.level.load import load

        self._played.append((level, how))
        return run(load(level), name=level, watch=watch, **how)

    def wins(self, level: str, *, seeds: Iterable[int] = SEEDS, least: float = LEAST, **how: Any) -> None:
        """Fail where fewer than a share of the seeds is won."""
        lost = []
        many = list(seeds)
        for seed in many:
            result = self.run(level, seed=seed, **how)
            if result["outcome"] == "won":
                self._played.pop()
            else:
                lost.append((seed, result["reason"] or result["outcome"]))
        if len(many) - len(lost) < least * len(many):
            pytest.fail(f"{level}: {len(many) - len(lost)} of {len(many)} won, {least:.0%} wanted; lost: {lost}", False)
        del self._played[len(self._played) - len(lost) :]

    def never(self, level: str, what: Never, *, seeds: Iterable[int] = SEEDS, **how: Any) -> None:
        """Fail where something happens: an event key, the words of a `when`, or a function of the session."""
        holds = asked(what)
        for seed in seeds:
            first: list[int] = []

            def look(session: Any, first: list[int] = first) -> None:
                if not first and holds(session):
                    first.append(session.world.tick)

            result = self.run(level, seed=seed, watch=look, **how)
            at = result["events"].get(what) if isinstance(what, str) else None
            if first or at:
                pytest.fail(f"{level} seed {seed}: {what} happens at tick {at or first[0]}", False)
            self._played.pop()


def asked(what: Never) -> Callable[[Any], bool]:
    """Return what to ask of a session after each tick; an event key is read off the report instead."""
    from game.content.keys import KEYS
    from game.level.words import parse_when

    if not isinstance(what, str):
        return what
    if what in {key.id for key in KEYS}:
        return lambda _: False
    condition = parse_when(what)
    return lambda session: bool(condition.holds(session.world))


@pytest.fixture
def run_scenario(request: pytest.FixtureRequest) -> Callable[..., dict[str, Any]]:
    """Play one run and give its report: `run_scenario("find/3", bot="base", seed=1)`."""
    return Scenarios(request.node).run


@pytest.fixture
def assert_wins(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Want a share of seeds to be won: `assert_wins("find/3", bot="my.bots:decide", seeds=range(20), least=.8)`."""
    return Scenarios(request.node).wins


@pytest.fixture
def assert_never(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Want something not to happen: `assert_never("guard/3", "held john", seeds=range(20))`."""
    return Scenarios(request.node).never


@pytest.fixture
def scenario_run(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The report of the marker's level, once for each of its seeds."""
    marker = request.node.get_closest_marker("scenario")
    if marker is None or not marker.args:
        pytest.fail("scenario_run needs the marker: @pytest.mark.scenario('find/3')", False)
    how = {word: value for word, value in marker.kwargs.items() if word != "seeds"}
    return Scenarios(request.node).run(marker.args[0], seed=getattr(request, "param", 0), **how)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Record the last run of a test that failed, and say how to look at it."""
    report = yield
    played = item.stash.get(RUNS, [])
    if report.when == "call" and report.failed and played:
        level, how = played[-1]
        report.sections.append(("the run", recorded(item, level, how)))
    return report


def recorded(item: pytest.Item, level: str, how: dict[str, Any]) -> str:
    """Play a run once more into a replay and return the command line that shows it."""
    from game.lab.run import run
    from game.level.load import load

    folder = Path(item.config.getoption("--replays") or item.config.rootpath / ".pytest_cache" / FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / (re.sub(r"[^A-Za-z0-9_.-]+", "_", f"{item.name}-{level}-{how.get('seed', 0)}") + ".replay")
    run(load(level), name=level, record=str(file), **how)
    words = " ".join(f"--{name} {value}" for name, value in how.items())
    return f"python -m game replay {file}\npython -m game run {level} {words}".rstrip()
