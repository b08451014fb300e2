"""The base bot at the wheel: along its path in the lane, lights as the screen asks."""

from itertools import pairwise

from game.agent.command import FULL, INTERACT, Command
from game.agent.percept import Percept, Wheel
from game.bots.memory import BotMemory

AHEAD = 6.0  # metres before the vehicle that it looks at
SHARP = 2.2  # share of the wheel for each unit of sideways error
EASY = 0.8  # of the most speed
PRESS = 30  # ticks between two presses of a switch


def drive(percept: Percept, memory: BotMemory, wheel: Wheel) -> Command:
    """Keep to the path; when the screen speaks of lights, switch them off."""
    x, y = aim_at(percept, wheel)
    aside = (y - wheel.y) * wheel.hx - (x - wheel.x) * wheel.hy
    steer = max(-1.0, min(1.0, aside / AHEAD * SHARP))
    pedal = 1.0 if wheel.speed < wheel.top * EASY else 0.0
    switch = wants_dark(percept, wheel) and percept.tick - memory.device_at > PRESS
    if switch:
        memory.device_at = percept.tick
    return Command(move_x=int(steer * FULL), move_y=int(-pedal * FULL), held=INTERACT if switch else 0)


def aim_at(percept: Percept, wheel: Wheel) -> tuple[float, float]:
    """Return the point of the path that lies so far ahead, or straight on."""
    x, y = wheel.x + wheel.hx * AHEAD, wheel.y + wheel.hy * AHEAD
    path = percept.ground.bot_path
    for (x0, y0), (x1, y1) in pairwise(path):
        if x0 <= x < x1:
            return x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return x, y


def wants_dark(percept: Percept, wheel: Wheel) -> bool:
    """Say whether the screen asks for the headlights to go out."""
    return wheel.lights and percept.goal is not None and "lights" in percept.goal.text.lower()
