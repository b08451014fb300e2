"""Follows the player with a look ahead, keeps the ward and the level in view, shakes; says where world points lie on the screen."""

import math

from game.view.pixels import H, W

LEAN = 34 / 32  # how much wider a wall's top is than its foot, seen from above
AHEAD = 96  # pixels that the view leans toward the aim
MIDDLE = 0.6  # the player stays in this share of the screen
EASE = 0.109  # twenty ticks cover nine tenths of the way
MARGIN = 40  # pixels between the ward and the edge of the screen
SHAKE, CALM = 6, 1.6 / 60  # pixels of shake at full trauma; trauma lost a tick


class Camera:
    """x, y: the world pixel in the screen's top left corner."""

    def __init__(self, level_size: tuple[int, int]) -> None:
        self.size = level_size
        self.trauma, self.x, self.y = 0.0, 0, 0
        self._lead: tuple[float, float] | None = None  # from the player to the middle of the view, eased
        # what a level bids: lead or show, place, until when
        self._cue: tuple[str, float, float, int] = ("", 0.0, 0.0, -1)

    def shake(self, trauma: float) -> None:
        """Add to the shake, at most 1 in all."""
        self.trauma = min(1.0, self.trauma + trauma)

    def cue(self, what: str, x: float, y: float, until: int) -> None:
        """Let a level point the view: `lead` leans it toward a world pixel, `show` looks there, until a tick."""
        self._cue = what, x, y, until

    def follow(
        self,
        player: tuple[float, float],
        aim: tuple[float, float],
        ward: tuple[float, float] | None,
        tick: int,
        slider: float = 1.0,
    ) -> None:
        """Move one tick. Places in pixels; `aim` 0..1 long; rounded against the player, or he trembles on the screen."""
        want = self._bidden(player, tick) or self._wanted(player, aim, ward)
        if self._lead is None:
            self._lead = want
        self._lead = self._lead[0] + (want[0] - self._lead[0]) * EASE, self._lead[1] + (want[1] - self._lead[1]) * EASE
        self.trauma = max(0.0, self.trauma - CALM)
        force = self.trauma**2 * SHAKE * slider
        lead_x = self._lead[0] - W / 2 + force * math.sin(tick * 2.1)
        lead_y = self._lead[1] - H / 2 + force * math.sin(tick * 2.7 + 1)
        self.x = self._kept(int(player[0]) + round(lead_x), self.size[0], W)
        self.y = self._kept(int(player[1]) + round(lead_y), self.size[1], H)

    def _bidden(self, player: tuple[float, float], tick: int) -> tuple[float, float] | None:
        """Return the vector that a level's cue asks for while it lasts."""
        what, x, y, until = self._cue
        dx, dy = x - player[0], y - player[1]
        if tick >= until or what not in ("lead", "show"):
            return None
        if what == "show":
            return dx, dy
        far = max(math.hypot(dx, dy), AHEAD)
        return self._wanted(player, (dx / far, dy / far), None)

    @staticmethod
    def _wanted(
        player: tuple[float, float], aim: tuple[float, float], ward: tuple[float, float] | None
    ) -> tuple[float, float]:
        """Return the vector from the player to the middle of the wanted view."""
        most = W * MIDDLE / 2, H * MIDDLE / 2
        room = W / 2 - MARGIN, H / 2 - MARGIN
        lead = [aim[0] * AHEAD, aim[1] * AHEAD]
        if ward is not None:
            gap = ward[0] - player[0], ward[1] - player[1]
            if all(abs(gap[i]) <= room[i] + most[i] for i in (0, 1)):  # both fit
                lead = [min(max(lead[i], gap[i] - room[i]), gap[i] + room[i]) for i in (0, 1)]
        return min(max(lead[0], -most[0]), most[0]), min(max(lead[1], -most[1]), most[1])

    @staticmethod
    def _kept(at: int, size: int, span: int) -> int:
        return (size - span) // 2 if size < span else min(max(at, 0), size - span)

    @property
    def centre(self) -> tuple[float, float]:
        """The world pixel in the middle of the screen."""
        return self.x + W / 2, self.y + H / 2

    def lean(self, x: float, y: float, scale: float = LEAN) -> tuple[float, float]:
        """Return the screen place of a world point that stands at the height where the world looks `scale` times as wide."""
        cx, cy = self.centre
        return (x - cx) * scale + W / 2, (y - cy) * scale + H / 2
