/** What the storage tests of every room stand on: a real PostgreSQL and a clock that tests own. */
@NullMarked
package farol.alerting.storage;

import org.jspecify.annotations.NullMarked;
