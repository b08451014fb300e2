"""Environments for policies that learn: Gymnasium for one seat, PettingZoo for all; needs the extra `lab`."""
