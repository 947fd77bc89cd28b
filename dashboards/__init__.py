"""The dashboard: `views` are short scripts over `data`, `charts` and `evidence`."""
