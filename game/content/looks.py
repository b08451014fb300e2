"""What people look like: one row a look; the painter's costume has the same name in tools/paint."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Look:
    """A person's appearance, which a T-1000 may copy.

    sheet  name of the painted sheet in assets/people
    role   what others take it for
    name   what a caption calls it
    glow   least brightness it is drawn with (heroes high, extras low)
    """

    id: str
    sheet: str
    role: str
    name: str
    glow: float = 0.23


LOOKS: dict[str, Look] = {
    r.id: r
    for r in (
        Look(id="t800", sheet="t800", role="t800", name="T-800", glow=0.46),
        Look(id="john", sheet="john", role="john", name="JOHN", glow=0.5),
        Look(id="officer", sheet="t1000", role="police", name="OFFICER", glow=0.4),
        Look(id="chrome", sheet="chrome", role="machine", name="IT", glow=0.4),
        Look(id="packer_a", sheet="civ1", role="packer", name="PACKER"),
        Look(id="packer_b", sheet="civ2", role="packer", name="PACKER"),
        Look(id="driver", sheet="civ3", role="driver", name="DRIVER"),
        Look(id="clerk", sheet="civ4", role="clerk", name="CLERK"),
        Look(id="constable", sheet="cop", role="police", name="OFFICER"),
        Look(id="guard", sheet="guard", role="guard", name="GUARD"),
        Look(id="shopper_a", sheet="shopper1", role="shopper", name="SHOPPER"),
        Look(id="shopper_b", sheet="shopper2", role="shopper", name="SHOPPER"),
        Look(id="shopper_c", sheet="shopper3", role="shopper", name="SHOPPER"),
        Look(id="shopper_d", sheet="shopper4", role="shopper", name="SHOPPER"),
        Look(id="shopper_e", sheet="shopper5", role="shopper", name="SHOPPER"),
        Look(id="shopper_f", sheet="shopper6", role="shopper", name="SHOPPER"),
        Look(id="teen_a", sheet="teen1", role="teen", name="TEEN"),
        Look(id="teen_b", sheet="teen2", role="teen", name="TEEN"),
        Look(id="teen_c", sheet="teen3", role="teen", name="TEEN"),
        Look(id="assistant_a", sheet="clerk1", role="clerk", name="CLERK"),
        Look(id="assistant_b", sheet="clerk2", role="clerk", name="CLERK"),
        Look(id="cook", sheet="cook", role="cook", name="COOK"),
        Look(id="porter", sheet="porter", role="porter", name="PORTER"),
        Look(id="cleaner", sheet="cleaner", role="cleaner", name="CLEANER"),
        Look(id="parent_a", sheet="parent1", role="shopper", name="MOTHER"),
        Look(id="parent_b", sheet="parent2", role="shopper", name="FATHER"),
        Look(id="sarah", sheet="sarah", role="sarah", name="SARAH", glow=0.45),
        Look(id="worker_a", sheet="worker1", role="worker", name="WORKER"),
        Look(id="worker_b", sheet="worker2", role="worker", name="WORKER"),
        Look(id="worker_c", sheet="worker3", role="worker", name="WORKER"),
    )
}
LOOK_IDS = tuple(LOOKS)
LOOK_INDEX = {name: i for i, name in enumerate(LOOK_IDS)}
