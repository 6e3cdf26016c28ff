"""The parts of a pack, each a function from the material to blocks."""
