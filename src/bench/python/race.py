"""Hourglass against Keras, Keras with XLA, PyTorch and torch.compile: images a second, interleaved in one run.

    python3 -m venv peers && peers/bin/pip install -r src/bench/python/requirements.txt
    peers/bin/python src/bench/python/race.py --jar target/hourglass.jar --data FOLDER

Each round trains every network of every racer for a few seconds, one racer at a time; printed are the median over the
rounds, the lowest and highest, and Hourglass divided by the best of its peers.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from networks import NETWORKS

PEERS = ["keras", "keras-xla", "torch", "torch-compiled"]
HERE = Path(__file__).resolve().parent


class Process:
    """A peer that stays warm between rounds."""

    def __init__(self, name, folder):
        command = [sys.executable, str(HERE / "peer.py"), name, folder]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.version = self.answer()["version"]

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a peer ended before it answered")
        return json.loads(line)

    def rate(self, preset, batch, seconds):
        self.process.stdin.write(json.dumps({"preset": preset, "batch": batch, "seconds": seconds}) + "\n")
        self.process.stdin.flush()
        return self.answer()["rate"]


class Hourglass:
    """The command of the jar, started anew each time, as its users start it."""

    def __init__(self, java, jar, folder):
        self.command = [java, "-jar", jar, "bench", "--data", folder]
        self.version = "Hourglass"

    def rate(self, preset, batch, seconds):
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "bench.json"
            task = ["--preset", preset, "--batch", str(batch), "--seconds", str(seconds), "--json", str(table)]
            subprocess.run(self.command + task + ["--alone"], check=True, stdout=subprocess.DEVNULL)
            return json.loads(table.read_text())["rows"][0]["samplesPerSecond"]


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()


def shown(rates):
    return f"{statistics.median(rates):9,.0f} ({min(rates):,.0f}–{max(rates):,.0f})"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", default="target/hourglass.jar")
    parser.add_argument("--data", required=True)
    parser.add_argument("--java", default="java")
    parser.add_argument("--preset", action="append")
    parser.add_argument("--batch", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--peer", action="append", choices=PEERS)
    options = parser.parse_args()
    racers = {"hourglass": Hourglass(options.java, options.jar, options.data)}
    for name in options.peer or PEERS:
        racers[name] = Process(name, options.data)
    print(processor(), f"{os.cpu_count()} cores;", "; ".join(racer.version for racer in racers.values()), flush=True)
    for batch in options.batch or [32, 128]:
        for preset in options.preset or NETWORKS:
            rates = {name: [] for name in racers}
            for _ in range(options.rounds):
                for name, racer in racers.items():
                    rates[name].append(racer.rate(preset, batch, options.seconds))
            best = max(statistics.median(rates[name]) for name in racers if name != "hourglass")
            ratio = statistics.median(rates["hourglass"]) / best
            columns = "  ".join(f"{name} {shown(rates[name])}" for name in racers)
            print(f"{preset:12} batch {batch:4}  {columns}  ÷ best peer {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main()
