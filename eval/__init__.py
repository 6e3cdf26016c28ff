"""Gold sets, scores and reports; nothing in the product imports this."""
