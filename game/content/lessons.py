"""What the machine learns from people: one row a lesson; a level teaches it by the word `lesson`."""

# name -> what it took with it, as the page after the story and the signs of the road tell it.
LESSONS: dict[str, str] = {
    "look_first": "A door opens sooner to four digits than to a shoulder",
    "sign_your_name": "Three letters are enough to say: I was here",
    "bluff": "A lie can send guns the wrong way",
    "alarm": "A bell empties a hall faster than a gun",
    "ask": "What I may not do alone, I can ask for",
}
