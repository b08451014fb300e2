"""The runs that were recorded, newest first; choose one to watch it."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pygame

from game.app import ink
from game.app.choices import choice
from game.app.menu import Row
from game.app.screens.base import Page
from game.core.home import home

MOST = 60  # of the newest


def recorded() -> list[Path]:
    """Return the replays in the user's folder, newest first."""
    try:
        found = [(p.stat().st_mtime, p) for p in (home() / "replays").glob("*.replay")]
    except OSError:
        return []
    return [p for _, p in sorted(found, reverse=True)[:MOST]]


class Replays(Page):
    """A list of files."""

    PLACE = (40, 80, 400)

    def rows(self) -> list[Row]:
        found = [
            Row(words=p.stem.upper().replace("_", " "), ok=partial(self._watch, p), value=partial(when, p))
            for p in recorded()
        ]
        record = choice(self.app, "RECORD RUNS", "record", (True, False), {True: "ON", False: "OFF"})
        return [*found, record, Row(words="BACK", ok=self.back)]

    def _watch(self, path: Path) -> None:
        self.app.pop()
        self.app.runs.watch(path)

    def paint(self, frame: pygame.Surface) -> None:
        ink.heading(frame, "REPLAYS")
        if len(self.menu.rows) == 2:
            words = "Nothing is recorded yet. With Record runs on, every run is kept here."
            ink.paragraph(frame, words, 40, self.menu.foot + 12, 400)
        ink.keys_line(frame, "ENTER WATCH   ESC BACK")


def when(path: Path) -> str:
    """Return when a file was written, '' if it is gone."""
    try:
        return time.strftime("%d %b %H:%M", time.localtime(path.stat().st_mtime)).upper()
    except OSError:
        return ""
