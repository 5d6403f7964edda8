"""What the law wants of an office, and how each duty stands on a day: from records only, nobody ticks a box."""
