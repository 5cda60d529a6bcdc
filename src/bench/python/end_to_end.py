"""The same training from start to end with Hourglass and with Keras's fit: seconds of the last epoch, and the test error.

    peers/bin/python src/bench/python/end_to_end.py --jar target/hourglass.jar --data FOLDER --preset dense-64 --batch 128

Both see all 60 000 training images in every epoch and judge the 10 000 test images after each; three epochs unless told
otherwise, taken in turns. Keras draws the noise of a denoiser once, Hourglass anew in every epoch, as each does by itself.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def hourglass(options, preset, batch, seed):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        command = [options.java, "-jar", options.jar, "train", "--preset", preset, "--epochs", str(options.epochs)]
        command += ["--batch", str(batch), "--seed", str(seed), "--no-figures", "--data", options.data, "--out", str(out)]
        start = time.perf_counter()
        ends = [start]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            for line in process.stdout:
                if line.startswith("epoch"):
                    ends.append(time.perf_counter())
        wall = time.perf_counter() - start
        report = json.loads((out / "report.json").read_text())
        error = report["noise"]["testMse"] if "noise" in report else report["test"]["mse"]
        return {"last": ends[-1] - ends[-2], "wall": wall, "error": error}


def keras(options, preset, batch, seed):
    command = [sys.executable, __file__, "--data", options.data, "--epochs", str(options.epochs)]
    command += ["--keras", preset, str(batch), str(seed)]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return {**json.loads(done.stdout.splitlines()[-1]), "wall": time.perf_counter() - start}


def fit(options, preset, batch, seed):
    import keras as library

    from data import images, spoilt
    from keras_peer import network
    from networks import NETWORKS, NOISE, is_image

    library.utils.set_random_seed(seed)
    model = network(preset)
    model.compile(library.optimizers.Adam(1e-3), "binary_crossentropy" if NETWORKS[preset][1] else "mse")
    shape = (-1, 28, 28, 1) if is_image(preset) else (-1, 784)
    clean, test = (images(options.data, part).reshape(shape) for part in ["train", "t10k"])
    sigma = NOISE.get(preset)
    inputs, judged = (spoilt(clean, sigma), spoilt(test, sigma, 8)) if sigma else (clean, test)

    class Clock(library.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            self.start = time.perf_counter()

        def on_epoch_end(self, epoch, logs=None):
            self.last = time.perf_counter() - self.start

    clock = Clock()
    model.fit(
        inputs, clean, batch_size=batch, epochs=options.epochs, validation_data=(judged, test), verbose=0, callbacks=[clock]
    )
    out = model.predict(judged, batch_size=500, verbose=0)
    print(json.dumps({"last": clock.last, "error": float(((out - test) ** 2).mean())}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", default="target/hourglass.jar")
    parser.add_argument("--data", required=True)
    parser.add_argument("--java", default="java")
    parser.add_argument("--preset", action="append")
    parser.add_argument("--batch", type=int, action="append")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keras", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.keras:
        preset, batch, seed = options.keras
        fit(options, preset, int(batch), int(seed))
        return
    for preset in options.preset or ["dense-64", "conv-denoise"]:
        for batch in options.batch or [32, 128]:
            own, theirs = [], []
            for seed in range(7, 7 + options.rounds):
                own.append(hourglass(options, preset, batch, seed))
                theirs.append(keras(options, preset, batch, seed))
            middle = lambda runs, what: statistics.median(run[what] for run in runs)
            print(
                f"{preset:12} batch {batch:4}",
                f"last epoch {middle(own, 'last'):6.2f} s, Keras {middle(theirs, 'last'):6.2f} s,"
                f" ratio {middle(theirs, 'last') / middle(own, 'last'):.2f};",
                f"whole {middle(own, 'wall'):6.1f} s, Keras {middle(theirs, 'wall'):6.1f} s;",
                f"test error {middle(own, 'error'):.5f}, Keras {middle(theirs, 'error'):.5f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
