"""Every file of a cue: peak, loudness, DC, clicks, joints, and what a small speaker leaves of it."""

import numpy as np

from game.content.cues import CUES, files
from tools.compose.check.table import Table, mono, seam
from tools.compose.loudness import momentary, peak
from tools.compose.tone import band

DEEP = ("air", "molten", "roll", "explosion", "press", "mill", "night", "hum")  # what lives under 200 Hz by nature


def measure(table: Table) -> None:
    """Measure all takes of all cues."""
    table.head("CUES, as pygame decodes them")
    peaks, off, offset, edges, seams, small = {}, {}, {}, {}, {}, {}
    for cue in CUES.values():
        for name in files(cue):
            x = mono(name)
            loud = momentary(x)
            peaks[name], off[name], offset[name] = peak(x), abs(loud - cue.lufs), abs(float(x.mean()))
            if cue.loop:
                seams[name] = seam(x)
            else:
                edges[name] = float(max(abs(x[0]), abs(x[-1])) / np.abs(x).max())
            small[name] = loud - momentary(band(x, lo=200, order=4))
    table.most("true peak (dBTP)", peaks, -1.0)
    table.most("distance from its row's loudness (LU)", off, 1.0)
    table.most("DC", offset, 1e-3)
    table.most("first or last sample against the peak", edges, 0.01)
    table.most("joint of a loop against the median step", seams, 1.0)
    kept = {name: loss for name, loss in small.items() if name.rsplit("_", 1)[0] not in DEEP and name not in DEEP}
    table.most("loudness lost under 200 Hz (LU), low things apart", kept, 10.0)
