"""The directory of organisations: the query, the facets that choose from it, distances, and the map of districts."""
