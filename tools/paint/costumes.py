"""Who wears what: one row a person; a new face in the game is a new row here."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Costume:
    """A person's build and clothes; widths in rig units (1.2 px), materials by name.

    shoulders, depth, arm   half width, half depth, arm radius
    head     its two radii, along and across
    tall     1 is a grown man; legs: the length of his legs
    hair     material, style: short, buzz, mop, long, pony, bun, bald, cap, none
    dress    extras: shades collar zip badge belt tie bib braces
    bib      material of dungarees, under which the jacket shows as a shirt
    """

    shoulders: float
    depth: float
    arm: float
    head: tuple[float, float]
    jacket: str
    pants: str
    shoes: str = "gun"
    skin: str = "skin"
    hands: str = ""
    hair: str = "hair_br"
    style: str = "short"
    cap: str = ""
    pack: str = ""
    bib: str = ""
    sleeves: str = ""
    dress: frozenset[str] = frozenset()
    tall: float = 1.0
    legs: float = 1.0

    def roles(self) -> dict[str, str]:
        """The material of each role, for the clay."""
        roles = {
            "jacket": self.jacket,
            "pants": self.pants,
            "shoes": self.shoes,
            "skin": self.skin,
            "hands": self.hands or self.skin,
            "hair": self.hair,
            "sleeves": self.sleeves or self.jacket,
        }
        for role, material in (("cap", self.cap), ("pack", self.pack), ("bib", self.bib)):
            if material:
                roles[role] = material
        return roles


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
        bib="khaki",
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
        bib="denim",
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
