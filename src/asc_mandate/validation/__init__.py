"""Whether a return meets the duty: a return becomes a case, checks look at it, and a report says what they found."""
