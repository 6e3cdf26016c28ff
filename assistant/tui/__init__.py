"""The terminal app: messages go up, calls go down, and only the façade is asked."""
