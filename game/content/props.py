"""Furniture and cargo: one row a kind; footprint, height, cover and picture follow from it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Prop:
    """A thing that stands about.

    w, h      footprint in metres at turn 0; a map may stretch it
    tall      metres: under 1.2 a standing body shoots over it; from 1.5 on it stops sight
    solid     stops bodies
    material  what a shot does to it: steel, wood, glass, card, plant, stone; a rail gives way to a blast and to nothing else
    sprite    name of its picture in assets/props
    shine     0..1: how far it lights itself
    trunk     metres: what throws its shadow, where that is thinner than the whole; 0 the whole
    """

    id: str
    w: float
    h: float
    tall: float
    solid: bool = True
    material: str = "steel"
    sprite: str = ""
    shine: float = 0.0
    trunk: float = 0.0


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
        # a car park
        Prop(id="bike", w=2.0, h=0.8, tall=1.0),
        Prop(id="car", w=4.6, h=1.9, tall=1.4),
        Prop(id="cruiser", w=4.8, h=2.0, tall=1.4),
        Prop(id="van", w=5.0, h=2.2, tall=2.2),
        Prop(id="trolley", w=1.0, h=0.6, tall=1.0),
        Prop(id="shelter", w=2.6, h=0.8, tall=2.3, material="glass", shine=0.1),
        Prop(id="tree", w=1.0, h=1.0, tall=3.2, material="plant"),
        Prop(id="shrub", w=0.9, h=0.9, tall=1.0, material="plant"),
        # a mall's halls
        Prop(id="bench", w=2.0, h=0.6, tall=0.5, material="wood"),
        Prop(id="planter", w=2.0, h=2.0, tall=1.1, material="plant"),
        Prop(id="bin", w=0.6, h=0.6, tall=0.9),
        Prop(id="kiosk", w=2.0, h=1.5, tall=2.2, material="wood", shine=0.2),
        Prop(id="directory", w=1.6, h=0.5, tall=2.0, material="glass", shine=0.5),
        Prop(id="phones", w=1.5, h=0.5, tall=1.9, shine=0.15),
        Prop(id="vending", w=1.0, h=0.8, tall=1.9, shine=0.6),
        Prop(id="photobooth", w=1.6, h=1.0, tall=2.0, shine=0.25),
        Prop(id="fountain", w=5.0, h=5.0, tall=0.6, material="stone", shine=0.25),
        Prop(id="sculpture", w=2.0, h=2.0, tall=3.0),
        # its shops
        Prop(id="counter", w=2.5, h=0.9, tall=1.0, material="wood"),
        Prop(id="counter_pink", w=2.5, h=0.9, tall=1.0, material="glass", shine=0.45),
        Prop(id="counter_blue", w=2.5, h=0.9, tall=1.0, material="glass", shine=0.45),
        Prop(id="rack", w=1.8, h=0.6, tall=1.4, material="card"),
        Prop(id="stand", w=1.0, h=1.0, tall=1.1, material="wood"),
        Prop(id="mannequin", w=0.6, h=0.6, tall=1.4, material="card"),
        Prop(id="table", w=1.5, h=1.5, tall=0.75, material="wood"),
        Prop(id="stove", w=1.6, h=0.8, tall=0.9, shine=0.1),
        # its arcade
        Prop(id="arcade", w=0.8, h=0.9, tall=1.8, material="wood", shine=0.8),
        Prop(id="change", w=0.8, h=0.6, tall=1.7, shine=0.4),
        Prop(id="pool", w=2.4, h=1.4, tall=0.9, material="wood"),
        # behind the walls
        Prop(id="sofa", w=2.0, h=0.9, tall=0.8, material="card"),
        Prop(id="console", w=2.0, h=0.7, tall=1.1, shine=0.5),
        Prop(id="toolbench", w=2.0, h=0.8, tall=0.9, material="wood"),
        Prop(id="stall", w=1.2, h=1.4, tall=2.0),
        Prop(id="compactor", w=3.0, h=2.0, tall=2.2),
        Prop(id="boiler", w=2.0, h=1.6, tall=2.3, shine=0.05),
        Prop(id="tank", w=1.5, h=1.5, tall=2.2),
        # a mill
        Prop(id="rail", w=2.0, h=0.25, tall=1.0, material="rail"),
        Prop(id="vat", w=8.8, h=8.8, tall=0.3, solid=False),
        Prop(id="ladle", w=2.4, h=2.4, tall=2.4, shine=0.3),
        Prop(id="ingot", w=1.4, h=0.7, tall=0.6, shine=0.75),
        Prop(id="mould", w=1.0, h=1.0, tall=0.8, shine=0.7),
        Prop(id="pipes", w=4.0, h=0.7, tall=0.9),
        Prop(id="rolls", w=3.0, h=2.0, tall=1.2, shine=0.05),
        Prop(id="slabs", w=1.6, h=1.2, tall=0.7, shine=0.85),
        Prop(id="coil", w=1.4, h=1.4, tall=1.3),
        Prop(id="coolbed", w=4.0, h=1.4, tall=0.9),
        Prop(id="hotbed", w=4.0, h=1.4, tall=0.9, shine=0.4),
        Prop(id="furnace", w=4.0, h=3.0, tall=2.6, material="stone", shine=0.15),
        Prop(id="cage", w=2.0, h=1.0, tall=1.9),
        Prop(id="press", w=3.0, h=2.4, tall=2.6),
        Prop(id="gear", w=2.6, h=2.6, tall=1.1),
        Prop(id="motor", w=2.0, h=1.4, tall=1.3),
        Prop(id="flywheel", w=5.2, h=5.2, tall=0.3, solid=False),
        Prop(id="piston", w=4.0, h=1.2, tall=0.3, solid=False),
        Prop(id="belt", w=4.0, h=0.9, tall=0.3, solid=False),
        Prop(id="boilerhouse", w=5.6, h=3.2, tall=0.3, solid=False, shine=0.3),
        Prop(id="valve", w=0.6, h=0.6, tall=1.0),
        Prop(id="shower", w=1.0, h=1.0, tall=2.0),
        Prop(id="tanker", w=9.0, h=2.8, tall=3.4),
        # roofs, which are the tops of walls
        Prop(id="roof_plant", w=2.4, h=1.5, tall=0.3, solid=False),
        Prop(id="roof_light", w=2.6, h=1.5, tall=0.3, solid=False),
        Prop(id="roof_vent", w=1.0, h=1.0, tall=0.3, solid=False),
        # a road
        Prop(id="station", w=4.8, h=2.0, tall=1.5),
        Prop(id="fence_post", w=0.5, h=0.5, tall=1.1, material="wood"),
        Prop(id="wire", w=4.0, h=0.4, tall=1.0),
        Prop(id="road_sign", w=3.0, h=1.4, tall=2.2, solid=False),
        Prop(id="mile_post", w=0.4, h=0.4, tall=0.9),
        Prop(id="power_pole", w=1.0, h=2.4, tall=6.0, material="wood", trunk=0.35),
        Prop(id="guard_rail", w=4.0, h=0.5, tall=0.8),
    )
}
