/** What goes wrong: a plan of faults made from a seed, and the hands that cause them. */
@NullMarked
package io.baedal.bench.fault;

import org.jspecify.annotations.NullMarked;
