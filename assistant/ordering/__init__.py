"""Which sentences stand first, and which are left out, by what is asked; `order.py` lists the rules."""
