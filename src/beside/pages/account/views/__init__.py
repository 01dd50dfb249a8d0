"""The door, how it opens, and what leaves: one module for each."""
