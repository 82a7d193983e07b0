/** What a change of models does, and which change does it. */
@NullMarked
package io.barograph.testkit.simulation;

import org.jspecify.annotations.NullMarked;
