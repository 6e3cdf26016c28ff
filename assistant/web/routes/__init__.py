"""The pages, a file a page: each reads its address, calls the façade and fills a template."""
