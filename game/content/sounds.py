"""What is heard: one row an event, with its cue and the words that stand for it; every event has a row or a named silence.

To let an event be heard, add a row: `Sound(event="Hoisted", cue="hoist", category=THING, words="THE HOIST")`. An event that
comes in kinds names them after a colon (`NoiseMade:glass`); KINDS says which of its fields tells the kind, and a row without
a kind answers for all the others. An event that nobody hears has its reason in SILENT.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

HUNTER, GUN, VOICE, RADIO, THING, TELL, OURS = "hunter", "gun", "voice", "radio", "thing", "tell", "ours"
CATEGORIES = (HUNTER, GUN, VOICE, RADIO, THING, TELL, OURS)
LOUD = 22  # level of what says nothing of its own
CLEAR = 12  # level of what tells to stand clear: nobody eight metres away is meant


@dataclass(frozen=True, kw_only=True)
class Sound:
    """A row.

    event     the event's name and, after a colon, its kind
    cue       what is played, '' nothing; {walker} {floor} {way} {voice} {door} are filled in where it is heard
    category  of its caption; '' is not written
    words     what is written; {m} metres away, {who} {topic} {place} of the event
    in_view   written even where the player sees it happen
    least     level below which it is not worth a line
    level     how loud it is in the rules' levels, where the event does not say
    everywhere  it is not of a place: heard wherever the player is
    times     how often a ring goes round
    often     may be written again at once
    over      the events after which its words speak of what is no more
    """

    event: str
    cue: str = ""
    category: str = ""
    words: str = ""
    in_view: bool = False
    least: int = 0
    level: int = LOUD
    everywhere: bool = False
    times: int = 1
    often: bool = False
    over: tuple[str, ...] = ()


# The field of an event that says of which kind it is.
KINDS = {
    "Stepped": "kind",
    "NoiseMade": "kind",
    "StrikeBegan": "kind",
    "StrikeLanded": "kind",
    "ShotHit": "what",
    "Reloaded": "weapon",
    "DoorMoved": "",  # told by its door: see view and audio
    "DeviceUsed": "device",
    "Scalded": "kind",
    "Told": "kind",
    "HazardArmed": "kind",
    "HazardBegan": "kind",
}
MISS = "miss"  # kind of a StrikeLanded on nobody

SOUNDS: dict[str, Sound] = {
    r.event: r
    for r in (
        # the machine
        Sound(
            event="Stepped:machine",
            cue="step_hunter_{way}",
            category=HUNTER,
            words="HEAVY EVEN STEPS, {m} M",
        ),
        Sound(event="Stepped:heavy", cue="step_t800_{floor}"),
        Sound(event="Stepped:light", cue="step_{walker}_{floor}"),
        Sound(
            event="StrikeBegan:slash",
            cue="tell_slash",
            category=HUNTER,
            words="A BLADE IS DRAWN",
            in_view=True,
            often=True,
            level=26,
        ),
        Sound(
            event="StrikeBegan:grab",
            cue="tell_grab",
            category=HUNTER,
            words="IT REACHES OUT",
            in_view=True,
            often=True,
            level=26,
        ),
        Sound(
            event="StrikeBegan:thrust",
            cue="tell_thrust",
            category=HUNTER,
            words="A LONG BLADE IS DRAWN",
            in_view=True,
            often=True,
            level=26,
        ),
        Sound(
            event="StrikeBegan:hook",
            cue="tell_hook",
            category=HUNTER,
            words="IT GATHERS FOR A LEAP",
            in_view=True,
            often=True,
            level=26,
        ),
        Sound(
            event="StrikeBegan:spring",
            cue="tell_spring",
            category=HUNTER,
            words="A THING REACHES OUT",
            in_view=True,
            often=True,
            level=30,
        ),
        Sound(event="StrikeBegan:shove", cue="throw"),
        Sound(event="StrikeLanded:slash", cue="blade_hit", category=HUNTER, words="METAL RINGS", level=26),
        Sound(event="StrikeLanded:thrust", cue="blade_hit", category=HUNTER, words="METAL GOES DEEP", level=26),
        Sound(event="StrikeLanded:hook", cue="blade_hit", category=HUNTER, words="METAL TEARS", level=26),
        Sound(event="StrikeLanded:grab", cue="grab"),
        Sound(event="StrikeLanded:spring", cue="grab"),
        Sound(event="StrikeLanded:miss", cue="blade_miss"),
        Sound(event="NoiseMade:change", cue="wipe", category=HUNTER, words="WET METAL"),
        Sound(event="NoiseMade:pour", cue="pour", category=HUNTER, words="SOMETHING POURS", in_view=True),
        Sound(event="Staggered", cue="ripple", category=HUNTER, words="METAL RIPPLES"),
        Sound(event="Healed", cue="hole_close", category=HUNTER, words="HOLES CLOSE"),
        Sound(event="Burst", cue="split", category=HUNTER, words="IT BURSTS", level=40),
        Sound(event="Merged", cue="merge", category=HUNTER, words="DROPS RUN TOGETHER"),
        Sound(event="Reformed", cue="reform", category=HUNTER, words="IT PULLS TOGETHER", in_view=True, level=30),
        Sound(event="Melting", cue="melt", category=HUNTER, words="IT LOSES EVERY SHAPE", in_view=True, level=60),
        Sound(
            event="Gone", cue="landing", category=HUNTER, words="NOTHING IS LEFT OF IT", in_view=True, everywhere=True
        ),
        Sound(event="Told:even_steps", cue="tell_odd", category=TELL, words="STEPS AS EVEN AS A CLOCK", in_view=True),
        Sound(event="Told:stare", cue="tell_odd", category=TELL, words="SOMEBODY DOES NOT BLINK", in_view=True),
        Sound(event="Told:no_breath", cue="tell_odd", category=TELL, words="SOMEBODY DOES NOT BREATHE", in_view=True),
        Sound(event="Told:late_reflection", cue="tell_odd", category=TELL, words="A SHADOW COMES LATE", in_view=True),
        Sound(event="Told:floor_hands", cue="tell_odd", category=TELL, words="HANDS LIKE THE FLOOR", in_view=True),
        Sound(event="Told:face_wave", cue="tell_odd", category=TELL, words="A FACE RUNS LIKE WATER", in_view=True),
        Sound(event="Rippled", cue="ripple", category=TELL, words="A THING RIPPLES, {m} M", in_view=True, level=8),
        Sound(event="Sprang", cue="wipe", category=HUNTER, words="A THING STANDS UP", in_view=True, level=26),
        Sound(
            event="Called",
            cue="voice_{voice}",
            category=VOICE,
            words="A VOICE CALLS HIM: {topic}",
            in_view=True,
            everywhere=True,
        ),
        Sound(event="Froze", cue="freeze", category=HUNTER, words="METAL GROANS AND STANDS", in_view=True, level=30),
        Sound(event="Thawed", cue="reform", category=HUNTER, words="IT MOVES AGAIN", level=26),
        Sound(event="NoiseMade:shatter", cue="shatter", category=HUNTER, words="IT BREAKS LIKE GLASS", in_view=True),
        # guns
        Sound(event="NoiseMade:shotgun", cue="shotgun", category=GUN, words="SHOTGUN"),
        Sound(event="NoiseMade:pistol", cue="pistol", category=GUN, words="PISTOL SHOT"),
        Sound(event="NoiseMade:grenade", cue="launcher", category=GUN, words="A LAUNCHER"),
        Sound(event="NoiseMade:blast", cue="explosion", category=GUN, words="A BLAST"),
        Sound(event="Embedded", cue="fuse", category=GUN, words="A FUSE BURNS IN IT: GET BACK", in_view=True, level=30),
        Sound(event="ShotHit", cue="ricochet"),
        Sound(event="ShotHit:metal", cue="shot_metal"),
        Sound(event="ShotHit:machine", cue="shot_t800"),
        Sound(event="ShotHit:flesh", cue="shot_flesh"),
        Sound(event="ShotRefused", cue="refused"),
        Sound(event="DryFired", cue="dry"),
        Sound(event="Reloaded", cue="mag"),
        Sound(event="Reloaded:shotgun", cue="pump"),
        Sound(event="WeaponDrawn", cue="draw", everywhere=True),
        # hands and bodies
        Sound(event="Shoved", cue="shove"),
        Sound(event="Hauled", cue="grab", everywhere=True),
        Sound(event="Thrown", cue="throw"),
        Sound(event="Flung", cue="fall"),
        Sound(event="BodyDowned", cue="fall", category=THING, words="A BODY FALLS"),
        Sound(event="HazardArmed:press", cue="press_warn", category=THING, words="A BELL: STAND CLEAR", level=CLEAR),
        Sound(event="HazardArmed:steam", cue="steam_warn", category=THING, words="A PIPE KNOCKS", level=CLEAR),
        Sound(event="HazardBegan:press", cue="press", category=THING, words="A PRESS STRIKES", level=34),
        Sound(event="HazardBegan:gears", cue="gears", category=THING, words="GEARS TURN", level=30),
        Sound(event="HazardBegan:steam", cue="steam", category=THING, words="STEAM BURSTS OUT", level=26),
        Sound(event="HazardBegan:cryo", cue="cryo", category=THING, words="COLD POURS OUT", level=26),
        Sound(event="HazardBegan:power", cue="sparks", category=THING, words="SPARKS", level=22),
        Sound(event="BodyRose", cue="rise"),
        Sound(event="Scalded:steam", cue="steam", category=THING, words="STEAM BURSTS"),
        Sound(event="Scalded", cue="sparks", category=THING, words="SPARKS"),
        Sound(
            event="Seized",
            cue="seized",
            category=HUNTER,
            words="IT HAS HIM",
            in_view=True,
            often=True,
            everywhere=True,
            over=("Freed",),
        ),
        Sound(event="Freed", cue="freed", category=OURS, words="HE IS FREE", in_view=True, everywhere=True),
        # people
        Sound(event="NoiseMade:scream", cue="scream", category=VOICE, words="SCREAM", in_view=True, over=("Freed",)),
        Sound(event="NoiseMade:shout", cue="shout", category=VOICE, words="SHOUTING"),
        Sound(event="CrowdAlarmed", cue="panic", category=VOICE, words="PEOPLE RUN", level=32),
        Sound(event="Whistled", cue="whistle", category=VOICE, words="WHISTLE, FOUR NOTES", level=26),
        Sound(event="Said", cue="voice_{voice}"),  # its words are a bubble's, a box's or a card's
        Sound(event="RadioCall", cue="radio", category=RADIO, words="{topic}, {place}", in_view=True, everywhere=True),
        # things
        Sound(event="NoiseMade:alarm", cue="alarm", category=THING, words="ALARM BELL", in_view=True, times=6),
        Sound(event="NoiseMade:bell", cue="bell", category=THING, words="FIRE BELL", in_view=True, times=8),
        Sound(event="NoiseMade:siren", cue="siren", category=THING, words="A SIREN", in_view=True, times=6),
        Sound(event="NoiseMade:glass", cue="glass_break", category=THING, words="GLASS BREAKS"),
        Sound(event="NoiseMade:door", category=THING, words="A HEAVY DOOR MOVES", least=24),
        Sound(event="NoiseMade:machine", cue="engine", category=THING, words="AN ENGINE"),
        Sound(event="NoiseMade:crash", cue="crash", category=THING, words="A CRASH"),
        Sound(event="NoiseMade:clatter", cue="clatter", category=THING, words="SOMETHING CLATTERS"),
        Sound(event="DoorMoved", cue="{door}"),
        Sound(event="RailTorn", cue="rail_torn", category=THING, words="A RAIL TEARS", level=40),
        Sound(event="DeviceUsed", cue="device"),
        Sound(event="DeviceUsed:lever", cue="lever"),
        Sound(event="DeviceUsed:breakers", cue="lever"),
        Sound(event="DeviceUsed:phone", cue="phone"),
        Sound(event="DeviceUsed:deck", cue="deck"),
        Sound(event="DeviceUsed:hiscore", cue="deck"),
        Sound(event="DeviceUsed:terminal", cue="deck"),
        Sound(event="DeviceUsed:keypad", cue="keypad"),
        Sound(event="ItemTaken", cue="take"),
        Sound(event="LampsSet", cue="lamps", everywhere=True),
        Sound(event="Dismounted", cue="lever", level=26),
        Sound(event="HeadlightsSet", cue="lever", level=14),
        Sound(event="Mounted", cue="start", level=30),
        Sound(event="Skidded", cue="skid", category=THING, words="TYRES", level=36),
        Sound(event="VehicleRolled", cue="roll", category=THING, words="SOMETHING ROLLS", level=32),
        # what the player's side is told
        Sound(event="HunterSeen", cue="sting_seen", everywhere=True),
        Sound(event="Unmasked", cue="sting_proof", everywhere=True),
        Sound(event="Alerted", cue="sting_noticed", everywhere=True),
        Sound(
            event="FactLearned",
            cue="sting_fact",
            category=OURS,
            words="ONLY WE KNOW: {topic}",
            in_view=True,
            everywhere=True,
        ),
        Sound(event="RelicMelted", cue="sizzle", category=THING, words="STEEL TAKES IT", in_view=True, level=30),
        Sound(event="FaceMatched", cue="match", everywhere=True),
        Sound(event="Scanned", cue="scan", everywhere=True),
        Sound(event="Marked", cue="mark", everywhere=True),
        Sound(event="ObjectiveSet", cue="sting_objective", everywhere=True),
        Sound(event="CheckpointReached", cue="sting_checkpoint", everywhere=True),
        Sound(event="Won", cue="sting_won", everywhere=True),
        Sound(event="Lost", cue="sting_lost", everywhere=True),
    )
}

# What makes no sound of its own, and why. An event may be listed whole or by kind.
SILENT: dict[str, str] = {
    "ShotFired": "its NoiseMade is heard",
    "NoiseMade:blade": "its StrikeBegan is heard",
    "NoiseMade:shove": "its Shoved is heard",
    "NoiseMade:steps": "its Stepped is heard",
    "NoiseMade:heavy": "its Stepped is heard",
    "NoiseMade:voice": "its Said is heard; an order has its words on the screen",
    "NoiseMade:whistle": "its Whistled is heard",
    "NoiseMade:call": "its Called is heard",
    "NoiseMade:ripple": "its Rippled is heard",
    "MoodChanged": "nobody is told how hard it presses",
    "Settled": "its NoiseMade is heard",
    "Blast": "its NoiseMade is heard",
    "GlassBroke": "its NoiseMade is heard",
    "Screamed": "its NoiseMade is heard",
    "Poured": "its NoiseMade is heard",
    "FormChanged": "its NoiseMade is heard",
    "HazardBegan:fire": "it glows all the time",
    "Shattered": "its NoiseMade is heard",
    "QuestionPut": "the question is Said",
    "QuestionAnswered": "the answer is Said",
    "WentHome": "his steps are heard",
    "ControlPassed": "shown: the picture moves to the other body",
    "Looped": "nobody is to notice",
    "BodyHurt": "the shot or the blade is heard",
    "FormTaken": "a touch makes no sound, and the player may not know of it",
    "OrderGiven": "answered aloud",
    "ObjectiveDone": "the next objective is heard",
    "FlagSet": "a note of the rules",
    "ClockStarted": "the Clock ticks as long as it runs: audio/rings.py",
    "ClockStopped": "the Clock falls silent",
    "MusicCued": "the score follows it: content/music.py",
    "CameraCued": "a mark at the screen's edge",
    "CameIn": "who comes in is heard by his steps",
    "Asked": "the question is Said",
    "StoodDown": "a gesture",
}


# What a door sounds like when it opens and when it shuts; any other kind as the first.
DOORS_HEARD = {
    "": ("door_open", "door_close"),
    "slide": ("slide", "slide"),
    "staff": ("door_heavy", "door_heavy"),
    "shutter": ("shutter", "shutter"),
    "gate": ("gate", "gate"),
    "bars": ("gate", "gate"),
}
OF_T800 = {"fall": "t800_down", "rise": "reboot"}  # what is heard instead where the body is the T-800's own
PROPS_HEARD = {  # prop -> the ring that it plays, and its level
    "arcade": ("arcade", 22),
    "fountain": ("fountain", 24),
    "vending": ("hum", 16),
    "fridge": ("hum", 16),
    "conveyor": ("mill", 20),
    "generator": ("hum", 24),
    "boiler": ("hum", 20),
    "vat": ("molten", 34),
    "ladle": ("molten", 26),
}
HAZARDS_HEARD = {"steam": ("steam_bed", 26), "fire": ("molten", 22), "power": ("hum", 20)}
# device -> the ring of its work, as long as somebody's hands are at it, and its level
WORK_HEARD = {"hoist": ("hoist", 30)}
RIDES_HEARD = {"bike": "bike", "truck": "truck", "tanker": "truck"}  # what can be driven -> its engine; others a car's
ENGINE_IDLE, ENGINE_FULL = 24, 40  # levels of an engine, standing and at ten metres a second
OVERHEARD = 8.0  # metres at which somebody else's radio can be understood
OUTSIDE = ("asphalt", "paving", "grass")  # floors under the sky


def kind_of(event: Any) -> str:
    """Return of which kind an event is, '' where it comes in one."""
    name = type(event).__name__
    field = KINDS.get(name, "")
    if name == "StrikeLanded" and event.whom < 0:
        return MISS
    return str(getattr(event, field)) if field else ""


@cache
def row(name: str, kind: str = "") -> Sound | None:
    """Return the row of an event: of its kind, of the kind's first or last word, or of all kinds; None where it is silent."""
    first, *_, last = kind.split("_") * 2
    for key in (f"{name}:{kind}", f"{name}:{first}", f"{name}:{last}", name):
        if key in SOUNDS:
            return SOUNDS[key]
        if key in SILENT:
            return None
    return None


def row_of(event: Any) -> Sound | None:
    """Return the row of an event that has happened, None where it is silent."""
    name = type(event).__name__
    return row(name, kind_of(event)) if KINDS.get(name) else row(name)
