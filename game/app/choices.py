"""Rows that change a setting: one of a few values, or a number in steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.app.menu import Row

if TYPE_CHECKING:
    from game.app.app import App


def choice(
    app: App, words: str, field: str, values: tuple[Any, ...], names: dict[Any, str] | None = None, note: str = ""
) -> Row:
    """Return a row that goes round a setting's values; `names` are what they are called."""

    def value() -> str:
        now = getattr(app.settings, field)
        return names[now] if names else str(now).upper()

    def turn(step: int) -> None:
        at = values.index(getattr(app.settings, field))
        app.set(**{field: values[(at + step) % len(values)]})

    return Row(words=words, value=value, turn=turn, note=note)


def steps(app: App, words: str, field: str, least: int, most: int, by: int = 1, note: str = "") -> Row:
    """Return a row that moves a number; one in steps of one is told as n/most, else in percent."""

    def value() -> str:
        now = getattr(app.settings, field)
        return f"{now}/{most}" if by == 1 else f"{now} %"

    def turn(step: int) -> None:
        app.set(**{field: min(most, max(least, getattr(app.settings, field) + step * by))})

    return Row(words=words, value=value, turn=turn, note=note)
