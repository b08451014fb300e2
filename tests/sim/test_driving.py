"""Driving: where the wheels point, out of walls, for people the brake; in, out, lights; the road that comes round."""

import pytest
from worlds import ground_of, person, world_of

from game.agent.command import FULL, IDLE, INTERACT, VAULT, Command
from game.content.props import PROPS
from game.content.vehicles import VEHICLES
from game.core.ground import Zone
from game.sim import events as E
from game.sim.conditions import Lit
from game.sim.step import step
from game.sim.systems.driving import GETS_OUT, STILL, offer

WIDE, TALL = 120, 40  # half metres
LOT = "\n".join(["#" * WIDE, *["#" + "." * (WIDE - 2) + "#"] * (TALL - 2), "#" * WIDE])
GAS, BRAKE = Command(move_y=-FULL), Command(move_y=FULL)


def lot(*people, x=10.0, y=10.0):
    """Make a lot with a station wagon on it, the T-800 and John beside it."""
    zones = tuple(Zone(name=n, x=a, y=1, w=2, h=2) for n, a in (("west", 4), ("east", 34)))
    mine = person("t800", x, y + 1.6), person("john", x - 1, y + 1.6)
    world = world_of(*mine, *people, ground=ground_of(LOT, zones=zones))
    world.props["car"] = (-1, x - 2.4, y - 1.0, 4.8, 2.0)
    world.prop_kinds["car"] = "station"
    world.take_wheel("car", -1)
    return world, world.state.rides["car"]


def live(world, command, ticks=60):
    out = []
    for _ in range(ticks):
        out += step(world, {world.player: command})
    return out


def test_the_player_takes_the_wheel_and_his_side_comes_along():
    world, ride = lot()
    assert ride.riders == [world.slot("t800"), world.slot("john")]
    live(world, IDLE, 2)
    assert abs(world.b.x[world.slot("john")] - ride.x) < 1
    assert abs(world.b.y[world.slot("john")] - ride.y) < 1


def test_throttle_and_brake():
    world, ride = lot()
    live(world, GAS, 60)
    assert 2.0 < ride.speed <= VEHICLES["station"].top
    assert (ride.hx, round(ride.y, 6)) == (1.0, 10.0)
    x = ride.x
    live(world, BRAKE, 30)
    assert ride.speed < 0.5
    assert ride.x > x
    live(world, BRAKE, 60)
    assert -VEHICLES["station"].back <= ride.speed < 0


def test_it_never_goes_faster_than_its_row_says_and_rolls_out():
    world, ride = lot()
    live(world, GAS, 240)
    assert ride.speed == VEHICLES["station"].top
    before = ride.speed
    live(world, IDLE, 30)
    assert 0 < ride.speed < before


def test_the_wheel_turns_it_and_it_goes_where_it_points():
    world, ride = lot()
    live(world, Command(move_y=-FULL, move_x=FULL), 60)
    assert ride.hy > 0.1
    assert abs(ride.hx * ride.hx + ride.hy * ride.hy - 1) < 1e-9
    x, y = ride.x, ride.y
    live(world, IDLE, 1)
    assert (ride.x - x) * ride.hy == pytest.approx((ride.y - y) * ride.hx, abs=1e-3)


def test_a_standing_vehicle_does_not_turn_on_the_spot():
    world, ride = lot()
    live(world, Command(move_x=FULL), 30)
    assert (ride.hx, ride.hy) == (1.0, 0.0)


def test_the_handbrake_stops_it_sooner():
    lengths = []
    for held in (0, VAULT):
        world, ride = lot()
        live(world, GAS, 150)
        x = ride.x
        live(world, Command(held=held), 60)
        lengths.append(ride.x - x)
    assert lengths[1] < lengths[0] * 0.8


def test_a_wall_stops_it_with_a_crash_and_nobody_is_in_the_wall():
    world, ride = lot(x=50.0)
    events = live(world, GAS, 240)
    assert any(isinstance(e, E.NoiseMade) and e.kind == "crash" for e in events)
    assert abs(ride.speed) < 0.5
    row = VEHICLES["station"]
    assert ride.x + row.axle + row.half <= WIDE / 2 - 0.5 + 1e-6
    live(world, BRAKE, 60)
    assert ride.speed < 0


def test_for_people_it_brakes_by_itself():
    world, ride = lot(person("packer_1", 22.0, 10.0))
    slot = world.slot("packer_1")
    world.b.stun_until[slot] = 10**6
    live(world, GAS, 300)
    assert world.b.x[slot] - ride.x > VEHICLES["station"].axle + VEHICLES["station"].half
    assert not world.b.down[slot]


def test_interact_is_lights_on_the_way_and_out_at_rest():
    world, ride = lot()
    live(world, GAS, 60)
    events = live(world, Command(held=INTERACT), 20)
    assert [e.on for e in events if isinstance(e, E.HeadlightsSet)] == [False]
    assert not ride.lights
    assert Lit("car", "off").holds(world)
    live(world, Command(held=VAULT), 120)
    assert abs(ride.speed) < STILL
    assert offer(world, world.player) == "get_out"
    live(world, Command(held=INTERACT), GETS_OUT - 2)
    assert ride.riders
    live(world, Command(held=INTERACT), 4)
    assert ride.riders == []
    live(world, IDLE, 2)
    assert offer(world, world.player) == "get_in"
    live(world, Command(held=INTERACT), 2)
    assert ride.riders[0] == world.player


def test_who_has_got_out_walks_and_who_sits_does_not():
    world, ride = lot()
    live(world, Command(held=INTERACT), GETS_OUT + 1)
    slot = world.player
    x = world.b.x[slot]
    live(world, Command(move_x=-FULL), 30)
    assert world.b.x[slot] < x - 0.5
    assert ride.x == 10.0


def test_the_road_comes_round_without_a_jolt():
    world, ride = lot(x=35.0)
    live(world, GAS, 30)
    x, speed, slot = ride.x, ride.speed, world.player
    seat = world.b.x[slot] - ride.x
    world.loop("car", "east", "west")
    assert (ride.x, ride.speed) == (x - 30.0, speed)
    assert world.b.x[slot] - ride.x == pytest.approx(seat)
    assert world.state.counts["lap"] == 1
    world.loop("car", "west", "east")
    assert (ride.x, world.state.counts["lap"]) == (x, 0)


def test_a_vehicle_that_nobody_sits_in_stays_where_it_is():
    world, ride = lot(x=35.0)
    live(world, Command(held=INTERACT), GETS_OUT + 1)
    world.loop("car", "east", "west")
    assert ride.x == 35.0


def test_every_vehicle_is_a_prop_with_a_seat_and_a_way_to_stop():
    for row in VEHICLES.values():
        assert row.id in PROPS
        assert row.seats
        assert row.brake > row.pull > 0
        assert row.half <= 1.0  # blocks are listed within a metre


def test_wheels_that_are_locked_at_speed_are_heard_once():
    world, _ = lot()
    assert "Skidded" not in [type(e).__name__ for e in live(world, Command(held=VAULT), 5)]  # it stands
    live(world, GAS, 120)
    heard = [e for e in live(world, Command(held=VAULT), 30) if isinstance(e, E.Skidded)]
    assert [e.prop for e in heard] == ["car"]
