"""The party organisations of an archive: which names are one unit, what became of it, which term.

`units.write` fills the registry from the names in the documents and from what they tell of mergers
and the like; `terms.write` places each document in a term. What the texts leave open stays open,
and a person settles it in a file beside the database (`settled`).
"""
