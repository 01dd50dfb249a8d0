"""Who can be called, and what steadies: beneath everything, with the notebook shut too."""
