"""What doubt is worth to rules and minds alike: log-odds that somebody is the machine, what proves it, how a face is compared."""

from game.agent.percept import BLADE, CHANGING, HOLDING, WOUND

# log-odds (T1000.md 5.2): trusted no more by the boy, by his guard, and taken for it
UNEASY, AVOIDS, SURE = 1.0, 2.0, 3.0
METAL = WOUND | BLADE | CHANGING  # signs that no person shows
PROOF = METAL | HOLDING  # and with somebody in its arms
DOUBTFUL, CLEARED, MACHINE = 1, 2, 3  # verdicts of the player on a body
# A face is compared with the photograph: ticks of looking, metres, light on it, cosine with the way of looking.
MATCH_TICKS, MATCH_REACH, MATCH_LIGHT, MATCH_COS = 20, 6.0, 0.12, 0.3
