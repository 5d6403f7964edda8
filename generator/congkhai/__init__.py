"""congkhai: plans and public-disclosure data, kept as YAML in git, become a site and printed notices."""

__version__ = "0.1.0"
