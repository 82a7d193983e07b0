/** Records of decisions in one canonical encoding. */
@NullMarked
package io.barograph.engine.audit;

import org.jspecify.annotations.NullMarked;
