/** What the launcher and the commands share: names, ports, passwords and files of the parts. */
@NullMarked
package io.baedal.local.common;

import org.jspecify.annotations.NullMarked;
