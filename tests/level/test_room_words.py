"""What the screen calls a room is what the sign on its wall says."""

from game.content.rooms import ROOMS, room_words
from game.level.load import load


def test_every_room_with_another_name_is_one_of_the_mill_whose_sign_says_so() -> None:
    level = load("melt")
    rooms = {zone.room for zone in level.ground.zones if "room" in zone.tags}
    signs = {sign.text for sign in level.signs}
    assert set(ROOMS) <= rooms
    assert {room_words(r) for r in ROOMS} - signs == {"DRIVE ROOM DOOR"}  # between two signs


def test_a_room_without_a_row_is_called_as_it_is() -> None:
    assert room_words("food_court") == "FOOD COURT"
