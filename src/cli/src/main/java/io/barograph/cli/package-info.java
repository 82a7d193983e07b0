/** The {@code barograph} command: check, score and explain from files; serve starts the service. */
@NullMarked
package io.barograph.cli;

import org.jspecify.annotations.NullMarked;
