#!/usr/bin/env python3
"""Grows the trees of the learnt ranker, and writes the table that the program carries.

    pip install lightgbm==4.7.0
    cargo xtask bench retrieval --corpus CORPUS.jsonl --queries QUERIES.jsonl --signals SIGNALS.bin
    tests/retrieval/train.py --corpus CORPUS.jsonl --queries QUERIES.jsonl --qrels QRELS.txt --signals SIGNALS.bin \
        --out src-tauri/core/src/search/rank/trees.bin

CORPUS and QUERIES hold one JSON object a line, QRELS is TREC. Only the questions given here are learnt from: give the
development part, never the test part. The same input gives the same trees (one thread, fixed seed). `--folds 5` also says what
trees grown on four fifths of the questions make of the fifth left out.
"""
import argparse
import collections
import json
import math
import struct

import lightgbm
import numpy

SETTINGS = dict(
    objective="lambdarank",
    lambdarank_truncation_level=30,
    num_leaves=8,
    learning_rate=0.05,
    min_data_in_leaf=50,
    feature_fraction=0.5,
    bagging_fraction=0.8,
    bagging_freq=1,
    lambda_l2=10,
    max_bin=127,
    seed=7,
    deterministic=True,
    force_row_wise=True,
    num_threads=1,
    verbose=-1,
)
TREES = 200


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "queries", "qrels", "signals", "out"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--folds", type=int, default=0)
    options = options.parse_args()

    articles = [json.loads(line)["id"] for line in open(options.corpus, encoding="utf-8")]
    questions = [json.loads(line)["id"] for line in open(options.queries, encoding="utf-8")]
    answers = collections.defaultdict(set)
    for line in open(options.qrels, encoding="utf-8"):
        question, _, article, relevance = line.split()
        if int(relevance) > 0:
            answers[question].add(article)

    question, unit, signals = read(options.signals)
    labels = numpy.array([articles[u] in answers[questions[q]] for q, u in zip(question, unit)], dtype=int)
    if options.folds:
        scores = numpy.zeros(len(question))
        for fold in range(options.folds):
            out = question % options.folds == fold
            scores[out] = grow(question[~out], signals[~out], labels[~out]).predict(signals[out])
        ndcg, recall = measure(question, unit, scores, questions, articles, answers)
        print(f"left out: nDCG@10 {ndcg:.4f}, Recall@100 {recall:.4f}")
    write(grow(question, signals, labels), signals.shape[1], options.out)


def read(path):
    """Number of the question, number of the article and signals of each candidate."""
    count, *_ = numpy.fromfile(path, dtype="<u4", count=1)
    rows = numpy.fromfile(path, dtype="<u4", offset=4).reshape(-1, 2 + int(count))
    return rows[:, 0].astype(int), rows[:, 1].astype(int), rows[:, 2:].copy().view("<f4")


def grow(question, signals, labels):
    groups = numpy.unique(question, return_counts=True)[1]
    return lightgbm.train(SETTINGS, lightgbm.Dataset(signals, labels, group=groups), num_boost_round=TREES)


def measure(question, unit, scores, questions, articles, answers):
    found = collections.defaultdict(list)
    for at in numpy.lexsort((-scores, question)):
        found[question[at]].append(articles[unit[at]])
    ndcg, recall = [], []
    for number, name in enumerate(questions):
        right, listed = answers[name], found[number]
        gain = sum(1 / math.log2(place + 2) for place, article in enumerate(listed[:10]) if article in right)
        ndcg.append(gain / sum(1 / math.log2(place + 2) for place in range(min(10, len(right)))))
        recall.append(len(right & set(listed[:100])) / len(right))
    return numpy.mean(ndcg), numpy.mean(recall)


def write(model, count, path):
    """The table that `search/rank/trees.rs` reads; it describes the form."""
    trees = [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]
    out = bytearray(struct.pack("<II", count, len(trees)))
    for tree in trees:
        nodes, leaves = [], []

        def walk(node):
            """Lays a node down before what it leads to; returns where to go."""
            if "leaf_value" in node:
                leaves.append(node["leaf_value"])
                return -len(leaves)
            place = len(nodes)
            nodes.append(None)
            assert node["decision_type"] == "<="
            nodes[place] = (node["split_feature"], below(node["threshold"]), walk(node["left_child"]), walk(node["right_child"]))
            return place

        if walk(tree) < 0:
            continue
        out += struct.pack("<I", len(nodes))
        for node in nodes:
            out += struct.pack("<Hfhh", *node)
        out += struct.pack(f"<{len(leaves)}f", *leaves)
    struct.pack_into("<I", out, 4, sum(1 for tree in trees if "leaf_value" not in tree))
    open(path, "wb").write(out)
    print(f"{path}: {len(trees)} trees, {len(out)} bytes")


def below(threshold):
    """The largest number of four bytes that is not above: signals have four bytes, thresholds eight."""
    near = numpy.float32(threshold)
    return float(near if float(near) <= threshold else numpy.nextafter(near, numpy.float32(-numpy.inf)))


if __name__ == "__main__":
    main()
