"""PDF → draft: glyphs → lines → columns → tables and paragraphs. pdfium gives the text, pypdf stands in.

read.py         the order of the steps;  fallback.py  pypdf, where pdfium cannot
direct.py, anew.py, placement.py, metadata.py    pdfium itself
glyphs.py, ink.py, style.py, ligatures.py, scans.py, pictures.py    a page's characters, or its image's
lines.py, layout.py, forms.py, furniture.py    printed lines in reading order, without running heads
tables.py, rulings.py, lattice.py, stream.py, refine.py, cells.py    tables
metrics.py, paragraphs.py, hyphens.py, blocks.py    headings, paragraphs and items
"""
