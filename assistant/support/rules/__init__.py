"""Rules: one sentence laid beside its paragraphs in, the faults found out; gathered in support/gate.py."""
