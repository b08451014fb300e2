"""Which pushed doors somebody walks at, and which stand empty."""

from typing import Any

from game.core.jit import kernel

OPENS_AT = 0.85  # metres beyond the door's rectangle
CLEAR_OF = 0.45  # and from here on nobody keeps it open
FALLS_SHUT = 60  # ticks
NEAR = 1.0  # metres: nobody farther off matters, however stout
MOVING_2 = 0.01 * 0.01  # metres a tick, squared


@kernel
def swing(b: Any, n: Any, doors: Any, rects: Any, about: Any, count: Any, tick: Any, moved: Any, at: Any) -> Any:
    """Write into `moved` the doors to change (index + 1 to open, -(index + 1) to shut); return how many.

    about u8 [2h, 2w]: 1 where a pushed door may be less than NEAR away; who stands elsewhere is not looked at.
    at f8 [n, 3]: scratch for who is there and where. PERF: side by side, not a record apart.
    """
    made, here = 0, 0
    h2, w2 = about.shape
    for i in range(n):
        if b.here[i] and about[min(h2 - 1, max(0, int(b.y[i] * 2.0))), min(w2 - 1, max(0, int(b.x[i] * 2.0)))]:
            at[here, 0], at[here, 1], at[here, 2] = i, b.x[i], b.y[i]
            here += 1
    for k in range(count):
        if not doors.pushes[k]:
            continue
        x0, y0, x1, y1 = rects[k, 0], rects[k, 1], rects[k, 2], rects[k, 3]
        at_hand, inside = False, False
        for u in range(here):
            dx = at[u, 1] - min(max(at[u, 1], x0), x1)
            dy = at[u, 2] - min(max(at[u, 2], y0), y1)
            d2 = dx * dx + dy * dy
            if d2 >= NEAR * NEAR:
                continue
            i = int(at[u, 0])
            if d2 < (CLEAR_OF + b.radius[i]) * (CLEAR_OF + b.radius[i]):
                inside = True
            wish = b.wish_x[i] * b.wish_x[i] + b.wish_y[i] * b.wish_y[i]
            if d2 < OPENS_AT * OPENS_AT and wish > MOVING_2:
                to_x, to_y = (x0 + x1) * 0.5 - b.x[i], (y0 + y1) * 0.5 - b.y[i]
                if to_x * b.wish_x[i] + to_y * b.wish_y[i] > 0.0:
                    at_hand = True
        if at_hand or inside:
            doors.back_at[k] = tick + FALLS_SHUT
            if doors.shut[k] and at_hand:
                moved[made] = k + 1
                made += 1
        elif not doors.shut[k] and doors.back_at[k] <= tick:
            moved[made] = -(k + 1)
            made += 1
    return made
