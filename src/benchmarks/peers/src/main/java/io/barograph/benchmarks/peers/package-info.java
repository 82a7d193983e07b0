/**
 * Other decision tools at the plain task, each as its own users write it, beside Barograph and code by hand. Every entrant has a process of
 * its own; they are measured in turn, round by round.
 */
@NullMarked
package io.barograph.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
