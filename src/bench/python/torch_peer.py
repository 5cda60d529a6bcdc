"""PyTorch, eager or compiled."""

import numpy as np
import torch
from torch import nn

from networks import NETWORKS, PIXELS, SIDE, is_image

ACTIVATIONS = {"relu": nn.ReLU, "sigmoid": nn.Sigmoid, "linear": nn.Identity}


class Sampling(nn.Module):
    def forward(self, pair):
        mean, log_variance = pair.chunk(2, 1)
        self.kl = -0.5 * (1 + log_variance - mean**2 - log_variance.exp()).sum(1).mean() / PIXELS
        return mean + (0.5 * log_variance).exp() * torch.randn_like(mean)


def network(name):
    encoder, latent, decoder = NETWORKS[name]
    steps = list(encoder) + ([("dense", 2 * latent, "linear"), ("sampling", latent)] if latent else []) + list(decoder)
    modules = []
    width = 1 if is_image(name) else PIXELS
    for step in steps:
        kind = step[0]
        if kind == "dense":
            modules += [nn.Linear(width, step[1]), ACTIVATIONS[step[2]]()]
        elif kind == "conv":
            modules += [nn.Conv2d(width, step[1], 3, 2, 1), ACTIVATIONS[step[2]]()]
        elif kind == "transposed":
            modules += [nn.ConvTranspose2d(width, step[1], 3, 2, 1, 1), ACTIVATIONS[step[2]]()]
        elif kind == "last":
            modules += [nn.Conv2d(width, step[1], 3, 1, 1), ACTIVATIONS[step[2]]()]
        elif kind == "flatten":
            modules.append(nn.Flatten())
            width = width * 7 * 7
            continue
        elif kind == "unflatten":
            modules.append(nn.Unflatten(1, (step[1], step[2], step[2])))
        else:
            modules.append(Sampling())
        width = step[1]
    return nn.Sequential(*modules)


class Peer:
    def __init__(self, compiled):
        self.compiled = compiled
        self.version = f"torch {torch.__version__}" + (", compiled" if compiled else "")

    def make(self, name, batch, inputs, targets):
        torch.manual_seed(7)
        model = network(name)
        samplings = [module for module in model if isinstance(module, Sampling)]
        optimiser = torch.optim.Adam(model.parameters(), 1e-3)
        loss_of = nn.BCELoss() if samplings else nn.MSELoss()
        shape = (-1, 1, SIDE, SIDE) if is_image(name) else (-1, PIXELS)
        inputs = torch.from_numpy(inputs).reshape(shape)
        targets = torch.from_numpy(targets).reshape(shape)

        def loss(x, y):
            value = loss_of(model(x), y)
            for sampling in samplings:
                value = value + sampling.kl
            return value

        fast = torch.compile(loss) if self.compiled else loss

        def epoch(count):
            order = torch.randperm(count)
            whole = count // batch * batch
            for first in range(0, whole, batch):
                chosen = order[first : first + batch]
                optimiser.zero_grad(set_to_none=True)
                fast(inputs[chosen], targets[chosen]).backward()
                optimiser.step()
            return whole

        def error(test_inputs, test_targets):
            with torch.no_grad():
                out = model(torch.from_numpy(test_inputs).reshape(shape)).reshape(len(test_inputs), -1).numpy()
            return float(np.mean((out - test_targets) ** 2))

        return epoch, error
