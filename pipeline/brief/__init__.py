"""The brief for a congress: one unit in one term, each figure with its source as a footnote."""
