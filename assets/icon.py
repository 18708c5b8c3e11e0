#!/usr/bin/env python3
"""Draws icon.png beside this file: a ship's wheel whose middle is a tick, on a round slate ground. Needs nothing but Python."""
import math
import pathlib
import struct
import zlib

SIZE, SAMPLES = 256, 4
GROUND, WHEEL, TICK = (27, 54, 93), (238, 243, 250), (255, 176, 32)


def segment(x, y, ax, ay, bx, by):
    """Distance of a point from a line between two others."""
    t = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
    return math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))


def colour(x, y):
    """Colour of a point, both coordinates from -1 to 1; none outside of the ground."""
    radius = math.hypot(x, y)
    if radius > 0.97:
        return None
    if min(segment(x, y, -0.24, 0.02, -0.07, 0.20), segment(x, y, -0.07, 0.20, 0.26, -0.18)) < 0.065:
        return TICK
    if 0.47 < radius < 0.59:
        return WHEEL
    spoke = (math.atan2(y, x) + math.pi / 8) % (math.pi / 4) - math.pi / 8
    return WHEEL if 0.53 < radius < 0.82 and abs(radius * math.sin(spoke)) < (0.045 if radius < 0.70 else 0.07) else GROUND


def pixel(column, row):
    """Mean over the samples of a pixel, as red, green, blue, alpha."""
    points = [colour((column + (i + 0.5) / SAMPLES) * 2 / SIZE - 1, (row + (j + 0.5) / SAMPLES) * 2 / SIZE - 1)
              for i in range(SAMPLES) for j in range(SAMPLES)]
    seen = [point for point in points if point]
    mean = [round(sum(point[i] for point in seen) / len(seen)) for i in range(3)] if seen else [0, 0, 0]
    return bytes([*mean, round(255 * len(seen) / len(points))])


def chunk(name, data):
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(SIZE)) for row in range(SIZE))
header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
pathlib.Path(__file__).with_name("icon.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
