/** The life of the model's versions: upload, evidence, approval, going live and coming back. */
@NullMarked
package io.barograph.service.governance;

import org.jspecify.annotations.NullMarked;
