"""What a tick costs with more and more people: made maps of rooms, as much floor for each, played by the base bot."""

import argparse
import json
import time
from dataclasses import replace
from typing import Any

import numpy as np

from game.core.dice import Dice, seed_of
from game.lab.seat import live
from game.level.data import Level, SpawnSpot
from game.level.made.rooms import office
from game.level.made.scenarios import SCENARIOS, level, point, roomy
from game.session import Session

PEOPLE = (50, 125, 250, 500)
FLOOR = 32.0  # square metres of map for each of them
WARM, TICKS, ROUNDS = 120, 900, 3
KINDS = ("shopper", "shopper", "shopper", "guard")
OURS = (("t800", "t800", "player"), ("john", "john", "ward"), ("t1000", "t1000", "hunter"))


def crowded(people: int, seed: int = 0) -> Level:
    """Make a map with so many bodies on it, the T-800, John and the T-1000 among them."""
    side = int((people * FLOOR) ** 0.5)
    ground, dice = office(seed, side, side), Dice(seed_of("people", people, seed))
    free = np.argwhere(roomy(ground))
    spots: list[SpawnSpot] = []
    taken: set[tuple[float, float]] = set()
    while len(spots) < people:
        x, y = point(free[dice.below(len(free))])
        if (x, y) in taken:
            continue
        taken.add((x, y))
        n = len(spots)
        name, kind, team = OURS[n] if n < len(OURS) else (f"p_{n}", KINDS[n % len(KINDS)], "civilian")
        form = f"shopper_{'abc'[n % 3]}" if kind == "shopper" else ""
        spots.append(SpawnSpot(id=n + 1, name=name, kind=kind, team=team, x=x, y=y, form=form))
    return level(replace(SCENARIOS["guard"], won="timer begin > 1000000", par=10_000), seed, ground, spots)


def measured(people: int, ticks: int) -> dict[str, Any]:
    """Return the ticks a CPU second, the best of ROUNDS stretches of a run, and what a tick costs for each body."""
    session = Session(crowded(people), 1)
    run = live(session, "base", WARM + ROUNDS * ticks)
    for _ in range(WARM):
        next(run)
    spent = []
    for _ in range(ROUNDS):
        began, n = time.process_time(), 0
        while n < ticks and next(run, None) is not None:
            n += 1
        if n == ticks:
            spent.append((time.process_time() - began) / n)
    tick = min(spent) if spent else float("nan")
    return {
        "people": people,
        "ticks_per_second": round(1 / tick),
        "tick_us": round(tick * 1e6),
        "us_a_body": round(tick * 1e6 / people, 2),
        "ended": session.outcome,
    }


def main() -> None:
    """Measure, and print a row each."""
    words = argparse.ArgumentParser(prog="python -m tools.bench_people", description=__doc__)
    words.add_argument("--people", type=int, nargs="+", default=PEOPLE)
    words.add_argument("--ticks", type=int, default=TICKS)
    said = words.parse_args()
    measured(PEOPLE[0], WARM)  # compiles
    for people in said.people:
        print(json.dumps(measured(people, said.ticks)), flush=True)


if __name__ == "__main__":
    main()
