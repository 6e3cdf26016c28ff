"""Recommendations: found in a document, with owner, deadline, measure and the words around them."""
