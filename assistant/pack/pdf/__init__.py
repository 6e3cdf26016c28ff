"""The pack as PDF: a template (pack.typ), the data for it, and the one file that calls the typesetter."""
