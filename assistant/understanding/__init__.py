"""A question as put, in whatever words and spelling, to a Question and the papers that it is put to."""
