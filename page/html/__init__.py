"""HTML: values in, the page's HTML out; every word of a paper is escaped here. Pure."""
