"""Fashion-MNIST from its four published files."""

import gzip
from pathlib import Path

import numpy as np


def images(folder, part):
    """Pixels 0 … 1 as float32 [n, 784]; part is train or t10k."""
    path = Path(folder) / f"{part}-images-idx3-ubyte.gz"
    with gzip.open(path) as file:
        raw = file.read()
    return (np.frombuffer(raw, np.uint8, offset=16).reshape(-1, 784) / 255).astype(np.float32)


def spoilt(clean, sigma, seed=7):
    """Gaussian noise, clipped to 0 … 1."""
    noise = np.random.default_rng(seed).normal(0, sigma, clean.shape).astype(np.float32)
    return np.clip(clean + noise, 0, 1)
