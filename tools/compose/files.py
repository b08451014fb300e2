"""Everything that is written to assets/sound, and the list of its fingerprints."""

import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.content.cues import CUES, files
from game.content.music import RATE
from game.content.voices import COPY, VOICES
from tools.compose.flac import coded
from tools.compose.recipes import rendered
from tools.compose.score.stems import STEM_FILES, written
from tools.compose.speech import slots

HOME = Path(__file__).resolve().parents[2] / "assets" / "sound"
MANIFEST = "manifest.json"
EFFECT_MARGIN, LOOP_MARGIN, STEM_MARGIN = 40.0, 50.0, 50.0  # dB of rounding noise under each block
STEMS, SPEECH = "stems", "voices"
PARTS = (*CUES, SPEECH, STEMS)

Frames = npt.NDArray[np.float64]


def made(part: str) -> Iterator[tuple[str, Frames, float]]:
    """Yield (file's stem, sound, margin) of a part: a cue, all voices, all stems."""
    if part == STEMS:
        for name, x in written().items():
            yield name, x, STEM_MARGIN
    elif part == SPEECH:
        for who in VOICES.values():
            yield f"voice_{who.id}", slots(who), EFFECT_MARGIN
            yield f"voice_{who.id}{COPY}", slots(who, copy=True), EFFECT_MARGIN
    else:
        for take, name in enumerate(files(CUES[part])):
            yield name, rendered(part, take), LOOP_MARGIN if CUES[part].loop else EFFECT_MARGIN


def names() -> set[str]:
    """Return the stems of all files that there should be."""
    voices = {f"voice_{v}{end}" for v in VOICES for end in ("", COPY)}
    return {name for cue in CUES.values() for name in files(cue)} | voices | set(STEM_FILES)


def write(part: str, home: Path = HOME) -> int:
    """Write the files of a part, those that have changed; return how many bytes they take."""
    home.mkdir(parents=True, exist_ok=True)
    size = 0
    for name, x, margin in made(part):
        data = coded(x, RATE, margin)
        path = home / f"{name}.flac"
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
        size += len(data)
    return size


def found(home: Path = HOME) -> dict[str, str]:
    """Return the fingerprint of each file on disk."""
    return {p.stem: blake2b(p.read_bytes(), digest_size=16).hexdigest() for p in sorted(home.glob("*.flac"))}


def note(home: Path = HOME) -> None:
    """Take away files that nothing is named after, and write the manifest."""
    for path in home.glob("*.flac"):
        if path.stem not in names():
            path.unlink()
    (home / MANIFEST).write_text(json.dumps(found(home), indent=0, sort_keys=True) + "\n")


def differences(home: Path = HOME) -> list[str]:
    """Return one line for each file that table, manifest and disk do not agree on."""
    path = home / MANIFEST
    if not path.exists():
        return [f"{MANIFEST} is missing: run python -m tools.compose"]
    noted: dict[str, str] = json.loads(path.read_text())
    there, wanted = found(home), names()
    lines = [
        f"{name}: changed since it was composed" for name in sorted(noted.keys() & there) if noted[name] != there[name]
    ]
    lines += [f"{name}: missing: run python -m tools.compose" for name in sorted(wanted - there.keys())]
    return lines + [f"{name}: nothing is named after it" for name in sorted(there.keys() - wanted)]
