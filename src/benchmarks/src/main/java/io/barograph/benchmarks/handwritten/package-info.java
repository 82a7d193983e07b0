/**
 * The limit that rule engines are measured by: what a programmer would write who knew the tables and nothing else mattered. Tables
 * are arrays, numbers whole millionths, fired rows a set of bits. It decides what the engine decides, to the byte.
 */
@NullMarked
package io.barograph.benchmarks.handwritten;

import org.jspecify.annotations.NullMarked;
