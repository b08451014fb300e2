"""Who and what made the game, as the last pages name them."""

# heading -> lines
CREDITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WHAT THE METAL LEARNED", ("An unofficial fan work", "Open source, under the MIT licence")),
    (
        "RULES, MINDS, PICTURES, SOUNDS, WORDS",
        (
            "Written, drawn, scored and told for this game",
            "Every picture is painted by a program in tools/paint",
            "Every sound, and the music, by one in tools/compose",
        ),
    ),
    (
        "STANDS ON",
        ("Python   pygame-ce   SDL", "numpy   numba   msgspec   pytmx   platformdirs", "Levels drawn in Tiled"),
    ),
    (
        "THE STORY",
        (
            "Retold in our own words; its characters belong to their owners",
            "No footage, recordings, lines or likenesses of any film are in it",
        ),
    ),
    ("AND", ("Everybody in the mall who got home", "Whoever plays, and asks")),
)
