"""Levels that no file tells of: scenarios on made maps of rooms and doorways, as many as one likes."""

from game.level.made.scenarios import SCENARIOS, SPLITS, drawn, scenario

__all__ = ["SCENARIOS", "SPLITS", "drawn", "scenario"]
