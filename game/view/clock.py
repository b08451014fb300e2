"""A stopwatch of processor time for the stages of a frame."""

import time
from collections import defaultdict


class Clock:
    """Processor time of each stage, in seconds; kept only while `on`."""

    def __init__(self) -> None:
        self.on = False
        self.spent: dict[str, list[float]] = defaultdict(list)
        self._last = self._began = 0.0

    def start(self) -> None:
        if self.on:
            self._last = self._began = time.process_time()

    def lap(self, stage: str) -> None:
        if self.on:
            now = time.process_time()
            self.spent[stage].append(now - self._last)
            self._last = now

    def stop(self) -> None:
        if self.on:
            self.spent["frame"].append(time.process_time() - self._began)
