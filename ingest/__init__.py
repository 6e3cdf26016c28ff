"""Files → documents → passages → the library."""
