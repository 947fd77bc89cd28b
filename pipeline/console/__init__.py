"""One reading statement of a stranger, in a process that can reach nothing but one database."""
