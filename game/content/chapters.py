"""What lies between the missions that exist: one card for each that has no row yet, told in our words beside a hand."""

from dataclasses import dataclass

from game.content.missions import untold


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A card.

    tells   the mission that it stands for; once that has a row of its own, the card is not shown
    hand    picture in assets/hands
    where   the line over the title: place and time
    """

    tells: str
    hand: str
    where: str
    title: str
    text: str


CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        tells="drill",
        hand="fence",
        where="CALIFORNIA, BEFORE",
        title="ELEVEN YEARS ON",
        text="Eleven years ago a machine was sent back to kill Sarah Connor before she had a son. It failed. She raised him"
        " in camps and taught him to hide, to listen, to lead: one day people will need him. Then she tried to blow up a"
        " computer factory, and was caught. She is locked in a hospital for the criminally insane, and Dr. Silberman writes"
        " down everything that she says. It is 1995. John is ten.",
    ),
    Chapter(
        tells="house_call",
        hand="receiver",
        where="LOS ANGELES, 1995",
        title="SOMEBODY ASKS FOR JOHN",
        text="Two machines have come back from the war. One is metal that pours: what it touches it can become, in shape and"
        " in voice. No gun, no bomb; but blades, yes. It has touched a police officer. As that officer it stands at the door"
        " of June and Walt, who foster the boy, and asks for him politely. The other is an older kind. The man whom John will"
        " be has caught it, turned it round, and sent it to guard him. Both carry the same photograph.",
    ),
    Chapter(
        tells="channel",
        hand="throttle",
        where="SOUTH OF THE MALL, ONE HOUR LATER",
        title="TWO ON ONE BIKE",
        text="A truck came after them down the dry channel and burned there, and what walked out of the fire was an officer"
        " again. John found out that his machine has to obey him. He gave it two orders. The first: from now on, nobody dies"
        " by your hand. The second: it will go to my mother next, so we go there first.",
    ),
    Chapter(
        tells="visiting_hours",
        hand="open",
        where="THE HOSPITAL, THE SAME NIGHT",
        title="VISITING HOURS",
        text="She had picked the lock and was half way out when the lift opened, and there stood the face that had once"
        " hunted her. She ran from it. Behind her somebody walked through a gate of bars as if it were rain. The machine held"
        " out a hand. She looked at her son, and took it.",
    ),
    Chapter(
        tells="the_date",
        hand="wheel",
        where="A GARAGE, BEFORE DAWN",
        title="A DATE",
        text="She asked, and it told her what no one had before. A mind called Skynet will be given every weapon there is. On"
        " 29 August 1997 it becomes afraid of us and fires them all: Judgment Day. Afterwards its machines hunt whoever is"
        " left. It will think with a new kind of chip, and the man who is about to build that chip is Miles Dyson.",
    ),
    Chapter(
        tells="cache",
        hand="dream",
        where="THE DESERT, NEAR THE BORDER",
        title="NOBODY HEARD HER",
        text="An old friend had kept her weapons under the sand. She meant to take John to Mexico and be gone. While they"
        " loaded she fell asleep, and stood at the fence of a playground, and shouted, and nobody heard, and the light came."
        " When she woke she had made up her mind. She drove off alone, to kill Miles Dyson before he could finish.",
    ),
    Chapter(
        tells="lamplight",
        hand="table",
        where="THE HOUSE OF MILES DYSON",
        title="LAMPLIGHT",
        text="She shot through his window and wounded him. Then she stood over him, and his wife and his son stood there too,"
        " and she could not. John and the machine came in. It showed him what it is under the skin. He had only been copying,"
        " he said: a broken chip and a steel arm, which nobody would explain. They were all that was left of the first"
        " machine. Then it has to go, he said. All of it.",
    ),
    Chapter(
        tells="two_keys",
        hand="detonator",
        where="CYBERDYNE SYSTEMS, NIGHT",
        title="TWO KEYS",
        text="Two keys, turned at once. They took the chip and the arm out of the vault. Then the police were there, and the"
        " officer among them. The machine cleared a hall of guns and killed no one. Miles Dyson was shot, and it could not be"
        " mended. He stayed, with the charge in his hand and his breath running out, until everybody was on the stairs. Then"
        " he let go.",
    ),
    Chapter(
        tells="mill_road",
        hand="throttle",
        where="MILL ROAD, TOWARD MORNING",
        title="IT DOES NOT TIRE",
        text="It came after them in a helicopter, and then in a tanker full of cold. Sarah is hit in the leg. Where the road"
        " ends is a steel mill, and its gate stood open. The tanker turned over and the cold ran out, and the thing froze and"
        " went to pieces on the floor. But it is warm in here. The pieces have begun to run together.",
    ),
    Chapter(
        tells="melt",
        hand="hoist",
        where="THE MILL",
        title="WHAT IT ASKED",
        text="A grenade threw it from the rail, and the molten steel took it, face by face. John threw the chip after it, and"
        " the arm. One chip was left, and it was thinking. It may not end itself. So it asked Sarah, and she lowered it in.",
    ),
)


def between(mission: str) -> list[Chapter]:
    """Return the cards that tell what lies before a mission, since the one before it that exists."""
    absent = untold(mission)
    return [c for c in CHAPTERS if c.tells in absent]


# How the story ends, by what it has cost; each line is a breath.
EPILOGUES: dict[str, tuple[str, ...]] = {
    "warm": (
        "The road runs on in front of me and I do not know where it goes.",
        "I used to. I knew the day, and the hour. I could see the light of it through my own hands.",
        "That day has gone back to being a Friday.",
        "A thing made to end us looked at us for a few nights, and learned what one life is worth.",
        "If it could learn that, so can we. I drive toward it.",
    ),
    "cold": (
        "The road runs on in front of me and I do not know where it goes.",
        "We kept one boy alive. I can count what that took, and I do: the names are all in the paper.",
        "It did what it was shown, and it was we who showed it.",
        "At the end it asked, where it used to take. That was late. It was not nothing.",
        "If a machine can still learn it, we may not be finished. I want to believe that. I drive.",
    ),
}
