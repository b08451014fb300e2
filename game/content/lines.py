"""The words: what people say, cards, prompts. Original, spare, human; key -> text."""

# speaker-key -> text; a `say` effect names the speaker and the key.
LINES: dict[str, str] = {
    "card.yard": "Los Angeles, 1995. A boy was told to wait here.",
    "t800.quiet": "You are John. Stay close. Stay quiet.",
    "t800.walk": "I go first. You go where I went.",
    "t800.hurt": "It is only metal.",
    "john.follow": "Right behind you.",
    "john.stay": "Okay. Staying.",
    "john.hide": "I know a spot.",
    "john.run_to": "Going!",
    "john.protest": "That's where it is!",
    "john.seized": "Let go! Let GO!",
    "john.freed": "I'm okay. Go!",
    "john.seen_it": "That cop. He isn't one.",
    "john.first": "Who are you?",
    "t1000.ask": "Have you seen this boy?",
    "civ.scream": "He's got a gun!",
    "civ.metal": "What IS that?",
}

# What the Clock names: cause -> (cause in words, cure in words).
CLOCKS: dict[str, tuple[str, str]] = {
    "seized": ("IT HAS JOHN", "SHOVE IT, OR HIT IT FROM THE FLANK"),
    "seized_trusted": ("YOU TRUSTED THIS FACE", "SHOVE IT, OR HIT IT FROM THE FLANK"),
    "down": ("THE MACHINE IS DOWN", "HOLD INTERACT BESIDE IT"),
}

# Why an alert: sense -> words with {who} {distance} {light}.
CAUSES: dict[str, str] = {
    "sight": "{who} SAW {whom} AT {distance:.0f} M, {light}",
    "noise": "{who} HEARD {kind} AT {distance:.0f} M",
    "touch": "{who} FELT {whom}",
}


def line(speaker: str, key: str) -> str:
    """Return the words of a line, or the key itself in brackets where the table lacks it."""
    return LINES.get(f"{speaker}.{key}", f"[{speaker}.{key}]")
