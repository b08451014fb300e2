"""What was held when the player came into another body: it was meant for the one before, until it is pressed anew or held on."""

from collections.abc import Iterable

from game.controls.inputs import Pair
from game.controls.sources import settled

MEANT_AFTER = 30  # ticks: who has seen in whose body he is, and holds on all the same, means it

STILL: Pair = (0.0, 0.0)


class HeldOver:
    """Keeps which inputs do not count yet."""

    def __init__(self) -> None:
        self.inputs: set[str] = set()
        self._stick = False
        self._left = 0

    def begin(self, held: Iterable[str], stick: Pair) -> None:
        """Another body: what is held, and the way of the left stick, count for nothing for a while."""
        self.inputs, self._stick, self._left = set(held), settled(*stick) != STILL, MEANT_AFTER

    def touched(self, inputs: Iterable[str]) -> None:
        """Inputs went down or up: from now on they count."""
        self.inputs.difference_update(inputs)

    def tick(self, stick: Pair) -> Pair:
        """Live a tick; return the stick's way as far as it counts."""
        self._left = max(0, self._left - 1)
        self._stick = self._stick and settled(*stick) != STILL
        if not self._left:
            self.inputs.clear()
            self._stick = False
        return STILL if self._stick else stick
