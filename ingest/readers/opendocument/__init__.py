"""OpenDocument (ODT, ODS): texts and workbooks as LibreOffice saves them."""
