"""Decals: every picture that may lie on the ground."""

from tools.paint.graffiti import GRAFFITI
from tools.paint.litter import LITTER, MORE_LITTER
from tools.paint.output import Folder
from tools.paint.roadside import ROADSIDE
from tools.paint.slag import FOUNDRY
from tools.paint.stains import STAINS

DECALS = STAINS | LITTER | MORE_LITTER | FOUNDRY | ROADSIDE | GRAFFITI


def paint_decals(folder: Folder) -> None:
    """Paint assets/decals."""
    for name, painter in DECALS.items():
        folder.picture(f"decals/{name}.png", painter())
