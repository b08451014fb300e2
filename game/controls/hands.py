"""The player's hands: what is held and pressed becomes one Command a tick."""

from collections.abc import Sequence

import pygame

from game.agent.command import ASK, FOLLOW, NO_ORDER, Command
from game.controls.bindings import ACTIONS, PAD_TAPS, TOGGLED, Binds, actions_by_input, binds, on_pad
from game.controls.held_over import HeldOver
from game.controls.inputs import Face, Inputs, Pair, command_from, marked, pulled
from game.controls.sources import Sources, settled
from game.controls.wheel import OPENS_AFTER, ORDERS_ALL, OpenWheel

TAP = 15  # ticks: a shorter press is a tap
FIRE_BUFFER = 8  # ticks that a press of the trigger stays wanted
PAD_REACH = 6.0  # metres that a whole push of the right stick aims ahead

_WAYS = frozenset({"up", "down", "left", "right"})
_LEGS = _WAYS | {"run"}
_SLOTS = {f"weapon{n}": n for n in range(1, 5)}
CROSS = ("pad_left", "pad_up", "pad_right", "pad_down")  # a pad has no numbers: with these it answers


class Hands:
    """Keeps what is held from event to event and makes a Command each tick.

    toggles  ids of the holds that a press switches on and off
    wheel    the open wheel of orders or of weapons, or None
    """

    def __init__(self, table: Binds | None = None, toggles: Sequence[str] = TOGGLED, assist: bool = True) -> None:
        self.sources = Sources()
        self.wheel: OpenWheel | None = None
        self.ages: dict[str, int] = {}
        self.on: set[str] = set()
        self._pressed: set[str] = set()
        self._released: set[str] = set()
        self._fire_for = 0
        self._held_over = HeldOver()
        self._pointed: tuple[Pair, Pair] | None = None  # the place and the aim as the orders' key went down
        self._cross = ""  # the way of the pad's cross that was pressed last since the last tick
        self._answered: set[str] = set()  # ways that gave an answer, until they come up
        self.set_up(table or binds({}), toggles, assist)

    def set_up(self, table: Binds, toggles: Sequence[str], assist: bool) -> None:
        """Take over changed settings."""
        self.actions = actions_by_input(table)
        self.toggles = frozenset(t for t in toggles if t in ACTIONS and ACTIONS[t].hold)
        self.on &= self.toggles
        self.assist = assist

    def handle(self, event: pygame.event.Event) -> list[str]:
        """Take in one event; return the actions that it began."""
        if event.type == pygame.WINDOWFOCUSLOST:
            self.let_go()
            return []
        went_down, went_up = self.sources.read(event)
        self._held_over.touched(went_down + went_up)
        self._cross = next((s for s in went_down if s in CROSS), self._cross)
        self._answered.difference_update(went_down)
        began = [self.actions[s] for s in went_down if s in self.actions]
        self._released.update(self.actions[s] for s in went_up if s in self.actions)
        began += [tapped for s in went_up if (tapped := self._tapped(s))]
        for action in began:
            self._pressed.add(action)
            if action in self.toggles:
                self.on ^= {action}
        return began

    def _tapped(self, source: str) -> str:
        """Return what a pad's button begins when it comes up after a short press, '' for most."""
        action = self.actions.get(source, "")
        short = on_pad(source) and source not in self._answered and self.age(action) < TAP
        return PAD_TAPS.get(action, "") if short else ""

    def _answer(self, asked: int) -> int:
        """Return the answer, 1.., that was given with the pad's cross since the last tick, 0 none; it does nothing else."""
        source, self._cross = self._cross, ""
        if source not in CROSS[:asked]:
            return 0
        action = self.actions.get(source, "")
        self.sources.down.discard(source)
        self._answered.add(source)
        self._pressed -= {action, PAD_TAPS.get(action, "")}
        self._released.discard(action)
        self.on ^= {action} & self.toggles
        return CROSS.index(source) + 1

    def let_go(self, keep_legs: bool = False) -> None:
        """Forget everything held; with `keep_legs` whoever held a walking key through a pause walks on."""
        legs = {s for s in self.sources.down if self.actions.get(s) in _LEGS} if keep_legs else set()
        self.sources.let_go()
        self.sources.down |= legs
        self.wheel = None
        self._fire_for = 0
        self.ages.clear()
        self._pressed.clear()
        self._released.clear()
        self._cross = ""

    def change_body(self) -> None:
        """The player drives another body: nothing that is held was meant for it; a way that is held on soon is."""
        stick = self.sources.sticks[0]
        self.let_go(keep_legs=True)
        self.sources.sticks[0] = stick  # one that lies still at its end sends nothing more
        self._held_over.begin((s for s in self.sources.down if self.actions.get(s) in _WAYS), (stick[0], stick[1]))

    def fired(self) -> None:
        """The weapon answered: the press of the trigger is used up."""
        self._fire_for = 0

    @property
    def choosing(self) -> bool:
        """Whether a wheel is open and its key still held: time may slow down."""
        return self.wheel is not None and any(self.actions.get(s) == self.wheel.action for s in self.sources.down)

    def spin(self, cursor: Pair) -> None:
        """Follow the cursor on the open wheel between two ticks."""
        if self.wheel:
            self._turn(self.wheel, frozenset(self._pressed), cursor)

    def age(self, action: str) -> int:
        """Return for how many ticks an action has been held."""
        return self.ages.get(action, 0)

    def tick(
        self,
        aim: Pair = (0.0, 0.0),
        *,
        cursor: Pair = (0.0, 0.0),
        at: Pair = (0.0, 0.0),
        slots: Sequence[int] = (),
        slot: int = 0,
        facing: Pair = (0.0, 0.0),
        faces: Sequence[Face] = (),
        asked: int = 0,
    ) -> Command:
        """Return this tick's Command and begin the next.

        aim      where the mouse points, metres from the body
        cursor   the mouse in frame pixels, for the wheel
        at       the body's place, metres
        slots    weapon slots that the body carries, `slot` the one in hand
        facing   where the body looks, unit
        faces    people in sight, for marks and for the pad's aim
        asked    how many answers the question has that is put, 0 none: a number, or the pad's cross, is one then
        """
        answer = self._answer(asked)
        stick = self._held_over.tick((self.sources.sticks[0][0], self.sources.sticks[0][1]))
        down = {self.actions[s] for s in self.sources.down - self._held_over.inputs if s in self.actions}
        self.ages = {action: self.ages.get(action, 0) + 1 for action in down}
        pressed, released = frozenset(self._pressed), frozenset(self._released)
        self._pressed, self._released = set(), set()
        if self.wheel:
            aim = self.wheel.aim  # the cursor chooses now
        elif self.sources.device == "pad":
            aim = self._stick_aim(faces)
        there = aim if aim != (0.0, 0.0) else (facing[0] * PAD_REACH, facing[1] * PAD_REACH)
        place = at[0] + there[0], at[1] + there[1]
        mark = marked(there, faces) if "mark" in pressed else (-1, 0)
        if self.wheel:
            down, pressed = down - {"fire"}, pressed - {"fire"}
        held = (down - self.toggles) | self.on | self._buffered(pressed)
        order, weapon, place = self._wheels(pressed, released, place, aim, cursor, slots, slot)
        weapon = answer or weapon
        inputs = Inputs(frozenset(held), pressed - self.toggles, stick)
        return command_from(inputs, aim, weapon, order, place, mark)

    def _stick_aim(self, faces: Sequence[Face]) -> Pair:
        x, y = settled(*self.sources.sticks[1])
        aim = (x * PAD_REACH, y * PAD_REACH)
        return pulled(aim, faces) if self.assist else aim

    def _buffered(self, pressed: frozenset[str]) -> set[str]:
        """Keep the trigger wanted for a moment after a press that came too early."""
        self._fire_for = FIRE_BUFFER if "fire" in pressed else max(0, self._fire_for - 1)
        return {"fire"} if self._fire_for else set()

    def _wheels(
        self,
        pressed: frozenset[str],
        released: frozenset[str],
        place: Pair,
        aim: Pair,
        cursor: Pair,
        slots: Sequence[int],
        slot: int,
    ) -> tuple[int, int, Pair]:
        """Open, move and close a wheel; return the order given on this tick, the weapon slot wanted, the order's place."""
        spun = self.wheel
        if "order" in pressed or self._pointed is None:
            self._pointed = place, aim  # the picture glides on under the cursor until the wheel opens
        if spun and self.age(spun.action):
            self._turn(spun, pressed, cursor)
            return NO_ORDER, 0, place
        if spun:
            self.wheel = None
            return (spun.chosen, 0, spun.place) if spun.action == "order" else (NO_ORDER, spun.chosen, place)
        for action, may in (("order", ORDERS_ALL), ("next_weapon", tuple(slots))):
            if self.age(action) >= OPENS_AFTER and may:
                there, aimed = self._pointed if action == "order" else (place, aim)
                self.wheel = OpenWheel(action, may, there, aimed, cursor)
                return NO_ORDER, 0, place
        order = ASK if "ask" in pressed else FOLLOW if "order" in released else NO_ORDER
        return order, _weapon(pressed, released, slots, slot), place

    def _turn(self, spun: OpenWheel, pressed: frozenset[str], cursor: Pair) -> None:
        number = next((n for action, n in _SLOTS.items() if action in pressed), 0)
        spun.turn(cursor, number, settled(*self.sources.sticks[1]))


def _weapon(pressed: frozenset[str], released: frozenset[str], slots: Sequence[int], slot: int) -> int:
    """Return the weapon slot wanted: by number, or the next or last of those carried; 0 keeps the one in hand."""
    for action, n in _SLOTS.items():
        if action in pressed:
            return n
    step = ("next_weapon" in released) - ("last_weapon" in pressed)
    carried = sorted(set(slots))
    if not step or len(carried) < 2:
        return 0
    here = carried.index(slot) if slot in carried else 0
    return carried[(here + step) % len(carried)]
