/** What people say about decisions to those who look after the model. */
@NullMarked
package io.barograph.service.feedback;

import org.jspecify.annotations.NullMarked;
