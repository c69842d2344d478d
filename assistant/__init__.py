"""Questions over committee papers, answered with cited paragraphs.

Understand: `question`, `followup`, `vocabulary`. Find: `retrieve`, `candidates`. Answer: `extract`, `generate`,
`support`. Wire: `settings`, `compose`, `cli`. Measure: `evaluation`.
"""

from assistant.models import Answer, Asked, Citation, Filters, Turn

__all__ = ["Answer", "Asked", "Citation", "Filters", "Turn"]
