"""Every sound that can be played: one row a cue; its recipe in tools/compose/recipes has the same name."""

from dataclasses import dataclass

# Buses: what the sliders of the sound page turn, in the order of the page.
MUSIC, TELLS, EFFECTS, VOICES, AMBIENCE, SCREEN = "music", "tells", "effects", "voices", "ambience", "screen"
BUSES = (MUSIC, TELLS, EFFECTS, VOICES, AMBIENCE, SCREEN)


@dataclass(frozen=True, kw_only=True)
class Cue:
    """A sound.

    lufs      how loud its file is: its loudest 400 ms
    priority  0..9: a full mixer drops the lowest
    tell      it warns of the machine: louder sounds make room, and it is never dropped
    living    no two takes in a row, and never twice as loud; what a machine makes does not vary
    takes     files of it
    loop      seconds of a ring that repeats without a joint; 0 ends by itself
    carries   it has a form for other rooms: through a doorway, through a shut door
    """

    id: str
    lufs: float
    priority: int
    bus: str = EFFECTS
    tell: bool = False
    living: bool = False
    takes: int = 3
    loop: float = 0.0
    carries: bool = False


WALKERS = {"john": -37.0, "human": -34.0, "t800": -31.0}  # and how loud they tread
SURFACES = ("tile", "carpet", "concrete", "grate", "grass", "water", "wood")
FLOORS = {  # material of the map -> what it sounds like; anything else is tile
    **dict.fromkeys(("carpet", "carpet_red"), "carpet"),
    **dict.fromkeys(("concrete", "asphalt", "mill", "frost"), "concrete"),
    **dict.fromkeys(("metal", "grating"), "grate"),
    **dict.fromkeys(("water", "molten"), "water"),
    "grass": "grass",
    "wood": "wood",
}
WAYS = ("near", "open", "shut")  # how a sound comes: in this room, through a doorway, through something shut

_STEPS = tuple(
    Cue(id=f"step_{walker}_{floor}", lufs=lufs, priority=2, living=walker != "t800", takes=4)
    for walker, lufs in WALKERS.items()
    for floor in SURFACES
)
_HUNTER = tuple(
    Cue(id=f"step_hunter_{way}", lufs=lufs, priority=8, bus=TELLS, tell=True, takes=1)
    for way, lufs in zip(WAYS, (-24.0, -21.0, -22.0), strict=True)
)

HANDS = ("fence", "receiver", "throttle", "open", "wheel", "dream", "table", "detonator", "hoist")  # as in assets/hands

CUES: dict[str, Cue] = {
    c.id: c
    for c in (
        *_STEPS,
        *_HUNTER,
        # the machine
        Cue(id="tell_slash", lufs=-19, priority=9, bus=TELLS, tell=True, takes=1),
        Cue(id="tell_grab", lufs=-19, priority=9, bus=TELLS, tell=True, takes=1),
        Cue(id="tell_thrust", lufs=-19, priority=9, bus=TELLS, tell=True, takes=1),
        Cue(id="tell_hook", lufs=-19, priority=9, bus=TELLS, tell=True, takes=1),
        Cue(id="tell_spring", lufs=-19, priority=9, bus=TELLS, tell=True, takes=1),
        Cue(id="freeze", lufs=-19, priority=8, carries=True),
        Cue(id="shatter", lufs=-16, priority=8, carries=True),
        Cue(id="tell_odd", lufs=-24, priority=7, bus=TELLS, tell=True, takes=1),
        Cue(id="ripple", lufs=-26, priority=7, bus=TELLS, tell=True, takes=1),
        Cue(id="wipe", lufs=-23, priority=8, bus=TELLS, tell=True, takes=1),
        Cue(id="pour", lufs=-23, priority=8, bus=TELLS, tell=True, takes=1),
        Cue(id="reform", lufs=-22, priority=8, bus=TELLS, tell=True, takes=1),
        Cue(id="hole_close", lufs=-25.5, priority=7, bus=TELLS, tell=True, takes=1),
        Cue(id="merge", lufs=-24, priority=6, bus=TELLS, tell=True, takes=1),
        Cue(id="split", lufs=-17, priority=8, carries=True),
        Cue(id="melt", lufs=-16, priority=9, takes=1, carries=True),
        Cue(id="landing", lufs=-19, priority=9, bus=MUSIC, takes=1),
        Cue(id="blade_hit", lufs=-19, priority=8),
        Cue(id="blade_miss", lufs=-25, priority=6),
        # weapons
        Cue(id="pistol", lufs=-16, priority=6, carries=True),
        Cue(id="shotgun", lufs=-13.5, priority=6, carries=True),
        Cue(id="launcher", lufs=-18, priority=6, carries=True),
        Cue(id="minigun", lufs=-14, priority=6, takes=1, loop=2.0),
        Cue(id="explosion", lufs=-11.5, priority=8, carries=True),
        Cue(id="pump", lufs=-25, priority=3),
        Cue(id="mag", lufs=-26, priority=3),
        Cue(id="dry", lufs=-28, priority=4),
        Cue(id="refused", lufs=-27, priority=6, bus=SCREEN, takes=1),
        Cue(id="draw", lufs=-31, priority=2),
        Cue(id="fuse", lufs=-22, priority=8, bus=TELLS, tell=True, takes=1),
        Cue(id="shot_metal", lufs=-24, priority=4),
        Cue(id="shot_t800", lufs=-24, priority=4),
        Cue(id="shot_flesh", lufs=-26, priority=4),
        Cue(id="ricochet", lufs=-27, priority=3),
        # hands and bodies
        Cue(id="shove", lufs=-27, priority=3, living=True),
        Cue(id="grab", lufs=-27, priority=3, living=True),
        Cue(id="fall", lufs=-25, priority=4, living=True),
        Cue(id="throw", lufs=-29, priority=3),
        Cue(id="clatter", lufs=-24, priority=5, carries=True),
        Cue(id="seized", lufs=-20, priority=9, bus=TELLS, tell=True, takes=1),
        Cue(id="freed", lufs=-24, priority=6, takes=1),
        # doors and glass
        Cue(id="door_open", lufs=-29, priority=4, carries=True),
        Cue(id="door_close", lufs=-29, priority=4, carries=True),
        Cue(id="slide", lufs=-31, priority=3, carries=True),
        Cue(id="door_heavy", lufs=-23, priority=5, carries=True),
        Cue(id="gate", lufs=-24, priority=5, carries=True),
        Cue(id="shutter", lufs=-21, priority=6, carries=True),
        Cue(id="glass_break", lufs=-18, priority=6, carries=True),
        Cue(id="rail_torn", lufs=-18, priority=6, carries=True),
        # devices
        Cue(id="device", lufs=-28, priority=3),
        Cue(id="lever", lufs=-26, priority=4),
        Cue(id="keypad", lufs=-28, priority=2, takes=1),
        Cue(id="deck", lufs=-28, priority=3),
        Cue(id="lamps", lufs=-28, priority=3),
        Cue(id="phone", lufs=-24, priority=5, takes=1, carries=True),
        Cue(id="take", lufs=-30, priority=2, takes=1),
        Cue(id="alarm", lufs=-22, priority=6, takes=1, loop=2.0, carries=True),
        Cue(id="bell", lufs=-22, priority=6, takes=1, loop=2.0, carries=True),
        Cue(id="siren", lufs=-22, priority=6, takes=1, loop=2.0, carries=True),
        Cue(id="radio", lufs=-24, priority=6, bus=VOICES),
        # people
        Cue(id="scream", lufs=-21, priority=6, bus=VOICES, living=True, takes=4, carries=True),
        Cue(id="shout", lufs=-23, priority=6, bus=VOICES, living=True, takes=3, carries=True),
        Cue(id="panic", lufs=-23, priority=5, bus=VOICES, takes=1),
        Cue(id="whistle", lufs=-24, priority=7, bus=VOICES, takes=1, carries=True),
        Cue(id="crowd", lufs=-32, priority=1, bus=AMBIENCE, takes=1, loop=6.0),
        # hazards and vehicles
        Cue(id="steam_warn", lufs=-22, priority=8, bus=TELLS, tell=True, takes=1),
        Cue(id="steam", lufs=-20, priority=6),
        Cue(id="sparks", lufs=-22, priority=6),
        Cue(id="press_warn", lufs=-16.5, priority=8, bus=TELLS, tell=True, takes=1, carries=True),
        Cue(id="press", lufs=-16, priority=6, carries=True),
        Cue(id="cryo", lufs=-20, priority=6),
        Cue(id="sizzle", lufs=-22, priority=5, takes=1),
        Cue(id="gears", lufs=-21, priority=6),
        Cue(id="start", lufs=-20, priority=6, takes=1, carries=True),
        Cue(id="roll", lufs=-22, priority=6, takes=1, carries=True),
        Cue(id="engine", lufs=-22, priority=6, takes=1, carries=True),
        Cue(id="crash", lufs=-15, priority=7, carries=True),
        Cue(id="skid", lufs=-21, priority=5),
        Cue(id="car", lufs=-27, priority=4, takes=1, loop=2.0),
        Cue(id="bike", lufs=-26, priority=4, takes=1, loop=2.0),
        Cue(id="truck", lufs=-23, priority=6, takes=1, loop=2.0),
        Cue(id="helicopter", lufs=-25, priority=5, takes=1, loop=2.0),
        Cue(id="hoist", lufs=-27, priority=5, takes=1, loop=2.0),
        # places
        Cue(id="molten", lufs=-30, priority=3, bus=AMBIENCE, takes=1, loop=4.0),
        Cue(id="mill", lufs=-31, priority=1, bus=AMBIENCE, takes=1, loop=4.0),
        Cue(id="air", lufs=-36, priority=1, bus=AMBIENCE, takes=1, loop=4.0),
        Cue(id="night", lufs=-36, priority=1, bus=AMBIENCE, takes=1, loop=4.0),
        Cue(id="arcade", lufs=-32, priority=1, bus=AMBIENCE, takes=1, loop=6.0),
        Cue(id="fountain", lufs=-33, priority=1, bus=AMBIENCE, takes=1, loop=4.0),
        Cue(id="hum", lufs=-35, priority=1, bus=AMBIENCE, takes=1, loop=4.0),
        Cue(id="steam_bed", lufs=-26, priority=5, takes=1, loop=2.0),
        # the player's own state
        Cue(id="clock", lufs=-20, priority=9, bus=TELLS, tell=True, takes=1, loop=1.0),
        Cue(id="t800_down", lufs=-22, priority=7, takes=1),
        Cue(id="reboot", lufs=-22, priority=7, takes=1),
        Cue(id="rise", lufs=-30, priority=3, living=True),
        Cue(id="scan", lufs=-27, priority=4, takes=1),
        Cue(id="match", lufs=-30, priority=3, bus=SCREEN, takes=1),
        Cue(id="mark", lufs=-29, priority=3, bus=SCREEN, takes=1),
        # stings
        Cue(id="sting_seen", lufs=-21, priority=7, bus=SCREEN, takes=1),
        Cue(id="sting_noticed", lufs=-26, priority=6, bus=SCREEN, takes=1),
        Cue(id="sting_proof", lufs=-22, priority=7, bus=SCREEN, takes=1),
        Cue(id="sting_fact", lufs=-26, priority=6, bus=SCREEN, takes=1),
        Cue(id="sting_objective", lufs=-26, priority=6, bus=SCREEN, takes=1),
        Cue(id="sting_checkpoint", lufs=-27, priority=5, bus=SCREEN, takes=1),
        Cue(id="sting_won", lufs=-22, priority=8, bus=SCREEN, takes=1),
        Cue(id="sting_lost", lufs=-20, priority=9, bus=SCREEN, takes=1),
        # the story's cards: the thing that each one shows
        *(Cue(id=f"card_{hand}", lufs=-26, priority=6, bus=SCREEN, takes=1) for hand in HANDS),
        # screens
        Cue(id="ui_move", lufs=-33, priority=1, bus=SCREEN, takes=1),
        Cue(id="ui_ok", lufs=-29, priority=1, bus=SCREEN, takes=1),
        Cue(id="ui_back", lufs=-30, priority=1, bus=SCREEN, takes=1),
    )
}

# Cues of things that no level has yet: a gun and a machine of missions that cards still tell. Checks hear tells over them.
AHEAD = ("minigun", "helicopter")


def files(cue: Cue) -> tuple[str, ...]:
    """Return the stems of a cue's files, one a take."""
    return (cue.id,) if cue.takes == 1 else tuple(f"{cue.id}_{take}" for take in range(cue.takes))
