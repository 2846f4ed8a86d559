"""Train the small test network and print its curve and weights: the story one fresh process tells another."""

import hashlib

import torch

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network


def main() -> None:
    """Print exact numbers."""
    module = tiny_network()
    trainer = Trainer(module, TensorSource(*blobs(60), shuffle=True), TensorSource(*blobs(24, seed=1)),
                      TrainConfig(epochs=3, seed=5, threads=1), device=torch.device("cpu"))
    for event in trainer.run(lambda: False):
        if isinstance(event, EpochEnded):
            print(event.train_loss.hex(), event.val_loss.hex(), event.val_accuracy.hex())
    print(hashlib.sha256(state_bytes(module)).hexdigest())


if __name__ == "__main__":
    main()
