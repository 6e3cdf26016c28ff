"""Gold sets, scores and reports; nothing in the product imports this."""

import assistant  # noqa: F401 - before numpy is imported: it settles how many threads a product takes
