"""What each key, mouse button and pad button does: one table of actions, and how a player changes it.

An input is a short word: "w", "lshift", "mouse1", "wheelup", "pad_a". Keys are places on the keyboard, not letters,
so that WASD stays under the left hand on every layout.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Binds = dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Action:
    """Something a player can do.

    words    what the options page calls it
    inputs   what does it, unless the settings say otherwise
    hold     it lasts while held, so it can be made a toggle
    """

    id: str
    words: str
    inputs: tuple[str, ...]
    hold: bool = False


ACTIONS: dict[str, Action] = {
    a.id: a
    for a in (
        Action(id="up", words="MOVE UP", inputs=("w",)),
        Action(id="left", words="MOVE LEFT", inputs=("a",)),
        Action(id="down", words="MOVE DOWN", inputs=("s",)),
        Action(id="right", words="MOVE RIGHT", inputs=("d",)),
        Action(id="run", words="RUN", inputs=("lshift", "pad_l3"), hold=True),
        Action(id="sneak", words="SNEAK", inputs=("lctrl", "pad_r3"), hold=True),
        Action(id="fire", words="FIRE, STRIKE", inputs=("mouse1", "pad_rt")),
        Action(id="steady", words="STEADY", inputs=("mouse3", "pad_lt"), hold=True),
        Action(id="shove", words="SHOVE, HOLD TO HAUL", inputs=("f", "pad_b"), hold=True),
        Action(id="interact", words="INTERACT", inputs=("e", "pad_a"), hold=True),
        Action(id="vault", words="VAULT", inputs=("space",)),
        Action(id="throw", words="THROW", inputs=("g", "pad_left")),
        Action(id="mark", words="MARK A FACE", inputs=("mouse2", "pad_right")),
        Action(id="scan", words="SCAN", inputs=("v", "pad_rb"), hold=True),
        Action(id="order", words="ORDER, HOLD FOR WHEEL", inputs=("q", "pad_lb")),
        Action(id="stand_down", words="STAND DOWN", inputs=("x", "pad_down"), hold=True),
        Action(id="ask", words="ASK", inputs=("t", "pad_up")),
        Action(id="whistle", words="WHISTLE", inputs=("h",)),
        Action(id="weapon1", words="HANDS", inputs=("1",)),
        Action(id="weapon2", words="PISTOL", inputs=("2",)),
        Action(id="weapon3", words="LONG GUN", inputs=("3",)),
        Action(id="weapon4", words="HEAVY GUN", inputs=("4",)),
        Action(id="next_weapon", words="NEXT WEAPON, HOLD FOR WHEEL", inputs=("z", "wheeldown", "pad_y")),
        Action(id="last_weapon", words="LAST WEAPON", inputs=("wheelup",)),
        Action(id="reload", words="RELOAD", inputs=("r", "pad_x")),
        Action(id="vision", words="MACHINE VISION", inputs=("c",)),
        Action(id="skip", words="SKIP WORDS", inputs=("return",)),
        Action(id="map", words="MAP", inputs=("tab", "pad_view")),
        Action(id="retry", words="RETRY, HOLD", inputs=("backspace",)),
        Action(id="pause", words="PAUSE", inputs=("escape", "pad_menu")),
    )
}
# a pad has too few buttons: a short press of one action's button begins another
PAD_TAPS = {"scan": "vision", "stand_down": "whistle"}
TOGGLED = ("sneak",)  # holds that are toggles unless the settings say otherwise

_SHORT = {
    "lshift": "L SHIFT",
    "rshift": "R SHIFT",
    "lctrl": "L CTRL",
    "rctrl": "R CTRL",
    "lalt": "L ALT",
    "ralt": "R ALT",
}
_SHORT |= {"mouse1": "LEFT BUTTON", "mouse2": "MIDDLE BUTTON", "mouse3": "RIGHT BUTTON", "escape": "ESC"}
_SHORT |= {"wheelup": "WHEEL UP", "wheeldown": "WHEEL DOWN", "backspace": "BACKSPACE", "return": "ENTER"}
_SHORT |= {"pad_left": "D-LEFT", "pad_right": "D-RIGHT", "pad_up": "D-UP", "pad_down": "D-DOWN"}


def on_pad(source: str) -> bool:
    """Say whether an input belongs to a pad."""
    return source.startswith("pad_")


def label(source: str) -> str:
    """Return what a page calls an input."""
    return _SHORT.get(source, source.removeprefix("pad_").upper())


def binds(changed: Mapping[str, tuple[str, ...]]) -> Binds:
    """Return the whole table: the defaults with a player's own changes over them; unknown actions are left out."""
    return {id_: tuple(changed.get(id_, action.inputs)) for id_, action in ACTIONS.items()}


def actions_by_input(table: Binds) -> dict[str, str]:
    """Return the table turned round: input -> action."""
    return {source: action for action, sources in table.items() for source in sources}


def rebind(table: Binds, action: str, source: str) -> Binds:
    """Give an action a new input in place of its old ones of the same sort (keys and mouse, or pad).

    Whoever had that input gets the first of the old ones in exchange, so no input does two things and nothing is lost.
    """
    old = [s for s in table[action] if on_pad(s) == on_pad(source)]
    kept = tuple(s for s in table[action] if on_pad(s) != on_pad(source))
    changed = dict(table)
    for other, sources in table.items():
        if other != action and source in sources:
            changed[other] = tuple(s for s in sources if s != source) + tuple(old[:1])
    changed[action] = (source, *kept)
    return changed


def key_for(table: Binds, action: str, pad: bool = False) -> str:
    """Return the label of the first of an action's inputs of one sort; empty when it has none."""
    return next((label(s) for s in table.get(action, ()) if on_pad(s) == pad), "")


def keys_for(table: Binds, action: str, pad: bool = False) -> str:
    """Return the labels of an action's inputs of one sort, joined by a slash; empty when it has none."""
    return "/".join(label(s) for s in table.get(action, ()) if on_pad(s) == pad)
