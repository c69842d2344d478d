"""Rules of attachment: figures, times and names given, but for another thing."""
