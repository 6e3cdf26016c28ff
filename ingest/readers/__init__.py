"""One reader a format: bytes in, `Draft` out. Each library is imported only by the reader that needs it."""
