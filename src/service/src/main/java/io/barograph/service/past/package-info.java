/** What the store knows of accounts' pasts: what each decision added, and where that stands together. */
@NullMarked
package io.barograph.service.past;

import org.jspecify.annotations.NullMarked;
