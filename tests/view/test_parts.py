"""The picture's parts by themselves: camera, shadows, poses, light that bends and flickers, doors half open."""

from types import SimpleNamespace

import numpy as np
import pygame
import pytest

from game.agent.command import RUN
from game.content.weapons import WEAPONS
from game.core.ground import DoorSpot
from game.lab.probe.fairness import KEPT_X, KEPT_Y
from game.level.data import DecalSpot
from game.level.load import load
from game.session import Session
from game.sim.tables import BODY, SLASH, columns, rows
from game.view import assets, doors, floors, light, liquid, poses, shadow, smooth
from game.view.camera import Camera
from game.view.pixels import METRE, H, W
from game.view.signs import Signs

LEVEL = (2000, 1500)


def settled(camera: Camera, *args: object) -> Camera:
    for tick in range(80):
        camera.follow(*args, tick)  # type: ignore[arg-type]
    return camera


def test_the_camera_leans_toward_the_aim_and_keeps_the_player_in_the_middle() -> None:
    cam = settled(Camera(LEVEL), (1000.0, 700.0), (1.0, 0.0), None)
    assert cam.x + W // 2 == pytest.approx(1096, abs=2)
    assert 0.2 * W <= 1000 - cam.x <= 0.8 * W


def test_the_camera_shows_the_ward_when_both_fit() -> None:
    cam = settled(Camera(LEVEL), (1000.0, 700.0), (1.0, 0.0), (640.0, 700.0))
    assert cam.x < 640 - 20
    assert 1000 - cam.x <= 0.8 * W


def test_the_view_keeps_the_boy_in_the_picture_as_far_off_as_fairness_counts_on() -> None:
    for dx, dy in ((KEPT_X, 0.0), (0.0, KEPT_Y), (-KEPT_X, KEPT_Y)):
        for aim in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
            x, y = 1000.0 + dx * METRE, 700.0 + dy * METRE
            cam = settled(Camera(LEVEL), (1000.0, 700.0), aim, (x, y))
            assert 0 < x - cam.x < W
            assert 0 < y - cam.y < H


def test_the_camera_lets_a_far_ward_go() -> None:
    cam = settled(Camera(LEVEL), (1000.0, 700.0), (0.0, 0.0), (100.0, 700.0))
    assert cam.x + W // 2 == pytest.approx(1000, abs=2)


def test_the_camera_stays_in_the_level_and_centres_a_small_one() -> None:
    cam = settled(Camera(LEVEL), (10.0, 10.0), (-1.0, -1.0), None)
    assert (cam.x, cam.y) == (0, 0)
    small = settled(Camera((320, 200)), (100.0, 100.0), (0.0, 0.0), None)
    assert (small.x, small.y) == ((320 - W) // 2, (200 - H) // 2)


def test_the_walking_player_never_trembles() -> None:
    cam, places = Camera(LEVEL), []
    for tick in range(200):
        x = 600 + tick * 1.37
        cam.follow((x, 700.0), (1.0, 0.0), None, tick)
        places.append(int(x) - cam.x)
    steps = np.diff(places[80:])
    assert not steps.any()


def test_a_shadow_falls_behind_what_throws_it() -> None:
    edges = shadow.box_edges([(100, 100, 120, 120)])
    quads = shadow.quads(edges, 60, 110, (0, 0, 300, 300), 400)
    assert len(quads) > 0
    assert quads[..., 0].min() >= 100  # nothing between the lamp and the thing
    assert quads[..., 0].max() > 300


def test_wall_edges_are_merged_runs() -> None:
    cells = np.zeros((6, 8), np.uint8)
    cells[2:4, 1:7] = 1
    edges = shadow.wall_edges(cells)
    assert len(edges) == 4
    assert set(map(tuple, edges[:, 4:6].tolist())) == {(0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0)}


def test_light_is_bent_and_never_turned_round() -> None:
    total = np.linspace(0, 5, 200, dtype=np.float32)
    bent = light.bend(total)
    assert (np.diff(bent) >= 0).all()
    assert bent.max() < light.KNEE + light.OVER + 0.01
    assert np.allclose(bent[total < light.KNEE], total[total < light.KNEE])


def test_a_bad_lamp_flickers_between_its_limits_and_not_too_fast() -> None:
    lamp = light.Lamp(x=0, y=0, radius=10, colour=(255, 255, 255), id=7, flicker=0.7)
    values = [light.flicker(lamp, t) for t in range(1200)]
    assert min(values) >= 0.29
    assert max(values) <= 1.0
    dark = np.array(values) < 0.6
    assert dark.any()
    assert (np.diff(dark.astype(int)) == 1).sum() <= 20 * 3  # at most three dips a second


def test_distance_and_blurs_keep_their_promises() -> None:
    solid = np.zeros((40, 40), bool)
    solid[20, 20] = True
    d = smooth.distance(solid, 12)
    assert d[20, 20] == 0
    assert d[20, 25] == pytest.approx(5)
    assert d[23, 24] == pytest.approx(5)
    assert d.max() == pytest.approx(12)
    flat = np.full((30, 20), 3.0, np.float32)
    assert np.allclose(smooth.gauss(flat, 2.0), 3.0, atol=1e-4)
    assert np.allclose(smooth.box(flat, 9), 3.0, atol=1e-4)


def body(**fields: float) -> SimpleNamespace:
    table = rows(BODY, 1)
    b = SimpleNamespace(**columns(table))
    b.held_by[0] = b.holds[0] = b.weapon[0] = -1
    for name, value in fields.items():
        getattr(b, name)[0] = value
    return b


def test_a_body_shows_what_it_does() -> None:
    assert poses.legs_of(body(), 0, 10) == "idle"
    assert poses.legs_of(body(vx=0.07, gait=RUN), 0, 10) == "run"
    assert poses.body_of(body(down=1), 0, 10, "idle", True) == "down"
    assert poses.body_of(body(holds=2), 0, 10, "walk", True) == "carry"
    assert poses.body_of(body(held_by=2), 0, 10, "held", True) == "held"
    assert poses.body_of(body(act=SLASH, act_until=40), 0, 10, "idle", True) == "bladewide"
    assert poses.body_of(body(act=SLASH, act_until=14), 0, 10, "idle", True) == "blade"
    assert poses.body_of(body(stun_until=50), 0, 10, "hurt", True) == "hurt"
    assert poses.body_of(body(weapon=list(WEAPONS).index("shotgun")), 0, 10, "walk", True) == "shotgun"
    assert poses.body_of(body(hurt_at=8), 0, 10, "idle", False) == "idle"  # the machine never flinches
    assert poses.body_of(body(hurt_at=8), 0, 10, "idle", True) == "hurt"


def test_craters_close() -> None:
    sizes = [liquid.closing(3.0, age) for age in range(0, 80, 8)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 0


def test_a_door_moves_from_shut_to_open_in_its_time() -> None:
    spot = DoorSpot(name="d", kind="swing", x=0, y=0, w=1.5, h=0.5)
    opening = [doors.how_open(spot, 0, 100, t) for t in range(100, 120)]
    assert opening[0] == 0
    assert opening[-1] == 1
    assert opening == sorted(opening)
    assert doors.how_open(spot, 1, 0, 5) == 0


def test_at_dawn_shadows_fall_far_to_the_west() -> None:
    from game.view import sky

    shade, solid = np.zeros((30, 60), bool), np.zeros((30, 60), bool)
    solid[10:14, 30:34] = True
    sky._throw(shade, solid, 1.0, sky.LOW_FALL, sky.LOW_LENGTH)
    assert shade[12, 24]
    assert not shade[12, 36]


def test_a_low_sun_throws_a_long_shadow_of_what_is_driven() -> None:
    from game.view.small import _thrown

    thing = pygame.Surface((20, 20), pygame.SRCALPHA)
    thing.fill((255, 255, 255, 255))
    dark = pygame.surfarray.array_alpha(_thrown(thing, 1.5)).T
    middle = dark.shape[0] // 2
    assert dark[middle, middle - 30] > 60  # to the west
    assert not dark[middle, middle + 20]


def test_lamps_whose_light_overlaps_are_laid_on_the_picture_together() -> None:
    from game.view.live import merged

    areas = [
        pygame.Rect(0, 0, 10, 10),
        pygame.Rect(50, 0, 10, 10),
        pygame.Rect(8, 8, 10, 10),
        pygame.Rect(16, 0, 36, 10),
    ]
    (one,) = merged(areas)
    assert one == pygame.Rect(0, 0, 60, 18)
    apart = [pygame.Rect(0, 0, 10, 10), pygame.Rect(20, 0, 10, 10)]
    assert sorted(merged(apart), key=lambda r: r.x) == apart


def test_a_pole_throws_the_shadow_of_a_pole_and_not_of_its_arms() -> None:
    from game.level.data import PropSpot
    from game.view.pixels import METRE
    from game.view.things import box_of, trunk_of

    pole, van = (PropSpot(id=0, name="", kind=kind, x=3.0, y=2.0, w=1.0, h=2.4) for kind in ("power_pole", "van"))
    x0, y0, x1, y1 = trunk_of(pole)
    assert (x0 + x1) / 2 == 3.5 * METRE
    assert (y0 + y1) / 2 == pytest.approx(3.2 * METRE)
    assert x1 - x0 == y1 - y0 < METRE / 2
    assert trunk_of(van) == box_of(van)


def test_what_lies_loose_lies_nowhere_twice_alike_and_a_line_lies_on_its_tile() -> None:
    def laid(kind: str, x: int) -> bytes:
        rgb = np.full((5 * 32, 40 * 32, 3), 120.0, np.float32)
        floors._decal(rgb, DecalSpot(kind=kind, x=x, y=2))
        return rgb[:, (x - 2) * 32 : (x + 3) * 32].tobytes()

    assert len({laid("papers", x) for x in range(3, 36, 3)}) > 8
    assert len({laid("seam", x) for x in range(3, 36, 3)}) == 1
    assert all(
        assets.rgba(f"decals/{kind}_{many - 1}.png") is not None for kind, many in floors.LOOSE.items() if many > 1
    )


def test_no_sign_is_lit_where_words_lie_across_it() -> None:
    level = load("closing_time")
    signs, cam = Signs(level), Camera((level.ground.width * 32, level.ground.height * 32))
    spot = next(s for s in level.signs if s.text == "PRETZELS")
    cam.x, cam.y = int(spot.x * 32) - 320, int(spot.y * 32) - 120
    frame, doors = pygame.Surface((640, 360)), Session(level, 1).world.d
    signs.draw(frame, cam, doors)
    places = list(signs.places)
    signs.draw(frame, cam, doors, words=[places[0]])
    assert len(signs.places) == len(places) - 1
    assert places[0] not in signs.places
