"""The people somebody has, and whether each of them is safe to ask."""
