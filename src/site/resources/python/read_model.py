"""Reads a model file of Hourglass with PyTorch and measures its test error: read_model.py MODEL FASHION_MNIST_FOLDER."""

import gzip, json, struct, sys
import numpy as np, torch
import torch.nn.functional as F

raw = open(sys.argv[1], "rb").read()
size = struct.unpack("<Q", raw[:8])[0]
header = json.loads(raw[8 : 8 + size])
model = json.loads(header["__metadata__"]["experiment"])["model"]
trunk = model.get("trunk", model)
latent = model["family"] == "variational" and (trunk.get("codeSize") or trunk["waist"]["codeSize"])

def tensor(name):
    first = 8 + size + header[name]["data_offsets"][0]
    shape = header[name]["shape"]
    return torch.frombuffer(bytearray(raw), dtype=torch.float32, offset=first, count=int(np.prod(shape))).view(shape)

def same(x, kernel, stride):                         # TensorFlow's padding: the odd pixel comes last
    pads = [max((-(-n // stride) - 1) * stride + kernel - n, 0) for n in x.shape[-1:-3:-1]]
    return F.pad(x, [side for p in pads for side in (p // 2, p - p // 2)])

def transposed(x, weight, bias, height, width):      # cut out of the full result where "same" began
    k, full = weight.shape[-1], F.conv_transpose2d(x, weight, bias, 2)
    top, left = (max((n - 1) * 2 + k - m, 0) // 2 for n, m in zip(x.shape[2:], (height, width)))
    return full[:, :, top : top + height, left : left + width]

layers = [name[:-7] for name in header if name.endswith(".weight")]
sides = [(trunk["height"], trunk["width"])] if "width" in trunk else []
names = {"relu": F.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "elu": F.elu, "linear": lambda x: x}
hidden = names[trunk.get("activation") or trunk["hiddenActivation"]]
code = names[trunk.get("codeActivation") or trunk["waist"].get("activation", trunk.get("activation"))]

def run(x):
    x = x.view(len(x), 1, *sides[0]) if sides else x
    for i, name in enumerate(layers):
        weight, bias = tensor(name + ".weight"), tensor(name + ".bias")
        coding = name.startswith("encoder") and not layers[i + 1].startswith("encoder")
        if weight.dim() == 2:
            if x.dim() == 4:
                x = x.permute(0, 2, 3, 1).flatten(1)     # volumes are flattened channels last
            x = F.linear(x, weight, bias)
            x = x[:, :latent] if coding and latent else x  # the first half is the mean
        else:
            if x.dim() == 2:                                # back to a volume of the smallest sides
                x = x.view(len(x), *sides[-1], -1).permute(0, 3, 1, 2)
            if name.startswith("encoder"):
                x = F.conv2d(same(x, weight.shape[-1], 2), weight, bias, 2)
                sides.append(tuple(x.shape[2:])) if len(sides) <= i + 1 else None
            elif i + 1 < len(layers):
                x = transposed(x, weight, bias, *sides[len(layers) - i - 2])
            else:
                x = F.conv2d(same(x, weight.shape[-1], 1), weight, bias)
        dense_code = coding and weight.dim() == 2
        x = torch.sigmoid(x) if i + 1 == len(layers) else code(x) if dense_code else hidden(x)
    return x.flatten(1)

def idx(path, start):
    return np.frombuffer(gzip.open(path).read(), np.uint8, offset=start)

images = torch.from_numpy(idx(sys.argv[2] + "/t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784) / np.float32(255))
with torch.no_grad():
    error = torch.cat([(run(block) - block).pow(2).mean(1) for block in images.split(500)]).mean().item()
print(f"test error {error:.6f}, in the file", json.loads(header["__metadata__"]["metrics"]).get("mse"))
