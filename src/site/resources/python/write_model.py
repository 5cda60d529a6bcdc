"""Trains a dense autoencoder with PyTorch and writes it as a model file of Hourglass: write_model.py FASHION_MNIST_FOLDER FILE."""

import gzip, hashlib, json, struct, sys
import numpy as np, torch
from torch import nn

folder, target = sys.argv[1:]
packed = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]
files = {name + ".gz": open(f"{folder}/{name}.gz", "rb").read() for name in packed}
pixels = np.frombuffer(gzip.decompress(files[packed[0] + ".gz"]), np.uint8, offset=16).reshape(-1, 784)
images = torch.from_numpy(pixels / np.float32(255))

torch.manual_seed(7)
encoder = nn.Sequential(nn.Linear(784, 32), nn.ReLU())
decoder = nn.Sequential(nn.Linear(32, 784), nn.Sigmoid())
optimiser = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], 1e-3)
for rows in torch.randperm(len(images)).split(64):
    optimiser.zero_grad()
    nn.functional.mse_loss(decoder(encoder(images[rows])), images[rows]).backward()
    optimiser.step()

# The tensors in this order: of each layer the weights [outputs, inputs] and the biases, little-endian float32, no gaps.
tensors = {"encoder.0.weight": encoder[0].weight, "encoder.0.bias": encoder[0].bias,
           "decoder.0.weight": decoder[0].weight, "decoder.0.bias": decoder[0].bias}
hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
data = "-".join(hashes[name] for name in sorted(hashes))
experiment = {
    "format": "hourglass-experiment", "version": 1, "preset": "custom",
    "data": {"name": "Fashion-MNIST", "fingerprint": data},
    "model": {"family": "dense", "inputSize": 784, "hidden": [], "codeSize": 32, "hiddenActivation": "relu",
              "codeActivation": "relu", "loss": "mean-squared-error"},
    "noise": {"kind": "none", "level": 0.0},
    "training": {"epochs": 1, "batchSize": 64, "learningRate": 0.001}, "seed": 7,
}
meta = {"sha256": "0" * 64, "format": "hourglass-model", "version": "1", "app": "PyTorch", "data": data,
        "experiment": json.dumps(experiment), "progress": json.dumps({"epochs": 0, "batch": 0, "iteration": 0}),
        "history": "[]", "metrics": "{}"}
header, offset = {"__metadata__": meta}, 0
for name, tensor in tensors.items():
    size = 4 * tensor.numel()
    header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + size]}
    offset += size
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (-len(text) % 8)
body = b"".join(tensor.detach().numpy().astype("<f4").tobytes() for tensor in tensors.values())
# The checksum is the header's first text, taken over the whole file with 64 zeros in its place.
whole = struct.pack("<Q", len(text)) + text + body
seal = hashlib.sha256(whole).hexdigest().encode()
open(target, "wb").write(whole.replace(b"0" * 64, seal, 1))
