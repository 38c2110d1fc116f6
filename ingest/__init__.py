"""Files in, searchable library out. See docs/architecture.md for the path a file takes."""
