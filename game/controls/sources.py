"""Turns pygame events into inputs by name: which went down, which went up, where the sticks are; knows no actions."""

from typing import Any

import pygame
from pygame._sdl2 import controller

DEAD = 0.22  # share of a stick's way that counts as rest
TRIGGER_DOWN, TRIGGER_UP = 0.4, 0.25  # two thresholds, so that a trembling finger does not fire twice

_SCANCODES = {getattr(pygame, n): n[6:].lower() for n in dir(pygame) if n.startswith("KSCAN_")}
_KEYCODES = {getattr(pygame, n): n[2:].lower() for n in dir(pygame) if n.startswith("K_")}
PAD_BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: "pad_a",
    pygame.CONTROLLER_BUTTON_B: "pad_b",
    pygame.CONTROLLER_BUTTON_X: "pad_x",
    pygame.CONTROLLER_BUTTON_Y: "pad_y",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "pad_lb",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "pad_rb",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "pad_l3",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "pad_r3",
    pygame.CONTROLLER_BUTTON_BACK: "pad_view",
    pygame.CONTROLLER_BUTTON_START: "pad_menu",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "pad_up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "pad_down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "pad_left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "pad_right",
}
_TRIGGERS = {pygame.CONTROLLER_AXIS_TRIGGERLEFT: "pad_lt", pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "pad_rt"}
_STICKS = {
    pygame.CONTROLLER_AXIS_LEFTX: (0, 0),
    pygame.CONTROLLER_AXIS_LEFTY: (0, 1),
    pygame.CONTROLLER_AXIS_RIGHTX: (1, 0),
    pygame.CONTROLLER_AXIS_RIGHTY: (1, 1),
}
PLUGS = (pygame.CONTROLLERDEVICEADDED, pygame.CONTROLLERDEVICEREMOVED)
MOUSE_BUTTONS = (1, 2, 3, 6, 7)  # 4 and 5 are the wheel's old names and come beside MOUSEWHEEL


def key_name(event: pygame.event.Event) -> str:
    """Return the name of the key of a KEYDOWN or KEYUP event: its place on the keyboard where the event tells it."""
    place = _SCANCODES.get(getattr(event, "scancode", pygame.KSCAN_UNKNOWN), "unknown")
    return place if place != "unknown" else _KEYCODES.get(event.key, f"key{event.key}")


def settled(x: float, y: float) -> tuple[float, float]:
    """Return a stick's place with its dead zone cut out, at most 1 long, the direction kept."""
    size = (x * x + y * y) ** 0.5
    if size <= DEAD:
        return 0.0, 0.0
    want = min(1.0, (size - DEAD) / (1.0 - DEAD)) / size
    return x * want, y * want


class Sources:
    """Every input's state: `down` now; the sticks (move, look), raw pairs in -1..1; `device` was used last."""

    def __init__(self) -> None:
        self.down: set[str] = set()
        self.sticks = [[0.0, 0.0], [0.0, 0.0]]
        self.device = "mouse"
        self.pads: dict[int, Any] = {}
        self.unplugged = False

    def read(self, event: pygame.event.Event) -> tuple[list[str], list[str]]:
        """Take in one event; return the inputs that went down and those that went up."""
        before = set(self.down)
        wheel = self._change(event)
        return sorted(self.down - before) + wheel, sorted(before - self.down) + wheel

    def let_go(self) -> None:
        """Forget everything that is held: the window lost the keyboard, or the game stopped listening."""
        self.down.clear()
        self.sticks = [[0.0, 0.0], [0.0, 0.0]]

    def _change(self, event: pygame.event.Event) -> list[str]:
        """Update the state; return wheel notches, which go down and up in one."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            self.down.add(key_name(event))
        elif kind == pygame.KEYUP:
            self.down.discard(key_name(event))
        elif kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button in MOUSE_BUTTONS:
            (self.down.add if kind == pygame.MOUSEBUTTONDOWN else self.down.discard)(f"mouse{event.button}")
            self.device = "mouse"
        elif kind == pygame.MOUSEMOTION:
            self.device = "mouse"
        elif kind == pygame.MOUSEWHEEL and event.y:
            return ["wheelup" if event.y > 0 else "wheeldown"]
        else:
            self._pad(event)
        return []

    def _pad(self, event: pygame.event.Event) -> None:
        kind = event.type
        if kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP) and event.button in PAD_BUTTONS:
            (self.down.add if kind == pygame.CONTROLLERBUTTONDOWN else self.down.discard)(PAD_BUTTONS[event.button])
            self.device = "pad"
        elif kind == pygame.CONTROLLERAXISMOTION:
            self._axis(event.axis, max(-1.0, event.value / 32767))
        elif kind == pygame.CONTROLLERDEVICEADDED:
            self._plug(event.device_index)
        elif kind == pygame.CONTROLLERDEVICEREMOVED:
            self._unplug(event.instance_id)

    def _axis(self, axis: int, value: float) -> None:
        if axis in _STICKS:
            stick, side = _STICKS[axis]
            self.sticks[stick][side] = value
            if abs(value) > 2 * DEAD:
                self.device = "pad"
        elif axis in _TRIGGERS:
            name = _TRIGGERS[axis]
            if value > TRIGGER_DOWN:
                self.down.add(name)
                self.device = "pad"
            elif value < TRIGGER_UP:
                self.down.discard(name)

    def _plug(self, index: int) -> None:
        try:
            pad = controller.Controller(index)
            self.pads[pad.as_joystick().get_instance_id()] = pad
        except (pygame.error, ValueError, IndexError):
            return  # gone again before we looked

    def _unplug(self, instance: int) -> None:
        """Drop a pad and whatever it held; `unplugged` stays set until the game has offered its pause."""
        self.pads.pop(instance, None)
        self.down = {s for s in self.down if not s.startswith("pad_")}
        self.sticks = [[0.0, 0.0], [0.0, 0.0]]
        self.unplugged = self.unplugged or self.device == "pad"
        self.device = "mouse"


def listen() -> None:
    """Start listening to pads; those already plugged in arrive as CONTROLLERDEVICEADDED events."""
    controller.init()
