/** Starts the parts of the system on this machine as child processes, watches and stops them. */
@NullMarked
package io.baedal.local.launcher;

import org.jspecify.annotations.NullMarked;
