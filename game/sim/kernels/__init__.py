"""The rules' hot loops: short scalar functions over record rows, compiled by numba."""
