"""The table of keys can be changed, and never says two things at once."""

from hypothesis import given
from hypothesis import strategies as st

from game.controls.bindings import ACTIONS, TOGGLED, actions_by_input, binds, keys_for, label, on_pad, rebind

inputs = st.sampled_from(sorted({s for a in ACTIONS.values() for s in a.inputs} | {"k", "mouse6", "f5", "pad_guide"}))
changes = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), inputs), max_size=12)


def changed(steps):
    table = binds({})
    for action, source in steps:
        table = rebind(table, action, source)
    return table


def test_no_input_does_two_things_at_first():
    table = binds({})
    assert len(actions_by_input(table)) == sum(len(sources) for sources in table.values())


@given(steps=changes)
def test_no_input_does_two_things_after_changes(steps):
    table = changed(steps)
    assert len(actions_by_input(table)) == sum(len(sources) for sources in table.values())


@given(steps=changes)
def test_the_last_change_holds(steps):
    table = changed(steps)
    if steps:
        action, source = steps[-1]
        assert actions_by_input(table)[source] == action


def test_a_key_taken_from_another_is_exchanged():
    table = rebind(binds({}), "reload", "f")
    assert actions_by_input(table)["f"] == "reload"
    assert actions_by_input(table)["r"] == "shove"
    assert "pad_x" in table["reload"]


def test_a_pad_button_leaves_the_key_alone():
    table = rebind(binds({}), "fire", "pad_a")
    assert table["fire"] == ("pad_a", "mouse1")
    assert "pad_rt" in table["interact"]


def test_unknown_actions_are_left_out():
    assert set(binds({"fly": ("j",), "fire": ("j",)})) == set(ACTIONS)


def test_labels_are_words():
    assert label("lshift") == "L SHIFT"
    assert label("pad_a") == "A"
    assert keys_for(binds({}), "fire") == "LEFT BUTTON"
    assert keys_for(binds({}), "fire", pad=True) == "RT"


def test_every_toggle_is_a_hold():
    assert all(ACTIONS[t].hold for t in TOGGLED)


def test_each_pad_button_is_named_as_one():
    assert on_pad("pad_a")
    assert not on_pad("a")
