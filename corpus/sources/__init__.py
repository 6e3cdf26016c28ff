"""The text of the sample as templates, and the code that renders it. Not shipped in the wheel."""
