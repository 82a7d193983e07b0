/** A file of accounts scored into a file of decisions, by the command and by hand. */
@NullMarked
package io.barograph.benchmarks.files;

import org.jspecify.annotations.NullMarked;
