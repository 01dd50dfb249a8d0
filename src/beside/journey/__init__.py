"""The four steps, in order; a step may look back, never ahead."""
