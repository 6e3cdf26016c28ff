"""The parts of the façade, a file a part; `assistant/facade.py` puts them together."""
