"""The HTTP service, over the façade."""
