/** The engine, checked from outside through the testkit. */
@NullMarked
package io.barograph.testkit.engine;

import org.jspecify.annotations.NullMarked;
