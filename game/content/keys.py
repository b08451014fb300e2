"""Event keys: the names under which a run's report and `shot --event` know the first time a thing happened."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Key:
    """An event key.

    event     the type of event that sets it, with these fields; '' where it is a state of things: game/lab/moments.py
    sentence  the sentence of the story that it helps to prove, 0 none
    """

    id: str
    event: str = ""
    where: tuple[tuple[str, object], ...] = ()
    sentence: int = 0
    note: str = ""


KEYS: tuple[Key, ...] = (
    Key(id="shot", event="ShotFired", note="the first gunshot"),
    Key(id="seizure", event="Seized", sentence=8, note="the T-1000 has the boy"),
    Key(id="rescued", event="Freed", sentence=7, note="the T-800 broke the hold"),
    Key(id="form_taken", event="FormTaken", sentence=4, note="a touch became a face"),
    Key(id="hunter_seen", event="HunterSeen", sentence=8, note="the hunter came into the player's or the ward's sight"),
    Key(id="john_seen_t800", sentence=8, note="the T-800 has made out the boy"),
    Key(id="john_seen_t1000", sentence=8, note="the T-1000 has made out the boy"),
    Key(id="converge", sentence=8, note="both machines are within 8 m of him"),
    Key(
        id="shielded",
        event="FlagSet",
        where=(("name", "shielded"),),
        sentence=8,
        note="the T-800 took what was meant for him",
    ),
    Key(id="proof", sentence=4, note="the player's side knows what the face is"),
    Key(id="crowd_flees", sentence=8, note="five people or more run"),
    Key(id="shutter", sentence=8, note="a shutter has come down"),
    Key(id="blast", event="Blast", sentence=21, note="a grenade went off"),
    Key(id="burst", event="Burst", sentence=21, note="the T-1000 came apart"),
    Key(id="melting", event="Melting", sentence=21, note="molten steel takes it, and it wears a face that it took"),
    Key(id="gone", event="Gone", sentence=21, note="nothing is left of the T-1000"),
    Key(id="won", event="Won"),
    Key(id="lost", event="Lost"),
)
