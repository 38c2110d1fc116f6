"""Pictures of pages, drawn by hand: dirt, direction, ruling lines."""

import math

import numpy as np
import pytest

from ingest.read.picture import Picture, bearing, despeckled, fullest_part, rules_in, straightened


def sheet(height: int = 400, width: int = 600) -> Picture:
    return np.full((height, width, 3), 240, dtype=np.uint8)


def written(height: int = 400, width: int = 600) -> Picture:
    """A sheet with lines of letters of many widths."""
    picture = sheet(height, width)
    widths = np.random.default_rng(7).integers(3, 9, size=10_000).tolist()
    for y in range(40, height - 40, 24):
        x = 40
        while x < width - 50:
            wide = widths.pop()
            picture[y : y + 12, x : x + wide] = 20
            x += wide + 4
    return picture


def test_lone_specks_go_and_points_beside_digits_stay() -> None:
    picture = sheet()
    picture[200:212, 100:108] = 20  # a digit
    picture[210:212, 111:113] = 20  # its decimal point
    picture[50, 300] = picture[51, 301] = 20  # dirt
    clean = despeckled(picture)
    assert clean[50, 300, 0] == 240
    assert clean[210, 111, 0] == 20
    assert clean[205, 104, 0] == 20


def test_a_clean_picture_is_left_as_it_is() -> None:
    picture = written()
    assert despeckled(picture) is picture


@pytest.mark.parametrize("degrees", [0.0, 3.0, -7.0])
def test_the_bearing_of_writing_upright_and_sideways(degrees: float) -> None:
    slanted, _ = straightened(written(), -degrees)
    for quarters, sideways in ((0, False), (3, True)):
        found = bearing(np.ascontiguousarray(np.rot90(slanted, quarters)))
        assert found == (sideways, pytest.approx(degrees, abs=0.5))
    assert bearing(sheet()) == (False, 0)


def test_a_straightened_picture_leads_back() -> None:
    picture = sheet()
    picture[30:34, 500:504] = 0
    turned, back = straightened(picture, 7.0)
    y, x = np.argwhere(turned[:, :, 0] < 100).mean(axis=0)
    assert back @ (x, y, 1) == pytest.approx((501.5, 31.5), abs=1)


def test_the_fullest_part_is_where_the_ink_is() -> None:
    picture = sheet()
    picture[300:390, 50:550] = 0
    part = fullest_part(picture)
    assert part.shape == (100, 600, 3)
    assert (part == 0).sum() == 90 * 500 * 3


def test_ruling_lines_are_found_in_points_and_letters_are_not() -> None:
    picture = written()
    picture[20:22, 50:550] = 100
    picture[20:380, 10:12] = 100
    rules = rules_in(picture, 0.0, 2.0)
    (across,), (down,) = rules.horizontal, rules.vertical
    assert (across.at, across.start, across.end) == pytest.approx((10.5, 25, 275), abs=1)
    assert (down.at, down.start, down.end) == pytest.approx((5.5, 10, 190), abs=1)


def test_slanting_lines_are_found_where_they_stand_once_straight() -> None:
    picture = sheet()
    slope = 0.01
    for x in range(50, 550):
        y = round(100 + slope * x)
        picture[y : y + 3, x] = 100
    (rule,) = rules_in(picture, math.atan(slope), 2.0).horizontal
    assert rule.at == pytest.approx(50.5, abs=1)
    assert rule.end - rule.start == pytest.approx(250, abs=3)
