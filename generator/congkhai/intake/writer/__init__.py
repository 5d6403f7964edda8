"""The one writer: records to canonical YAML, and newer input into files that people have worked on."""
