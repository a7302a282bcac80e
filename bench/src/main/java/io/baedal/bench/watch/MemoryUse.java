package io.baedal.bench.watch;

/**
 * The memory of one process and its children, in MiB.
 *
 * @param total its share of all memory, pages of files included
 * @param heap what the JVM has reserved for its heap; 0 where that is not known
 * @param outsideHeap what it allocated outside of the heap
 * @param heapAfterGc how full the old generation was after the last collection, from 0 to 1
 */
public record MemoryUse(double total, double heap, double outsideHeap, double heapAfterGc) {}
