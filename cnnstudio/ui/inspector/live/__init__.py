"""Pictures that come while one looks: from a camera, or from a part of the screen."""
