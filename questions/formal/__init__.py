"""Objections, complaints and reports under the Wmo: recognising them, their terms, what their receipt says."""
