"""Props of the map: which stand and which can roll, how tall they are, and which painted picture is theirs."""

import numpy as np
import numpy.typing as npt

from game.content.props import PROPS
from game.level.data import Level, PropSpot
from game.sim.effects import DO
from game.view import assets
from game.view.pixels import METRE, hexc

BLOCKS = {
    "metal": "566b82",
    "wood": "875128",
    "glass": "4a7c9c",
    "card": "9c6d40",
    "plant": "2e6230",
    "stone": "747d88",
}
OUTLINE = hexc("090b12")


def vehicles(level: Level) -> list[PropSpot]:
    """Return the props that a trigger can set in motion: they are drawn live, not baked."""
    names = {str(getattr(e, "prop", "")) for t in level.triggers for e in t.do if isinstance(e, DO["vehicle"])}
    return [p for p in level.props if p.name and p.name in names]


def standing(level: Level) -> list[PropSpot]:
    """Return the props that never move and that nothing takes away."""
    moving = {p.id for p in vehicles(level)}
    return [p for p in level.props if p.id not in moving and not is_rail(p)]


def is_rail(spot: PropSpot) -> bool:
    """Say whether a blast can tear a prop away."""
    return spot.kind in PROPS and PROPS[spot.kind].material == "rail"


def height(spot: PropSpot) -> float:
    """Return how tall a prop is, in metres."""
    return PROPS[spot.kind].tall if spot.kind in PROPS else 1.0


def box_of(spot: PropSpot) -> tuple[float, float, float, float]:
    """Return a prop's footprint x0, y0, x1, y1 in pixels."""
    return spot.x * METRE, spot.y * METRE, (spot.x + spot.w) * METRE, (spot.y + spot.h) * METRE


def trunk_of(spot: PropSpot) -> tuple[float, float, float, float]:
    """Return what of a prop throws a shadow, as `box_of`."""
    half = PROPS[spot.kind].trunk / 2 if spot.kind in PROPS else 0.0
    if not half:
        return box_of(spot)
    x, y = spot.x + spot.w / 2, spot.y + spot.h / 2
    return (x - half) * METRE, (y - half) * METRE, (x + half) * METRE, (y + half) * METRE


def prop_picture(spot: PropSpot) -> npt.NDArray[np.uint8]:
    """Return the picture [h, w, 4] of a prop, to be laid with its middle on the footprint's middle."""
    row = PROPS.get(spot.kind)
    name = (row.sprite if row else "") or spot.kind
    for turned in (0, 90, 180, 270):  # a picture of another turn is better than none
        names = assets.variants(name, (spot.turn + turned) % 360)
        if names:
            picture = assets.rgba(names[spot.id % len(names)])
            if picture is not None:
                return np.ascontiguousarray(np.rot90(picture, turned // 90))
    return block(spot.w, spot.h, row.material if row else "metal")


def block(w: float, h: float, material: str) -> npt.NDArray[np.uint8]:
    """Return a bevelled block of w x h metres in the colour of a material."""
    pw, ph = max(4, round(w * METRE)), max(4, round(h * METRE))
    out = np.zeros((ph, pw, 4), np.uint8)
    out[...] = (*OUTLINE, 255)
    base = np.array(hexc(BLOCKS.get(material, BLOCKS["metal"])), np.float32)
    out[1:-1, 1:-1, :3] = base * 0.6
    out[1:-3, 1:-3, :3] = np.minimum(255, base * 1.25)
    out[3:-3, 3:-3, :3] = base
    return out
