/** Tests of the catalog's doors. */
@NullMarked
package farol.alerting.catalog.web;

import org.jspecify.annotations.NullMarked;
