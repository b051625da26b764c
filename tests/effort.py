"""What a call costs, for tests that say how a cost grows."""

from time import process_time


def least_seconds(call):
    """Seconds of the processor, the least of three tries: a busy machine makes each of them longer."""
    tries = []
    for _ in range(3):
        before = process_time()
        call()
        tries.append(process_time() - before)
    return min(tries)
