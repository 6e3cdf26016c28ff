"""Word documents: paragraphs and tables in order, as Word prints them."""
