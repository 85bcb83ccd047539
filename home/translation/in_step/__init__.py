"""Dutch leads, the others follow: what happens to a Dutch page happens to the same page in every other language.

`twins` says which pages belong together, `state`, `place` and `words` carry what was done to the Dutch page, `carry` is
the one thing that all ways go through, `signals` hears of the ways that pass no method of ours, and `repair` sets right
a site that is out of step.
"""
