"""Proofolio: competency-based professional learning with files and Git."""

__version__ = "0.1.0"
