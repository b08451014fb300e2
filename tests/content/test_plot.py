"""The plot is played where missions exist and told by cards where they do not; runs show the keys that prove it."""

from pathlib import Path

import pytest

from game.content.chapters import CHAPTERS
from game.content.keys import KEYS
from game.content.missions import MISSIONS, STORY, told
from game.content.story import SENTENCES, proofs
from game.lab.run import run
from game.level.load import load

EXISTING = [m.id for m in told()]
SEEDS = (1, 2, 3)  # between them every key of a mission is shown


def test_every_sentence_is_numbered_once():
    assert [s.number for s in SENTENCES] == list(range(1, 25))


def test_every_sentence_is_played_or_told():
    cards = {c.tells for c in CHAPTERS}
    for s in SENTENCES:
        assert set(s.missions) <= set(STORY)
        played = [m for m in s.missions if m in EXISTING and m in s.keys]
        assert played or cards & set(s.missions), s.words
        assert set(s.keys) <= set(s.missions)


def test_a_mission_that_exists_proves_something_and_only_by_keys_that_exist():
    known = {key.id for key in KEYS}
    for mission in EXISTING:
        assert proofs(mission), f"{mission}: name its keys in content/story.py"
        assert set(proofs(mission)) <= known


def test_training_is_no_part_of_the_plot():
    assert not any(proofs(m.id) for m in MISSIONS if m.training)


@pytest.mark.slow
@pytest.mark.parametrize("mission", EXISTING)
def test_runs_of_every_mission_show_its_keys(mission: str):
    missing, level = set(proofs(mission)), load(mission)
    for seed in SEEDS:
        result = run(level, seed=seed, retries=5)
        assert result["outcome"] == "won"
        missing -= set(result["events"])
        if not missing:
            return
    raise AssertionError(f"{mission} never shows {', '.join(sorted(missing))} in seeds {SEEDS}")


def test_every_word_of_the_plot_that_names_somebody_is_told():
    """The names of story.txt that the cards or the missions must say."""
    words = " ".join(c.text for c in CHAPTERS) + Path(load("melt").file).name
    for name in ("Sarah Connor", "Silberman", "Skynet", "Judgment Day", "29 August 1997", "Miles Dyson", "Mexico"):
        assert name in words


def test_every_lesson_is_taught_somewhere():
    from game.content.lessons import LESSONS
    from game.sim.effects import Lesson

    taught = {e.name for m in MISSIONS for t in load(m.id).triggers for e in t.do if isinstance(e, Lesson)}
    assert taught == set(LESSONS)
