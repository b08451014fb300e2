"""The world of one run: records, grids, state, minds' memories; and the verbs that rules and effects are made of.

Read from the ground up: places.py (who is where), ears.py (what is heard), story.py (what happens).
"""

from game.sim.places import Grids
from game.sim.story import Story

__all__ = ["Grids", "World"]


class World(Story):
    """All that the rules read and write. A level's facts come in as plain parts, so that sim never imports the reader."""
