"""Private questions: one of ours asks what only we know; who was there answers right, the machine only what it has overheard.

A right answer takes three from every listener's doubt, a wrong one from somebody who ought to know adds two and a half; strangers
owe none (GAME.md, settled 1). What the machine hears is burnt. `ask` may also put one to the player, who chooses his answer.
"""

from game.content.looks import LOOKS
from game.content.questions import QUESTIONS, TOPIC_OF
from game.sim import events as E
from game.sim.kernels.judge import MOST
from game.sim.kernels.sound import FAR
from game.sim.state import ANSWERED, ANSWERED_RIGHT, ANSWERED_WRONG, Quiz, Talk
from game.sim.world import World

ASKS, ANSWERS = 90, 60  # ticks that the question takes, and the answer
EARSHOT, BREAKS_OFF = 4.0, 7.0  # metres between them as it begins, and at which nobody waits for an answer
RIGHT, WRONG = -3.0, 2.5  # log-odds
LISTENS = 9.0  # metres
OUGHT = ("t800", "john", "sarah")  # roles that ought to know
THINKS = 900  # ticks that the player has to choose
TRUST_RIGHT, TRUST_WRONG = 0.05, 0.1


def go_on(world: World) -> None:
    """Let a question be answered when its time has come."""
    if world.state.to_ask[0] >= 0 and world.state.quiz is None:
        quiz(world, *world.state.to_ask)
        world.state.to_ask = (-1, "")
    if world.state.talk is not None:
        hear_out(world, world.state.talk)
    if world.state.quiz is not None:
        choose(world, world.state.quiz)


# ------------------------------------------------------------------ asking others
def put(world: World, whom: int) -> bool:
    """Ask somebody; return whether anybody of ours stands near enough to, and has something to ask."""
    b, state, fact = world.b, world.state, next_fact(world)
    asker = next((s for s in askers(world) if s != whom and world.near(s, whom, EARSHOT)), -1)
    if asker < 0:
        return False
    state.due.append(("ask", whom, b.x[whom], b.y[whom]))
    if state.talk is not None or not fact or state.gone:
        return False
    state.talk = Talk(asker, whom, fact, world.tick + ASKS, world.tick + ASKS + ANSWERS)
    state.asked[fact] = world.tick
    world.say(world.names[asker], f"q_{TOPIC_OF[fact]}")
    world.report(E.QuestionPut(asker, whom, TOPIC_OF[fact], ()))
    return True


def askers(world: World) -> list[int]:
    """Return who asks, first choice first: the ward, the allies, he himself."""
    others = [s for s in world.ours if s not in (world.ward, world.player)]
    return [s for s in (world.ward, *others, world.player) if world.alive(s) and world.b.held_by[s] < 0]


def next_fact(world: World) -> str:
    """Return the newest fact that has not been asked yet, else the one asked longest ago; '' without any."""
    state = world.state
    known = [f for f in state.facts if f in TOPIC_OF]
    fresh = [f for f in known if f not in state.asked]
    if fresh:
        return max(fresh, key=lambda f: (state.facts[f], f))
    return min(known, key=lambda f: (state.asked[f], f), default="")


def hear_out(world: World, talk: Talk) -> None:
    """Wait for the answer, and weigh it."""
    whom, state = talk.whom, world.state
    if not world.alive(whom) or not world.alive(talk.asker) or world.gap(talk.asker, whom) > BREAKS_OFF:
        state.talk = None
        return
    if world.tick < talk.answers_at:
        return
    state.talk = None
    said = reply(world, whom, talk.fact)
    if said:
        world.say(world.names[whom], f"a_{said}")
        overhear(world, whom, said)
    else:
        world.say(world.names[whom], "no_idea")
    if LOOKS[world.look(whom)].role in OUGHT:
        judged(world, talk.asker, whom, said, said == talk.fact)


def reply(world: World, whom: int, fact: str) -> str:
    """Return the answer that somebody gives: those of ours know; the machine knows what it has overheard, and guesses else."""
    if whom in world.ours:
        return fact
    if whom != world.hunter or LOOKS[world.look(whom)].role not in OUGHT:
        return ""
    if fact in world.state.burnt:
        return fact
    wrong = [f for f in QUESTIONS[TOPIC_OF[fact]].answers if f != fact]
    dice = world.dice(whom, "answer")
    said = wrong[dice.below(len(wrong))]
    world.keep(whom, "answer", dice)
    return said


def judged(world: World, asker: int, whom: int, said: str, right: bool) -> None:
    """Let every one of ours in earshot think what the answer is worth."""
    world.report(E.QuestionAnswered(asker, whom, said, right))
    for o in world.ours:
        if o == whom or not world.b.here[o] or world.gap(o, whom) > LISTENS:
            continue
        move, face = RIGHT if right else WRONG, world.b.face[whom]
        before = float(world.doubt[o, whom])
        world.doubt[o, whom] = min(MOST, max(-MOST, before + move))
        world.face_doubt[o, face] = min(MOST, max(-MOST, max(before, float(world.face_doubt[o, face])) + move))
        world.face_at[o, face] = world.tick


def overhear(world: World, speaker: int, fact: str) -> None:
    """What is said where the machine hears it, it knows from now on. Call right after the words were said."""
    hunter, b = world.hunter, world.b
    if fact not in world.state.facts or hunter < 0 or hunter == speaker or not b.here[hunter]:
        return
    if world.heard_at(b.x[hunter], b.y[hunter]) < FAR and fact not in world.state.burnt:
        world.state.burnt[fact] = world.tick


# ------------------------------------------------------------------ being asked
def quiz(world: World, whom: int, topic: str) -> None:
    """Put a question to the player: the answers are on his screen."""
    state = world.state
    facts = [f for f in state.facts if TOPIC_OF.get(f) == topic] if topic else [next_fact(world)]
    asker = next((s for s in askers(world) if s != whom), -1)
    if whom != world.player or asker < 0 or not facts or not facts[-1]:
        return
    fact = facts[-1]
    options = list(QUESTIONS[TOPIC_OF[fact]].answers)
    turn = world.tick % len(options)
    options = options[turn:] + options[:turn]
    state.quiz = Quiz(asker, fact, options, world.tick + THINKS)
    world.say(world.names[asker], f"q_{TOPIC_OF[fact]}")
    world.report(E.QuestionPut(asker, whom, TOPIC_OF[fact], tuple(options)))


def choose(world: World, asked: Quiz) -> None:
    """Take the player's choice; silence is an answer too."""
    player, state = world.player, world.state
    pick = state.command(player).choice
    if player != world.keeper or not world.alive(player) or not world.alive(asked.asker):
        state.quiz = None
        return
    if not 1 <= pick <= len(asked.options) and world.tick < asked.until:
        return
    state.quiz = None
    said = asked.options[pick - 1] if 1 <= pick <= len(asked.options) else ""
    if said:
        world.say(world.names[player], f"a_{said}")
        overhear(world, player, said)
    right = said == asked.fact
    judged(world, asked.asker, player, said, right)
    state.trust = min(1.0, state.trust + TRUST_RIGHT) if right else max(0.0, state.trust - TRUST_WRONG)
    world.set_flag(ANSWERED_RIGHT if right else ANSWERED_WRONG)
    world.set_flag(ANSWERED)
