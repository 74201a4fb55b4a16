"""What can follow from missed windows: where a provider stands, and what a penalty would be."""
