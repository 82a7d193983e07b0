/**
 * The plain task: one seeded model of 525 rows over 24 indicators that every peer can express in its own way, accounts for it, and the
 * answer by hand-written code, which is the limit.
 */
@NullMarked
package io.barograph.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
