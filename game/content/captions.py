"""What stands on the screen for what can be heard: one row a sound, with its category and whether it is told when in view."""

from dataclasses import dataclass

HUNTER, GUN, VOICE, RADIO, THING, TELL, OURS = "hunter", "gun", "voice", "radio", "thing", "tell", "ours"
CATEGORIES = (HUNTER, GUN, VOICE, RADIO, THING, TELL, OURS)


@dataclass(frozen=True, kw_only=True)
class Caption:
    """A row of the captions.

    event     the event's name and, after a colon, its kind where it has one
    words     what is written; {m} metres away
    in_view   told even where the player sees it happen
    least     level below which it is not worth a line
    """

    event: str
    category: str
    words: str
    in_view: bool = False
    least: int = 0


CAPTIONS: dict[str, Caption] = {
    r.event: r
    for r in (
        Caption(event="Stepped:machine", category=HUNTER, words="HEAVY EVEN STEPS, {m} M"),
        Caption(event="NoiseMade:blade", category=HUNTER, words="METAL RINGS"),
        Caption(event="NoiseMade:change", category=HUNTER, words="WET METAL"),
        Caption(event="NoiseMade:pour", category=HUNTER, words="SOMETHING POURS", in_view=True),
        Caption(event="NoiseMade:shotgun", category=GUN, words="SHOTGUN"),
        Caption(event="NoiseMade:pistol", category=GUN, words="PISTOL SHOT"),
        Caption(event="NoiseMade:blast", category=GUN, words="A BLAST"),
        Caption(event="NoiseMade:scream", category=VOICE, words="SCREAM", in_view=True),
        Caption(event="NoiseMade:shout", category=VOICE, words="SHOUTING"),
        Caption(event="Whistled", category=VOICE, words="WHISTLE, FOUR NOTES"),
        Caption(event="RadioCall", category=RADIO, words="{topic}, {place}", in_view=True),
        Caption(event="NoiseMade:alarm", category=THING, words="ALARM BELL", in_view=True),
        Caption(event="NoiseMade:glass", category=THING, words="GLASS BREAKS"),
        Caption(event="NoiseMade:door", category=THING, words="A HEAVY DOOR MOVES", least=24),
        Caption(event="NoiseMade:machine", category=THING, words="AN ENGINE"),
        Caption(event="NoiseMade:clatter", category=THING, words="SOMETHING CLATTERS"),
        Caption(event="Told:even_steps", category=TELL, words="STEPS AS EVEN AS A CLOCK", in_view=True),
        Caption(event="Told:stare", category=TELL, words="SOMEBODY DOES NOT BLINK", in_view=True),
        Caption(event="Told:no_breath", category=TELL, words="SOMEBODY DOES NOT BREATHE", in_view=True),
        Caption(event="Told:late_reflection", category=TELL, words="A SHADOW COMES LATE", in_view=True),
        Caption(event="FactLearned", category=OURS, words="ONLY WE KNOW: {topic}", in_view=True),
    )
}
