"""The HTTP service: each endpoint parses, calls the façade and answers with the command line's JSON."""
