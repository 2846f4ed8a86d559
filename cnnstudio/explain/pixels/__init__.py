"""Explanations that ask the whole network: gradients down to the pixels, and what happens when parts are hidden."""
