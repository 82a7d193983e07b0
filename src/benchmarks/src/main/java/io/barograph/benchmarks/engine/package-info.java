/** The engine's own speed, measured by JMH. */
@NullMarked
package io.barograph.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
