"""The people's sheets: every pose, step and facing on one picture, which way its edges face, and where each frame lies."""

import json
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import ndimage as ndi

from tools.paint.arms import BLADE_LENGTH
from tools.paint.colour import Picture
from tools.paint.costumes import COSTUMES
from tools.paint.figure import UNIT, body, down, legs
from tools.paint.output import Folder
from tools.paint.poses import POSES, STEPS, pose, steps_of
from tools.paint.shading import LIQUID, PERSON, picture
from tools.paint.shoppers import SHOPPING

FACINGS = 16
LEGS, BODY, LYING = 64, 80, 96  # cell sizes in pixels; the pivot is a cell's middle
SHEET_WIDTH = 1024

LEG_POSES = ("idle", "walk", "run", "sneak", "held", "hurt", "vault", "sit")
BODY_POSES = (
    *("idle", "walk", "run", "sneak", "pistol", "shotgun", "shotgun1", "launcher", "fists", "hurt"),
    *("down", "use"),
    *("cower", "handsup", "held", "blade", "bladewide", "grab", "carry"),
    *("phone", "talk", "show", "hauled", "haul", "throw", "scan", "vault", "whistle", "point"),
    *("sit", "eat", "play"),
)
MIMICKED = "hurt blade bladewide grab carry use talk show"  # what the hunter does in a borrowed shape
STRANGER = ("idle walk run sit", f"idle walk run cower handsup down phone hauled sit eat play {MIMICKED}")
ARMED = ("idle walk run sit", f"{STRANGER[1]} pistol")
MACHINE = (
    "idle walk run sneak vault",
    "idle walk run sneak pistol shotgun shotgun1 launcher fists hurt down use haul throw scan vault blade bladewide grab",
)
PEOPLE: dict[str, tuple[str, str]] = {  # sheet: its legs, its body
    **dict.fromkeys(("t800", "t800_torn", "t800_onearm"), MACHINE),
    "sarah": (
        "idle walk run sneak held",
        f"idle walk run sneak pistol shotgun cower held hauled down throw point {MIMICKED}",
    ),
    **{f"worker{i}": STRANGER for i in (1, 2, 3)},
    "john": ("idle walk run sneak held", f"idle walk run sneak cower held hauled down whistle point {MIMICKED}"),
    "t1000": ("idle walk run hurt", f"idle walk run pistol down {MIMICKED}"),
    "chrome": ("idle walk run hurt", f"idle walk run pistol down {MIMICKED}"),
    **{f"civ{i}": STRANGER for i in range(1, 5)},
    **{name: ARMED if name in ("cop", "guard") else STRANGER for name in SHOPPING},
}
# What stands in where a sheet lacks a pose, tried in this order.
INSTEAD = {
    "walk": "idle",
    "run": "walk",
    "sneak": "walk",
    "pistol": "use",
    "shotgun": "pistol",
    "shotgun1": "shotgun",
    "launcher": "shotgun",
    "fists": "grab",
    "hurt": "idle",
    "use": "idle",
    "cower": "hurt",
    "handsup": "cower",
    "held": "hauled",
    "blade": "fists",
    "bladewide": "blade",
    "grab": "fists",
    "carry": "grab",
    "phone": "use",
    "talk": "use",
    "show": "talk",
    "hauled": "hurt",
    "haul": "carry",
    "throw": "fists",
    "scan": "idle",
    "vault": "run",
    "whistle": "idle",
    "point": "use",
    "sit": "idle",
    "eat": "sit",
    "play": "use",
}


@dataclass(frozen=True)
class Frame:
    """One trimmed picture and the offset of its top left from the pivot."""

    pixels: Picture
    ox: int
    oy: int


def paint_person(name: str, folder: Folder) -> None:
    """Paint one person's sheet, its rim picture and its table of frames."""
    frames = {key: _frame(name, key) for key in keys_of(name)}
    places, height = _pack(frames)
    sheet = np.zeros((height, SHEET_WIDTH, 4), np.uint8)
    rims = np.zeros((height, SHEET_WIDTH), np.uint8)
    for key, (x, y) in places.items():
        pixels = frames[key].pixels
        h, w = pixels.shape[:2]
        sheet[y : y + h, x : x + w] = pixels
        rims[y : y + h, x : x + w] = rim_bins(np.pad(pixels, ((2, 2), (2, 2), (0, 0))))[2:-2, 2:-2]
    table = {
        key: [*places[key], frame.pixels.shape[1], frame.pixels.shape[0], frame.ox, frame.oy]
        for key, frame in frames.items()
    }
    folder.picture(f"people/{name}.png", sheet)
    folder.picture(f"people/{name}_rim.png", rims)
    folder.text(f"people/{name}.json", _table_text(_with_stand_ins(table), _points(name)))


def keys_of(name: str) -> Iterator[str]:
    """Yield layer/pose/step/facing for every frame that a person's sheet paints."""
    for layer, poses in zip(("legs", "body"), PEOPLE[name], strict=True):
        for pose_name in poses.split():
            for step in range(steps_of(pose_name)):
                for facing in range(FACINGS):
                    yield f"{layer}/{pose_name}/{step}/{facing}"


def _frame(name: str, key: str) -> Frame:
    layer, pose_name, step, facing = key.split("/")
    costume, yaw = COSTUMES[name], int(facing) * 2 * math.pi / FACINGS
    finish = LIQUID if name == "chrome" else PERSON
    if pose_name == "down":
        return _trimmed(picture(down(costume, LYING, yaw), finish))
    posed = pose(pose_name, costume, int(step))
    if layer == "legs":
        return _trimmed(picture(legs(costume, posed, LEGS, yaw), finish))
    return _trimmed(picture(body(costume, posed, BODY, yaw), finish))


def _trimmed(pixels: Picture) -> Frame:
    ys, xs = np.nonzero(pixels[..., 3])
    x, y = int(xs.min()), int(ys.min())
    size = pixels.shape[0]
    return Frame(pixels[y : ys.max() + 1, x : xs.max() + 1], x - size // 2, y - size // 2)


def _pack(frames: dict[str, Frame]) -> tuple[dict[str, tuple[int, int]], int]:
    """Place the frames on shelves, tall ones first; equal pictures share a place."""
    places: dict[str, tuple[int, int]] = {}
    seen: dict[tuple[int, ...], tuple[int, int]] = {}
    x = y = shelf = 0
    for key in sorted(frames, key=lambda k: (-frames[k].pixels.shape[0], k)):
        pixels = frames[key].pixels
        h, w = pixels.shape[:2]
        mark = (h, w, zlib.crc32(pixels.tobytes()))
        if mark not in seen:
            if x + w > SHEET_WIDTH:
                x, y, shelf = 0, y + shelf, 0
            seen[mark] = x, y
            x, shelf = x + w, max(shelf, h)
        places[key] = seen[mark]
    return places, y + shelf


def rim_bins(pixels: Picture) -> Picture:
    """Mark each inner edge pixel of [y, x, 4] with the way it faces: 0 none, 1..16 from +x clockwise."""
    solid = pixels[..., 3] > 127
    inner = ndi.binary_erosion(solid)
    edge = inner & ~ndi.binary_erosion(inner)
    soft = ndi.gaussian_filter(inner.astype(np.float32), 1.2)
    away = np.arctan2(-ndi.sobel(soft, 0), -ndi.sobel(soft, 1))
    return np.where(edge, 1 + (np.round(away / (2 * np.pi) * FACINGS).astype(int) % FACINGS), 0).astype(np.uint8)


def _with_stand_ins(table: dict[str, list[int]]) -> dict[str, list[int]]:
    """Add every pose that the sheet lacks, pointing at frames that will do."""
    full = dict(table)
    for layer, poses in (("legs", LEG_POSES), ("body", BODY_POSES)):
        for name in poses:
            there = name
            while f"{layer}/{there}/0/0" not in table:
                there = INSTEAD[there]
            for step in range(steps_of(name)):
                for facing in range(FACINGS):
                    source = f"{layer}/{there}/{step % steps_of(there)}/{facing}"
                    full.setdefault(f"{layer}/{name}/{step}/{facing}", table[source])
    return full


def _points(name: str) -> dict[str, list[float]]:
    """Where shots and blades end, in pixels ahead of and to the right of the pivot."""
    costume = COSTUMES[name]
    left, right = pose("shotgun", costume).left_hand, pose("pistol", costume).right_hand
    one, blade = pose("shotgun1", costume).right_hand, pose("blade", costume).right_hand
    ends = {
        "pistol": (right[0] + 6.5, 0.0),
        "shotgun": (left[0] + 8.0, left[1] - 0.6),
        "launcher": (pose("launcher", costume).left_hand[0] + 5.4, left[1] - 0.6),
        "shotgun1": (one[0] + 11.5, one[1]),
        "blade": (blade[0] + BLADE_LENGTH * math.cos(0.22), blade[1] - BLADE_LENGTH * math.sin(0.22)),
        "fists": (pose("fists", costume).right_hand[0] + 2.0, pose("fists", costume).right_hand[1]),
    }
    return {key: [round(x * UNIT, 1), round(y * UNIT, 1)] for key, (x, y) in ends.items()}


def _table_text(table: dict[str, list[int]], points: dict[str, list[float]]) -> str:
    """One frame a line, so that a change of one pose shows as such."""
    rows = ",\n".join(f'"{key}": {json.dumps(row)}' for key, row in sorted(table.items()))
    return f'{{"facings": {FACINGS}, "steps": {STEPS},\n"points": {json.dumps(points)},\n"frames": {{\n{rows}\n}}}}\n'


assert set(POSES) | {"down"} >= set(BODY_POSES)
