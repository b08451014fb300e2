"""Furniture and cargo: one row a kind; footprint, height, cover and picture follow from it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Prop:
    """A thing that stands about.

    w, h      footprint in metres at turn 0; a map may stretch it
    tall      metres: under 1.2 a standing body shoots over it; from 1.5 on it stops sight
    solid     stops bodies
    material  what a shot does to it: steel, wood, glass, card, plant, stone
    sprite    name of its picture in assets/props
    shine     0..1: how far it lights itself
    """

    id: str
    w: float
    h: float
    tall: float
    solid: bool = True
    material: str = "steel"
    sprite: str = ""
    shine: float = 0.0


PROPS: dict[str, Prop] = {
    p.id: p
    for p in (
        Prop(id="truck", w=7.0, h=2.6, tall=3.4),
        Prop(id="crates", w=1.5, h=1.2, tall=1.6, material="wood"),
        Prop(id="dumpster", w=2.0, h=1.2, tall=1.4),
        Prop(id="pallet", w=1.2, h=1.0, tall=0.6, material="wood"),
        Prop(id="drum", w=0.8, h=0.8, tall=0.9),
        Prop(id="bollard", w=0.4, h=0.4, tall=0.9, material="stone"),
        Prop(id="barrier", w=1.5, h=0.4, tall=0.9, material="stone"),
        Prop(id="shelf", w=2.0, h=0.6, tall=2.0, material="card"),
        Prop(id="desk", w=1.6, h=0.8, tall=0.8, material="wood"),
        Prop(id="lockers", w=2.0, h=0.5, tall=1.9),
        Prop(id="fridge", w=1.0, h=0.9, tall=1.9, shine=0.15),
        Prop(id="conveyor", w=4.0, h=1.0, tall=0.9),
        Prop(id="generator", w=2.6, h=1.4, tall=1.5),
        Prop(id="forklift", w=1.9, h=1.1, tall=2.0),
    )
}
