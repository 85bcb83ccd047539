"""The list of objections, complaints and reports under the Wmo, and the days of each."""
