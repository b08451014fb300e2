"""A bot in twenty lines: go to whatever the screen points at, and scan whoever is near; then how often it wins."""

from typing import Any

from game.agent.command import RUN, SCAN, Command, toward
from game.agent.legs import Legs, walk_to
from game.agent.percept import Percept
from game.core.dice import Dice
from game.lab.run import run
from game.level.load import load

NAME = "tools.examples.my_bot:decide"


def decide(percept: Percept, memory: dict[str, Any], dice: Dice) -> Command:
    """Return what the T-800 does for the next tenth of a second."""
    legs = memory.setdefault("legs", Legs())
    near = min(percept.tracks, key=lambda t: t.distance, default=None)
    if near is not None and near.distance < 2.0 and percept.tick % 120 < 30:
        return toward(0.0, 0.0, held=SCAN, aim=(near.x - percept.me.x, near.y - percept.me.y))
    if percept.goal is not None and percept.goal.known:
        return walk_to(percept, legs, dice, (percept.goal.x, percept.goal.y), gait=RUN)
    rooms = percept.ground.tagged("room")
    place = rooms[percept.tick // 600 % len(rooms)].middle if rooms else (percept.me.x, percept.me.y)
    return walk_to(percept, legs, dice, place, gait=RUN)


def main(maps: int = 10) -> int:
    """Play the escort scenario on some maps, and return how many were won."""
    won = [run(load(f"escort/{n}"), bot=NAME, seed=n)["outcome"] for n in range(maps)].count("won")
    print(f"{NAME}: {won} of {maps} won; look at one with: python -m game run escort/0 --bot {NAME}")
    return won


if __name__ == "__main__":
    main()
