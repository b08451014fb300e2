"""What every figure should be: the one table of targets, each with the test of the design that it stands for."""

from typing import NamedTuple


class Target(NamedTuple):
    """A range, the name of the design's test, and what is measured in words."""

    test: str
    words: str
    low: float | None = None
    high: float | None = None

    @property
    def text(self) -> str:
        """The range as it is printed."""
        if self.low is not None and self.high is not None:
            return f"{self.low:g} to {self.high:g}" if self.low != self.high else f"= {self.low:g}"
        return f">= {self.low:g}" if self.low is not None else f"<= {self.high:g}"


def none_of(test: str, words: str) -> Target:
    return Target(test, words, 0.0, 0.0)


def most(limit: float, test: str, words: str) -> Target:
    return Target(test, words, None, limit)


def least(limit: float, test: str, words: str) -> Target:
    return Target(test, words, limit, None)


def within(low: float, high: float, test: str, words: str) -> Target:
    return Target(test, words, low, high)


def hunts(kind: str, sweep: float) -> dict[str, Target]:
    """Return the targets of one kind of prey."""
    return {
        f"search.{kind}.omniscient": most(5.5, "B1", f"prey that {kind}s: time to find over that of who knows where"),
        f"search.{kind}.sweep": most(sweep, "B2", f"prey that {kind}s: time to find over that of a room-by-room sweep"),
        f"search.{kind}.random": most(0.7, "B2", f"prey that {kind}s: time to find over that of random walks"),
        f"search.{kind}.found": least(0.96, "B3", f"prey that {kind}s: share found within 120 s"),
    }


TARGETS: dict[str, Target] = {
    # ---- it knows what it perceives and nothing else
    "honesty.replay": none_of(
        "O2", "looks whose thoughts differ when the percept log is replayed beside another world"
    ),
    "honesty.percepts": none_of("O1", "things in its percepts that its senses could not have told"),
    "honesty.hidden": none_of("O3", "percepts that change when everything out of its sight is moved about"),
    "honesty.imports": none_of("O1", "imports of the rules by minds and bots"),
    "mutants.planted": least(20, "O4", "leaks planted in the real code"),
    "mutants.caught": least(1.0, "O4", "share of the planted leaks that are caught"),
    "mutants.false": none_of("O4", "alarms of the same checks over the code as it is"),
    "telepathy.heading": within(-0.03, 0.03, "X3", "cosine of heading to unseen prey, less that to where it might be"),
    "tether.distance": within(-0.05, 0.05, "X4", "correlation of distance and truth given belief, unseen for 90 s"),
    "teleport.steps": none_of("X5", "steps of its body beyond its legal speed, on or off the screen"),
    # ---- senses
    "senses.one_rate": none_of("S1", "scenes in which seeing and not having seen rest on another chance"),
    "senses.symmetry": least(1.0, "S2", "share of pairs of places that see each other both ways or not at all"),
    "senses.lit": most(
        1.0,
        "S3 by its own formula",
        "median seconds to make somebody out who stands lit at 8 m, six times .35 times .5 a second",
    ),
    "senses.dark": least(3.0, "S3", "how many times longer for one who sneaks in the dark"),
    "senses.doors": none_of("S4", "maps on which a sound is louder through shut doors than through open ones"),
    "senses.sound": none_of("S5", "sounds heard before their tick, or louder than the metres on their way leave them"),
    "senses.sound_speed": most(40.0, "S5", "cells a second at which the quickest sound came"),
    # ---- searching
    **hunts("hide", 0.6),
    **hunts("roam", 0.6),
    **hunts("flee", 0.6),
    **hunts("evade", 0.35),
    "search.calibration": most(0.1, "B4", "largest gap between believed and true share of a place, by bins"),
    "search.log_score": least(1.0, "B4", "nats by which its belief beats a uniform one, contact under 20 s old"),
    # ---- disguise
    "disguise.untouched": none_of("D1", "forms worn that it has not touched, or may not take"),
    "disguise.belief": least(0.85, "D2", "AUC of what it thinks they believe against what they do believe"),
    "disguise.hidden": none_of("D2", "beliefs about a witness whom it could not perceive that are not the prior"),
    "disguise.melted": most(
        0.02,
        "D4",
        "share of the time after John saw a face melt, by force, that it goes about in it unproven within 12 m of him",
    ),
    "disguise.accused": most(1.0, "D6", "people whom John and his guard take for the machine in 20 minutes"),
    # ---- fairness
    "fairness.tell": none_of("F1", "strikes that land sooner than .40 s after their tell"),
    "fairness.perceived": none_of("F1", "strikes whose tell the victim could neither see nor hear for .40 s"),
    "fairness.offscreen": none_of(
        "F1", "seizures off the player's screen without a cue that he could hear 1.5 s before"
    ),
    "fairness.dodge_150": least(0.98, "F2", "frontal single strikes avoided with 150 ms of latency"),
    "fairness.dodge_300": least(0.90, "F2", "frontal single strikes avoided with 300 ms of latency"),
    "fairness.dodge_450": least(0.60, "F2", "frontal single strikes avoided with 450 ms of latency"),
    "fairness.blind": most(0.25, "F2", "frontal single strikes avoided without looking"),
    "tells.soft": least(0.83, "T1", "AUC of soft tells alone, 10 s within 6 m"),
    "tells.scan": least(0.95, "T1", "AUC with a scan added"),
    "tells.far": most(0.6, "T1", "AUC beyond 12 m"),
    "tells.scan_false": none_of("T4", "complete scans with a false result"),
    "tells.before": least(1.0, "T3", "share of disguised seizures preceded by tells in the last 6 s"),
    # ---- body
    "body.mass": most(1e-6, "R1", "largest error of the sum of its masses"),
    "body.reform": most(20.0, "R2", "longest seconds from a burst to standing again"),
    "body.stuck": none_of("R3", "pools that stay where they are for 5 s, or are nowhere"),
    "body.outside": none_of("R3", "rains of blows in which a part of it leaves the map"),
    "body.staggered": most(0.6, "R4", "share of the time that the fastest legal fire keeps it staggered"),
    "body.grenade": within(7.0, 15.0, "R4", "seconds that a burst by grenade buys"),
    "body.deaths": none_of("R5", "ends of it without molten steel"),
    "edge.ends": none_of("R5", "ends of it at the edge but in molten steel, after a grenade"),
    "edge.mass": most(1e-6, "R1", "largest error of the sum of its masses at the edge"),
    "edge.won": least(0.9, "play", "share of runs at the edge that the base bot wins"),
    "finale.ends": none_of(
        "M10", "finales of the mill with another end than grenade and steel, other throwers, other hands"
    ),
    "finale.mass": most(1e-6, "R1", "largest error of the sum of its masses in the mill's finale"),
    "finale.melts": least(
        0.7, "play", "share of finales from the edge on, with triggers and without, in which it melts"
    ),
    # ---- pacing
    "pacing.switches": most(6.0, "G1", "changes of intent a minute outside combat, 95th percentile"),
    "pacing.plans": most(
        6.0, "G1, HUNT.md 4", "changes of plan (touch, change and walking up are one) a minute, 95th percentile"
    ),
    "pacing.to_and_fro": most(0.2, "HUNT.md 4", "A-B-A of intents within 2 s, a run"),
    "pacing.quiet": within(0.15, 0.35, "X6", "share of the time since its first proof in which nobody is hunted"),
    "pacing.chase": most(45.0, "X6", "longest seconds for which it is after them in the open without a break"),
    "pacing.silence": most(150.0, "X6", "longest seconds without a sign of it"),
    "pacing.worn": least(6.0, "HUNT.md 4", "median seconds of a touched face within 8 m of the prey before it ends"),
    "pacing.traps": least(0.3, "HUNT.md 1", "share of runs with a lure or an ambush"),
    "pacing.faces": least(0.6, "HUNT.md 1", "share of runs with a touched form used within sight of the prey"),
    # ---- lures
    "lure.first": within(0.5, 0.7, "V1", "first calls in a stranger's voice, 4 to 24 m off, that John follows, untold"),
    "lure.fooled": within(0.1, 0.2, "V1", "such calls that he follows after one lie"),
    "lure.told": most(0.05, "V1", "such calls that he follows when he was told to stay"),
    "lure.often": none_of("V3", "calls in play less than 90 s after the last"),
    # ---- learning
    "learning.habit": most(0.7, "L1", "one with three haunts: time to find at the 5th to 8th time over the first two"),
    "learning.worth": most(
        0.9, "L1, in pairs", "the same one: time to find at the 5th to 8th time over that of a hunter that forgets"
    ),
    "learning.none": within(
        0.88, 1.12, "L2", "one without haunts: time to find at the 5th to 8th time over that of a hunter that forgets"
    ),
    "learning.switch": least(
        0.7, "L3", "share of its gain over one that forgets that it has again two times after he changed his haunts"
    ),
    "learning.unobserved": none_of("L4", "minutes without seeing him from which it has learned something"),
    # ---- what others know
    "knowledge.minds": none_of("N1", "looks of John, guards and police whose thoughts need more than their percepts"),
    "knowledge.percepts": none_of("N1", "things in their percepts that no sight, sound or call could have brought"),
    "knowledge.crowd": none_of("N1", "frights in the crowd without anything seen or heard"),
    "knowledge.radio": none_of("N1", "calls over the radio that nobody made"),
    # ---- what each behaviour is worth: how much more the bot wins without it
    "ablation.disguise": least(0.05, "G2", "runs that the bot wins more where it has no disguise"),
    "ablation.belief": least(
        0.05, "G2, D5", "runs that the bot wins more where it has no model of what others believe"
    ),
    "ablation.random_form": least(0.05, "G2", "runs that the bot wins more where it takes any form"),
    "ablation.one_form": least(0.05, "G2", "runs that the bot wins more where it is always the officer"),
    "ablation.question": least(0.0, "G2", "runs that the bot wins more where it asks nobody"),
    "ablation.ambush": least(
        -0.05, "HUNT.md 2", "runs that the bot wins more where it lies in wait nowhere: fear, not wins"
    ),
    "ablation.lure": least(-0.05, "HUNT.md 2", "runs that the bot wins more where it calls nobody: fear, not wins"),
    "ablation.director": least(-0.05, "HUNT.md 2", "runs that the bot wins more where its mood never changes"),
    "ablation.learning": least(
        -0.05,
        "HUNT.md 2",
        "runs that the bot wins more where it learns nothing of where he hides: for long hunts, not wins",
    ),
    "ablation.trusted": least(2.0, "D3 by HUNT.md 2", "seizures from a trusted face over those of a random form"),
    # ---- play
    "play.t1000": within(0.75, 0.90, "play", "share of runs that the base bot wins against the T-1000"),
    "play.none": least(0.10, "play", "how much more it wins against nobody"),
    "play.chaser": least(0.05, "play", "how much more it wins against a hunter without disguise"),
}
