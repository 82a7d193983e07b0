/** The service under load, end to end: HTTP in, HTTP out, records on disk. */
@NullMarked
package io.barograph.benchmarks.http;

import org.jspecify.annotations.NullMarked;
