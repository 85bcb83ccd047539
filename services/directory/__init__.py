"""The directory of organisations: what was asked (query), what fits (facets), how far (distance), where (town_map)."""
