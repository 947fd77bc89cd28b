"""Documents annotated by reading: real ones by the places of their words, invented ones written."""
