"""What rooms are called on the screen where the sign on their wall says something else than the name in the level."""

ROOMS: dict[str, str] = {
    "rolls": "rolling line",
    "press": "press shop",
    "gears": "drive room",
    "gears_lobby": "drive room door",
    "cabin": "bay control",
    "chill": "cooling",
    "chill_east": "quench",
    "gantry": "casting bay",
}


def room_words(room: str) -> str:
    """Return what a room is called, in capitals: as its sign has it, else its own name."""
    return ROOMS.get(room, room).replace("_", " ").upper()
