"""Looking back: the same image with the weights of every epoch a run keeps."""
