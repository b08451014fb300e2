"""The kernels under paths: a flood of path lengths over the half grid, the step down it, and lines that stay on the floor."""

import numpy as np

from game.core.ground import HALF, Bytes, Ints
from game.core.jit import kernel, maker

STRAIGHT, ASLANT = 10, 14  # what a step costs; STRAIGHT is half a metre
FAR = 1 << 28  # no way
TO_METRES = HALF / STRAIGHT
ASTRAY = 6  # cells from floor that may be walked, at most: pushed against a wall, caught in a doorway


@maker
def steps(walk: Bytes) -> Bytes:
    """Return which of the eight steps each cell allows, u8 [cells]: bits 0-3 left, right, up, down, 4-7 aslant, row by row."""
    rows, cols = walk.shape
    out = np.zeros(rows * cols, np.uint8)
    for r in range(rows):
        for c in range(cols):
            if walk[r, c] == 0:
                continue
            left, right = c > 0 and walk[r, c - 1] != 0, c + 1 < cols and walk[r, c + 1] != 0
            up, down = r > 0 and walk[r - 1, c] != 0, r + 1 < rows and walk[r + 1, c] != 0
            bits = (1 if left else 0) | (2 if right else 0) | (4 if up else 0) | (8 if down else 0)
            if up and left and walk[r - 1, c - 1] != 0:
                bits |= 16
            if up and right and walk[r - 1, c + 1] != 0:
                bits |= 32
            if down and left and walk[r + 1, c - 1] != 0:
                bits |= 64
            if down and right and walk[r + 1, c + 1] != 0:
                bits |= 128
            out[r * cols + c] = bits
    return out


@maker
def flood(steps: Bytes, cols: int, goal: int, most: int = FAR) -> Ints:
    """Return the path length from every cell to the goal cell, i4 [cells], FAR where there is no way.

    steps   of the walk table, as steps() says; cols   its columns
    most    path length up to which ways are followed: what lies farther off is FAR too
    """
    n = len(steps)
    way = np.array([-1, 1, -cols, cols, -cols - 1, 1 - cols, cols - 1, cols + 1], np.int32)
    far = np.full(n, FAR, np.int32)
    queue = np.empty(n + 1, np.int32)
    waiting = np.zeros(n, np.uint8)
    far[goal] = 0
    queue[0] = goal
    head, tail = 0, 1
    while head != tail:
        at = queue[head]
        head = head + 1 if head < n else 0
        waiting[at] = 0
        free, base = steps[at], far[at]
        for k in range(8):
            if free >> k & 1:
                to = at + way[k]
                cost = base + (STRAIGHT if k < 4 else ASLANT)
                if cost < far[to] and cost <= most:
                    far[to] = cost
                    if waiting[to] == 0:
                        waiting[to] = 1
                        queue[tail] = to
                        tail = tail + 1 if tail < n else 0
    return far


@kernel
def descend(walk: Bytes, far: Ints, at: int) -> int:
    """Return the neighbour cell that lies nearest to the goal, or the cell itself at the goal."""
    rows, cols = walk.shape
    r = at // cols
    c = at - r * cols
    best, least = at, far[at]
    for dr in range(-1, 2):
        y = r + dr
        if y < 0 or y >= rows:
            continue
        for dc in range(-1, 2):
            x = c + dc
            if x < 0 or x >= cols or walk[y, x] == 0:
                continue
            if dr != 0 and dc != 0 and (walk[r, x] == 0 or walk[y, c] == 0):
                continue
            if far[y * cols + x] < least:
                best, least = y * cols + x, far[y * cols + x]
    return best


@kernel
def nearest(walk: Bytes, x: float, y: float, reach: int) -> int:
    """Return the cell nearest to a point that may be walked, within `reach` cells; -1 none."""
    rows, cols = walk.shape
    c0, r0 = int(x * 2.0), int(y * 2.0)
    if 0 <= r0 < rows and 0 <= c0 < cols and walk[r0, c0] != 0:
        return int(r0 * cols + c0)
    best, least = -1, 1e18
    for ring in range(1, reach + 1):
        for r in range(r0 - ring, r0 + ring + 1):
            if r < 0 or r >= rows:
                continue
            edge = r == r0 - ring or r == r0 + ring
            for c in range(c0 - ring, c0 + ring + 1, 1 if edge else 2 * ring):
                if c < 0 or c >= cols or walk[r, c] == 0:
                    continue
                dx, dy = c * 0.5 + 0.25 - x, r * 0.5 + 0.25 - y
                if dx * dx + dy * dy < least:
                    best, least = r * cols + c, dx * dx + dy * dy
        if best >= 0 and least <= (ring * 0.5) * (ring * 0.5):
            break  # a farther ring cannot hold a nearer cell
    return best


def room_to_try() -> Ints:
    """Return scratch for footing(), i4 [2, cells]."""
    return np.zeros((2, (2 * ASTRAY + 1) ** 2), np.int32)


@kernel
def footing(walk: Bytes, air: Bytes, tried: Ints, x: float, y: float) -> tuple[int, int]:
    """Return the cell of floor that belongs to a point, and the next cell on the way to it; -1, -1 none.

    A body may stand where a grown one should not, pushed against a wall or wedged between props: the way out leads
    through air (cells whose middle nothing solid covers), never through what it is pressed against. tried: `room_to_try()`.
    """
    rows, cols = walk.shape
    c0, r0 = int(x * 2.0), int(y * 2.0)
    if c0 < 0 or r0 < 0 or r0 >= rows or c0 >= cols:
        at = nearest(walk, x, y, ASTRAY)
        return at, at
    if walk[r0, c0] != 0:
        return r0 * cols + c0, r0 * cols + c0
    side, came, queue = 2 * ASTRAY + 1, tried[0], tried[1]
    came[:] = -1
    middle = ASTRAY * side + ASTRAY
    came[middle] = middle
    queue[0] = middle
    head, tail = 0, 1
    while head < tail:
        k = queue[head]
        head += 1
        for way in range(4):
            v = k // side + (1 if way == 0 else -1 if way == 1 else 0)
            u = k % side + (1 if way == 2 else -1 if way == 3 else 0)
            r, c = r0 + v - ASTRAY, c0 + u - ASTRAY
            if u < 0 or v < 0 or u >= side or v >= side or r < 0 or c < 0 or r >= rows or c >= cols:
                continue
            j = v * side + u
            if came[j] >= 0 or (walk[r, c] == 0 and air[r, c] == 0):
                continue
            came[j] = k
            if walk[r, c] != 0:
                step = j
                while came[step] != middle:
                    step = came[step]
                return r * cols + c, (r0 + step // side - ASTRAY) * cols + c0 + step % side - ASTRAY
            queue[tail] = j
            tail += 1
    at = nearest(walk, x, y, ASTRAY)
    return at, at


@kernel
def straight(walk: Bytes, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Say whether every half cell that a line touches may be walked; through a corner both sides must be free."""
    rows, cols = walk.shape
    c, r = int(x0 * 2.0), int(y0 * 2.0)
    c1, r1 = int(x1 * 2.0), int(y1 * 2.0)
    if c < 0 or r < 0 or c1 < 0 or r1 < 0 or c >= cols or r >= rows or c1 >= cols or r1 >= rows:
        return False
    dx, dy = x1 - x0, y1 - y0
    sc, sr = (1 if dx > 0.0 else -1), (1 if dy > 0.0 else -1)
    step_x = 0.5 / abs(dx) if dx != 0.0 else 1e18
    step_y = 0.5 / abs(dy) if dy != 0.0 else 1e18
    at_x = ((c + (1 if sc > 0 else 0)) * 0.5 - x0) / dx if dx != 0.0 else 1e18
    at_y = ((r + (1 if sr > 0 else 0)) * 0.5 - y0) / dy if dy != 0.0 else 1e18
    for _ in range(2 * (rows + cols)):
        if walk[r, c] == 0:
            return False
        if c == c1 and r == r1:
            return True
        if at_x > 1.0 and at_y > 1.0:
            return True
        if abs(at_x - at_y) < 1e-9:
            if c + sc < 0 or c + sc >= cols or r + sr < 0 or r + sr >= rows:
                return False
            if walk[r, c + sc] == 0 or walk[r + sr, c] == 0:
                return False
            c, r = c + sc, r + sr
            at_x, at_y = at_x + step_x, at_y + step_y
        elif at_x < at_y:
            c, at_x = c + sc, at_x + step_x
        else:
            r, at_y = r + sr, at_y + step_y
        if c < 0 or r < 0 or c >= cols or r >= rows:
            return False
    return False


@kernel
def pull(
    walk: Bytes, air: Bytes, tried: Ints, far: Ints, x: float, y: float, gx: float, gy: float, cells: int
) -> tuple[float, float]:
    """Return the farthest point down the field, at most `cells` ahead, that a straight walk from (x, y) reaches."""
    cols = walk.shape[1]
    at, step = footing(walk, air, tried, x, y)
    if at < 0 or far[at] >= FAR:
        return x, y
    r = step // cols
    tx, ty = (step - r * cols) * 0.5 + 0.25, r * 0.5 + 0.25
    if int(x * 2.0) != at % cols or int(y * 2.0) != at // cols:
        return tx, ty  # first back onto ground that may be walked
    if far[at] == 0:
        return gx, gy
    for _ in range(cells):
        to = descend(walk, far, at)
        if to == at:
            break
        at = to
        r = at // cols
        px, py = (at - r * cols) * 0.5 + 0.25, r * 0.5 + 0.25
        if far[at] == 0:
            px, py = gx, gy
        if not straight(walk, x, y, px, py):
            break
        tx, ty = px, py
        if far[at] == 0:
            break
    return tx, ty


@maker
def without_pockets(walk: Bytes, least: int) -> Bytes:
    """Return a copy of the walk table from which every connected set of fewer than `least` cells is gone."""
    rows, cols = walk.shape
    out = walk.copy()
    done = np.zeros(rows * cols, np.uint8)
    stack = np.empty(rows * cols, np.int32)
    for first in range(rows * cols):
        if done[first] != 0 or walk[first // cols, first % cols] == 0:
            continue
        done[first] = 1
        stack[0] = first
        i, n = 0, 1
        while i < n:
            r = stack[i] // cols
            c = stack[i] - r * cols
            i += 1
            for k in range(4):
                y = r + (1 if k == 0 else -1 if k == 1 else 0)
                x = c + (1 if k == 2 else -1 if k == 3 else 0)
                if 0 <= y < rows and 0 <= x < cols and walk[y, x] != 0 and done[y * cols + x] == 0:
                    done[y * cols + x] = 1
                    stack[n] = y * cols + x
                    n += 1
        if n < least:
            for j in range(n):
                out[stack[j] // cols, stack[j] % cols] = 0
    return out
