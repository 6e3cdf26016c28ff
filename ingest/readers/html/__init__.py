"""Web pages: their text and tables, without what only moves the reader about."""
