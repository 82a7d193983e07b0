/** Keys of sensitive values: who may see what they seal, and how they are erased. */
@NullMarked
package io.barograph.service.privacy;

import org.jspecify.annotations.NullMarked;
