"""Many trainings with different settings: what is tried, how the next settings are chosen, what came of it."""
