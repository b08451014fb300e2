"""The picture's hot loops: lamps cast at load, floors relit when a lamp group is switched, wall sides, the machine's red."""

from math import atan2, cos, pi, sin, sqrt
from typing import Any

import numpy as np

from game.core.jit import kernel, maker

RAYS = 1024
OPEN, WALL, TALL = 0, 1, 2  # what stands on a pixel of the half-size grid
FRONT = 7  # a wall's side takes the light of the floor this many pixels before it
BANDS = 16  # tones from the floor to the top of a side
SHADED = 0.5  # brightness of a wall's top in the dark
HATCH, HATCHED = 6, 84  # pixels between two lines of the hatching of dark places, and their tone
GLARE, SOFT = 176.0, 0.42  # brightness from which the lit floor is bent down, and how far
EDGE = 60  # the most that an edge counts
SPOTS = 5  # points of a lamp that throw shadows of their own, so that edges are soft


@maker
def cast(out: Any, stands: Any, x: Any, y: Any, radius: Any, power: Any, spread: Any, shadow: Any) -> None:
    """Add one lamp to out [y, x] at half size, softly shadowed: power * (1 - d²/r²)^1.5. Places in half-size pixels.

    stands u8 [y, x]: OPEN, WALL or TALL; a wall is lit a little way in, a tall thing all over its top.
    """
    h, w = out.shape
    reach = int(radius)
    near_wall = np.empty((SPOTS, RAYS), np.float32)
    near_any = np.empty((SPOTS, RAYS), np.float32)
    for s in range(SPOTS):
        a = 2.0 * pi * s / (SPOTS - 1)
        sx, sy = (x, y) if s == SPOTS - 1 else (x + spread * cos(a), y + spread * sin(a))
        for k in range(RAYS):
            way = -pi + 2.0 * pi * k / RAYS
            c, d = cos(way), sin(way)
            wall, thing = 1e9, 1e9
            for i in range(1, reach + 8):
                px, py = int(sx + c * i), int(sy + d * i)
                if px < 0 or py < 0 or px >= w or py >= h:
                    break
                what = stands[py, px]
                if what == TALL and thing > 1e8:
                    thing = i
                if what == WALL:
                    wall = i
                    break
            near_wall[s, k] = wall
            near_any[s, k] = min(wall, thing)
    for py in range(max(0, int(y) - reach), min(h, int(y) + reach + 1)):
        for px in range(max(0, int(x) - reach), min(w, int(x) + reach + 1)):
            dx, dy = px + 0.5 - x, py + 0.5 - y
            f = 1.0 - (dx * dx + dy * dy) / (radius * radius)
            if f <= 0.0:
                continue
            share = 1.0
            if shadow:
                what, share = stands[py, px], 0.0
                for s in range(SPOTS):
                    a = 2.0 * pi * s / (SPOTS - 1)
                    if s < SPOTS - 1:
                        dx, dy = px + 0.5 - x - spread * cos(a), py + 0.5 - y - spread * sin(a)
                    else:
                        dx, dy = px + 0.5 - x, py + 0.5 - y
                    k = int((atan2(dy, dx) + pi) / (2.0 * pi) * RAYS + 0.5) % RAYS
                    d = sqrt(dx * dx + dy * dy)
                    if what == WALL:
                        share += min(1.0, max(0.0, (near_wall[s, k] + 7.0 - d) * 0.25))
                    elif what == TALL:
                        share += min(1.0, max(0.0, (near_wall[s, k] + 1.0 - d) * 0.7))
                    else:
                        share += min(1.0, max(0.0, (near_any[s, k] + 1.5 - d) * 0.7))
                share /= SPOTS
            out[py, px] += power * f * sqrt(f) * share


@kernel
def relight(albedo: Any, shine: Any, light: Any, out: Any, x0: Any, y0: Any, x1: Any, y1: Any) -> None:
    """Write out = albedo x light in a rectangle.

    albedo, out u32 [y, x]; shine u8 [y, x] (255: shows its own colour); light f4 [y/2, x/2, 3].
    """
    lh, lw = light.shape[0], light.shape[1]
    for y in range(y0, y1):
        v = min(max((y - 0.5) * 0.5, 0.0), lh - 1.0)
        v0 = int(v)
        v1, fv = min(v0 + 1, lh - 1), v - v0
        for x in range(x0, x1):
            u = min(max((x - 0.5) * 0.5, 0.0), lw - 1.0)
            u0 = int(u)
            u1, fu = min(u0 + 1, lw - 1), u - u0
            own = shine[y, x] / 255.0
            pixel = albedo[y, x]
            colour = np.uint32(0)
            for c in range(3):
                top = light[v0, u0, c] * (1.0 - fu) + light[v0, u1, c] * fu
                low = light[v1, u0, c] * (1.0 - fu) + light[v1, u1, c] * fu
                lit = (top * (1.0 - fv) + low * fv) * (1.0 - own) + own
                value = (pixel >> (16 - 8 * c) & 255) * lit
                if value > GLARE:  # white things keep their drawing, and what is whiter than they is a light
                    value = min(255.0, GLARE + (value - GLARE) * SOFT)
                colour |= np.uint32(value) << np.uint32(16 - 8 * c)
            out[y, x] = colour


@kernel
def sides(frame: Any, live: Any, light: Any, runs: Any, tones: Any, cam_x: Any, cam_y: Any, lean: Any) -> None:
    """Draw the sides of walls that face the screen's centre, leaning outward, lit by the floor before them.

    frame u32 [y, x]; live u32 at half size, aligned to even world pixels; light f4 [y/2, x/2, 3];
    runs as shadow.wall_edges; tones f4 [style, BANDS, 3].
    """
    h, w = frame.shape
    mx, my = w / 2.0, h / 2.0
    for k in range(runs.shape[0]):
        x0, y0, x1, y1 = runs[k, 0] - cam_x, runs[k, 1] - cam_y, runs[k, 2] - cam_x, runs[k, 3] - cam_y
        nx, ny, style = runs[k, 4], runs[k, 5], int(runs[k, 6])
        if x1 < -8 or y1 < -8 or x0 > w + 8 or y0 > h + 8 or (mx - x0) * nx + (my - y0) * ny <= 0:
            continue
        flat = ny != 0  # runs along x
        if flat:
            base, mid_a, mid_b, limit_a, limit_b, a0, a1 = y0, my, mx, h, w, x0, x1
        else:
            base, mid_a, mid_b, limit_a, limit_b, a0, a1 = x0, mx, my, w, h, y0, y1
        top = mid_a + (base - mid_a) * lean
        way = 1 if top > base else -1
        rows = int(abs(top - base)) + 1
        for r in range(rows):
            line = int(base) + way * r if way > 0 else int(base) - 1 - r
            if line < 0 or line >= limit_a:
                continue
            t = min(1.0, (r + 0.5) / max(abs(top - base), 1.0))
            s = 1.0 + (lean - 1.0) * t
            band = min(BANDS - 1, int(t * BANDS))
            lo = max(0, int(mid_b + (a0 - mid_b) * s + 0.5))
            hi = min(limit_b, int(mid_b + (a1 - mid_b) * s + 0.5))
            for q in range(lo, hi):
                along = min(max(mid_b + (q - mid_b) / s, a0), a1 - 1)
                if flat:
                    fx, fy = along, base + ny * FRONT
                else:
                    fx, fy = base + nx * FRONT, along
                lx = min(max(int(fx + cam_x) >> 1, 0), light.shape[1] - 1)
                ly = min(max(int(fy + cam_y) >> 1, 0), light.shape[0] - 1)
                vx = min(max(int(fx + (cam_x & 1)) >> 1, 0), live.shape[1] - 1)
                vy = min(max(int(fy + (cam_y & 1)) >> 1, 0), live.shape[0] - 1)
                v = live[vy, vx]
                red = min(255.0, tones[style, band, 0] * ((light[ly, lx, 0] + (v >> 16 & 255) / 255.0) * 0.9 + 0.05))
                green = min(255.0, tones[style, band, 1] * ((light[ly, lx, 1] + (v >> 8 & 255) / 255.0) * 0.9 + 0.05))
                blue = min(255.0, tones[style, band, 2] * ((light[ly, lx, 2] + (v & 255) / 255.0) * 0.9 + 0.05))
                colour = (np.uint32(red) << 16) | (np.uint32(green) << 8) | np.uint32(blue)
                if flat:
                    frame[line, q] = colour
                else:
                    frame[q, line] = colour


@kernel
def tops(out: Any, bright: Any, wall: Any, spread: Any, lean: Any, x0: Any, y0: Any) -> Any:
    """Write a piece of the lit tops of walls, enlarged by `lean`; (x0, y0) is its corner there. Return how many pixels.

    out u32 [y, x]; bright f4 [y, x, 3]; wall bool [y, x]; spread f4 [y/4, x/4, 3]: the light near each top.
    """
    h, w = out.shape
    made = 0
    for y in range(h):
        v = min(int((y + y0) / lean), wall.shape[0] - 1)
        for x in range(w):
            u = min(int((x + x0) / lean), wall.shape[1] - 1)
            if not wall[v, u]:
                continue
            made += 1
            colour = np.uint32(0)
            for c in range(3):
                near = spread[min(v >> 2, spread.shape[0] - 1), min(u >> 2, spread.shape[1] - 1), c]
                lit = SHADED + (1.0 - SHADED) * min(1.2, near)
                colour |= np.uint32(min(255.0, bright[v, u, c] * lit)) << np.uint32(16 - 8 * c)
            out[y, x] = colour
    return made


@kernel
def redden(
    frame: Any, grey: Any, lift: Any, dither: Any, gain: Any, ramp: Any, dark: Any, cam_x: Any, cam_y: Any
) -> None:
    """Turn a frame into what the machine sees: luminance and edges through a dithered ramp, dark places hatched.

    frame u32 [y, x]; grey u8 scratch; lift u8 [256]: what becomes of a luminance; dither, gain u8 [y, x];
    ramp u32 [256]; dark u8, half cells of the map.
    """
    h, w = frame.shape
    for y in range(h):
        for x in range(w):
            p = frame[y, x]
            grey[y, x] = lift[(77 * (p >> 16 & 255) + 150 * (p >> 8 & 255) + 29 * (p & 255)) >> 8]
    for y in range(h):
        row = min(max((y + cam_y) >> 4, 0), dark.shape[0] - 1)
        phase = (cam_x + y + cam_y) % HATCH
        for x in range(w):
            g = np.int64(grey[y, x])
            total: Any = g - (g >> 3) + np.int64(dither[y, x]) - 14
            if y and x:
                one = abs(np.int64(grey[y, x - 1]) - np.int64(grey[y - 1, x]))
                two = abs(g - np.int64(grey[y - 1, x - 1]))
                edge = one if one > two else two
                total += 2 * (edge if edge < EDGE else EDGE)
            if phase == 0 and total < HATCHED and dark[row, min(max((x + cam_x) >> 4, 0), dark.shape[1] - 1)]:
                total = HATCHED
            phase = phase + 1 if phase < HATCH - 1 else 0
            colour, k = ramp[0 if total < 0 else 255 if total > 255 else total], np.uint32(gain[y, x])
            frame[y, x] = ((colour & 0xFF00FF) * k >> 8 & 0xFF00FF) | ((colour & 0xFF00) * k >> 8 & 0xFF00)


def warm() -> None:
    """Compile every loop here for the types that the view calls them with."""
    pixels, half = np.zeros((4, 4), np.uint32), np.zeros((2, 2, 3), np.float32)
    cast(np.zeros((2, 2), np.float32), np.zeros((2, 2), np.uint8), 1.0, 1.0, 2.0, 1.0, 0.5, True)
    relight(pixels, np.zeros((4, 4), np.uint8), half, pixels.copy(), 0, 0, 4, 4)
    tops(pixels, np.zeros((4, 4, 3), np.float32), np.ones((4, 4), np.bool_), half, 1.0625, 0, 0)
    runs, tones = np.zeros((1, 7), np.float32), np.zeros((1, BANDS, 3), np.float32)
    sides(pixels, pixels, half, runs, tones, 0, 0, 1.0625)
    plain = np.zeros((4, 4), np.uint8)
    lift = np.zeros(256, np.uint8)
    redden(pixels, plain.copy(), lift, plain, plain, np.zeros(256, np.uint32), plain, 0, 0)
