"""What the screen itself says: stings for news, and the menu's ticks."""

from tools.compose.bodies import modes, pluck
from tools.compose.tone import Dice, Sound, band, line, noise, path, ping, sine, thump


def seen(rng: Dice) -> Sound:
    """There it is: glass that climbs and stops short."""
    s = 0.9
    climb = sine(path(s, (0, 932), (s, 1509))) + 0.4 * sine(path(s, (0, 1400), (s, 2263)))
    low = modes(0.9, (98, 147, 233), 0.6, contact=0.004)
    return line(1.0, (0, climb * path(s, (0, 0), (0.05, 0.7), (0.8, 1), (s, 0)), 0.8), (0, low, 1.1))


def noticed(rng: Dice) -> Sound:
    """Somebody has noticed: one damped note, a semitone beside the tonic."""
    return line(0.7, (0, pluck(rng, 207.65, 0.6, 0.5, 0.4), 1), (0, ping((415.3,), 0.3, 0.3), 0.3))


def proof(rng: Dice) -> Sound:
    """Proof: two notes that leave no doubt."""
    return line(
        1.2,
        (0, pluck(rng, 196.0, 1.1, 1.2, 0.6), 1),
        (0.18, pluck(rng, 392.0, 1.0, 1.2, 0.6), 0.9),
        (0.18, modes(0.6, (1174, 1760), 0.4, contact=0.002), 0.25),
    )


def fact(rng: Dice) -> Sound:
    """Something that only we know."""
    return line(
        1.0,
        (0, pluck(rng, 392.0, 0.9, 1.0, 0.5), 0.8),
        (0.15, pluck(rng, 466.16, 0.8, 1.0, 0.5), 0.8),
        (0.3, pluck(rng, 587.33, 0.7, 1.0, 0.5), 0.9),
    )


def objective(rng: Dice) -> Sound:
    """What is to be done now."""
    return line(0.9, (0, pluck(rng, 293.66, 0.8, 0.9, 0.5), 1), (0.2, pluck(rng, 392.0, 0.7, 0.9, 0.5), 1))


def checkpoint(rng: Dice) -> Sound:
    """A place to come back to."""
    return line(0.8, (0, ping((392, 588), 0.35, 0.5), 0.7), (0.12, ping((784,), 0.5, 0.6), 0.7)) + 0.02 * band(
        noise(rng, 0.8), 300, 900
    )


def won(rng: Dice) -> Sound:
    """It is over: the bar with its third beat."""
    notes = [(0.3 * k, pluck(rng, f, 1.6, 1.8, 0.5), 0.9) for k, f in enumerate((196.0, 293.66, 392.0, 466.16, 587.33))]
    return line(3.0, *notes)


def lost(rng: Dice) -> Sound:
    """The Clock ran out."""
    s = 2.4
    f = path(s, (0, 196), (s, 92.5))
    slide = (sine(f) + 0.6 * sine(f * 1.5) + 0.3 * sine(f * 3.02)) * path(s, (0, 0), (0.02, 1), (s, 0))
    return line(
        2.6, (0, thump(0.8, 110, 38, 0.8), 1.4), (0, slide, 0.8), (0, modes(1.0, (233, 411, 655), 0.7, rng=rng), 0.5)
    )


def two(first: float, second: float) -> Sound:
    """Two pure tones, one after the other."""
    return line(0.16, (0, ping((first,), 0.05, 0.08), 1), (0.05, ping((second,), 0.09, 0.14), 1))


RECIPES = {
    "sting_seen": seen,
    "sting_noticed": noticed,
    "sting_proof": proof,
    "sting_fact": fact,
    "sting_objective": objective,
    "sting_checkpoint": checkpoint,
    "sting_won": won,
    "sting_lost": lost,
    "match": lambda rng: two(784.0, 784.0),
    "mark": lambda rng: two(523.25, 392.0),
    "ui_move": lambda rng: ping((660,), 0.035, 0.05),
    "ui_ok": lambda rng: two(660.0, 990.0),
    "ui_back": lambda rng: two(660.0, 440.0),
}
