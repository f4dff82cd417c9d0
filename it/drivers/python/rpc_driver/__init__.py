"""Runs the scenarios through the generated Python SDK."""
