"""What a person may wear: his build, his clothes, and the stuff that each of them is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Costume:
    """A person's build and clothes; widths in rig units (1.2 px), materials by name.

    shoulders, depth, arm   half width, half depth, arm radius
    head     its two radii, along and across
    tall     1 is a grown man; legs: the length of his legs
    hair     material, style: a word of heads.STYLES
    dress    extras: words of garments.GARMENTS; shades, glasses, headphones of the head; collar, belt;
             hem (a long shirt), bag_left, bag_right, satchel, torch, cane
    trim     material of what is worn over the jacket: dungarees, vest, apron, stripes
    sleeves, forearms, shins   where they differ from jacket, sleeves and pants: bare arms are of skin
    skirt    a skirt in the stuff of the pants
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
    trim: str = ""
    bag: str = ""
    sleeves: str = ""
    forearms: str = ""
    shins: str = ""
    skirt: bool = False
    bare: str = ""  # the arm from which cloth and skin are gone: left
    lost: str = ""  # the arm that is gone: left
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
            "forearms": self.forearms or self.sleeves or self.jacket,
            "shins": self.shins or self.pants,
            "trim": self.trim or self.jacket,
        }
        extra = {"cap": self.cap, "pack": self.pack, "bag": self.bag}
        return roles | {role: material for role, material in extra.items() if material}
