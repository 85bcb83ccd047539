"""Dutch leads, the others follow: what happens to a Dutch page happens to the same page in every other language.

`twins` finds the pages that belong together; `state`, `place` and `words` bring one page in step with the Dutch page;
`carry` calls them, whatever way the page was changed; `signals` calls `carry` for the ways that pass no method of ours;
`repair` brings a whole site in step.
"""
