/** What the latest decisions say about the accounts. */
@NullMarked
package io.barograph.service.accounts;

import org.jspecify.annotations.NullMarked;
