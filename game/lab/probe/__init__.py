"""Probes: figures of honesty, fairness and skill, each with its target and verdict, and the raw rows behind them."""

from game.lab.probe.figure import OK, SHORT, Asked, Figure, Log, whole
from game.lab.probe.page import page
from game.lab.probe.table import PROBES, run

__all__ = ["OK", "PROBES", "SHORT", "Asked", "Figure", "Log", "page", "run", "whole"]
