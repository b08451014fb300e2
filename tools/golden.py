"""Records the golden replays anew: run it on purpose, in the commit that changes how the game plays, and say there why."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.lab.run import run
from game.level.load import load

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "replays"


@dataclass(frozen=True, kw_only=True)
class Golden:
    """A run worth pinning: its file's name, and who plays what under which seed."""

    name: str
    level: str
    bot: str = "base"
    pursuer: str = "t1000"
    difficulty: str = "standard"
    seed: int = 0
    ticks: int = 3600
    retries: int = 0


GOLDENS = (
    Golden(name="yard_hunted", level="yard", seed=0),
    Golden(name="yard_gentle", level="yard", difficulty="gentle", seed=3),
    Golden(name="yard_alone", level="yard", pursuer="none", seed=1),
    Golden(name="yard_lost_and_retried", level="yard", bot="idle", seed=2, ticks=7200, retries=1),
)


def main(words: Sequence[str] | None = None) -> None:
    """Record every golden run, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(g.name for g in GOLDENS)}; all of them"
    )
    names = parser.parse_args(words).names
    odd = set(names) - {g.name for g in GOLDENS}
    if odd:
        parser.error(f"there is no golden run {', '.join(sorted(odd))}")
    FOLDER.mkdir(exist_ok=True)
    for g in (g for g in GOLDENS if not names or g.name in names):
        file = FOLDER / f"{g.name}.replay"
        how: dict[str, Any] = {"bot": g.bot, "pursuer": g.pursuer, "difficulty": g.difficulty}
        told = run(load(g.level), seed=g.seed, ticks=g.ticks, retries=g.retries, record=str(file), name=g.level, **how)
        print(f"{file.name}: {told['ticks']} ticks, {told['outcome']}, {file.stat().st_size} bytes, {told['digest']}")


if __name__ == "__main__":
    main()
