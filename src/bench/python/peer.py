"""One peer in a process of its own: reads a task a line, trains about so many seconds, answers with a rate."""

import json
import sys
import time

from data import images, spoilt
from networks import NOISE

CHUNK = 6400


def peer(name):
    if name.startswith("keras"):
        import keras_peer

        return keras_peer.Peer(name == "keras-xla")
    import torch_peer

    return torch_peer.Peer(name == "torch-compiled")


def main():
    name, folder = sys.argv[1:3]
    racer = peer(name)
    clean = images(folder, "train")[:12800]
    made = {}
    print(json.dumps({"version": racer.version}), flush=True)
    for line in sys.stdin:
        task = json.loads(line)
        key = task["preset"], task["batch"]
        if key not in made:
            sigma = NOISE.get(key[0])
            inputs = spoilt(clean, sigma) if sigma else clean
            made = {key: racer.make(*key, inputs, clean)[0]}
            made[key](CHUNK)
        epoch = made[key]
        start = time.perf_counter()
        count = 0
        while time.perf_counter() - start < task["seconds"]:
            count += epoch(CHUNK)
        print(json.dumps({"rate": count / (time.perf_counter() - start)}), flush=True)


if __name__ == "__main__":
    main()
