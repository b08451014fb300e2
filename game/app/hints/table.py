"""The hints: what each says, when there is a use for it, and what shows that the player knows it already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.app.hints import fights as f
from game.app.hints import moments as m

if TYPE_CHECKING:
    from game.app.screens.play import Play

Asked = Callable[["Play"], bool]


@dataclass(frozen=True, kw_only=True)
class Hint:
    """A row of the table; earlier rows come first.

    words   what is said; {run} is the key of an action, {walk} and {look} the sticks or the mouse
    when    whether there is a use for it now
    done    whether the player has just done it
    urgent  said at once, over anything else
    riding  said at the wheel only; all others never there
    here    about the place where he stands: it goes as he goes on
    """

    id: str
    words: str
    when: Asked
    done: Asked
    urgent: bool = False
    riding: bool = False
    here: bool = False


HINTS: tuple[Hint, ...] = (
    Hint(
        id="rescue",
        words="BESIDE IT: {shove} SHOVES IT OFF HIM",
        when=f.he_is_held,
        done=m.happened("Freed"),
        urgent=True,
    ),
    Hint(
        id="drive",
        words="{walk}: UP AND DOWN ARE THE PEDALS, LEFT AND RIGHT THE WHEEL",
        when=m.begun,
        done=m.has_driven,
        riding=True,
    ),
    Hint(
        id="lights",
        words="{interact} SWITCHES THE HEADLIGHTS",
        when=m.lights_are_asked_for,
        done=m.happened("HeadlightsSet"),
        riding=True,
    ),
    Hint(id="walk", words="{walk} WALK   {look} LOOKS AND AIMS", when=m.begun, done=m.walked),
    Hint(
        id="reload",
        words="{reload} RELOADS",
        when=m.runs_low,
        done=m.happened("Reloaded"),
    ),
    Hint(
        id="lower",
        words="HOLD {stand_down}: LOWER THE GUN BEFORE THEY SHOOT",
        when=f.law_is_near_a_gun,
        done=m.happened("StoodDown"),
        urgent=True,
    ),
    Hint(id="device", words="HOLD {interact}: USE WHAT IS NAMED OVER YOUR HEAD", when=m.at_a_device, done=m.is_using),
    Hint(
        id="match",
        words="FACE PEOPLE WITHIN 6 M: HIS PICTURE IS HELD BESIDE THEIRS",
        when=m.looks_for_him,
        done=m.happened("FaceMatched", "his"),
    ),
    Hint(
        id="order",
        words="TAP {order}: FOLLOW ME   HOLD {order}: MORE ORDERS",
        when=m.he_is_near,
        done=m.gives_an_order,
    ),
    Hint(
        id="fire",
        words="{fire} FIRES   TWO SHELLS WITHIN HALF A SECOND STAGGER IT",
        when=f.it_is_in_reach,
        done=m.happened("ShotFired"),
    ),
    Hint(
        id="fold",
        words="FOLD IT FIRST: {shove}, OR TWO SHELLS   A GRENADE STICKS IN IT ONLY THEN",
        when=f.aims_a_grenade,
        done=m.happened("Embedded"),
        urgent=True,
    ),
    Hint(
        id="one_arm",
        words="ONE ARM: TWO SHELLS COME TOO SLOWLY TO FOLD IT   {shove} STILL DOES",
        when=f.shoots_with_one_arm,
        done=f.shoves_it,
        urgent=True,
    ),
    Hint(
        id="scan",
        words="STAND STILL, HOLD {scan} ON A FACE: A LONG LOOK IS CERTAIN",
        when=m.an_officer_is_near,
        done=m.happened("Scanned"),
    ),
    Hint(
        id="ask_sarah",
        words="{ask} ON SARAH: HE ASKS WHAT ONLY SHE KNOWS",
        when=m.she_wants_to_be_asked,
        done=m.asks,
    ),
    Hint(
        id="ask_her",
        words="{ask} ON HER: ASK",
        when=m.an_ally_is_marked,
        done=m.an_ally_is_asked,
        urgent=True,
    ),
    Hint(
        id="restart",
        words="BESIDE IT, HOLD {interact}: START IT AGAIN",
        when=m.it_has_no_power,
        done=m.happened("BodyRose"),
        urgent=True,
    ),
    Hint(
        id="answer",
        words="{answers} GIVE YOUR ANSWER",
        when=m.is_asked,
        done=m.happened("QuestionAnswered"),
        urgent=True,
    ),
    Hint(
        id="mark",
        words="{mark} MARKS A FACE: HE IS TOLD WHOM TO FEAR",
        when=m.a_known_face_is_in_sight,
        done=m.marks_a_face,
    ),
    Hint(
        id="run", words="HOLD {run} TO RUN   {sneak} TO SNEAK: STEPS ARE HEARD", when=m.after(12), done=m.changed_gait
    ),
    Hint(
        id="weapons",
        words="{next_weapon} NEXT WEAPON   HOLD {next_weapon}: ALL OF THEM",
        when=m.carries_more,
        done=m.changes_weapon,
    ),
    Hint(id="vault", words="{vault}: OVER WHAT IS LOW", when=m.at_low_cover, done=m.is_vaulting, here=True),
    Hint(
        id="haul",
        words="HOLD {shove}: TAKE SOMEBODY BY THE COLLAR   AGAIN: LET GO",
        when=m.somebody_in_the_way,
        done=m.happened("Hauled"),
    ),
    Hint(id="vision", words="{vision} MACHINE VISION: LIGHT, NOISE, WHAT EYES SEE", when=m.after(35), done=m.sees_red),
    Hint(
        id="throw",
        words="HOLD {throw}, LET GO: A NOISE THERE DRAWS THEM THERE",
        when=m.after(50),
        done=m.happened("Thrown"),
    ),
    Hint(id="map", words="{map} THE MAP, AND WHAT WAS SAID", when=m.after(65), done=m.opened_the_map),
    Hint(
        id="ask",
        words="{ask} ON A FACE NEAR HIM: HE ASKS WHAT ONLY A FRIEND KNOWS",
        when=m.he_is_near_a_stranger,
        done=m.asks,
    ),
)
