"""Shared by all tests; being here, it puts this folder on the path, so that tests can import plans and worlds."""
