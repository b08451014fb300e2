"""The table of small pictures: what lies about, what is pressed or pulled, parts of doors; and the square each needs."""

from collections.abc import Callable

from tools.paint import foundry, gadgets, items
from tools.paint.clay import Clay

SMALL: dict[str, tuple[Callable[[Clay], None], int]] = {
    "lever": (items.lever, 20),
    "floodlight_switch": (items.floodlight_switch, 18),
    "floodlight": (items.floodlight_switch, 18),
    "switch": (items.switch, 18),
    "phone": (items.phone, 22),
    "shells": (items.shells, 24),
    "rounds": (items.rounds, 20),
    "pipe": (items.pipe, 28),
    "pistol": (items.pistol, 24),
    "shotgun": (items.shotgun, 36),
    "lamp_pole": (items.lamp_pole, 36),
    "hinge": (items.hinge, 14),
    "card_reader": (items.exit_box, 16),
    "shutter_track": (items.track, 18),
    "key_staff": (gadgets.key_staff, 22),
    "patch": (gadgets.patch, 24),
    "coin": (gadgets.coin, 16),
    "alarm": (gadgets.alarm, 18),
    "deck_staff": (gadgets.keypad, 16),
    "hiscore": (gadgets.hiscore, 20),
    "handbrake": (gadgets.handbrake, 20),
    "gate_chain": (gadgets.gate_chain, 22),
    "fire_bar": (gadgets.fire_bar, 30),
    "pay_phone": (gadgets.pay_phone, 20),
    "pa_mic": (gadgets.pa_mic, 22),
    "breakers": (gadgets.breakers, 28),
    "monitors": (gadgets.monitors, 28),
    "gate_lever": (items.lever, 20),
    "steam_valve": (foundry.steam_valve, 24),
    "crane_ram": (foundry.crane_ram, 26),
    "grenade": (foundry.grenade, 20),
    "rail_torn": (foundry.rail_torn, 72),
}
