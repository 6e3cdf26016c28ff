"""Excel workbooks: the values as they are shown, with the colours, icons and notes that tell a status."""
