"""What kind of sentence one is: one that says nothing, leans on others, instructs software, lacks a name."""
