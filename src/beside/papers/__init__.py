"""What leaves, and what comes back: reads the story, and needs nothing of what keeps it."""
