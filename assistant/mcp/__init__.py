"""The library as tools of other assistants (Model Context Protocol); calls the façade alone."""
