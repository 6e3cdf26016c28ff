"""Pages of documents as they look: their pictures, and the boxes round quoted words."""
