/** Fault injection: a plan of faults made from a seed, and the classes that inject them. */
@NullMarked
package io.baedal.bench.fault;

import org.jspecify.annotations.NullMarked;
