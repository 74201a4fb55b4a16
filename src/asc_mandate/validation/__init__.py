"""Whether a return meets the duty, and what is wrong with it."""
