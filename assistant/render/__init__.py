"""Objects → text for a reader, in a terminal or a pipe. Whatever a document says comes out harmless."""
