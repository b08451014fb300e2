"""The font: every letter that a keyboard has, and a plain one for what it lacks."""

import string

import pygame
import pytest

from game.view import font


@pytest.mark.parametrize("c", [c for c in string.printable if c.isprintable()])
def test_the_font_has_every_ascii_letter(c: str) -> None:
    assert font.plain(c) == c
    assert font.width(c) >= 1


def test_what_the_font_lacks_becomes_plain() -> None:
    assert font.plain("Ǎǩ\tx") == "Ak x"
    assert font.plain("東") == "?"


def test_width_is_what_is_drawn() -> None:
    for scale in (1, 2, 3):
        surface = pygame.Surface((300, 40))
        wide = font.draw_text(surface, "HOLD [E] 42", 3, 2, "ffffff", scale, shadow=False)
        used = (
            surface.get_bounding_rect()
            if surface.get_colorkey()
            else pygame.mask.from_threshold(surface, (255, 255, 255), (2, 2, 2)).get_bounding_rects()
        )
        right = max(r.right for r in used)
        assert wide == font.width("HOLD [E] 42", scale)
        assert right <= 3 + wide


def test_alignment_puts_the_text_left_right_or_centred() -> None:
    for align, place in (
        ("left", 100),
        ("centre", 100 - font.width("MIDDLE") // 2),
        ("right", 100 - font.width("MIDDLE")),
    ):
        surface = pygame.Surface((300, 20))
        font.draw_text(surface, "MIDDLE", 100, 2, (255, 255, 255), align=align, shadow=False)
        left = min(r.left for r in pygame.mask.from_threshold(surface, (255, 255, 255), (2, 2, 2)).get_bounding_rects())
        assert left == place


def test_a_long_text_is_wrapped_at_blanks() -> None:
    lines = font.wrapped("one two three four five six", 60)
    assert " ".join(lines) == "one two three four five six"
    assert all(font.width(line) <= 60 for line in lines)
