"""Headless users: runs, batches, benchmarks."""
