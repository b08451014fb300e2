"""Flies every shot for one tick and tells what it met."""

from typing import Any

import numpy as np

from game.core.jit import kernel

WALL, PANE, BLOCK, PERSON, SPENT = 1, 2, 3, 4, 5
STEP = 0.12  # metres between two looks along the way
# content TEAMS: player, ward, ally are one side
PLAYER_TEAM, WARD_TEAM, HUNTER_TEAM, LAW_TEAM, ALLY_TEAM = 0, 1, 2, 4, 5
TALL = 1.2  # metres: lower props are shot over by one who stands

HIT = np.dtype(
    [
        ("x", "f8"),
        ("y", "f8"),
        ("dx", "f8"),
        ("dy", "f8"),
        ("shot", "i4"),
        ("what", "i4"),
        ("whom", "i4"),
        ("pad", "i4"),
    ],
    align=True,
)


@kernel
def ours(team: Any) -> Any:
    """Say whether a team is of the player's side."""
    return team <= WARD_TEAM or team == ALLY_TEAM


@kernel
def person_at(b: Any, n: Any, s: Any, k: Any, x: Any, y: Any) -> Any:
    """Return the slot of whoever a shot touches at a point, -1 nobody; it passes its own side and who is held."""
    by = s.by[k]
    for j in range(n):
        own = b.team[j] == b.team[by] or (ours(b.team[j]) and ours(b.team[by]))
        if b.team[by] == LAW_TEAM:  # police shoot past children and passers-by
            own = b.team[j] != PLAYER_TEAM and b.team[j] != HUNTER_TEAM
        if b.here[j] and j != by and not b.down[j] and b.held_by[j] < 0 and b.guise[j] >= 0 and not own:
            dx, dy = b.x[j] - x, b.y[j] - y
            if dx * dx + dy * dy < b.radius[j] * b.radius[j]:
                return j
    return -1


@kernel
def fly(s: Any, b: Any, n: Any, g: Any, doors: Any, hits: Any) -> Any:
    """Move the live shots; write what they met into `hits` and return how many rows that made."""
    made = 0
    h2, w2 = g.wall.shape
    for k in range(len(s)):
        if not s.here[k]:
            continue
        v = (s.vx[k] * s.vx[k] + s.vy[k] * s.vy[k]) ** 0.5
        dx, dy = s.vx[k] / v, s.vy[k] / v
        gone = 0.0
        while gone < v and s.here[k]:
            step = min(STEP, v - gone)
            gone += step
            s.x[k] += dx * step
            s.y[k] += dy * step
            s.left[k] -= step
            x, y = s.x[k], s.y[k]
            what, whom = 0, -1
            if x < 0.0 or y < 0.0 or x >= w2 * 0.5 or y >= h2 * 0.5 or s.left[k] <= 0.0:
                what = SPENT
            else:
                row, col = int(y * 2.0), int(x * 2.0)
                door = g.door_cell[row, col]
                if g.wall[row, col] or (door and doors.shut[door - 1]):
                    what = WALL
                else:
                    cell = row * w2 + col
                    for at in range(g.near_start[cell], g.near_start[cell + 1]):
                        q = g.near_item[at]
                        if g.block_off[q] or (g.block_height[q] < TALL and s.high[k] and not g.block_pane[q]):
                            continue
                        if g.blocks[q, 0] <= x <= g.blocks[q, 2] and g.blocks[q, 1] <= y <= g.blocks[q, 3]:
                            what, whom = (PANE if g.block_pane[q] else BLOCK), q
                    if what == 0:
                        whom = person_at(b, n, s, k, x, y)
                        if whom >= 0:
                            what = PERSON
            if what and made < len(hits):
                hits.x[made], hits.y[made], hits.dx[made], hits.dy[made] = x, y, dx, dy
                hits.shot[made], hits.what[made], hits.whom[made] = k, what, whom
                made += 1
            if what == PANE:
                g.block_off[whom] = 1  # glass breaks and lets the rest through
            elif what:
                s.here[k] = 0
    return made
