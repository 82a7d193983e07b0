/** How fast the engine is, and how fast others are at the same work. One command each: {@code src/benchmarks/run NAME}. */
@NullMarked
package io.barograph.benchmarks;

import org.jspecify.annotations.NullMarked;
