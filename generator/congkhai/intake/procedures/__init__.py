"""Records of the national database of procedures, as scraped pages and as parsed exports have them."""
