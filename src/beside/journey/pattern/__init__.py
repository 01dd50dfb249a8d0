"""Naming how one does things: moments, one tap each."""
