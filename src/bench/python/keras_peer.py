"""Keras on TensorFlow, with or without XLA."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from networks import NETWORKS, PIXELS, SIDE, is_image


def layer(step):
    kind = step[0]
    if kind == "dense":
        return layers.Dense(step[1], activation=step[2])
    if kind == "conv":
        return layers.Conv2D(step[1], 3, strides=2, padding="same", activation=step[2])
    if kind == "transposed":
        return layers.Conv2DTranspose(step[1], 3, strides=2, padding="same", activation=step[2])
    if kind == "last":
        return layers.Conv2D(step[1], 3, padding="same", activation=step[2])
    if kind == "flatten":
        return layers.Flatten()
    return layers.Reshape((step[2], step[2], step[1]))


class Sampling(layers.Layer):
    """Draws codes by reparameterisation and adds the divergence, per image and pixel as Hourglass scales it."""

    def call(self, pair):
        mean, log_variance = tf.split(pair, 2, axis=1)
        kl = -0.5 * tf.reduce_sum(1 + log_variance - tf.square(mean) - tf.exp(log_variance), axis=1)
        self.add_loss(tf.reduce_mean(kl) / PIXELS)
        return mean + tf.exp(0.5 * log_variance) * tf.random.normal(tf.shape(mean))


def network(name):
    encoder, latent, decoder = NETWORKS[name]
    steps = [layer(step) for step in encoder]
    if latent:
        steps += [layers.Dense(2 * latent), Sampling()]
    steps += [layer(step) for step in decoder]
    shape = (SIDE, SIDE, 1) if is_image(name) else (PIXELS,)
    return keras.Sequential([keras.Input(shape)] + steps)


class Peer:
    def __init__(self, xla):
        self.xla = xla
        self.version = f"keras {keras.__version__}, tensorflow {tf.__version__}" + (", XLA" if xla else "")

    def make(self, name, batch, inputs, targets):
        keras.utils.set_random_seed(7)
        model = network(name)
        loss = "binary_crossentropy" if NETWORKS[name][1] else "mse"
        model.compile(keras.optimizers.Adam(1e-3), loss, jit_compile=self.xla)
        shape = (-1, SIDE, SIDE, 1) if is_image(name) else (-1, PIXELS)
        inputs, targets = inputs.reshape(shape), targets.reshape(shape)

        def epoch(count):
            model.fit(inputs[:count], targets[:count], batch_size=batch, epochs=1, shuffle=True, verbose=0)
            return count

        def error(test_inputs, test_targets):
            out = model.predict(test_inputs.reshape(shape), batch_size=500, verbose=0)
            return float(np.mean((out.reshape(len(out), -1) - test_targets) ** 2))

        return epoch, error
