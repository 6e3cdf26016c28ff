"""Pictures of pages: a page of a stored PDF as an image, and where on it a piece of the text stands."""
