"""Reads an archive of self-reviews into grounded records and keeps them in DuckDB."""

VERSION = "0.1.0"
