"""Private questions: what only those who were there can answer; one row a topic, its answers are names of facts."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question.

    words    as it is asked
    answers  fact -> the words of that answer; what is a fact of this run is right, the others are wrong
    """

    topic: str
    words: str
    answers: dict[str, str]


QUESTIONS: dict[str, Question] = {
    q.topic: q
    for q in (
        Question(
            topic="way",
            words="Which way did we come through the mill?",
            answers={
                "way_rolls": "Along the rolls, in the light.",
                "way_press": "Past the presses. We counted.",
                "way_chill": "Through the cold, in the dark.",
            },
        ),
        Question(
            topic="teeth",
            words="The big gears. Who let them run?",
            answers={"teeth_john": "You did, John.", "teeth_none": "Nobody. They stood still."},
        ),
        Question(
            topic="men",
            words="The men who worked here. What did we do?",
            answers={"men_called": "Sent them home.", "men_left": "Walked past them."},
        ),
        Question(
            topic="staff_door",
            words="At the mall. What opened the staff door?",
            answers={"deck_mall": "Four digits.", "no_key": "A key on a ring.", "no_push": "It was open."},
        ),
        Question(
            topic="high_score",
            words="What did I leave on the machine at the arcade?",
            answers={"initials": "Three letters.", "no_coin": "A coin.", "no_name": "Your whole name."},
        ),
    )
}
TOPIC_OF = {fact: q.topic for q in QUESTIONS.values() for fact in q.answers}


def answer(fact: str) -> str:
    """Return the words of an answer."""
    return QUESTIONS[TOPIC_OF[fact]].answers[fact] if fact in TOPIC_OF else fact.replace("_", " ")
