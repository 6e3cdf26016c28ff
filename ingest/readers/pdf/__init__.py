"""PDF → draft: glyphs → lines → columns → tables and paragraphs. pdfium gives the text, pypdf stands in."""
