"""What the page after a level says: plain rows read off a run that is over, and the leaves that draw them."""
