"""How texts become vectors: the shipped model in eight bits, and any other model as it is published."""
