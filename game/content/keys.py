"""Event keys: the names under which a run's report and `shot --event` know the first time a thing happened."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Key:
    """An event key.

    event  the type of event that sets it, '' where it is a state of things: game/lab/moments.py
    where  its fields then; a tuple: any of them

    Which sentence of the plot a key helps to prove: content/story.py.
    """

    id: str
    event: str = ""
    where: tuple[tuple[str, object], ...] = ()
    note: str = ""


BLADES = ("slash", "thrust", "hook")

KEYS: tuple[Key, ...] = (
    Key(id="shot", event="ShotFired", note="the first gunshot"),
    Key(id="seizure", event="Seized", note="the T-1000 has the boy"),
    Key(id="rescued", event="Freed", note="the T-800 broke the hold"),
    Key(id="form_taken", event="FormTaken", note="a touch became a face"),
    Key(id="hunter_seen", event="HunterSeen", note="the hunter came into the player's or the ward's sight"),
    Key(id="john_seen_t800", note="the T-800 has made out the boy"),
    Key(id="john_seen_t1000", note="the T-1000 has made out the boy"),
    Key(id="converge", note="both machines are within 8 m of him"),
    Key(
        id="shielded",
        event="FlagSet",
        where=(("name", "shielded"),),
        note="the T-800 took what was meant for him",
    ),
    Key(id="proof", note="the player's side knows what the face is"),
    Key(id="crowd_flees", note="five people or more run"),
    Key(id="shutter", note="a shutter has come down"),
    Key(id="thing", event="Settled", note="the T-1000 lies down as a thing, or as the floor"),
    Key(id="rippled", event="Rippled", note="a ripple gives it away"),
    Key(id="sprang", event="Sprang", note="it comes out of the thing"),
    Key(id="called", event="Called", note="it calls the boy in somebody's voice"),
    Key(id="blast", event="Blast", note="a grenade went off"),
    Key(id="burst", event="Burst", note="the T-1000 came apart"),
    Key(id="melting", event="Melting", note="molten steel takes it, and it wears a face that it took"),
    Key(id="gone", event="Gone", note="nothing is left of the T-1000"),
    Key(id="blade", event="StrikeBegan", where=(("kind", BLADES),), note="a blade was drawn"),
    Key(id="reached", event="ObjectiveDone", where=(("id", "2.reach"),), note="the T-800 has come to the boy"),
    Key(id="bike", event="Mounted", where=(("prop", "bike"),), note="two on one bike"),
    Key(id="chip_melted", event="RelicMelted", where=(("thing", "cpu"),), note="the old chip is gone"),
    Key(id="arm_melted", event="RelicMelted", where=(("thing", "arm"),), note="the old arm is gone"),
    Key(id="refused", event="FlagSet", where=(("name", "refused"),), note="the T-800 may not end itself"),
    Key(id="asked", event="FlagSet", where=(("name", "asked"),), note="it asked her"),
    Key(id="lowered", event="FlagSet", where=(("name", "lowered"),), note="she has lowered it"),
    Key(id="at_the_wheel", event="Mounted", where=(("prop", "car"),), note="somebody drives"),
    Key(id="lights_off", event="HeadlightsSet", where=(("on", False),), note="it is morning"),
    Key(id="ending", event="Won", where=(("ending", "main"),), note="the end of the story"),
    Key(id="won", event="Won"),
    Key(id="lost", event="Lost"),
)
