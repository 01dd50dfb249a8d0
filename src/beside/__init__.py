"""Beside: a private notebook for people who do most things alone."""

__version__ = "0.1.0"
