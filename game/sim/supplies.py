"""What a body carries: what it is given, what it draws, and how it is patched up after a moment that was lost."""

from __future__ import annotations

from game.content.weapons import ITEMS, THINGS, WEAPON_INDEX, WEAPONS, Weapon
from game.sim import events as E
from game.sim.ears import Ears
from game.sim.state import Gear
from game.sim.tables import NOTHING, RELOADING


class Supplies(Ears):
    """Who has what."""

    def give(self, slot: int, kind: str, n: int = 0) -> bool:
        """Give somebody a weapon, rounds or a thing; return whether there was a use for it."""
        if kind in THINGS:
            self.state.things[kind] = slot
            return True
        if kind not in ITEMS:
            return False
        weapon, rounds, _ = ITEMS[kind]
        row, gear = WEAPONS[weapon], self.state.gear.setdefault(slot, Gear())
        rounds = n or rounds
        if weapon not in gear.owned:
            gear.owned.append(weapon)
            gear.rounds[weapon] = min(rounds, row.magazine)
            more = 2 * row.magazine if row.sort == "gun" else 0  # a gun comes with magazines; grenades are counted
            gear.spare[weapon] = rounds - gear.rounds[weapon] + more
            if row.sort == "gun" or gear.weapon in ("", "fists"):
                self.draw(slot, weapon)
        else:
            gear.spare[weapon] = gear.spare.get(weapon, 0) + rounds
            if row.sort == "launcher":
                charge(gear, row)
        return True

    def patch_up(self, share: float) -> None:
        """Hold nobody to a moment that was lost already: a reserve cell, a share of health, magazines full and one more."""
        self.state.cells = max(self.state.cells, self.difficulty.cells)
        for slot in self.ours:
            least = int(self.actors[slot].health * share)
            self.b.health[slot] = max(self.b.health[slot], least)
            gear = self.state.gear.get(slot, Gear())
            for gun in gear.owned:
                fill(gear, WEAPONS[gun])

    def draw(self, slot: int, weapon: str) -> None:
        """Take a weapon in hand."""
        gear = self.state.gear[slot]
        if gear.weapon != weapon:
            if self.b.act[slot] == RELOADING:
                self.b.act[slot] = NOTHING  # what he filled is out of his hands
            gear.weapon = weapon
            self.b.weapon[slot] = WEAPON_INDEX[weapon]
            self.b.ready_at[slot] = max(self.b.ready_at[slot], self.tick + 12)
            self.report(E.WeaponDrawn(weapon, slot))


def fill(gear: Gear, row: Weapon) -> None:
    """Fill a gun's magazine and have one more to spare; a launcher gets what there is."""
    if row.sort == "gun":
        gear.rounds[row.id] = max(gear.rounds.get(row.id, 0), row.magazine)
        gear.spare[row.id] = max(gear.spare.get(row.id, 0), row.magazine)
    elif row.sort == "launcher":
        charge(gear, row)


def charge(gear: Gear, row: Weapon) -> None:
    """Put what there is to spare into an empty magazine: nobody carries a grenade in his pocket."""
    rounds, spare = gear.rounds.get(row.id, 0), gear.spare.get(row.id, 0)
    loads = min(row.magazine - rounds, spare)
    gear.rounds[row.id], gear.spare[row.id] = rounds + loads, spare - loads
