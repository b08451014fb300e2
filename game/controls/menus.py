"""What an event means in a menu: up, down, left, right, ok or back, from keys or pad, with repeats while held."""

import pygame

from game.controls.sources import PAD_BUTTONS

FIRST_REPEAT, REPEAT = 24, 6  # ticks
TILT = 0.6

_KEYS = {
    pygame.K_UP: "up",
    pygame.K_w: "up",
    pygame.K_DOWN: "down",
    pygame.K_s: "down",
    pygame.K_LEFT: "left",
    pygame.K_a: "left",
    pygame.K_RIGHT: "right",
    pygame.K_d: "right",
    pygame.K_RETURN: "ok",
    pygame.K_KP_ENTER: "ok",
    pygame.K_SPACE: "ok",
    pygame.K_e: "ok",
    pygame.K_ESCAPE: "back",
    pygame.K_BACKSPACE: "back",
}
_PAD = {"pad_up": "up", "pad_down": "down", "pad_left": "left", "pad_right": "right", "pad_a": "ok", "pad_b": "back"}
_PAD |= {"pad_menu": "menu"}
_WAYS = ("up", "down", "left", "right")


class MenuKeys:
    """Turns events into menu words; `tick` gives the repeats of a way that is held."""

    def __init__(self) -> None:
        self.way = ""
        self.age = 0
        self.tilt = [0.0, 0.0]

    def read(self, event: pygame.event.Event) -> str:
        """Return the word of one event, or ''. Alt+Enter belongs to the window."""
        if event.type == pygame.KEYDOWN:
            alt = getattr(event, "mod", 0) & pygame.KMOD_ALT
            return self._begin("" if alt else _KEYS.get(event.key, ""))
        if event.type == pygame.KEYUP and _KEYS.get(event.key) == self.way:
            self.way = ""
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            return self._begin(_PAD.get(PAD_BUTTONS.get(event.button, ""), ""))
        elif event.type == pygame.CONTROLLERBUTTONUP:
            self.way = ""
        elif event.type == pygame.CONTROLLERAXISMOTION and event.axis in (0, 1):
            return self._tilted(event.axis, event.value / 32767)
        elif event.type in (pygame.WINDOWFOCUSLOST, pygame.CONTROLLERDEVICEREMOVED):
            self.way = ""
        return ""

    def tick(self) -> str:
        """Return the held way each time it repeats, else ''."""
        if not self.way:
            return ""
        self.age += 1
        late = self.age - FIRST_REPEAT
        return self.way if late >= 0 and late % REPEAT == 0 else ""

    def _begin(self, word: str) -> str:
        self.way, self.age = (word if word in _WAYS else ""), 0
        return word

    def _tilted(self, axis: int, value: float) -> str:
        was, self.tilt[axis] = self.tilt[axis], value
        if abs(value) >= TILT > abs(was):
            return self._begin(("left", "right", "up", "down")[axis * 2 + (value > 0)])
        if abs(value) < TILT <= abs(was):
            self.way = ""
        return ""
