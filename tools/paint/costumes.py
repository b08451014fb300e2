"""Who wears what: one row a person; a new face in the game is a new row here."""

from dataclasses import replace

from tools.paint.costume import Costume
from tools.paint.millhands import MILL
from tools.paint.shoppers import SHOPPING

COSTUMES: dict[str, Costume] = {
    "t800": Costume(
        shoulders=10.8,
        depth=5.6,
        arm=3.3,
        head=(5.17, 4.51),
        jacket="leather",
        pants="leather",
        hair="hair_dk",
        dress=frozenset({"shades", "collar", "zip"}),
        tall=1.06,
    ),
    "john": Costume(
        shoulders=6.8,
        depth=3.9,
        arm=2.2,
        head=(4.73, 4.29),
        jacket="olive",
        pants="denim",
        shoes="white",
        hair="hair_blond",
        style="mop",
        pack="amber",
        tall=0.78,
        legs=0.8,
    ),
    "t1000": Costume(
        shoulders=9.0,
        depth=4.8,
        arm=2.6,
        head=(4.73, 4.18),
        jacket="navy",
        pants="navypant",
        hair="hair_sandy",
        dress=frozenset({"badge", "belt"}),
    ),
    "civ1": Costume(  # packer: khaki dungarees over a green shirt
        shoulders=8.8,
        depth=4.9,
        arm=2.6,
        head=(4.73, 4.18),
        jacket="green",
        pants="khaki",
        shoes="wood",
        trim="khaki",
        dress=frozenset({"dungarees"}),
        hair="hair_br",
        tall=0.98,
    ),
    "civ2": Costume(  # packer: denim dungarees over a white shirt
        shoulders=7.7,
        depth=4.4,
        arm=2.15,
        head=(4.51, 4.07),
        jacket="cotton",
        pants="denim",
        shoes="white",
        skin="skin2",
        trim="denim",
        dress=frozenset({"dungarees"}),
        hair="hair_dk",
        style="pony",
        tall=0.93,
    ),
    "civ3": Costume(  # driver: dark red shirt, cap
        shoulders=9.2,
        depth=5.3,
        arm=2.8,
        head=(4.73, 4.29),
        jacket="oxblood",
        pants="suit",
        skin="skin3",
        hair="hair_blk",
        style="cap",
        cap="suit",
        dress=frozenset({"belt"}),
    ),
    "civ4": Costume(  # clerk: white shirt, tie, suit trousers
        shoulders=8.3,
        depth=4.6,
        arm=2.4,
        head=(4.73, 4.18),
        jacket="cotton",
        pants="suit",
        hair="hair_grey",
        style="bald",
        dress=frozenset({"tie", "belt"}),
        tall=0.97,
    ),
}
COSTUMES |= SHOPPING | MILL
_bare = replace(COSTUMES["t800"], dress=frozenset({"collar", "zip", "torn"}))
COSTUMES["t800_torn"] = replace(_bare, bare="left")
COSTUMES["t800_onearm"] = replace(_bare, lost="left")
COSTUMES["chrome"] = replace(
    COSTUMES["t1000"],
    jacket="chrome",
    pants="chrome",
    shoes="chrome",
    skin="chrome",
    hair="chrome",
    style="none",
    dress=frozenset(),
)
