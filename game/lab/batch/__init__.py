"""Many runs at a time: what to run, the rows that they leave, a page with heat maps, and a test of two folders."""

from game.lab.batch.compare import Verdict, compare
from game.lab.batch.job import Job, jobs
from game.lab.batch.work import batch

__all__ = ["Job", "Verdict", "batch", "compare", "jobs"]
