"""The service's web pages: rendered here, working without JavaScript, asking nothing of another host."""
