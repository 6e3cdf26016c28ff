"""The vector index: one checked generation of a Chroma collection, which the catalogue can make anew."""
