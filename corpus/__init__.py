"""Papers to paragraphs: finding, reading and outlining committee papers. No framework."""
