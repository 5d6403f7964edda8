"""Records to bytes, in memory: pages, notices, data and search copies. Nothing here decides what is true."""
