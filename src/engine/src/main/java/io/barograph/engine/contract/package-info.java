/** The data contract: which inputs exist, and whether a given input is usable. */
@NullMarked
package io.barograph.engine.contract;

import org.jspecify.annotations.NullMarked;
