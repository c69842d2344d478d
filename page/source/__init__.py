"""Source: a citation in, the page of its paper with the words marked out."""
