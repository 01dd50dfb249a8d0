"""What surrounds the journey; knows other things by id only."""
