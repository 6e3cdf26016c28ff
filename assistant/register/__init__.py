"""Every recommendation of a library, checked, who asked whom for what, and what was asked before."""
