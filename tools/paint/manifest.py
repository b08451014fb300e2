"""The list of every painted file and its fingerprint, so that a forgotten or hand-edited picture shows."""

import json
from hashlib import blake2b
from pathlib import Path

from tools.paint.output import Folder

NAME = "manifest.json"
# Files in assets/ that the painter answers for; other makers (sounds) keep lists of their own.
PAINTED = (
    *("people", "floors", "walls", "walls.json", "props", "doors", "decals", "overhead"),
    *("font.png", "font.json", "title.png", "icon.png", "molten.png", "morning.png", "hands", "portraits", "icons"),
)


def fingerprint(path: Path) -> str:
    """Return 16 bytes of blake2b over a file, in hexadecimal."""
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()


def found(root: Path) -> dict[str, str]:
    """Return the fingerprint of every painted file under assets/, by relative path."""
    files = [p for part in PAINTED for p in ((root / part).rglob("*") if (root / part).is_dir() else [root / part])]
    return {p.relative_to(root).as_posix(): fingerprint(p) for p in sorted(files) if p.is_file()}


def write(folder: Folder) -> None:
    """Write assets/manifest.json from what is on disk."""
    folder.text(NAME, json.dumps(found(folder.root), indent=0, sort_keys=True) + "\n")


def differences(root: Path) -> list[str]:
    """Return one line for each file that the manifest and the disk do not agree on."""
    path = root / NAME
    if not path.exists():
        return [f"{NAME} is missing"]
    noted: dict[str, str] = json.loads(path.read_text())
    there = found(root)
    lines = [
        f"{name}: changed since it was painted" for name in sorted(noted.keys() & there) if noted[name] != there[name]
    ]
    lines += [f"{name}: missing" for name in sorted(noted.keys() - there)]
    return lines + [f"{name}: not in the manifest" for name in sorted(there.keys() - noted)]
