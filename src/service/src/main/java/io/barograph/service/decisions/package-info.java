/** Takes snapshots, decides, keeps the record, answers. */
@NullMarked
package io.barograph.service.decisions;

import org.jspecify.annotations.NullMarked;
