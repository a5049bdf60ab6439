/** The catalog's doors under {@code /api/v1}. */
@NullMarked
package farol.alerting.catalog.web;

import org.jspecify.annotations.NullMarked;
