"""The lint's rules beyond what the reader refuses: one function a rule, (map, objects, level or None) -> doubts."""

from game.level.rules import file, people, play, story, ways, words
from game.level.rules.doubt import Rule

RULES: tuple[Rule, ...] = (
    file.version,
    file.layers,
    file.properties,
    file.classless,
    file.meanings,
    words.flags,
    words.timers,
    words.lamps,
    words.who,
    words.things_given,
    words.keys,
    words.arrivals,
    words.onward,
    words.driven,
    people.alone,
    people.sides,
    people.own_names,
    story.ending,
    story.order,
    story.music,
    play.hunts,
    play.play,
    play.tells,
    play.places,
    play.holes,
    ways.ways,
)
