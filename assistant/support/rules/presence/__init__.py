"""Rules of presence: figures, times, names and words that no paragraph gives."""
