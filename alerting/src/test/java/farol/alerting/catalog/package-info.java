/** Tests of the catalog, and the catalog that tests of other sub-domains stand on. */
@NullMarked
package farol.alerting.catalog;

import org.jspecify.annotations.NullMarked;
