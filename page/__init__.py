"""What the page shows: words, HTML, sources and filters, all pure but for opening a paper."""
