#!/usr/bin/env python3
"""Makes test-vectors/gold-digits.json: a real labelled set, hidden gold, and a worker's real answers.

    python3 -m venv DIR && DIR/bin/pip install scikit-learn==1.9.1 numpy==2.4.6 scipy==1.17.1
    DIR/bin/python interop/gold_digits.py [--check]

The set is the one that scikit-learn ships: 1,797 handwritten digits of 8 x 8 pixels. 1,024 of them are the batch to be
labelled; the worker is a logistic regression that has learned from the other 773 and leaves out what it is unsure of.
A label is the digit + 1, because 0 means "no answer" among the answers and "not a gold item" in the gold set.
"""

import json
import pathlib
import random
import sys

import sklearn
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler

SEED = "workproof gold-digits"
ITEMS = 1024
GOLD_ITEMS = 64
LEAST_CERTAINTY = 0.5
OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "test-vectors" / "gold-digits.json"


def worker_answers(digits, training, batch):
    """The labels 1 to 10 that the worker gives to the batch; 0 where it is less than half certain."""
    model = make_pipeline(MinMaxScaler(), LogisticRegression(max_iter=1000))
    model.fit(digits.data[training], digits.target[training])
    certainties = model.predict_proba(digits.data[batch])
    return [
        int(row.argmax()) + 1 if row.max() >= LEAST_CERTAINTY else 0
        for row in certainties
    ]


def score(gold, answers, tolerance):
    """Gold items that were answered with a label at most `tolerance` away."""
    return sum(
        1 for g, a in zip(gold, answers) if g and a and abs(g - a) <= tolerance
    )


def build():
    """The whole file as a dictionary."""
    digits = load_digits()
    rng = random.Random(SEED)
    order = list(range(len(digits.target)))
    rng.shuffle(order)
    batch, training = order[:ITEMS], order[ITEMS:]
    truth = [int(digits.target[item]) + 1 for item in batch]
    positions = sorted(rng.sample(range(ITEMS), GOLD_ITEMS))
    gold = [truth[i] if i in positions else 0 for i in range(ITEMS)]
    answers = worker_answers(digits, training, batch)
    return {
        "generator": "interop/gold_digits.py",
        "source": [
            f"scikit-learn@{sklearn.__version__} (BSD-3-Clause), sklearn.datasets.load_digits",
            "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, "
            "doi 10.24432/C50P49 (CC BY 4.0)",
        ],
        "description": "Labels are digit + 1. gold: 0 = not a gold item. answers: by a logistic regression trained on "
        "the items outside the batch; 0 = no answer. items: position in scikit-learn's set.",
        "capacity": ITEMS,
        "gold_count": GOLD_ITEMS,
        "score_by_tolerance": {str(t): score(gold, answers, t) for t in (0, 1, 2, 9)},
        "right_answers": score(truth, answers, 0),
        "missing_answers": answers.count(0),
        "items": batch,
        "truth": truth,
        "gold": gold,
        "answers": answers,
    }


def render(document):
    """JSON with one key a line, so that a change can be read in a diff."""
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in document.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main():
    document = build()
    text = render(document)
    if "--check" in sys.argv[1:]:
        unchanged = OUTPUT.exists() and OUTPUT.read_text() == text
    else:
        OUTPUT.write_text(text)
        unchanged = True
    keys = ("gold_count", "score_by_tolerance", "right_answers", "missing_answers")
    print(json.dumps({"ok": unchanged, **{key: document[key] for key in keys}}))
    return 0 if unchanged else 1


if __name__ == "__main__":
    sys.exit(main())
