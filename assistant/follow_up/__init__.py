"""A question that leans on those before it: taken apart, one part exchanged, told as a whole question."""
