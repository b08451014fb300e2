"""Whose body the player has: told as it begins, as it changes, and after time has gone back."""

from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.content.looks import LOOK_INDEX
from game.view import yours
from game.view.yours import TICKS, Yours

T800, SARAH = range(2)


@pytest.fixture
def session() -> Any:
    look = [LOOK_INDEX["t800"], LOOK_INDEX["sarah"]]
    return SimpleNamespace(world=SimpleNamespace(b=SimpleNamespace(look=look), tick=0), player=T800)


def drawn(mine: Yours, session: Any, tick: int) -> list[pygame.Rect]:
    session.world.tick = tick
    people: Any = [SimpleNamespace(slot=n, x=100.0 + 200 * n, y=100.0) for n in range(2)]
    taken: list[pygame.Rect] = []
    mine.step(session)
    mine.draw(pygame.Surface((640, 360)), session, people, SimpleNamespace(x=0, y=0), taken)  # type: ignore[arg-type]
    return taken


def test_it_is_shown_at_the_start_and_no_longer_than_it_is_news(session: Any) -> None:
    mine = Yours()
    assert drawn(mine, session, 0)[0].collidepoint(100, 100)
    assert drawn(mine, session, 60)[0].w < drawn(Yours(), session, 0)[0].w
    assert not drawn(mine, session, TICKS)


def test_another_body_is_shown_as_the_player_gets_it(session: Any) -> None:
    mine = Yours()
    drawn(mine, session, 0)
    session.player = SARAH
    assert drawn(mine, session, 900)[0].collidepoint(300, 100)


def test_it_is_shown_anew_when_time_has_gone_back(session: Any) -> None:
    mine = Yours()
    drawn(mine, session, 0)
    assert not drawn(mine, session, 900)
    mine.forget()
    assert drawn(mine, session, 600)


def test_nobody_is_shown_who_is_not_on_the_screen(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yours, "on_screen", lambda *_: False)
    assert not drawn(Yours(), session, 0)
