"""A note to self, on days and at a time of one's own: in a calendar, or by mail."""
