"""The directory of the sociale basis: what was asked (asking), what fits (facets), how far (near), where (town_map)."""
