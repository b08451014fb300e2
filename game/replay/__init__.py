"""Replays: level, seed and commands, lived again; fingerprints name the tick and the part where two lives differ."""

from game.replay.data import Beat, Difference, Replay, ReplayError, Segment, Verdict
from game.replay.file import load, save
from game.replay.recorder import Recorder
from game.replay.relive import level_of, relive
from game.replay.verify import verify

__all__ = [
    "Beat",
    "Difference",
    "Recorder",
    "Replay",
    "ReplayError",
    "Segment",
    "Verdict",
    "level_of",
    "load",
    "relive",
    "save",
    "verify",
]
