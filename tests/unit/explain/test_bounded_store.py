"""The memory of the live pictures has an end."""

from cnnstudio.explain.bounded_store import BoundedStore


def test_the_value_that_was_not_used_for_longest_goes_first():
    store: BoundedStore[str] = BoundedStore(10)
    store.put("a", "A", 4)
    store.put("b", "B", 4)
    assert store.get("a") == "A"
    store.put("c", "C", 4)
    assert ("a" in store, "b" in store, "c" in store) == (True, False, True)
    assert store.used_bytes == 8


def test_a_value_larger_than_the_limit_is_not_kept_and_drives_nothing_out():
    store: BoundedStore[str] = BoundedStore(10)
    store.put("a", "A", 4)
    store.put("big", "B", 11)
    assert (store.get("big"), store.get("a")) == (None, "A")


def test_a_value_put_again_counts_once():
    store: BoundedStore[str] = BoundedStore(10)
    store.put("a", "A", 9)
    store.put("a", "B", 2)
    assert (store.get("a"), store.used_bytes, len(store)) == ("B", 2, 1)
    store.clear()
    assert (store.get("a"), store.used_bytes) == (None, 0)
