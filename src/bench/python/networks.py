"""The networks of the lesson as lists of layers, read by the peers alike."""

SIDE = 28
PIXELS = SIDE * SIDE


def dense(sizes, code_activation="relu"):
    """A mirrored dense network: sizes from the first hidden layer to the code."""
    down = [("dense", size, "relu") for size in sizes[:-1]] + [("dense", sizes[-1], code_activation)]
    up = [("dense", size, "relu") for size in reversed(sizes[:-1])] + [("dense", PIXELS, "sigmoid")]
    return down, up


def variational_dense(hidden, code):
    return [("dense", hidden, "relu")], code, [("dense", hidden, "relu"), ("dense", PIXELS, "sigmoid")]


DOWN = [("conv", 16, "relu"), ("conv", 32, "relu"), ("flatten",)]
UP = [
    ("dense", 7 * 7 * 32, "relu"),
    ("unflatten", 32, 7),
    ("transposed", 32, "relu"),
    ("transposed", 16, "relu"),
    ("last", 1, "sigmoid"),
]

# name: (encoder, latent numbers or None, decoder)
NETWORKS = {}
for name, sizes, activation in [
    ("dense-64", [64], "relu"),
    ("stacked-30", [100, 30], "relu"),
    ("dense-2", [256, 64, 2], "linear"),
    ("denoise-64", [64], "relu"),
]:
    down, up = dense(sizes, activation)
    NETWORKS[name] = (down, None, up)
NETWORKS["conv-denoise"] = (
    [("conv", 16, "relu"), ("conv", 8, "relu")],
    None,
    [("transposed", 8, "relu"), ("transposed", 16, "relu"), ("last", 1, "sigmoid")],
)
NETWORKS["conv-64"] = (DOWN + [("dense", 64, "linear")], None, UP)
NETWORKS["vae-2"] = variational_dense(256, 2)
NETWORKS["vae-conv-2"] = (DOWN + [("dense", 128, "relu")], 2, [("dense", 128, "relu")] + UP)
NETWORKS["vae-16"] = variational_dense(512, 16)

NOISE = {"denoise-64": 0.2, "conv-denoise": 0.2}


def is_image(name):
    """Whether the network begins with a convolution."""
    return NETWORKS[name][0][0][0] == "conv"
