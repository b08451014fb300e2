"""The hot slabs of the mill's rolls burn whoever presses against them, and nobody who walks by."""

import pytest

from game.level.load import load
from game.session import Session

AWAY = 0.3  # metres from a slab's edge to the middle of a boy who leans on it


@pytest.mark.parametrize(("from_edge", "burns"), [(AWAY, True), (0.8, False)])
def test_a_slab_burns_who_leans_on_it(from_edge: float, burns: bool) -> None:
    session = Session(load("melt"), 0)
    world, b = session.world, session.world.b
    fires = [h for h in world.hazards if h.kind == "fire"]
    slabs = [p for p in session.level.props if p.kind == "slabs"]
    assert len(fires) == len(slabs) == 3
    slot, slab = world.slot("worker_rolls"), slabs[0]
    before = b.health[slot]
    for _ in range(40):
        b.x[slot], b.y[slot] = slab.x + slab.w / 2, slab.y + slab.h + from_edge
        session.step({})
    assert (b.health[slot] < before) is burns
