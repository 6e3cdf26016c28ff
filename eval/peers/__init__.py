"""What the product is measured against: BM25 alone, and the pipeline of a tutorial."""
