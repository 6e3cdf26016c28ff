"""Retrieval, answers and checks over a library, behind one façade."""
