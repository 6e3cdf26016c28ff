"""Evidence to an answer: what is quoted, how much of it, under which head, on which side."""
