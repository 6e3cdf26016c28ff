"""Which documents hold each other's words: sketches to find the pairs, alignment to find the places."""
