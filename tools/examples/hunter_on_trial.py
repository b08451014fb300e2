"""The T-1000 against the simpler pursuers on the same maps and seeds: how often each of them lays a hand on the boy."""

from game.lab.run import run
from game.level.load import load

PURSUERS = ("t1000", "chaser", "sweep", "none")


def main(maps: int = 10, level: str = "guard") -> dict[str, int]:
    """Return the seizures of each pursuer over some maps."""
    seizures = {}
    for pursuer in PURSUERS:
        results = [run(load(f"{level}/{n}"), pursuer=pursuer, seed=n) for n in range(maps)]
        seizures[pursuer] = sum(r["seizures"] for r in results)
        won = sum(r["outcome"] == "won" for r in results)
        print(f"{pursuer:8} {seizures[pursuer]} seizures, the T-800 won {won} of {maps}")
    return seizures


if __name__ == "__main__":
    main()
