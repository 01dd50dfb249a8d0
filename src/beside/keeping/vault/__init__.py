"""Sealed rows, the open notebook, and the `Store` that reads and writes them."""
