"""What the Metal Learned: a top-down action game, and the honest pursuer inside it."""
