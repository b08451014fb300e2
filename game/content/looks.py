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
        Look(id="t800", sheet="t800", role="t800", name="T-800", glow=0.36),
        Look(id="john", sheet="john", role="john", name="JOHN", glow=0.5),
        Look(id="officer", sheet="t1000", role="police", name="OFFICER", glow=0.4),
        Look(id="chrome", sheet="chrome", role="machine", name="IT", glow=0.4),
        Look(id="packer_a", sheet="civ1", role="packer", name="PACKER"),
        Look(id="packer_b", sheet="civ2", role="packer", name="PACKER"),
        Look(id="driver", sheet="civ3", role="driver", name="DRIVER"),
        Look(id="clerk", sheet="civ4", role="clerk", name="CLERK"),
    )
}
LOOK_IDS = tuple(LOOKS)
LOOK_INDEX = {name: i for i, name in enumerate(LOOK_IDS)}
