"""What passes from one mission to the next: who it can be, what is known, how far we are trusted, what it has cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from game.content.looks import LOOKS
from game.core.sealed import Damaged, seal, unseal
from game.core.trouble import Trouble
from game.sim.effects import LESSON
from game.sim.score import Dials, dials
from game.sim.state import Fallen

if TYPE_CHECKING:
    from game.sim.world import World

MAGIC, VERSION = b"CARY", 1
MOST_FORMS = 5  # touched looks that it keeps besides the officer's (GAME.md 1)
COLD = 8  # deaths by our hand from which the story ends cold
BEFORE = -1  # tick of what was known before the mission began

Name = Annotated[str, msgspec.Meta(max_length=80)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class CarriedError(Trouble):
    """Carried state that cannot be taken over."""


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """One mission as it was lived: a row of the whole run's ledger; ticks are those of the attempt that won."""

    mission: Name
    ticks: Count
    retries: Count = 0
    dials: Dials = Dials(0, 0, 0, 0)
    deaths: Count = 0  # by our hand
    wounds: Count = 0
    victims: Count = 0  # by its hand
    seizures: Count = 0
    rescues: Count = 0
    known_early: Count = 0  # faces proven before they struck
    faces: Count = 0  # that it wore
    taken: tuple[Name, ...] = ()  # looks that it touched here
    fallen: tuple[Fallen, ...] = ()


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """The state between two missions.

    forms    looks that the T-1000 has really touched, oldest first, the officer's left out
    facts    private facts; burnt: those of them that it has overheard
    trust    by ward, as it stood
    lessons  what the machine has learned, in that order
    legs     the ledger, one row a mission
    """

    forms: tuple[Name, ...] = ()
    facts: tuple[Name, ...] = ()
    burnt: tuple[Name, ...] = ()
    trust: dict[Name, float] = {}
    lessons: tuple[Name, ...] = ()
    legs: tuple[Leg, ...] = ()

    @property
    def deaths(self) -> int:
        """People dead by our hand in all missions."""
        return sum(leg.deaths for leg in self.legs)

    @property
    def cold(self) -> bool:
        """Say whether it has cost too much for a warm end."""
        return self.deaths >= COLD

    def only(self, what: tuple[str, ...]) -> Carried:
        """Return what a mission takes over: parts by name (content/missions.py), the rest blank."""
        blank = Carried()
        parts = {"forms": ("forms",), "facts": ("facts", "burnt"), "trust": ("trust",), "lessons": ("lessons",)}
        kept = {field for part in what for field in parts.get(part, ())}
        kept |= {"legs"} if "ledger" in what or "cost" in what else set()
        return Carried(**{name: getattr(self if name in kept else blank, name) for name in Carried.__struct_fields__})


def begin(world: World, carried: Carried) -> None:
    """Let a mission begin with what was carried into it; call before its first tick."""
    state = world.state
    state.facts.update(dict.fromkeys(carried.facts, BEFORE))
    state.burnt.update(dict.fromkeys(carried.burnt, BEFORE))
    if world.ward >= 0 and world.names[world.ward] in carried.trust:
        state.trust = carried.trust[world.names[world.ward]]
    state.trusts.update({name: carried.trust[name] for name in state.trusts if name in carried.trust})
    gear = state.gear.get(world.hunter)
    if gear is not None:
        for i, look in enumerate(known_forms(carried)):
            slot = world.slot(face_name(i))
            if slot >= 0:
                gear.forms.append(look)
                gear.faces.append(slot)


def known_forms(carried: Carried) -> list[str]:
    """Return the carried looks that still exist, the newest few."""
    return [look for look in carried.forms if look in LOOKS][-MOST_FORMS:]


def face_name(i: int) -> str:
    """Return the name of the body, never seen here, whose face a carried form is."""
    return f"face_{i + 1}"


def carry_on(world: World, carried: Carried, mission: str, par: int, retries: int) -> Carried:
    """Return what a mission that is over leaves to the next; `carried` is what it began with, whole."""
    state = world.state
    gear = state.gear.get(world.hunter)
    forms = tuple(gear.forms[1:]) if gear else carried.forms
    trust = state.trusts | ({world.names[world.ward]: state.trust} if world.ward >= 0 else {})
    learned = tuple(flag[len(LESSON) :] for flag in state.flags if flag.startswith(LESSON))
    leg = Leg(
        mission=mission,
        ticks=world.tick,
        retries=retries,
        dials=dials(world, par),
        deaths=len(state.human_cost),
        wounds=state.wounds,
        victims=state.victims,
        seizures=state.seizures,
        rescues=state.rescues,
        known_early=state.early_proofs,
        faces=state.chances if world.hunter >= 0 else 0,
        taken=tuple(look for look, _, _ in state.forms),
        fallen=tuple(state.fallen),
    )
    return Carried(
        forms=joined((), forms)[-MOST_FORMS:],
        facts=joined(carried.facts, tuple(state.facts)),
        burnt=joined(carried.burnt, tuple(state.burnt)),
        trust=carried.trust | trust,
        lessons=joined(carried.lessons, learned),
        legs=(*(row for row in carried.legs if row.mission != mission), leg),
    )


def joined(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Return two lists in order, each word once."""
    return tuple(dict.fromkeys((*old, *new)))


def to_bytes(carried: Carried) -> bytes:
    """Return it sealed."""
    return seal(MAGIC, VERSION, msgspec.msgpack.encode(carried))


def from_bytes(data: bytes) -> Carried:
    """Return what was sealed; raises CarriedError where it is damaged or of another version."""
    try:
        version, plain = unseal(MAGIC, data)
        if version != VERSION:
            raise CarriedError(f"what was carried on is of version {version}, not {VERSION}; begin a new game")
        return msgspec.msgpack.decode(plain, type=Carried)
    except (Damaged, msgspec.MsgspecError, RecursionError) as e:
        raise CarriedError(f"what was carried on is damaged: {e}; begin a new game") from e
