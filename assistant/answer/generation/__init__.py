"""Generation: a chat model's statements, each shown when it has passed the support gate."""
