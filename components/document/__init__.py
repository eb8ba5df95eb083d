"""The document around a page: its shell, its first paint before any script, and which scripts and styles it names."""
