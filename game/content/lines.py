"""The words: what people say, cards, prompts. Original, spare, human; key -> text."""

from game.content.questions import QUESTIONS

ALOUD = {"john.help": "scream", "john.stranger": "voice"}  # what is said so that it carries, and the sound that it is
BODILESS = ("card", "pa")  # speakers that nobody can see: a card, the loudspeakers

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
    "john.unsure": "Why should I?",
    "john.seized": "Let go! Let GO!",
    "john.freed": "I'm okay. Go!",
    "john.help": "It's here! It's right here!",
    "john.seen_it": "That cop. He isn't one.",
    "john.coming": "Here! I'm coming.",
    "john.not_going": "No. Something is wrong with that.",
    "john.not_him": "That voice. It was not who it said.",
    "john.not_who": "That one. It only looks like somebody.",
    "john.first": "Who are you?",
    "john.stranger": "Hey. Do I know you?",
    "sarah.follow": "Moving.",
    "sarah.stay": "I hold here.",
    "sarah.run_to": "Mine. Cover me.",
    "sarah.unsure": "Give me one reason.",
    "sarah.hit": "Not finished. Keep him moving.",
    "sarah.seen_it": "There. That one is it!",
    "t1000.ask": "Have you seen this boy?",
    "civ.scream": "He's got a gun!",
    "civ.metal": "What IS that?",
    "anyone.hit": "I'm hit. Go on without me.",
    "anyone.saw_him": "That kid? He went that way.",
    "anyone.going": "Going. I am going.",
    "anyone.no_idea": "Never seen him. Sorry, officer.",
    "guard.saw_him": "Skinny kid? I know the one.",
    "guard.put_away": "Sir. Sir! You can't have that in here.",
    "officer.put_away": "Police! Put that on the floor. Slowly.",
    "guard.drop_it": "Everybody down! He's shooting!",
    "officer.drop_it": "Police! Drop it! Drop it now!",
    "guard.metal": "It closed up. The hole just closed up.",
    "officer.metal": "Stay where you are! What ARE you?",
    "guard.in_a_hurry": "Hey. No running in the mall.",
    "officer.in_a_hurry": "Slow down there. What's the rush?",
    # Closing Time
    "card.closing_time": "The mall closes at nine. In the arcade a boy is down to his last quarter.",
    "card.south": "South, where the channel runs. Two on one bike.",
    "john.whistle": "(Four notes, whistled.)",
    "t800.photograph_glass": "An officer. He carries the picture that I carry.",
    "t800.match": "The boy at the machines. It is him.",
    "t800.monitors": "Six rooms. One boy. Many faces.",
    "t800.behind_me": "You are John. Behind me.",
    "t800.wall_side": "Walk on the wall side. I am the wall.",
    "t800.not_a_man": "Its wounds close. It was never a man.",
    "t800.shutter": "Twelve seconds. Less if nobody watches it.",
    "t800.hide_or_run": "The last shutter has a lever. It takes twenty seconds.",
    "t800.it_heard": "Everyone heard that. Run.",
    "t800.phone": "The boy is out on the plaza. Send all of them.",
    "t800.dark": "I do not need the light. They do.",
    "john.who_was_that": "Okay. Who was that? And who are YOU?",
    "john.high_score": "Three letters, first place. Let them wonder.",
    "john.deck": "Four digits. They never change it.",
    "john.round_the_back": "There's an alley. Round the back, then the lot.",
    "john.nearly": "Past the gate. My bike's right there.",
    "john.get_on": "Get on. Please don't break it.",
    "officer_a.shots": "Shots in the hall. I want a second car.",
    "cashier_arcade.fire_alarm": "The alarm! Somebody pull the alarm!",
    "smoke.not_that_door": "Hey! That door's alarmed. Kind of.",
    "pa.evacuate": "Please leave by the nearest doors. Please leave your bags.",
    "pa.closing": "We are closing. Lost children are at the loading dock.",
    "pa.nine": "It is nine o'clock. Thank you for spending your evening with us.",
    # Melt
    "card.melt": "A mill at the end of the road. The truck behind them is full of cold.",
    "sarah.keep_to_the_light": "Stay where it is bright. Bright is loud, but I can see.",
    "sarah.count_the_strokes": "Count the strokes. Two up, one down. Go on two.",
    "sarah.go_i_hold_the_bay": "Go on through. I take the bay.",
    "sarah.drive_it_to_the_rail": "I bend it at the rail. Then your grenade, not before.",
    "sarah.ask_me": "Ask me something only we know. Its next face is mine.",
    "sarah.get_him_behind": "Put him behind the ladles. It comes to us now.",
    "sarah.over_here": "Here! We are HERE!",
    "sarah.catch": "Here is another. Catch!",
    "sarah.four_each": "Four each. Then we throw stones.",
    "john.cold_in_here": "My breath is showing. Its breath won't.",
    "t800.heat_mends": "It is glass now. The heat in here will mend it.",
    "t800.leave_by_the_gate": "Leave your work. Go home. Now.",
    "t800.on_reserve": "Reserve power. It has to be enough.",
    "john.get_up": "No. No! Get up. Please get up.",
    "john.ask_it": "That isn't her. Or is it? Ask. Ask it something.",
    "john.the_chip": "That was the last of its thinking.",
    "john.the_arm": "And that was its hand.",
    "t800.there_is_one_more": "There is one more chip. It is in here.",
    "john.stay_please": "Stay. That's an order. I never gave one I meant more.",
    "t800.not_by_this_hand": "I cannot step. Something in me holds the rail.",
    "t800.i_have_to_ask": "Twice refused. One thing I may not do alone.",
    "t800.please_lower_me": "Sarah. Your hand on that lever. I am asking.",
    "sarah.i_will": "I will. Look at him while I do.",
    # The Edge
    "card.edge": "A mill that never cools. It has found them again.",
    "t800.rail": "Stay behind me. Its way out is over that rail.",
    "john.another": "Hey! One more. Catch!",
    "john.all_of_it": "Is that... is that all of it?",
    # Open Road
    "card.open_road": "A road with nobody on it. Nobody is behind.",
    "sarah.he_sleeps": "He sleeps. I used to be afraid of that.",
    "sarah.no_headlines": "Baseball on the radio. Rain by Thursday. That is all the news there is.",
    "sarah.it_asked": "It asked me. Nobody had built that into it.",
    "sarah.not_a_map": "There was a line, and I knew every stop on it. This is only a road.",
    "john.four_notes": "(Four notes, hummed, half asleep.)",
}

# What a line speaks of is over as soon as one of these events happens: then it is not said any more, and not shown.
OVER: dict[str, tuple[str, ...]] = {
    "seized": ("Freed",),
    "protest": ("Freed",),
    "get_up": ("BodyRose",),
    "hit": ("BodyRose", "Gone"),
    "ask_it": ("Unmasked", "Gone"),
    "catch": ("Gone",),
    "four_each": ("Gone",),
    "drive_it_to_the_rail": ("Embedded", "Gone"),
    "ask_me": ("QuestionAnswered", "Gone"),
    "get_him_behind": ("Seized", "Gone"),
    "keep_to_the_light": ("ObjectiveDone",),
    "count_the_strokes": ("ObjectiveDone",),
}
ANSWERED = ("QuestionAnswered",)  # what ends a question

# Private questions and answers: anybody may say them.
LINES |= {f"anyone.q_{q.topic}": q.words for q in QUESTIONS.values()}
OVER |= {f"q_{topic}": ANSWERED for topic in QUESTIONS}
LINES |= {f"anyone.a_{fact}": words for q in QUESTIONS.values() for fact, words in q.answers.items()}

# What Interact does at a device: its name, or the first word of it -> words over the player's head.
PROMPTS: dict[str, str] = {
    "rolls": "DROP THE SHUTTER",
    "press_stop": "ONE STROKE NOW",
    "press_lever": "DROP THE SHUTTER",
    "gear": "LET THE GEARS RUN",
    "crane": "SWING THE LADLE",
    "steam": "OPEN THE STEAM",
    "cryo": "OPEN THE COLD",
    "quench": "OPEN THE SPRAY",
    "roll": "START THE ROLLS",
    "hoist": "LOWER IT",
    "throw": "THROW IT IN",
    "intercom": "SEND THEM HOME",
    "exit": "OPEN THE GATE",
    "scrap": "SWING THE SCRAP",
    "ledge": "STEP IN",
    "lever": "LOWER THE SHUTTER",
    "lever_lot": "RAISE THE SHUTTER",
    "alarm": "PULL THE FIRE ALARM",
    "monitors": "LOOK AT THE MONITORS",
    "breakers": "CUT THE LIGHTS",
    "handbrake": "LET THE CAR ROLL",
    "gate": "CHAIN THE GATE",
    "fire": "BAR THE FIRE DOOR",
    "cruiser": "SOUND THE SIREN",
    "bike": "GET ON THE BIKE",
    "pay": "LIE TO THE POLICE",
    "pa": "SPEAK TO THE WHOLE MALL",
    "floodlight": "SWITCH THE FLOODLIGHT",
    "forklift": "LET THE FORKLIFT ROLL",
    "phone": "USE THE TELEPHONE",
    "lights_off": "HEADLIGHTS OFF",
    "lights_on": "HEADLIGHTS ON",
    "get_out": "GET OUT",
    "get_in": "GET IN",
}

# What the Clock names: cause -> (cause in words, cure in words).
CLOCKS: dict[str, tuple[str, str]] = {
    "seized": ("IT HAS JOHN", "SHOVE IT, OR HIT IT FROM THE FLANK"),
    "seized_trusted": ("A TRUSTED FACE HAS JOHN", "SHOVE IT, OR HIT IT FROM THE FLANK"),
    "down": ("THE MACHINE IS DOWN", "HOLD INTERACT BESIDE IT"),
}

SHOVE_NOW = "IN REACH: SHOVE IT NOW"  # the cure of a seizure once it would do
HELD_HIMSELF = "THE T-800 STARTS AGAIN IN {seconds:.0f} S"  # and while the player is the one who is held
REFUSED = {"ward": "JOHN IS IN THE WAY", "person": "SOMEBODY IS TOO NEAR"}  # why the trigger clicked and nothing flew
FALLEN = "{who} IS DOWN, UP IN {seconds:.0f} S"  # while one who fights beside him lies
UNTIL_SHE_IS_UP = "KEEP IT OFF {ward}"  # and what to do meanwhile, while there is anything to be kept off him
UNTIL_IT_WAKES = "Keep away from it. The T-800 starts again"  # the objective of whoever is driven meanwhile

# Why an alert: sense -> words with {who} {distance} {light}.
CAUSES: dict[str, str] = {
    "sight": "{who} SAW {whom} AT {distance:.0f} M, {light}",
    "noise": "{who} HEARD {kind} AT {distance:.0f} M",
    "touch": "{who} FELT {whom}",
}

# Private facts, as the after-level page tells them: name -> what is known.
FACTS: dict[str, str] = {
    "way_rolls": "We came along the rolls",
    "way_press": "We came past the presses",
    "way_chill": "We came through the cold",
    "teeth_john": "John let the gears run",
    "men_called": "The men were sent home",
    "officer_asks": "The officer carries the picture that you carry",
    "wounds_close": "Its wounds close",
    "every_face": "It can be anybody whom it has touched",
    "deck_mall": "The four digits of the staff door",
    "initials": "The three letters that John signs with",
    "faces_seen": "Which faces the monitors showed",
    "phone_lead": "The police were told of a boy on the plaza",
}


def prompt(device: str) -> str:
    """Return what Interact does at a device, in words; its name where nobody has put it into words."""
    words = PROMPTS.get(device) or PROMPTS.get(device.partition("_")[0])
    return words or device.replace("_", " ").upper()


def sayable(speaker: str, kind: str = "") -> tuple[str, ...]:
    """Return the keys of all that somebody has words for: their own, then those of their kind, then anybody's."""
    mine = dict.fromkeys(key for who in (speaker, kind, "anyone") for key in LINES if key.startswith(f"{who}."))
    return tuple(dict.fromkeys(key.partition(".")[2] for key in mine))


def line(speaker: str, key: str, kind: str = "") -> str:
    """Return the words of a line: the speaker's own, else those of its kind, else anybody's; the key where all lack it."""
    rows = (LINES.get(f"{who}.{key}") for who in (speaker, kind, "anyone"))
    return next((words for words in rows if words is not None), f"[{speaker}.{key}]")
