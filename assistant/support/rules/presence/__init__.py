"""Rules of presence: figures, times, names and words that no paragraph gives.

In: an aligned pair. Out: a fault for each. `given` has those of figures, times, names and words, `often` frequencies; `reckoned` says which
figures can be worked out of those printed.
"""

from assistant.support.rules.presence.given import absent_words, figure_faults, moment_faults, name_faults
from assistant.support.rules.presence.often import frequency_faults

__all__ = ["absent_words", "figure_faults", "frequency_faults", "moment_faults", "name_faults"]
