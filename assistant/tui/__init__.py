"""The terminal app, over the façade."""
