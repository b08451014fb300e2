"""The base bot without ears: it knows a sound only as a caption tells it, by an arrow of eight ways and whole metres."""

import msgspec

from game.agent.command import Command
from game.agent.percept import Noise, Percept
from game.bots import base
from game.bots.memory import BotMemory
from game.core.compass import EIGHT
from game.core.dice import Dice

LINES = 3  # captions on the screen at once, the loudest
STEP = 3.0  # metres to which a caption's distance is told
FAINT = 4.0  # level below which nothing is written


def decide(percept: Percept, memory: BotMemory, dice: Dice) -> Command:
    """Play as base does on what can be read."""
    return base.decide(msgspec.structs.replace(percept, noises=read(percept)), memory, dice)


def read(percept: Percept) -> tuple[Noise, ...]:
    """Return the noises that are written, where their captions point."""
    loudest = sorted((n for n in percept.noises if n.level >= FAINT), key=lambda n: -n.level)[:LINES]
    return tuple(pointed(percept, n) for n in loudest)


def pointed(percept: Percept, noise: Noise) -> Noise:
    """Return a noise at the place that its arrow and its metres mean."""
    me = percept.me
    dx, dy = noise.x - me.x, noise.y - me.y
    ux, uy = max(EIGHT, key=lambda way: way[0] * dx + way[1] * dy)
    far = int((ux * dx + uy * dy) / STEP + 0.5) * STEP
    return Noise(noise.level, noise.kind, me.x + ux * far, me.y + uy * far)
