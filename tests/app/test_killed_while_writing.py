"""Killed at any moment while progress is written, nothing is lost but the step that was not yet written.

By hand with more: KILLS=200 pytest tests/app/test_killed_while_writing.py
"""

import os
import random
import signal
import subprocess
import sys

import pytest

from game.app import campaign, progress

KILLS = int(os.environ.get("KILLS", "20"))
WRITER = """
import sys
from game.app import campaign, progress
from game.sim.carried import Carried
tale, words = campaign.load()
mine, more = progress.load()
assert not words and not more, (words, more)
n = int(tale.next or 0)
while True:
    n += 1
    tale.next, tale.begun = str(n), {"closing_time": Carried(facts=tuple(map(str, range(n % 400))))}
    mine.ticks = {"closing_time": n}
    assert not campaign.save(tale) and not progress.save(mine)
    print(n, flush=True)
"""


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_kill_9_loses_nothing_but_the_last_unsaved_step(home, tmp_path):
    home.mkdir()
    dice, told = random.Random(2026), 0
    for _ in range(KILLS):
        writer = subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True)
        assert writer.stdout
        for _ in range(dice.randrange(1, 12)):
            told = int(writer.stdout.readline())
        for _ in range(dice.randrange(2000)):  # somewhere inside a step
            pass
        os.kill(writer.pid, signal.SIGKILL)
        told = max([told, *map(int, writer.stdout.read().split())])
        writer.wait()
        writer.stdout.close()
        tale, words = campaign.load()
        mine, more = progress.load()
        assert (words, more) == ("", "")
        assert told <= int(tale.next) <= told + 1
        assert told <= mine.ticks["closing_time"] <= int(tale.next)
        assert len(tale.begun["closing_time"].facts) == int(tale.next) % 400
