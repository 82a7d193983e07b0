/** A plain second reading of the workbook format: the judge of the engine, sharing no evaluation code with it. */
@NullMarked
package io.barograph.testkit.reference;

import org.jspecify.annotations.NullMarked;
