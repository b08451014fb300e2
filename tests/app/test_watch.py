"""A watched file is noticed once for each time it is saved."""

import os

from game.app.runs import beside
from game.app.watch import Watch


def test_each_save_is_noticed_once(tmp_path):
    file = tmp_path / "own.tmx"
    file.write_text("a")
    watch = Watch([file])
    assert not watch.changed()
    file.write_text("ab")
    assert watch.changed()
    assert not watch.changed()
    os.utime(file, ns=(5, 5))
    assert watch.changed()


def test_a_file_that_is_gone_for_a_moment_has_not_changed(tmp_path):
    file = tmp_path / "own.tmx"
    file.write_text("a")
    watch = Watch([file])
    file.unlink()
    assert not watch.changed()
    file.write_text("abc")
    assert watch.changed()


def test_it_looks_ten_times_a_second(tmp_path):
    file = tmp_path / "own.tmx"
    file.write_text("a")
    watch = Watch([file])
    for n in range(2, 12):
        file.write_text("a" * n)
        assert [watch.tick() for _ in range(6)].count(True) == 1


def test_any_of_several_files_counts_and_a_missing_one_when_it_comes(tmp_path):
    one, other = tmp_path / "own.tmx", tmp_path / "own.tsx"
    one.write_text("a")
    watch = Watch([one, other])
    assert not watch.changed()
    other.write_text("b")
    assert watch.changed()
    assert not watch.changed()


def test_what_changed_while_the_files_were_chosen_anew_is_not_missed(tmp_path):
    one, other = tmp_path / "own.tmx", tmp_path / "own.tsx"
    one.write_text("a")
    watch = Watch([one])
    one.write_text("ab")
    watch.follow([one, other])
    assert watch.changed()


def test_a_second_recording_lies_beside_the_first(tmp_path):
    first = tmp_path / "run.replay"
    first.touch()
    second = beside(first)
    assert second.name == "run-2.replay"
    second.touch()
    assert beside(second).name == "run-3.replay"
