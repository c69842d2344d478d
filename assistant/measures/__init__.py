"""Measures: paragraphs in, figures that repeat over time out."""
