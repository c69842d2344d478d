"""Rules of assertion: what is said of a thing is not what the paragraph says of it."""
