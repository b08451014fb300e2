"""Weapons: one row each. GAME.md 2 gives the meaning; cadence and reload in ticks, reach in metres."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Weapon:
    """A weapon of a known sort.

    sort      gun, launcher (its shot goes off where it meets something) or hand
    cadence   ticks from shot to shot
    magazine  rounds in it; 0 never runs out
    reload    ticks for the whole magazine, or for one round where `one_by_one`
    reach     metres
    pellets   shots in one
    spread    half the fan, as the tangent of the angle
    speed     metres a tick that a shot flies
    wound     health it takes from a person, each pellet
    structure  what it takes from the T-800, each pellet
    cohesion  what a full hit takes from the T-1000 (shared out over the pellets)
    loud      noise level
    both      takes two hands
    """

    id: str
    name: str
    slot: int
    sort: str = "gun"
    cadence: int
    magazine: int = 0
    reload: int = 0
    one_by_one: bool = False
    reach: float
    pellets: int = 1
    spread: float = 0.0
    speed: float = 0.9
    wound: int = 0
    structure: int = 1
    cohesion: float = 0.0
    loud: int = 52
    shake: float = 0.1
    hit_stop: int = 0
    both: bool = False
    limbs: bool = False  # steadied, it may be aimed at people's legs


WEAPONS: dict[str, Weapon] = {
    w.id: w
    for w in (
        Weapon(id="fists", name="FISTS", slot=1, sort="hand", cadence=20, reach=1.4, loud=18),
        Weapon(id="pipe", name="PIPE", slot=1, sort="hand", cadence=20, reach=1.6, loud=22),
        Weapon(
            id="pistol",
            name="PISTOL",
            slot=2,
            cadence=15,
            magazine=12,
            reload=70,
            reach=9.0,
            wound=25,
            cohesion=0.03,
            limbs=True,
        ),
        Weapon(
            id="shotgun",
            name="SHOTGUN",
            slot=3,
            cadence=28,
            magazine=6,
            reload=30,
            one_by_one=True,
            reach=5.0,
            pellets=6,
            spread=0.12,
            wound=12,
            cohesion=0.12,
            loud=58,
            shake=0.35,
            hit_stop=3,
            both=True,
        ),
        Weapon(
            id="grenade",
            name="LAUNCHER",
            slot=4,
            sort="launcher",
            cadence=54,
            magazine=1,
            reload=60,
            reach=10.0,
            speed=0.45,
            wound=40,
            cohesion=0.6,
            loud=40,
            shake=0.5,
            hit_stop=6,
            both=True,
        ),
    )
}
WEAPON_IDS = tuple(WEAPONS)
WEAPON_INDEX = {name: i for i, name in enumerate(WEAPON_IDS)}

# What a map's `item` objects give: kind -> (weapon, rounds, words).
ITEMS: dict[str, tuple[str, int, str]] = {
    "pistol": ("pistol", 12, "PISTOL"),
    "shotgun": ("shotgun", 6, "SHOTGUN"),
    "shells": ("shotgun", 6, "6 SHELLS"),
    "rounds": ("pistol", 12, "12 ROUNDS"),
    "pipe": ("pipe", 0, "PIPE"),
    "grenade": ("grenade", 1, "GRENADE"),
}

# What is picked up and kept, or used up at once, without being a weapon: kind -> words.
THINGS: dict[str, str] = {
    "key_staff": "STAFF KEY",
    "patch": "PATCH KIT",
    "coin": "TOKENS",
    "reserve_cell": "RESERVE CELL",
    "cpu": "THE CHIP",
    "arm": "THE ARM",
}
