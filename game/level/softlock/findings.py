"""The search's report as findings of the lint, code `softlock`."""

from collections.abc import Iterator

from game.level.data import Level
from game.level.rules.doubt import Doubt, error, warning
from game.level.softlock.search import search

HINT = "give the other side a lever, let the door go back by itself, or do not shut it there"


def findings(level: Level) -> Iterator[Doubt]:
    """Yield a finding for each way into a dead end and each objective that no run can do."""
    report = search(level)
    if not report.whole:
        yield warning("softlock", f"not all states were searched, only {report.states}", "use fewer doors and flags")
    for trace in report.dead:
        yield error("softlock", f"no ending can be reached: {trace}", HINT)
    for name in report.never:
        yield error("softlock", f"no run can do the objective {name}", "see what it asks for, and what shows it")
