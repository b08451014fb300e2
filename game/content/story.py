"""The plot, sentence by sentence: which missions play it, and by which event keys a run shows that they did.

A mission without a row in content/missions.py is told by its card; one that exists must show every key named for it here.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of the plot.

    missions  where it is played
    keys      by mission, the keys (content/keys.py) that a run won in it shows at least once
    """

    number: int
    words: str
    missions: tuple[str, ...]
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)


SENTENCES: tuple[Sentence, ...] = (
    Sentence(number=1, words="1995: John is ten and lives with foster parents", missions=("house_call",)),
    Sentence(
        number=2,
        words="Sarah trained him, tried to bomb a computer factory, and is held under Dr. Silberman",
        missions=("drill", "visiting_hours"),
    ),
    Sentence(number=3, words="Skynet sends a second Terminator to kill John", missions=("drill", "the_date")),
    Sentence(
        number=4,
        words="The T-1000, a liquid metal, becomes whom it touches",
        missions=("drill", "closing_time", "melt"),
        keys={"closing_time": ("form_taken",), "melt": ("melting",)},
    ),
    Sentence(
        number=5,
        words="No guns or bombs of itself; blades, voices and faces, yes",
        missions=("drill", "closing_time", "visiting_hours"),
        keys={"closing_time": ("blade",)},
    ),
    Sentence(
        number=6,
        words="As a police officer it goes after John",
        missions=("drill", "house_call", "closing_time"),
        keys={"closing_time": ("hunter_seen", "john_seen_t1000")},
    ),
    Sentence(
        number=7,
        words="The future John has sent a reprogrammed T-800 to protect him",
        missions=("drill", "closing_time", "the_date"),
        keys={"closing_time": ("reached",)},
    ),
    Sentence(
        number=8,
        words="Both converge on John in a mall; a chase; John and the T-800 escape by motorcycle",
        missions=("closing_time", "channel"),
        keys={"closing_time": ("john_seen_t800", "john_seen_t1000", "converge", "crowd_flees", "bike")},
    ),
    Sentence(number=9, words="John orders it to help free Sarah", missions=("channel",)),
    Sentence(number=10, words="They meet her in the midst of her own escape", missions=("visiting_hours",)),
    Sentence(number=11, words="She is terrified of it, then accepts its help", missions=("visiting_hours",)),
    Sentence(number=12, words="Skynet, Judgment Day and the machines that hunt", missions=("the_date",)),
    Sentence(number=13, words="The date: 29 August 1997", missions=("the_date",)),
    Sentence(number=14, words="Miles Dyson of Cyberdyne builds the chip", missions=("the_date",)),
    Sentence(
        number=15,
        words="Weapons from a friend, a plan for Mexico, the nightmare; she sets out to kill Dyson",
        missions=("cache",),
    ),
    Sentence(number=16, words="She wounds him and cannot kill him before his family", missions=("lamplight",)),
    Sentence(
        number=17, words="John and the T-800 tell him; his work came from the old chip and arm", missions=("lamplight",)
    ),
    Sentence(number=18, words="They break into Cyberdyne and take both", missions=("two_keys",)),
    Sentence(number=19, words="Police, the T-1000; Miles, dying, sets off the detonator", missions=("two_keys",)),
    Sentence(number=20, words="It pursues them and catches up in a steel mill", missions=("mill_road", "melt")),
    Sentence(
        number=21,
        words="A grenade; it falls into molten steel and is destroyed",
        missions=("melt",),
        keys={"melt": ("blast", "burst", "melting", "gone")},
    ),
    Sentence(
        number=22,
        words="John throws in the parts of the first Terminator",
        missions=("melt",),
        keys={"melt": ("chip_melted", "arm_melted")},
    ),
    Sentence(
        number=23,
        words="The T-800 asks Sarah to lower it in",
        missions=("melt",),
        keys={"melt": ("refused", "asked", "lowered")},
    ),
    Sentence(
        number=24,
        words="Sarah looks to the future with hope",
        missions=("open_road",),
        keys={"open_road": ("at_the_wheel", "lights_off", "ending")},
    ),
)


def proofs(mission: str) -> list[str]:
    """Return the keys that a run won in a mission has to show, each once."""
    return list(dict.fromkeys(key for s in SENTENCES for key in s.keys.get(mission, ())))
