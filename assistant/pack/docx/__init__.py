"""The pack as DOCX, written part by part: full control over notes, accessibility and bytes.

`parts/` holds what never changes (styles, settings); the rest is made from the pack. Structure after
ECMA-376, part 1 (WordprocessingML); the order of elements within a property group matters to Word.
"""
