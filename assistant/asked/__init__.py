"""What a question asks for, a fact, a name, a change, a speaker, and whether a sentence gives it."""
