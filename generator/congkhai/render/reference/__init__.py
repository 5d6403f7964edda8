"""Reference pages and editors' schemas, generated from the model and the catalogue."""
