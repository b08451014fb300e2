"""The clay: a height field, seen from straight above, in which things are built from balls, limbs, boxes, discs and slabs.

Axes: x right, y down the screen, z up; one unit is one native pixel times `unit`. Shading is another file's business.
"""

from collections.abc import Callable, Sequence

import numpy as np

from tools.paint.colour import Array, Field, Mask
from tools.paint.ramps import Material

Place = tuple[float, float, float]
Spot = tuple[slice, slice]
NOWHERE: Spot = (slice(0, 0), slice(0, 0))


class Clay:
    """A sculpture of width x height native pixels; its parts are given in its own axes, which `yaw` turns.

    height  [y, x] of every sample; 0 is the ground
    stuff   [y, x] number of the material, 0 for none; `number` gives it by role
    """

    def __init__(
        self,
        width: int,
        height: int,
        materials: dict[str, Material],
        *,
        samples: int = 3,
        yaw: float = 0.0,
        unit: float = 1.0,
        middle: tuple[float, float] | None = None,
    ) -> None:
        self.width, self.tall, self.samples, self.unit = width, height, samples, unit
        self.scale = samples * unit
        middle = middle or (width / 2, height / 2)
        self.ox, self.oy = middle[0] / unit, middle[1] / unit
        xs = (np.arange(width * samples, dtype=np.float32) + 0.5) / self.scale - self.ox
        ys = (np.arange(height * samples, dtype=np.float32) + 0.5) / self.scale - self.oy
        self.x, self.y = np.meshgrid(xs, ys)
        self.height: Field = np.zeros(self.x.shape, np.float32)
        self.stuff = np.zeros(self.x.shape, np.uint8)
        self.materials = materials
        self.number = {role: i + 1 for i, role in enumerate(materials)}
        self.lift = 0.0
        self.turn(yaw)

    def turn(self, yaw: float) -> None:
        """Face another way from here on."""
        self.yaw, self.cos, self.sin = yaw, float(np.cos(yaw)), float(np.sin(yaw))

    def local(self) -> tuple[Field, Field]:
        """Return every sample's place in the sculpture's own axes (u along x, v along y)."""
        return self.x * self.cos + self.y * self.sin, -self.x * self.sin + self.y * self.cos

    def has(self, *roles: str) -> Mask:
        """Return where the surface is one of these materials."""
        return np.isin(self.stuff, [self.number[role] for role in roles])

    def place(self, at: Place) -> Place:
        """Return a point of the sculpture's axes as a point of the picture's."""
        x, y, z = at
        return x * self.cos - y * self.sin, x * self.sin + y * self.cos, z + self.lift

    def _window(self, x0: float, y0: float, x1: float, y1: float) -> Spot:
        rows, columns = self.height.shape
        left, right = int((x0 + self.ox) * self.scale) - 1, int((x1 + self.ox) * self.scale) + 2
        top, bottom = int((y0 + self.oy) * self.scale) - 1, int((y1 + self.oy) * self.scale) + 2
        left, right, top, bottom = max(0, left), min(columns, right), max(0, top), min(rows, bottom)
        return (slice(top, bottom), slice(left, right)) if right > left and bottom > top else NOWHERE

    def _lay(self, spot: Spot, top: Array, inside: Array, role: str, soft: float) -> None:
        """Keep the higher of the old surface and the new; `soft` melts the two together over that height."""
        height, stuff = self.height[spot], self.stuff[spot]
        new = inside & (top > height)
        if soft > 0:
            share = np.clip(0.5 + 0.5 * (top - height) / soft, 0, 1)
            melted = height * (1 - share) + top * share + soft * share * (1 - share)
            height[...] = np.where(inside & (stuff > 0) & (share > 0), melted, np.where(new, top, height))
        else:
            height[...] = np.where(new, top, height)
        stuff[new] = self.number[role]

    # ---- parts; every `at` is (x, y, z), every role names a material
    def ball(self, at: Place, r: float, role: str, soft: float = 0.0) -> None:
        """Lay a ball."""
        self.egg(at, (r, r, r), role, soft=soft)

    def egg(self, at: Place, r: Place, role: str, *, yaw: float = 0.0, soft: float = 0.0, square: float = 2.0) -> None:
        """Lay an ellipsoid of three radii; `square` over 2 squares its outline."""
        x, y, z = self.place(at)
        reach = max(r[0], r[1])
        spot = self._window(x - reach, y - reach, x + reach, y + reach)
        cos, sin = np.cos(self.yaw + yaw), np.sin(self.yaw + yaw)
        dx, dy = self.x[spot] - x, self.y[spot] - y
        u, v = (dx * cos + dy * sin) / r[0], (-dx * sin + dy * cos) / r[1]
        q = u * u + v * v if square == 2.0 else np.abs(u) ** square + np.abs(v) ** square
        self._lay(spot, z + r[2] * np.sqrt(np.clip(1 - q, 0, 1)), q < 1, role, soft)

    def limb(self, a: Place, b: Place, ra: float, rb: float, role: str, *, soft: float = 0.0) -> None:
        """Lay a rounded rod from a to b that tapers from radius ra to rb."""
        ax, ay, az = self.place(a)
        bx, by, bz = self.place(b)
        reach = max(ra, rb)
        spot = self._window(min(ax, bx) - reach, min(ay, by) - reach, max(ax, bx) + reach, max(ay, by) + reach)
        dx, dy = bx - ax, by - ay
        px, py = self.x[spot] - ax, self.y[spot] - ay
        t = np.clip((px * dx + py * dy) / (dx * dx + dy * dy + 1e-6), 0, 1)
        r = ra + (rb - ra) * t
        off = (px - t * dx) ** 2 + (py - t * dy) ** 2
        self._lay(spot, az + (bz - az) * t + np.sqrt(np.clip(r * r - off, 0, None)), off < r * r, role, soft)

    def disc(self, at: Place, r: float, role: str, *, bevel: float = 1.0, other: float = 0.0) -> None:
        """Lay a flat-topped cylinder with its top at z; `other` is a second radius, across."""
        x, y, z = self.place(at)
        reach = max(r, other)
        spot = self._window(x - reach, y - reach, x + reach, y + reach)
        dx, dy = self.x[spot] - x, self.y[spot] - y
        u, v = dx * self.cos + dy * self.sin, (-dx * self.sin + dy * self.cos) * (r / (other or r))
        off = np.hypot(u, v) - r
        self._lay(spot, z - _bevel(off, bevel), off < 0, role, 0.0)

    def box(
        self,
        at: Place,
        half: Place,
        role: str,
        *,
        yaw: float = 0.0,
        round_: float = 1.0,
        bevel: float = 1.0,
        tilt: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        """Lay a block with its top at z + half z; tilt is the slope of that top along u and v."""
        x, y, z = self.place(at)
        reach = half[0] + half[1]
        spot = self._window(x - reach, y - reach, x + reach, y + reach)
        cos, sin = np.cos(self.yaw + yaw), np.sin(self.yaw + yaw)
        dx, dy = self.x[spot] - x, self.y[spot] - y
        u, v = dx * cos + dy * sin, -dx * sin + dy * cos
        qx, qy = np.abs(u) - half[0] + round_, np.abs(v) - half[1] + round_
        off = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0)) + np.minimum(np.maximum(qx, qy), 0) - round_
        top = z + half[2] + tilt[0] * u + tilt[1] * v
        self._lay(spot, top - _bevel(off, bevel), off < 0, role, 0.0)

    def slab(
        self,
        corners: Sequence[tuple[float, float]],
        z: float,
        role: str,
        *,
        bevel: float = 1.0,
        round_: float = 0.0,
        relief: Callable[[Field, Field], Array] | None = None,
    ) -> None:
        """Lay a polygon with its top at z; relief(u, v) is added to that."""
        outline = [self.place((x, y, 0.0))[:2] for x, y in corners]
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        spot = self._window(min(xs) - round_, min(ys) - round_, max(xs) + round_, max(ys) + round_)
        px, py = self.x[spot], self.y[spot]
        off = _outside(outline, px, py) - round_
        top: Array = np.full(px.shape, z + self.lift, np.float32)
        if relief is not None:
            top = top + relief(px * self.cos + py * self.sin, -px * self.sin + py * self.cos)
        self._lay(spot, top - _bevel(off, bevel), off < 0, role, 0.0)

    def paint(self, where: Array, role: str, *only: str) -> None:
        """Recolour samples of the surface, if given only those of some materials."""
        self.stuff[where & (self.has(*only) if only else self.stuff > 0)] = self.number[role]

    def cut(self, where: Array) -> None:
        """Take the surface away."""
        self.stuff[where] = 0
        self.height[where] = 0


def _bevel(off: Array, width: float) -> Array:
    """How far a rounded edge lies under its top; off: signed distance from the outline, negative inside."""
    if width <= 0:
        return np.zeros_like(off)
    inward = np.clip(-off / width, 0, 1)
    return width * (1 - np.sqrt(np.clip(1 - (1 - inward) ** 2, 0, 1)))


def _outside(outline: Sequence[tuple[float, float]], px: Field, py: Field) -> Array:
    """Signed distance of points to a polygon, negative inside."""
    nearest = np.full(px.shape, 1e9, np.float32)
    sign = np.ones(px.shape, np.float32)
    for (x0, y0), (x1, y1) in zip(outline, [outline[-1], *outline[:-1]], strict=True):
        ex, ey, wx, wy = x1 - x0, y1 - y0, px - x0, py - y0
        t = np.clip((wx * ex + wy * ey) / (ex * ex + ey * ey + 1e-9), 0, 1)
        nearest = np.minimum(nearest, (wx - ex * t) ** 2 + (wy - ey * t) ** 2)
        above, below, left = py >= y0, py < y1, ex * wy > ey * wx
        sign = np.where((above & below & left) | (~above & ~below & ~left), -sign, sign)
    return sign * np.sqrt(nearest)
