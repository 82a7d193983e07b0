/** Lists that are told a page at a time. */
@NullMarked
package io.barograph.service.paging;

import org.jspecify.annotations.NullMarked;
