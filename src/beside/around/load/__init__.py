"""What somebody carries: ticks for one week, and the one thing that nobody else would know."""
