"""The recipes: for each cue a small function (dice) -> sound; a cue's row in game/content/cues.py says how loud it becomes."""

from collections.abc import Callable
from functools import cache

from game.content.cues import CUES
from tools.compose.loudness import finish
from tools.compose.recipes import (
    cards,
    doors,
    hazards,
    machine,
    people,
    places,
    screens,
    steps,
    things,
    vehicles,
    weapons,
)
from tools.compose.tone import Dice, Sound, dice

Recipe = Callable[[Dice], Sound]
RECIPES: dict[str, Recipe] = {
    name: recipe
    for part in (steps, machine, weapons, doors, things, people, hazards, vehicles, places, screens, cards)
    for name, recipe in part.RECIPES.items()
}


@cache
def rendered(name: str, take: int = 0) -> Sound:
    """Return one finished take of a cue."""
    cue = CUES[name]
    return finish(RECIPES[name](dice(name, take)), cue.lufs, loop=bool(cue.loop), whole=name == "whistle")
