"""The distance between two places. Pure: standard library only."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""


def distance_km(one: Point, other: Point) -> float:
    """Returns the distance in kilometres between two points as the crow flies, by the haversine formula."""
    (lat1, long1), (lat2, long2) = ((radians(lat), radians(long)) for lat, long in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((long2 - long1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))
