"""The whole way, on the sample office: what a citizen, a judge and a second build see."""
